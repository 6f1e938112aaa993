import QtQuick
import Borgerkiosk
import "../parts"

LettersSheet {
    id: sheet

    required property Stage stage
    required property AskingPasswordScreen page

    advice: page.advice
    hidden: true
    label: qsTr("Password")
    setback: page.setback
    title: qsTr("Type your password")

    onBackAsked: stage.goBack()
    onGiven: letters => stage.givePassword(letters)
}
