pragma ComponentBehavior: Bound

import QtQuick
import "../style"

// The languages, each in its own words and letters, over whatever screen stands there.
Rectangle {
    id: menu

    required property QtObject languages
    required property string language
    property bool open: false

    signal chosen(language: string)

    color: Theme.paper
    visible: open

    onOpenChanged: if (open)
        choice.forceActiveFocus(Qt.OtherFocusReason)

    FocusScope {
        id: choice

        anchors.centerIn: parent
        height: column.implicitHeight
        width: Theme.mm(150)

        Column {
            id: column

            anchors.fill: parent
            spacing: Theme.space

            KTitle {
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Choose your language")
                width: parent.width
            }

            Repeater {
                model: menu.languages

                KButton {
                    id: row

                    required property string code
                    required property string name

                    least: Theme.mm(26)
                    kind: row.code === menu.language ? KButton.Main : KButton.Soft
                    text: row.name
                    textSize: Theme.titleSize
                    width: column.width

                    onClicked: {
                        menu.open = false;
                        menu.chosen(row.code);
                    }
                }
            }
        }
    }
}
