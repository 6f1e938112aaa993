import QtQuick
import Borgerkiosk
import "../parts"

LettersSheet {
    id: sheet

    required property Stage stage
    required property AskingOtherNameScreen page

    capitalised: true
    label: qsTr("Full name")
    most: page.most
    title: page.title

    onBackAsked: stage.goBack()
    onGiven: letters => stage.giveOtherName(letters)
}
