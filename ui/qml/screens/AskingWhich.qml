import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property AskingWhichScreen page

    back: true
    title: sheet.page.title

    answers: KButton {
        kind: KButton.Plain
        objectName: "explain"
        text: qsTr("Help me to choose")

        onClicked: sheet.stage.askForExplanation()
    }

    onBackAsked: sheet.stage.goBack()

    RowLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: Math.min(parent.height, Theme.mm(136))
        spacing: Theme.space
        uniformCellSizes: true

        Choice {
            Layout.fillHeight: true
            Layout.fillWidth: true
            advice: qsTr("Access to Digital Post")
            drawing: "letter"
            kind: KButton.Plain
            objectName: "post"
            text: qsTr("Read letters")

            onClicked: sheet.stage.choosePostAccess()
        }

        Choice {
            Layout.fillHeight: true
            Layout.fillWidth: true
            advice: qsTr("Power of attorney")
            drawing: "mandate"
            kind: KButton.Plain
            objectName: "power"
            text: qsTr("Do things at public services")

            onClicked: sheet.stage.choosePower()
        }
    }
}
