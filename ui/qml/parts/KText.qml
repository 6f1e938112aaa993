import QtQuick
import "../style"

// A text that the screen reader can read.
Text {
    id: text

    Accessible.name: text.text
    Accessible.role: Accessible.StaticText
    color: Theme.ink
    font.pixelSize: Theme.textSize
    horizontalAlignment: Text.AlignLeft
    lineHeight: 1.15
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
}
