import QtQuick
import "../style"

// Shows how far to the side one is; a page does not turn round with the language.
Rectangle {
    id: mark

    required property Flickable of

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    anchors.bottom: parent.bottom
    anchors.left: parent.left
    anchors.right: parent.right
    color: Theme.soft
    height: Theme.mm(2.6)
    radius: height / 2
    visible: of.visibleArea.widthRatio < 0.999

    Item {
        anchors.fill: parent
        anchors.leftMargin: mark.width * mark.of.visibleArea.xPosition

        Rectangle {
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.top: parent.top
            color: Theme.main
            radius: height / 2
            width: mark.width * mark.of.visibleArea.widthRatio
        }
    }
}
