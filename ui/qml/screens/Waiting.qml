import QtQuick
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property WaitingScreen page

    back: page.back

    onBackAsked: sheet.stage.goBack()

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.wide

        Patience {
            anchors.horizontalCenter: parent.horizontalCenter
        }

        KTitle {
            horizontalAlignment: Text.AlignHCenter
            text: sheet.page.title
            width: parent.width
        }

        KText {
            font.pixelSize: Theme.headSize
            horizontalAlignment: Text.AlignHCenter
            text: sheet.page.advice
            visible: text !== ""
            width: parent.width
        }

        KText {
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("It takes longer than usual. Nothing is wrong; please wait a little more.")
            visible: sheet.stage.slow
            width: parent.width
        }
    }
}
