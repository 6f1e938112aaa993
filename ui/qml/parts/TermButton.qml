import QtQuick
import "../style"

// For how long, and the last day under it.
KButton {
    id: term

    required property string said
    required property string day

    least: Theme.mm(44)
    spoken: `${said}, ${day}`
    text: said

    contentItem: Item {
        implicitHeight: lines.implicitHeight

        Column {
            id: lines

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gap

            Text {
                color: Theme.ink
                font.bold: true
                font.pixelSize: Theme.titleSize
                horizontalAlignment: Text.AlignHCenter
                text: term.said
                textFormat: Text.PlainText
                width: parent.width
                wrapMode: Text.Wrap
            }

            Text {
                color: Theme.quietInk
                font.pixelSize: Theme.textSize
                horizontalAlignment: Text.AlignHCenter
                text: term.day
                textFormat: Text.PlainText
                width: parent.width
                wrapMode: Text.Wrap
            }
        }
    }
}
