pragma ComponentBehavior: Bound

import QtQuick
import "../style"

// The documents of a letter, when there is more than one to choose from.
Flow {
    id: pick

    required property QtObject documents

    signal chosen(index: int)

    spacing: Theme.gap

    Repeater {
        model: pick.documents

        OneOf {
            id: option

            required property string label
            required property int index
            required property bool here

            chosen: here
            least: Theme.smallTarget
            text: label
            width: Math.min(implicitWidth, pick.width)

            onClicked: pick.chosen(option.index)
        }
    }
}
