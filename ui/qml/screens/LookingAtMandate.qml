import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property LookingAtMandateScreen page

    back: true
    title: sheet.page.title

    answers: [
        KButton {
            objectName: "decline"
            text: qsTr("Say no")
            visible: sheet.page.answer

            onClicked: sheet.stage.askToDecline()
        },
        KButton {
            kind: KButton.Main
            objectName: "accept"
            text: qsTr("Say yes")
            visible: sheet.page.answer

            onClicked: sheet.stage.askToAccept()
        },
        KButton {
            kind: KButton.Stop
            objectName: "withdraw"
            text: sheet.page.end
            visible: text !== ""

            onClicked: sheet.stage.askToWithdraw()
        }
    ]

    onBackAsked: sheet.stage.goBack()

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.wide

        KText {
            Layout.fillWidth: true
            font.pixelSize: Theme.headSize
            text: sheet.page.stands
        }

        Facts {
            Layout.fillWidth: true
            rows: sheet.page.facts
        }

        KText {
            Layout.fillWidth: true
            text: sheet.page.remark
            visible: text !== ""
        }
    }
}
