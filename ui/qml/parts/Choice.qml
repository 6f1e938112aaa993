import QtQuick
import "../style"

// One of a few ways to go on, with a drawing: as big as its neighbour.
KButton {
    id: choice

    property string drawing
    property string advice

    Accessible.description: advice
    least: Theme.mm(92)

    contentItem: Item {
        Column {
            anchors.centerIn: parent
            spacing: Theme.gap
            width: parent.width

            Drawing {
                anchors.horizontalCenter: parent.horizontalCenter
                name: choice.drawing
                size: Math.min(Theme.mm(64), choice.availableHeight * 0.45)
            }

            Text {
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
                color: choice.dark ? Theme.lightInk : Theme.quietInk
                horizontalAlignment: Text.AlignHCenter
                text: choice.advice
                visible: text !== ""
                width: parent.width
            }
        }
    }
}
