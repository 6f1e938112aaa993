import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property ErrandDoneScreen page

    back: sheet.page.post
    backWords: qsTr("To the letters")
    title: sheet.page.said

    answers: KButton {
        kind: KButton.Main
        objectName: "services"
        text: qsTr("Do something else")

        onClicked: sheet.stage.goBack()
    }

    onBackAsked: sheet.stage.askForPost()

    Told {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.space
        drawing: "check"

        KText {
            Layout.fillWidth: true
            font.pixelSize: Theme.headSize
            text: sheet.page.errand
        }

        KText {
            Layout.fillWidth: true
            text: qsTr("The service calls it:")
        }

        KText {
            Layout.fillWidth: true
            font.bold: true
            font.pixelSize: Theme.titleSize
            text: sheet.page.reference
        }
    }
}
