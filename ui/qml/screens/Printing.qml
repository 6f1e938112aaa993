import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property PrintingScreen page

    title: page.title

    answers: KButton {
        implicitWidth: Theme.mm(90)
        kind: KButton.Stop
        objectName: "stop"
        text: qsTr("Stop the printing")
        visible: sheet.page.mayStop

        onClicked: sheet.stage.stopPrinting()
    }

    Told {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.space
        drawing: "printer"

        KText {
            Layout.fillWidth: true
            font.bold: true
            font.pixelSize: Theme.headSize
            text: sheet.page.pages
        }

        Bar {
            Layout.fillWidth: true
            share: sheet.page.share
        }

        Note {
            Layout.fillWidth: true
            advice: sheet.page.advice
            said: sheet.page.held
        }

        ForStaff {
            Layout.fillWidth: true
            code: sheet.page.code
            said: sheet.page.staff
            visible: sheet.page.staff !== ""
        }
    }
}
