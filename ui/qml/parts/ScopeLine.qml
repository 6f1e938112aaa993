import QtQuick
import QtQuick.Layouts
import "../style"

// One thing that a mandate may cover. What it does not cover is grey, with the reason beside it; what it covers, but
// not at this machine, is neither ticked nor grey.
RowLayout {
    id: line

    required property string said
    required property bool covered
    required property string whyNot
    readonly property bool here: covered && whyNot === ""

    spacing: Theme.space

    Image {
        Accessible.ignored: true
        Layout.preferredHeight: Theme.mm(8)
        Layout.preferredWidth: Theme.mm(8)
        source: Theme.drawing(line.here ? "covered" : line.covered ? "elsewhere" : "not-covered")
        sourceSize.height: Theme.mm(8)
    }

    Text {
        Accessible.name: line.said
        Accessible.role: Accessible.StaticText
        Layout.fillWidth: true
        color: line.covered ? Theme.ink : Theme.quietInk
        font.bold: line.here
        font.pixelSize: Theme.textSize
        horizontalAlignment: Text.AlignLeft
        text: line.said
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
    }

    Text {
        Accessible.name: line.whyNot
        Accessible.role: Accessible.StaticText
        Layout.fillWidth: true
        color: Theme.quietInk
        font.pixelSize: Theme.smallSize
        horizontalAlignment: Text.AlignRight
        text: line.whyNot
        textFormat: Text.PlainText
        visible: text !== ""
        wrapMode: Text.Wrap
    }
}
