import QtQuick
import "../style"

// Two colours around whatever has the focus (WCAG 2.4.13).
Rectangle {
    id: ring

    required property bool shown

    anchors.fill: parent
    anchors.margins: -Theme.focusWidth
    border.color: Theme.focusOut
    border.width: Theme.focusWidth
    color: "transparent"
    radius: Theme.radius + Theme.focusWidth
    visible: ring.shown

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.focusWidth
        border.color: Theme.focusIn
        border.width: Math.ceil(Theme.focusWidth * 0.75)
        color: "transparent"
        radius: Theme.radius
    }
}
