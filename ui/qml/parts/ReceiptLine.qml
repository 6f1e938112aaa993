import QtQuick
import QtQuick.Layouts
import "../style"

// One thing that was counted at the end, and whether it is as it should be.
RowLayout {
    id: line

    required property string said
    required property bool good

    spacing: Theme.space

    Drawing {
        Layout.preferredHeight: size
        Layout.preferredWidth: size
        name: line.good ? "check" : "trouble"
        size: Theme.mm(11)
    }

    KText {
        Layout.fillWidth: true
        font.pixelSize: Theme.headSize
        text: line.said
    }
}
