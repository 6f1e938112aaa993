import QtQuick
import QtQuick.Templates as T
import "../style"

// One row of the list: who it is from, what it is about, when it came.
T.AbstractButton {
    id: row

    required property string id
    required property string label
    required property string sender
    required property string received
    required property string notice
    required property bool unread
    required property string spoken

    Accessible.focusable: true
    Accessible.name: spoken
    Accessible.role: Accessible.ListItem
    // One stop for the whole list; the arrow keys move inside.
    activeFocusOnTab: false
    bottomPadding: Theme.mm(3)
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Theme.space
    rightPadding: Theme.space
    topPadding: Theme.mm(3)

    background: Rectangle {
        border.color: row.activeFocus ? Theme.focusOut : Theme.line
        border.width: row.activeFocus ? Theme.focusWidth + 1 : Math.ceil(Theme.mm(0.3))
        color: row.down ? Theme.softPressed : Theme.card
        radius: Theme.radius

        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.focusWidth + 1
            border.color: Theme.focusIn
            border.width: Theme.focusWidth
            color: "transparent"
            radius: Theme.radius
            visible: row.activeFocus
        }
    }
    contentItem: Item {
        implicitHeight: Theme.narrow ? words.implicitHeight + side.implicitHeight + Theme.gap : Math.max(words.implicitHeight, side.implicitHeight)

        Column {
            id: words

            anchors.left: parent.left
            spacing: Theme.mm(1)
            width: Theme.narrow ? parent.width : parent.width - side.width - Theme.space
            y: Theme.narrow ? 0 : (parent.height - height) / 2

            Text {
                color: Theme.ink
                font.bold: row.unread
                font.pixelSize: Theme.textSize
                horizontalAlignment: Text.AlignLeft
                text: row.label
                textFormat: Text.PlainText
                width: parent.width
                wrapMode: Text.Wrap
            }

            Text {
                color: Theme.quietInk
                font.pixelSize: Theme.smallSize
                horizontalAlignment: Text.AlignLeft
                text: row.sender
                textFormat: Text.PlainText
                width: parent.width
                wrapMode: Text.Wrap
            }
        }

        Column {
            id: side

            anchors.right: parent.right
            spacing: Theme.mm(1.5)
            width: Theme.narrow ? parent.width : Theme.column(58)
            y: Theme.narrow ? parent.height - height : (parent.height - height) / 2

            Text {
                color: Theme.quietInk
                font.pixelSize: Theme.smallSize
                horizontalAlignment: Theme.narrow ? Text.AlignLeft : Text.AlignRight
                text: row.received
                textFormat: Text.PlainText
                width: parent.width
                wrapMode: Text.Wrap
            }

            Row {
                anchors.left: Theme.narrow ? parent.left : undefined
                anchors.right: Theme.narrow ? undefined : parent.right
                spacing: Theme.gap

                Badge {
                    said: row.notice
                }

                Badge {
                    said: row.unread ? qsTr("New") : ""
                }
            }
        }
    }

    Keys.onEnterPressed: event => {
        if (!event.isAutoRepeat)
            row.click();
    }
    Keys.onReturnPressed: event => {
        if (!event.isAutoRepeat)
            row.click();
    }
}
