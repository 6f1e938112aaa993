import QtQuick
import "../style"

// Whom a letter is from, what it is about, and when it came. `title`: it is the heading of the screen.
Column {
    id: head

    required property string label
    required property string sender
    required property string received
    property bool title: false

    spacing: Theme.mm(1)

    KText {
        Accessible.role: head.title ? Accessible.Heading : Accessible.StaticText
        font.bold: true
        font.pixelSize: Theme.headSize
        lineHeight: 1.05
        text: head.label
        width: parent.width
    }

    KText {
        color: Theme.quietInk
        text: `${head.sender} · ${head.received}`
        width: parent.width
    }
}
