import QtQuick
import "../style"

// One of a few ways to go on, with a drawing: as big as its neighbour.
KButton {
    id: choice

    property string drawing
    property string advice

    Accessible.description: advice
    least: Theme.mm(60)

    contentItem: Item {
        implicitHeight: heading.implicitHeight + hint.implicitHeight + Theme.mm(30) + 2 * said.spacing

        Column {
            id: said

            anchors.centerIn: parent
            readonly property real room: choice.availableHeight - heading.implicitHeight - hint.implicitHeight - 2 * spacing

            spacing: Theme.gap
            width: parent.width

            Drawing {
                anchors.horizontalCenter: parent.horizontalCenter
                name: choice.drawing
                size: Math.min(Theme.mm(64), Theme.drawingSize, said.room)
            }

            Text {
                id: heading

                color: choice.dark ? Theme.lightInk : Theme.ink
                font.bold: true
                font.pixelSize: Theme.headSize
                horizontalAlignment: Text.AlignHCenter
                text: choice.text
                textFormat: Text.PlainText
                width: parent.width
                wrapMode: Text.Wrap
            }

            KText {
                id: hint

                color: choice.dark ? Theme.lightInk : Theme.quietInk
                horizontalAlignment: Text.AlignHCenter
                text: choice.advice
                visible: text !== ""
                width: parent.width
            }
        }
    }
}
