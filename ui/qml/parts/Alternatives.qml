pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../style"

// A few ways that exclude each other, with what they are about before them.
GridLayout {
    id: alternatives

    required property string said
    required property list<string> options
    required property int chosen

    signal picked(place: int)

    columnSpacing: Theme.space
    columns: Theme.narrow ? 1 : 2
    rowSpacing: Theme.gap

    KText {
        Layout.minimumWidth: Theme.narrow ? 0 : Theme.column(44)
        Layout.maximumWidth: Theme.narrow ? alternatives.width : Theme.column(44)
        font.bold: true
        text: alternatives.said
    }

    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.gap
        columns: Theme.narrow ? 2 : alternatives.options.length
        rowSpacing: Theme.gap
        uniformCellWidths: true

        Repeater {
            model: alternatives.options

            OneOf {
                required property int index
                required property string modelData

                Layout.fillWidth: true
                chosen: alternatives.chosen === index
                least: Theme.smallTarget
                spoken: `${alternatives.said}: ${modelData}`
                text: modelData

                onClicked: alternatives.picked(index)
            }
        }
    }
}
