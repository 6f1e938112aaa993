pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../style"

// What something says, line by line: what it is at the start, and what is so beside it.
ColumnLayout {
    id: facts

    required property QtObject rows

    spacing: Theme.gap

    Repeater {
        model: facts.rows

        GridLayout {
            id: row

            required property string name
            required property string said

            Layout.fillWidth: true
            columnSpacing: Theme.space
            columns: Theme.narrow ? 1 : 2
            rowSpacing: 0

            KText {
                readonly property real room: Theme.narrow ? row.width : Theme.column(64)

                Layout.alignment: Qt.AlignTop
                Layout.maximumWidth: room
                Layout.minimumWidth: room
                color: Theme.quietInk
                text: row.name
            }

            KText {
                Layout.fillWidth: true
                font.bold: true
                text: row.said
            }
        }
    }
}
