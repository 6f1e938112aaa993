pragma ComponentBehavior: Bound

import QtQuick
import "../style"

// The letters of a page of the folder.
FocusScope {
    id: letters

    required property QtObject letters
    required property string folder
    required property string nothing
    required property string advice
    required property var lastRow

    signal chosen(id: string)

    implicitHeight: Theme.mm(70)

    RowList {
        id: list

        anchors.fill: parent
        focus: true
        lastRow: letters.lastRow
        name: letters.folder
        rows: letters.letters

        delegate: LetterButton {
            width: ListView.view.width

            onClicked: letters.chosen(id)
        }
    }

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.mm(70)
        spacing: Theme.gap
        visible: list.count === 0

        KText {
            font.pixelSize: Theme.headSize
            horizontalAlignment: Text.AlignHCenter
            text: letters.nothing
            width: parent.width
        }

        KText {
            horizontalAlignment: Text.AlignHCenter
            text: letters.advice
            visible: text !== ""
            width: parent.width
        }
    }

    Drawing {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: Theme.wide
        name: "letter"
        size: Theme.mm(56)
        visible: list.count === 0
    }
}
