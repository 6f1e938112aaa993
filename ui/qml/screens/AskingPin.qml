import QtQuick
import Borgerkiosk
import "../parts"

DigitsSheet {
    id: sheet

    required property Stage stage
    required property AskingPinScreen page

    advice: page.advice
    hidden: true
    hint: qsTr("The PIN has 6 to 8 digits. Nobody here needs to know it.")
    label: qsTr("Your card's PIN")
    least: 6
    most: 8
    remark: page.tries
    setback: page.setback
    title: qsTr("Type the PIN of your card")

    onBackAsked: stage.goBack()
    onGiven: digits => stage.givePin(digits)
}
