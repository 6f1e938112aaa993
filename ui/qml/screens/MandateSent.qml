import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property MandateSentScreen page

    title: sheet.page.title

    answers: [
        KButton {
            kind: sheet.page.mayAct ? KButton.Soft : KButton.Main
            objectName: "list"
            text: qsTr("To the list")

            onClicked: sheet.stage.goBack()
        },
        KButton {
            kind: KButton.Main
            objectName: "switch"
            text: qsTr("Choose who you are here for")
            visible: sheet.page.mayAct

            onClicked: sheet.stage.askToSwitch()
        }
    ]

    Told {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.space
        drawing: "check"

        KText {
            Layout.fillWidth: true
            font.pixelSize: Theme.headSize
            text: sheet.page.said
        }

        KText {
            Layout.fillWidth: true
            text: sheet.page.remark
            visible: text !== ""
        }

        KText {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space
            text: qsTr("The register calls it:")
        }

        KText {
            Layout.fillWidth: true
            font.bold: true
            font.pixelSize: Theme.titleSize
            text: sheet.page.reference
        }
    }
}
