import QtQuick
import "../style"

// Says on every screen that nothing here is real.
Rectangle {
    color: Theme.training
    implicitHeight: words.implicitHeight + Theme.mm(2.5)

    KText {
        id: words

        anchors.centerIn: parent
        font.bold: true
        font.pixelSize: Theme.smallSize
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("TRAINING: everything here is invented")
        width: parent.width - 2 * Theme.wide
    }
}
