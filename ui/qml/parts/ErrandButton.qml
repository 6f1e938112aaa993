import QtQuick
import "../style"

// One errand. What the mandate does not cover is grey, with the reason beside it; touched, it says so again.
KButton {
    id: errand

    required property string said
    required property string whyNot

    least: Theme.target
    spoken: whyNot === "" ? said : `${said}, ${whyNot}`
    text: said

    contentItem: Item {
        implicitHeight: lines.implicitHeight

        Column {
            id: lines

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.mm(1)

            Text {
                color: Theme.ink
                font.bold: errand.whyNot === ""
                font.pixelSize: Theme.textSize
                horizontalAlignment: Text.AlignLeft
                text: errand.said
                textFormat: Text.PlainText
                width: parent.width
                wrapMode: Text.Wrap
            }

            Text {
                color: Theme.quietInk
                font.pixelSize: Theme.smallSize
                horizontalAlignment: Text.AlignLeft
                text: errand.whyNot
                textFormat: Text.PlainText
                visible: text !== ""
                width: parent.width
                wrapMode: Text.Wrap
            }
        }
    }
    background: Rectangle {
        border.color: Theme.main
        border.width: errand.whyNot === "" ? Theme.thin : 0
        color: errand.down ? Theme.softPressed : errand.whyNot === "" ? Theme.card : Theme.grey
        radius: Theme.radius

        FocusRing {
            anchors.fill: parent
            shown: errand.visualFocus
        }
    }
}
