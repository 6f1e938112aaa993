import QtQuick
import "../style"

// A page of the letter, moved with a finger or the arrow keys.
FocusScope {
    id: view

    required property string picture
    required property string page
    required property string words
    required property real ratio
    required property int zoom
    property int zoomBefore: 100

    implicitHeight: Theme.mm(80)

    // Where a line begins stays before the eyes: a tenth into the view, as far as a letter's margin.
    onZoomChanged: {
        const more = view.zoom / view.zoomBefore - 1;
        view.zoomBefore = view.zoom;
        flick.moveDown((flick.contentY + flick.height / 10) * more);
        flick.moveAside((flick.contentX + flick.width / 10) * more);
    }
    onPageChanged: flick.contentY = 0

    Rectangle {
        id: frame

        anchors.fill: parent
        border.color: Theme.line
        border.width: Math.ceil(Theme.mm(0.3))
        color: Theme.soft
    }

    Flickable {
        id: flick

        readonly property real step: height / 4

        function moveDown(by: real) {
            contentY = Math.max(0, Math.min(contentHeight - height, contentY + by));
        }

        function moveAside(by: real) {
            contentX = Math.max(0, Math.min(contentWidth - width, contentX + by));
        }

        Accessible.description: view.words
        Accessible.focusable: true
        Accessible.name: view.page
        Accessible.role: Accessible.Graphic
        activeFocusOnTab: true
        anchors.bottomMargin: aside.visible ? Theme.mm(4) : Theme.mm(1)
        anchors.fill: parent
        anchors.leftMargin: Theme.mm(1)
        anchors.rightMargin: Theme.mm(4)
        anchors.topMargin: Theme.mm(1)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: image.height
        contentWidth: image.width
        focus: true

        Keys.onDownPressed: event => {
            event.accepted = contentY < contentHeight - height - 1;
            moveDown(step);
        }
        Keys.onLeftPressed: event => {
            event.accepted = contentX > 1;
            moveAside(-step);
        }
        Keys.onRightPressed: event => {
            event.accepted = contentX < contentWidth - width - 1;
            moveAside(step);
        }
        Keys.onUpPressed: event => {
            event.accepted = contentY > 1;
            moveDown(-step);
        }

        Image {
            id: image

            Accessible.ignored: true
            LayoutMirroring.enabled: false
            cache: false
            height: width * view.ratio
            smooth: true
            source: view.picture
            width: flick.width * view.zoom / 100
        }
    }

    ScrollMark {
        anchors.margins: frame.border.width
        of: flick
    }

    SideMark {
        id: aside

        anchors.margins: frame.border.width
        of: flick
    }

    FocusRing {
        shown: flick.activeFocus
    }
}
