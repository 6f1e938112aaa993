pragma ComponentBehavior: Bound

import QtQuick
import "../style"

// The languages, each in its own words and letters, and more time, over whatever screen stands there.
Rectangle {
    id: menu

    required property QtObject languages
    required property string language
    required property bool unhurried
    property bool open: false

    signal chosen(language: string)
    signal moreTimeChosen(more: bool)

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

            Item {
                height: Theme.space
                width: 1
            }

            KText {
                horizontalAlignment: Text.AlignHCenter
                text: menu.unhurried ? qsTr("You have more time for everything until you leave.") : qsTr("Do you need more time? Then every time limit becomes longer until you leave.")
                width: parent.width
            }

            PictureButton {
                least: Theme.mm(26)
                kind: KButton.Soft
                objectName: "moreTime"
                picture: "../drawings/clock.svg"
                text: menu.unhurried ? qsTr("The usual time again") : qsTr("More time for everything")
                width: column.width

                onClicked: {
                    menu.open = false;
                    menu.moreTimeChosen(!menu.unhurried);
                }
            }
        }
    }
}
