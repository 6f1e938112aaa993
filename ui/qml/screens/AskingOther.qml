import QtQuick
import Borgerkiosk
import "../parts"

DigitsSheet {
    id: sheet

    required property Stage stage
    required property AskingOtherScreen page

    advice: page.advice
    dashAfter: 6
    hint: qsTr("The number is on the person's yellow health card.")
    label: qsTr("CPR number")
    least: 1
    most: 10
    setback: page.setback
    title: page.title

    onBackAsked: stage.goBack()
    onGiven: digits => stage.giveOtherCpr(digits)
}
