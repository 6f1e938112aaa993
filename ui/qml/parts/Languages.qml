pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../style"

// A button for each language, in its own words and letters; the one that is spoken is filled.
GridLayout {
    id: choice

    required property QtObject languages
    required property string language
    property real least: Theme.smallTarget
    property int textSize: Theme.textSize

    signal chosen(code: string)

    columnSpacing: Theme.gap
    rowSpacing: Theme.gap
    uniformCellHeights: true
    uniformCellWidths: true

    Repeater {
        model: choice.languages

        KButton {
            required property string code
            required property string name

            Layout.fillHeight: true
            Layout.fillWidth: true
            kind: code === choice.language ? KButton.Main : KButton.Plain
            // Arabic letters reach far up and down.
            least: Math.max(choice.least, choice.textSize * 2.4 + Theme.mm(3))
            leftPadding: Theme.gap
            rightPadding: Theme.gap
            text: name
            textSize: choice.textSize

            onClicked: choice.chosen(code)
        }
    }
}
