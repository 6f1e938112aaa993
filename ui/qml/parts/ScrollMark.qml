import QtQuick
import "../style"

// Shows how far down one is.
Rectangle {
    id: mark

    required property Flickable of

    anchors.bottom: parent.bottom
    anchors.right: parent.right
    anchors.top: parent.top
    color: Theme.soft
    radius: width / 2
    visible: of.visibleArea.heightRatio < 0.999
    width: Theme.mm(2.6)

    Item {
        anchors.fill: parent
        anchors.topMargin: mark.height * mark.of.visibleArea.yPosition

        Rectangle {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            color: Theme.main
            height: mark.height * mark.of.visibleArea.heightRatio
            radius: width / 2
        }
    }
}
