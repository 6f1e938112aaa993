import QtQuick
import "../style"

// A button with a small picture before its words.
KButton {
    id: button

    required property string picture

    contentItem: Item {
        implicitHeight: words.implicitHeight
        implicitWidth: words.implicitWidth + image.width + Theme.gap

        Row {
            anchors.centerIn: parent
            spacing: Theme.gap

            Image {
                id: image

                anchors.verticalCenter: parent.verticalCenter
                height: Theme.mm(9)
                source: Theme.drawing(button.picture)
                sourceSize.height: height
            }

            Text {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                color: button.dark ? Theme.lightInk : Theme.ink
                font.bold: button.dark
                font.letterSpacing: Theme.letterGap
                font.pixelSize: button.textSize
                horizontalAlignment: Text.AlignHCenter
                lineHeight: button.lines
                text: button.text
                textFormat: Text.PlainText
                width: Math.min(implicitWidth, button.availableWidth - image.width - Theme.gap)
                wrapMode: Text.Wrap
            }
        }
    }
}
