pragma ComponentBehavior: Bound

import QtQuick
import "../style"

// The letters of a page of the folder. The focus is on one row; the arrow keys move it.
FocusScope {
    id: letters

    required property QtObject letters
    required property string folder
    required property string nothing
    required property string advice
    // Asked when a list comes: the row where the citizen left it.
    required property var lastRow

    signal chosen(id: string)

    Component.onCompleted: list.show(letters.letters)
    onLettersChanged: list.show(letters.letters)

    ListView {
        id: list

        Accessible.name: letters.folder
        Accessible.role: Accessible.List
        activeFocusOnTab: count > 0
        anchors.fill: parent
        anchors.rightMargin: Theme.mm(5)
        boundsBehavior: Flickable.StopAtBounds
        // Rows are made when they are needed and not beforehand: a screen that goes while one is being made would warn.
        cacheBuffer: 0
        clip: true
        focus: true
        highlightMoveDuration: 0
        reuseItems: true
        spacing: Theme.gap

        // A row kept for use again would be put first on the new page, with the letter of the old one on it.
        function show(rows: QtObject) {
            reuseItems = false;
            model = rows;
            reuseItems = true;
            currentIndex = letters.lastRow();
            positionViewAtIndex(currentIndex, ListView.Center);
        }

        // The view would make one of its own, and screen readers would find a nameless row.
        highlight: Item {
            Accessible.ignored: true
        }
        delegate: LetterButton {
            width: ListView.view.width

            onClicked: letters.chosen(id)
        }
    }

    ScrollMark {
        of: list
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
