import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property ActingEndedScreen page

    title: sheet.page.happened

    answers: [
        KButton {
            kind: KButton.Plain
            objectName: "form"
            text: qsTr("Print a form")
            visible: sheet.page.renewable

            onClicked: sheet.stage.askForForm()
        },
        KButton {
            objectName: "mandates"
            text: qsTr("Ask for a new one")
            visible: sheet.page.renewable

            onClicked: sheet.stage.askForMandates()
        },
        KButton {
            kind: KButton.Main
            objectName: "switch"
            text: qsTr("Choose who you are here for")

            onClicked: sheet.stage.askToSwitch()
        }
    ]

    Told {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.space
        drawing: "trouble"

        KText {
            Layout.fillWidth: true
            font.pixelSize: Theme.headSize
            text: sheet.page.notMeant
        }

        KText {
            Layout.fillWidth: true
            font.bold: true
            font.pixelSize: Theme.headSize
            text: sheet.page.advice
        }

        KText {
            Layout.fillWidth: true
            text: sheet.page.sheets
            visible: text !== ""
        }

        KText {
            Layout.fillWidth: true
            text: sheet.page.done
            visible: text !== ""
        }

        ForStaff {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space
            code: sheet.page.code
            said: sheet.page.staff
        }
    }
}
