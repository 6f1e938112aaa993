import QtQuick
import "../style"

// A folder of the mailbox and how many letters in it are unread.
KButton {
    id: button

    required property string name
    required property string unread
    required property bool here

    least: Theme.mm(18)
    kind: here ? KButton.Main : KButton.Plain
    text: name

    contentItem: Item {
        implicitHeight: label.implicitHeight

        Text {
            id: label

            anchors.left: parent.left
            anchors.right: badge.visible ? badge.left : parent.right
            anchors.rightMargin: badge.visible ? Theme.gap : 0
            anchors.verticalCenter: parent.verticalCenter
            color: button.dark ? Theme.lightInk : Theme.ink
            font.bold: button.here
            font.pixelSize: Theme.textSize
            horizontalAlignment: Text.AlignLeft
            text: button.name
            textFormat: Text.PlainText
            wrapMode: Text.Wrap
        }

        Badge {
            id: badge

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            said: button.unread
        }
    }
}
