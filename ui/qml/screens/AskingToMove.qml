import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property AskingToMoveScreen page

    back: true
    backWords: qsTr("No, end here")
    title: sheet.page.happened

    answers: KButton {
        kind: KButton.Main
        objectName: "move"
        text: qsTr("Yes, move my visit here")

        onClicked: sheet.stage.acceptMoving()
    }

    onBackAsked: sheet.stage.askToEnd()

    Told {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.space
        drawing: "shield"

        KText {
            Layout.fillWidth: true
            text: sheet.page.since
        }

        KText {
            Layout.fillWidth: true
            font.bold: true
            font.pixelSize: Theme.headSize
            text: qsTr("Do you want to move your visit here? It then ends at the other screen.")
        }

        KText {
            Layout.fillWidth: true
            text: sheet.page.advice
        }

        ForStaff {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space
            code: sheet.page.code
            said: sheet.page.staff
        }
    }
}
