import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property CoveredScreen page

    title: page.title

    Told {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.wide
        drawing: "card-in"

        KText {
            font.pixelSize: Theme.headSize
            text: sheet.page.hidden
            Layout.fillWidth: true
        }

        KText {
            text: sheet.page.advice
            Layout.fillWidth: true
        }

        Countdown {
            number: sheet.stage.countdown
            said: sheet.stage.countdownSaid
            share: sheet.stage.shareLeft
            visible: !sheet.page.reading
            Layout.fillWidth: true
        }

        Patience {
            visible: sheet.page.reading
        }
    }
}
