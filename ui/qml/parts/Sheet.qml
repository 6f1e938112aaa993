import QtQuick
import QtQuick.Layouts
import "../style"

// The frame of every screen: one title, the matter, Back at the start and the answers at the end of the last line.
FocusScope {
    id: sheet

    default property alias matter: body.data
    property alias answers: row.data
    property string title
    property string backWords: qsTr("Back")
    property bool back: false

    signal backAsked

    anchors.fill: parent
    focus: true

    ColumnLayout {
        anchors.bottomMargin: Theme.space + Theme.gap
        anchors.fill: parent
        anchors.leftMargin: Theme.wide
        anchors.rightMargin: Theme.wide
        anchors.topMargin: Theme.mm(8)
        spacing: Theme.space

        KTitle {
            Layout.fillWidth: true
            text: sheet.title
            visible: text !== ""
        }

        Item {
            id: body

            Layout.fillHeight: true
            Layout.fillWidth: true
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space
            visible: sheet.back || row.children.length > 0

            KButton {
                Layout.alignment: Qt.AlignBottom
                kind: KButton.Plain
                objectName: "back"
                text: sheet.backWords
                visible: sheet.back

                onClicked: sheet.backAsked()
            }

            Item {
                Layout.fillWidth: true
            }

            RowLayout {
                id: row

                Layout.alignment: Qt.AlignBottom
                spacing: Theme.space
            }
        }
    }
}
