import QtQuick
import QtQuick.Templates as T
import "../style"

// One row of the choice: who, on what basis, until when, and why not, if not.
T.AbstractButton {
    id: row

    required property string id
    required property string name
    required property string number
    required property string what
    required property string whyNot
    required property bool company
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
        color: row.down ? Theme.softPressed : row.whyNot === "" ? Theme.card : Theme.grey
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
                font.bold: row.whyNot === ""
                font.pixelSize: Theme.textSize
                horizontalAlignment: Text.AlignLeft
                text: row.name
                textFormat: Text.PlainText
                width: parent.width
                wrapMode: Text.Wrap
            }

            Text {
                color: Theme.quietInk
                font.pixelSize: Theme.smallSize
                horizontalAlignment: Text.AlignLeft
                text: row.what
                textFormat: Text.PlainText
                width: parent.width
                wrapMode: Text.Wrap
            }
        }

        Column {
            id: side

            anchors.right: parent.right
            spacing: Theme.mm(1.5)
            width: Theme.narrow ? parent.width : Theme.column(52)
            y: Theme.narrow ? parent.height - height : (parent.height - height) / 2

            Text {
                color: Theme.quietInk
                font.pixelSize: Theme.smallSize
                horizontalAlignment: Theme.narrow ? Text.AlignLeft : Text.AlignRight
                text: row.number
                textFormat: Text.PlainText
                width: parent.width
            }

            Text {
                color: Theme.ink
                font.bold: true
                font.pixelSize: Theme.smallSize
                horizontalAlignment: Theme.narrow ? Text.AlignLeft : Text.AlignRight
                text: row.whyNot
                textFormat: Text.PlainText
                visible: text !== ""
                width: parent.width
                wrapMode: Text.Wrap
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
