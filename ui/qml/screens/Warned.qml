import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property WarnedScreen page

    title: qsTr("Are you still here?")

    Pulse {
        parent: sheet
        shown: sheet.stage.pulse
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.wide

        Told {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space
            drawing: "clock"

            KText {
                Layout.fillWidth: true
                font.pixelSize: Theme.headSize
                text: qsTr("Nobody has touched the screen for a while. To keep your things safe, the visit ends by itself.")
            }

            Countdown {
                Layout.fillWidth: true
                number: sheet.stage.countdown
                said: sheet.stage.countdownSaid
                share: sheet.stage.shareLeft
            }
        }

        KButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.mm(44)
            kind: KButton.Main
            objectName: "stay"
            text: qsTr("I am still here")
            textSize: Theme.titleSize

            onClicked: sheet.stage.stayHere()
        }

        PictureButton {
            Layout.alignment: Qt.AlignHCenter
            kind: KButton.Soft
            objectName: "moreTime"
            picture: "clock"
            text: qsTr("More time for everything")
            visible: !sheet.page.unhurried

            onClicked: sheet.stage.chooseMoreTime(true)
        }

        Item {
            Layout.fillHeight: true
        }
    }
}
