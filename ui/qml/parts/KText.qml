import QtQuick
import "../style"

// A text that the screen reader can read.
Text {
    id: text

    Accessible.name: text.text
    Accessible.role: Accessible.StaticText
    color: Theme.ink
    font.letterSpacing: Theme.letterGap
    font.pixelSize: Theme.textSize
    font.wordSpacing: Theme.wordGap
    horizontalAlignment: Text.AlignLeft
    lineHeight: Theme.lineHeight
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
}
