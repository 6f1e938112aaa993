import QtQuick
import QtQuick.Layouts
import "../style"

// The frame of every screen: one title, one matter, Back at the start and the answers at the end of the last line.
// What does not fit is moved by a large button, by a finger, and by itself when the focus goes there.
FocusScope {
    id: sheet

    default property alias matter: body.data
    property alias answers: foot.data
    property string title
    property string backWords: qsTr("Back")
    property bool back: false
    readonly property bool more: flick.contentHeight > flick.height + 1
    readonly property Item holder: sheet.Window.activeFocusItem

    signal backAsked

    anchors.fill: parent
    focus: true

    onHolderChanged: flick.reveal(sheet.holder)

    ColumnLayout {
        id: frame

        anchors.bottomMargin: Theme.space + Theme.gap
        anchors.fill: parent
        anchors.leftMargin: Theme.wide
        anchors.rightMargin: Theme.wide
        anchors.topMargin: Theme.mm(8)
        spacing: Theme.space

        Flickable {
            id: flick

            readonly property bool atEnd: contentY > contentHeight - height - 1

            function moveTo(place: real) {
                contentY = Math.max(0, Math.min(contentHeight - height, place));
            }

            function moveOn() {
                moveTo(atEnd ? 0 : contentY + height - Theme.textSize * 2);
            }

            function reveal(item: Item) {
                if (!sheet.more || !item || !holds(item))
                    return;
                const top = item.mapToItem(page, 0, 0).y;
                if (top < contentY || item.height > height)
                    moveTo(top - Theme.gap);
                else if (top + item.height > contentY + height)
                    moveTo(top + item.height - height + Theme.gap);
            }

            function holds(item: Item): bool {
                for (let above = item; above; above = above.parent)
                    if (above === page)
                        return true;
                return false;
            }

            Layout.fillHeight: true
            Layout.fillWidth: true
            boundsBehavior: Flickable.StopAtBounds
            clip: sheet.more
            contentHeight: Math.max(height, page.implicitHeight)
            contentWidth: width
            interactive: sheet.more
            objectName: "pageful"

            ColumnLayout {
                id: page

                height: flick.contentHeight
                spacing: Theme.paragraph
                width: flick.width

                KTitle {
                    Layout.fillWidth: true
                    text: sheet.title
                    visible: text !== ""
                }

                Item {
                    id: body

                    readonly property Item inside: children.length > 0 ? children[0] : null

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    implicitHeight: inside ? inside.implicitHeight + inside.anchors.topMargin : 0
                }
            }
        }

        KButton {
            Layout.fillWidth: true
            least: Theme.smallTarget
            objectName: "more"
            text: flick.atEnd ? qsTr("To the top") : qsTr("More")
            visible: sheet.more

            onClicked: flick.moveOn()
        }

        GridLayout {
            id: foot

            property list<Item> standing: []
            readonly property real needed: standing.reduce((sum, child) => sum + child.implicitWidth + Theme.space, Theme.space)
            readonly property bool oneLine: needed <= width
            readonly property real widest: standing.reduce((most, child) => Math.max(most, child.implicitWidth), 0)
            readonly property int abreast: 2 * widest + Theme.space <= width ? 2 : 1

            function count() {
                standing = Array.from(children).filter(child => child !== between && child.visible);
            }

            // Where little would be left to read, the answers come after it.
            parent: sheet.height - implicitHeight < Theme.mm(95) ? page : frame
            Layout.fillWidth: true
            columnSpacing: Theme.space
            columns: oneLine ? standing.length + 1 : abreast
            rowSpacing: Theme.gap
            visible: sheet.back || children.length > 2

            // Whoever comes or goes changes it; to ask all of them for it in one binding would go round in circles.
            onImplicitWidthChanged: Qt.callLater(count)
            onVisibleChildrenChanged: Qt.callLater(count)

            KButton {
                Layout.alignment: Qt.AlignBottom
                kind: KButton.Plain
                objectName: "back"
                text: sheet.backWords
                visible: sheet.back

                onClicked: sheet.backAsked()
            }

            Item {
                id: between

                Layout.fillWidth: true
                visible: foot.oneLine
            }
        }
    }

    ScrollMark {
        anchors.bottomMargin: sheet.height - flick.y - flick.height - Theme.mm(8)
        anchors.rightMargin: Theme.gap
        anchors.topMargin: Theme.mm(8)
        of: flick
    }
}
