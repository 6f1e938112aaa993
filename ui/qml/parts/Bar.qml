import QtQuick
import "../style"

// How much of something there is, from nothing to all.
Rectangle {
    id: bar

    required property real share

    border.color: Theme.main
    border.width: Math.ceil(Theme.mm(0.4))
    color: Theme.card
    implicitHeight: Theme.mm(6)
    radius: height / 2

    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.mm(1)
        anchors.top: parent.top
        color: Theme.main
        radius: height / 2
        visible: bar.share > 0
        width: Math.max(height, (bar.width - 2 * Theme.mm(1)) * bar.share)
    }
}
