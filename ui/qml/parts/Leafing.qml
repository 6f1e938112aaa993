import QtQuick
import QtQuick.Layouts
import "../style"

// Beside a page: which one it is, the next and the one before, larger and smaller.
ColumnLayout {
    id: leafing

    required property string page
    required property int previous
    required property int next
    required property string zoomed
    required property int closer
    required property int farther
    required property bool drawing

    signal turned(page: int)
    signal zoomChosen(zoom: int)

    spacing: Theme.space

    KText {
        Layout.fillWidth: true
        font.bold: true
        font.pixelSize: Theme.headSize
        horizontalAlignment: Text.AlignHCenter
        text: leafing.page
    }

    KButton {
        Layout.fillWidth: true
        objectName: "next"
        text: qsTr("Next page")
        visible: leafing.next > 0

        onClicked: leafing.turned(leafing.next)
    }

    KButton {
        Layout.fillWidth: true
        objectName: "previous"
        text: qsTr("Page before")
        visible: leafing.previous > 0

        onClicked: leafing.turned(leafing.previous)
    }

    KText {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space
        font.bold: true
        horizontalAlignment: Text.AlignHCenter
        text: leafing.zoomed
    }

    KButton {
        Layout.fillWidth: true
        objectName: "closer"
        text: qsTr("Larger")
        visible: leafing.closer > 0

        onClicked: leafing.zoomChosen(leafing.closer)
    }

    KButton {
        Layout.fillWidth: true
        objectName: "farther"
        text: qsTr("Smaller")
        visible: leafing.farther > 0

        onClicked: leafing.zoomChosen(leafing.farther)
    }

    Patience {
        Layout.alignment: Qt.AlignHCenter
        visible: leafing.drawing
    }
}
