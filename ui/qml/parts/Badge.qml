import QtQuick
import "../style"

// A small mark that stands out: a number or one word. The control around it says it aloud.
Rectangle {
    id: badge

    required property string said

    border.color: Theme.line
    border.width: Theme.thin
    color: Theme.training
    implicitHeight: words.implicitHeight + Theme.mm(1)
    implicitWidth: Math.max(implicitHeight, words.implicitWidth + Theme.mm(5))
    radius: height / 2
    visible: said !== ""

    Text {
        id: words

        anchors.centerIn: parent
        color: Theme.ink
        font.bold: true
        font.pixelSize: Theme.smallSize
        text: badge.said
        textFormat: Text.PlainText
    }
}
