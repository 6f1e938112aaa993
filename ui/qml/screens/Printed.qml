import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property PrintedScreen page

    back: page.back !== ""
    backWords: page.back
    title: page.title

    answers: [
        KButton {
            objectName: "again"
            text: qsTr("Print again")
            visible: sheet.page.again

            onClicked: sheet.stage.askToPrint()
        },
        KButton {
            kind: KButton.Main
            objectName: "onward"
            text: sheet.page.onward
            visible: text !== ""

            onClicked: sheet.stage.goBack()
        }
    ]

    onBackAsked: sheet.stage.goBack()

    Told {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.space
        drawing: sheet.page.drawing

        KText {
            Layout.fillWidth: true
            font.pixelSize: Theme.headSize
            text: sheet.page.said
        }

        KText {
            Layout.fillWidth: true
            font.bold: true
            font.pixelSize: Theme.headSize
            text: sheet.page.advice
            visible: text !== ""
        }
    }
}
