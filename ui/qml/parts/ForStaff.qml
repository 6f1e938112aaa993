import QtQuick
import "../style"

// What whoever comes to help needs to know, and the code that stands in the list of troubles.
Item {
    id: staff

    required property string said
    required property string code

    implicitHeight: column.implicitHeight

    Column {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.mm(1)

        Rectangle {
            color: Theme.line
            height: Math.ceil(Theme.mm(0.3))
            width: parent.width
        }

        KText {
            color: Theme.quietInk
            font.bold: true
            font.pixelSize: Theme.smallSize
            text: qsTr("For the staff")
            topPadding: Theme.gap
            width: parent.width
        }

        KText {
            color: Theme.quietInk
            font.pixelSize: Theme.smallSize
            text: staff.said
            width: parent.width
        }

        KText {
            color: Theme.quietInk
            font.pixelSize: Theme.smallSize
            text: qsTr("Code %1").arg(staff.code)
            width: parent.width
        }
    }
}
