import QtQuick
import QtQuick.Layouts
import "../style"

// One of two things that people mix up: what it is for, an example or two, and where it ends.
Rectangle {
    id: explained

    required property string drawing
    required property string name
    required property string purpose
    required property list<string> examples
    required property string limit

    border.color: Theme.line
    border.width: Theme.thin
    color: Theme.card
    implicitHeight: column.implicitHeight + 2 * Theme.space
    radius: Theme.radius

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.margins: Theme.space
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.space

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space

            Drawing {
                Layout.preferredHeight: size
                Layout.preferredWidth: size
                name: explained.drawing
                size: Theme.mm(28)
            }

            KText {
                Layout.fillWidth: true
                font.bold: true
                font.pixelSize: Theme.headSize
                text: explained.name
            }
        }

        KText {
            Layout.fillWidth: true
            font.bold: true
            text: explained.purpose
        }

        Repeater {
            model: explained.examples

            KText {
                required property string modelData

                Layout.fillWidth: true
                text: modelData
            }
        }

        KText {
            Layout.fillWidth: true
            text: explained.limit
        }
    }
}
