import QtQuick
import Borgerkiosk
import "../parts"

DigitsSheet {
    id: sheet

    required property Stage stage
    required property AskingCodeScreen page

    advice: page.advice
    hint: qsTr("Press the button on your code device. It shows 6 digits.")
    label: qsTr("Code")
    least: 6
    most: 6
    setback: page.setback
    title: qsTr("Type the code from your code device")

    onBackAsked: stage.goBack()
    onGiven: digits => stage.giveCode(digits)
}
