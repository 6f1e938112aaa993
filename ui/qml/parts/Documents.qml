import QtQuick
import "../style"

// The documents of a letter, when there is more than one to choose from.
Flow {
    id: flow

    required property QtObject documents

    signal chosen(index: int)

    spacing: Theme.gap

    Repeater {
        model: flow.documents

        OneOf {
            id: document

            required property string label
            required property int index
            required property bool here

            chosen: here
            least: Theme.smallTarget
            text: label
            width: Math.min(implicitWidth, flow.width)

            onClicked: flow.chosen(document.index)
        }
    }
}
