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

        RowLayout {
            id: row

            required property string name
            required property string said

            Layout.fillWidth: true
            spacing: Theme.space

            KText {
                Layout.alignment: Qt.AlignTop
                Layout.maximumWidth: Theme.mm(64)
                Layout.minimumWidth: Theme.mm(64)
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
