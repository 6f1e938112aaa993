import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property VoiceGoneScreen page

    title: page.happened

    answers: KButton {
        kind: KButton.Main
        objectName: "goOn"
        text: qsTr("Go on")

        onClicked: sheet.stage.goOnWithoutVoice()
    }

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

        ForStaff {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space
            code: sheet.page.code
            said: sheet.page.staff
        }
    }
}
