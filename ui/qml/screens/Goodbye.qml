pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property GoodbyeScreen page

    title: page.title

    answers: KButton {
        kind: KButton.Main
        objectName: "done"
        text: qsTr("Done")

        onClicked: sheet.stage.takeThings()
    }

    Told {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.space
        drawing: sheet.page.drawing

        KText {
            Layout.fillWidth: true
            text: sheet.page.why
            visible: text !== ""
        }

        KText {
            Layout.fillWidth: true
            font.bold: true
            font.pixelSize: Theme.headSize
            text: qsTr("What is left of your visit")
        }

        Repeater {
            id: receipt

            model: sheet.page.receipt

            ReceiptLine {
                Layout.fillWidth: true
                Layout.topMargin: receipt.count > 7 ? -Theme.space : receipt.count > 5 ? -Theme.gap * 1.5 : 0
            }
        }
    }
}
