import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property AwayScreen page

    title: qsTr("Your screen is covered")

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.wide

        Told {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space
            drawing: "cover"

            KText {
                Layout.fillWidth: true
                font.pixelSize: Theme.headSize
                text: sheet.page.hidden
            }

            KText {
                Layout.fillWidth: true
                text: sheet.page.advice
            }

            Countdown {
                Layout.fillWidth: true
                number: sheet.stage.countdown
                said: sheet.stage.countdownSaid
                share: sheet.stage.shareLeft
            }

            KText {
                Layout.fillWidth: true
                text: qsTr("Then the visit ends by itself.")
            }
        }

        KButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.mm(44)
            kind: KButton.Main
            objectName: "comeBack"
            text: qsTr("I am back")
            textSize: Theme.titleSize

            onClicked: sheet.stage.comeBack()
        }

        Item {
            Layout.fillHeight: true
        }
    }
}
