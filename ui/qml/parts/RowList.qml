pragma ComponentBehavior: Bound

import QtQuick
import "../style"

// Rows to choose from, as many as there are. The focus is on one of them; the arrow keys move it.
FocusScope {
    id: scope

    required property QtObject rows
    required property string name
    // Asked when the rows come: where the citizen left them.
    property var lastRow: () => 0
    property alias delegate: list.delegate
    // The role that says under which heading a row stands.
    property alias grouped: list.section.property
    readonly property alias count: list.count

    implicitHeight: Theme.mm(50)

    Component.onCompleted: list.show(scope.rows)
    onRowsChanged: list.show(scope.rows)

    ListView {
        id: list

        Accessible.name: scope.name
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

        // A row kept for use again would be put first on the new page, with the content of the old one on it.
        function show(rows: QtObject) {
            reuseItems = false;
            model = rows;
            reuseItems = true;
            currentIndex = scope.lastRow();
            positionViewAtIndex(currentIndex, ListView.Center);
        }

        // The view would make one of its own, and screen readers would find a nameless row.
        highlight: Item {
            Accessible.ignored: true
        }
        section.delegate: KText {
            required property string section

            bottomPadding: Theme.gap
            font.bold: true
            text: section
            topPadding: Theme.gap
            width: ListView.view.width
        }
    }

    ScrollMark {
        of: list
    }
}
