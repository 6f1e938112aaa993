import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property ReadingBackScreen page

    back: true
    backWords: qsTr("No, go back")
    title: qsTr("Is this right?")

    answers: [
        KButton {
            kind: KButton.Plain
            objectName: "form"
            text: qsTr("On paper instead")

            onClicked: sheet.stage.askForForm()
        },
        KButton {
            kind: KButton.Main
            objectName: "sign"
            text: sheet.page.yes

            onClicked: sheet.stage.askToSign()
        }
    ]

    onBackAsked: sheet.stage.goBack()

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.wide

        Facts {
            Layout.fillWidth: true
            rows: sheet.page.facts
        }

        Note {
            Layout.fillWidth: true
            said: sheet.page.caution
        }

        KText {
            Layout.fillWidth: true
            text: sheet.page.then
        }
    }
}
