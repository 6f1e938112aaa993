import QtQuick
import "../style"

// The seconds that are left, as a number and as a bar that grows shorter.
Column {
    id: countdown

    required property string number
    required property string said
    required property real share

    spacing: Theme.gap

    KText {
        Accessible.name: countdown.said
        Accessible.role: Accessible.Clock
        anchors.horizontalCenter: parent.horizontalCenter
        color: Theme.main
        font.bold: true
        font.pixelSize: Theme.letters(22)
        lineHeight: 1
        text: countdown.number
    }

    KText {
        Accessible.role: Accessible.Clock
        anchors.horizontalCenter: parent.horizontalCenter
        text: countdown.said
    }

    Bar {
        share: countdown.share
        width: countdown.width
    }
}
