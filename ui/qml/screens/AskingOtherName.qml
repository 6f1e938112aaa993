import QtQuick
import Borgerkiosk
import "../parts"

LettersSheet {
    id: sheet

    required property Stage stage
    required property AskingOtherNameScreen page

    advice: page.advice
    capitalised: true
    label: qsTr("Full name")
    most: page.most
    setback: page.setback
    title: page.title

    onBackAsked: stage.goBack()
    onGiven: letters => stage.giveOtherName(letters)
}
