import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property OfferingReceiptScreen page

    back: true
    backWords: qsTr("Go on without")
    title: page.title

    answers: KButton {
        kind: KButton.Main
        objectName: "print"
        text: qsTr("Print the receipt")

        onClicked: sheet.stage.askToPrint()
    }

    onBackAsked: sheet.stage.goBack()

    Told {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.space
        drawing: "printer"

        KText {
            Layout.fillWidth: true
            font.pixelSize: Theme.headSize
            text: sheet.page.why
        }

        KText {
            Layout.fillWidth: true
            font.bold: true
            font.pixelSize: Theme.headSize
            text: qsTr("Print it, take it along, and pass it on.")
        }

        KText {
            Layout.fillWidth: true
            text: sheet.page.holds
        }

        KText {
            Layout.fillWidth: true
            text: qsTr("It costs nothing. Stay at the printer: others can see what comes out.")
        }
    }
}
