import QtQuick
import QtQuick.Layouts
import "../style"

// A drawing at the start and what there is to say beside it.
RowLayout {
    id: told

    required property string drawing
    default property alias words: column.data

    spacing: Theme.narrow ? Theme.space : Theme.mm(14)

    Drawing {
        Layout.alignment: Qt.AlignTop
        Layout.preferredHeight: size
        Layout.preferredWidth: size
        name: told.drawing
        size: Theme.drawingSize
    }

    ColumnLayout {
        id: column

        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        spacing: Theme.paragraph
    }
}
