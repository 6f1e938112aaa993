import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property InvitingCardScreen page

    back: true
    title: qsTr("Put your card in the reader")

    answers: KButton {
        text: qsTr("I have a code device")
        visible: sheet.page.codeWay

        onClicked: sheet.stage.chooseCodeWay()
    }

    onBackAsked: sheet.stage.goBack()

    Told {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.wide
        drawing: "card-in"

        KText {
            Layout.fillWidth: true
            font.pixelSize: Theme.headSize
            text: qsTr("The gold chip goes in first and faces up.")
        }

        KText {
            Layout.fillWidth: true
            font.pixelSize: Theme.headSize
            text: qsTr("Leave the card in until you are done.")
        }

        KText {
            Layout.fillWidth: true
            text: qsTr("Nothing happens to your card. You take it with you when you leave.")
        }
    }
}
