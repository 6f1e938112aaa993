import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property AskingToServeScreen page

    back: true
    backWords: qsTr("No, not now")
    title: qsTr("Stop and think: this is a legal notice")

    answers: KButton {
        kind: KButton.Main
        objectName: "serve"
        text: qsTr("Yes, open the letter")

        onClicked: sheet.stage.acceptServing()
    }

    onBackAsked: sheet.stage.goBack()

    Told {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.space
        drawing: "legal"

        LetterHead {
            Layout.fillWidth: true
            label: sheet.page.label
            received: sheet.page.received
            sender: sheet.page.sender
        }

        KText {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space
            font.pixelSize: Theme.headSize
            text: sheet.page.owner === "" ? qsTr("When you open this letter, the law says that you have received it today.") : qsTr("When you open this letter, it is served on %1. The law says that %1 has received it today.").arg(sheet.page.owner)
        }

        KText {
            Layout.fillWidth: true
            text: qsTr("Time limits in the letter may start today, for example the time to answer or to complain.")
        }

        KText {
            Layout.fillWidth: true
            text: qsTr("You may wait and talk to somebody first. If you do not open it, the sender can give it to you in another way.")
        }
    }
}
