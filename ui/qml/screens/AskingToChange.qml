import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property AskingToChangeScreen page

    back: true
    title: sheet.page.title

    answers: KButton {
        kind: sheet.page.ends ? KButton.Stop : KButton.Main
        objectName: "yes"
        text: sheet.page.yes

        onClicked: sheet.stage.askToSign()
    }

    onBackAsked: sheet.stage.goBack()

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.wide

        KText {
            Layout.fillWidth: true
            font.pixelSize: Theme.headSize
            text: sheet.page.then
        }

        Facts {
            Layout.fillWidth: true
            rows: sheet.page.facts
        }
    }
}
