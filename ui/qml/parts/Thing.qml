import QtQuick
import "../style"

// Something that must not be left behind.
Column {
    id: thing

    required property string drawing
    required property string said

    spacing: Theme.space
    width: Theme.mm(120)

    Drawing {
        anchors.horizontalCenter: parent.horizontalCenter
        name: thing.drawing
        size: Theme.mm(100)
    }

    KText {
        font.bold: true
        font.pixelSize: Theme.headSize
        horizontalAlignment: Text.AlignHCenter
        text: thing.said
        width: parent.width
    }
}
