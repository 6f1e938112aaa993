import QtQuick
import "../style"

// Something that must not be left behind.
Column {
    id: thing

    required property string drawing
    required property string said

    spacing: Theme.space

    Drawing {
        anchors.horizontalCenter: parent.horizontalCenter
        name: thing.drawing
        size: Math.min(Theme.mm(100), thing.width)
    }

    KText {
        font.bold: true
        font.pixelSize: Theme.headSize
        horizontalAlignment: Text.AlignHCenter
        text: thing.said
        width: parent.width
    }
}
