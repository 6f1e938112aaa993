import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property AskingToDoScreen page

    back: true
    backWords: qsTr("No, go back")
    title: sheet.page.title

    answers: KButton {
        kind: KButton.Main
        objectName: "confirm"
        text: qsTr("Yes, do it")

        onClicked: sheet.stage.confirmErrand()
    }

    onBackAsked: sheet.stage.goBack()

    Told {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.space
        drawing: "one-person"

        KText {
            Layout.fillWidth: true
            font.bold: true
            font.pixelSize: Theme.headSize
            text: sheet.page.errand
        }

        KText {
            Layout.fillWidth: true
            font.pixelSize: Theme.headSize
            text: qsTr("For %1").arg(sheet.page.whose)
        }
    }
}
