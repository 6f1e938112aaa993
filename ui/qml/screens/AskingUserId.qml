import QtQuick
import Borgerkiosk
import "../parts"

LettersSheet {
    id: sheet

    required property Stage stage
    required property AskingUserIdScreen page

    advice: page.advice
    label: qsTr("User ID")
    setback: page.setback
    title: qsTr("Type your user ID")

    onBackAsked: stage.goBack()
    onGiven: letters => stage.giveUserId(letters)
}
