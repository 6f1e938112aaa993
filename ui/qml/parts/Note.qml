import QtQuick
import "../style"

// Something to know before going on: what went wrong, and what to do now.
Rectangle {
    id: note

    property string said
    property string advice

    border.color: Theme.noticeLine
    border.width: Math.ceil(Theme.mm(0.5))
    color: Theme.notice
    implicitHeight: column.implicitHeight + 2 * Theme.mm(3.5)
    radius: Theme.radius
    visible: said !== ""

    Column {
        id: column

        anchors.left: parent.left
        anchors.margins: Theme.space
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap

        KText {
            font.bold: true
            lineHeight: 1
            text: note.said
            width: parent.width
        }

        KText {
            lineHeight: 1
            text: note.advice
            visible: text !== ""
            width: parent.width
        }
    }
}
