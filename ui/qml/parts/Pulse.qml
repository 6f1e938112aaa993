import QtQuick
import "../style"

// A frame around the screen that comes and goes calmly, for whoever does not hear the chime.
Rectangle {
    required property bool shown

    anchors.fill: parent
    anchors.margins: Theme.gap
    border.color: Theme.main
    border.width: Theme.mm(3)
    color: "transparent"
    opacity: shown ? 1 : 0
    radius: Theme.radius
    visible: opacity > 0

    Behavior on opacity {
        NumberAnimation {
            duration: 400
        }
    }
}
