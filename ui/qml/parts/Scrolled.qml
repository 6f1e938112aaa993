import QtQuick
import QtQuick.Layouts
import "../style"

// What mostly fits, and can be moved with a finger or the arrow keys where it does not.
FocusScope {
    id: scrolled

    required property string name
    default property alias matter: column.data
    readonly property bool more: flick.contentHeight > flick.height + 1

    Flickable {
        id: flick

        function move(by: real) {
            contentY = Math.max(0, Math.min(contentHeight - height, contentY + by));
        }

        Accessible.focusable: scrolled.more
        Accessible.name: scrolled.name
        Accessible.role: Accessible.Pane
        activeFocusOnTab: scrolled.more
        anchors.fill: parent
        anchors.rightMargin: scrolled.more ? Theme.mm(5) : 0
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: column.implicitHeight
        contentWidth: width
        focus: true
        interactive: scrolled.more

        Keys.onDownPressed: event => {
            event.accepted = contentY < contentHeight - height - 1;
            move(height / 4);
        }
        Keys.onUpPressed: event => {
            event.accepted = contentY > 1;
            move(-height / 4);
        }

        ColumnLayout {
            id: column

            spacing: Theme.wide
            width: flick.width
        }
    }

    ScrollMark {
        of: flick
    }

    FocusRing {
        shown: flick.activeFocus && scrolled.more
    }
}
