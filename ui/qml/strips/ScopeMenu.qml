pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

// What the citizen may do for the other person, and what not, over whatever screen stands there.
FocusScope {
    id: menu

    required property Stage stage
    required property ActingStrip strip

    signal closed

    focus: true

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    ColumnLayout {
        anchors.bottomMargin: Theme.space + Theme.gap
        anchors.fill: parent
        anchors.leftMargin: Theme.wide
        anchors.rightMargin: Theme.wide
        anchors.topMargin: Theme.mm(8)
        spacing: Theme.space

        KTitle {
            Layout.fillWidth: true
            text: qsTr("What you may do for %1").arg(menu.strip.short)
        }

        Scrolled {
            Layout.fillHeight: true
            Layout.fillWidth: true
            name: menu.strip.what

            KText {
                Layout.fillWidth: true
                text: menu.strip.what
            }

            ColumnLayout {
                Layout.fillWidth: true
                Layout.topMargin: -Theme.gap
                spacing: Theme.gap

                Repeater {
                    model: menu.strip.scope

                    ScopeLine {
                        Layout.fillWidth: true
                    }
                }
            }

        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space

            KText {
                Layout.fillWidth: true
                font.pixelSize: Theme.smallSize
                text: menu.strip.first
            }

            KButton {
                kind: KButton.Plain
                objectName: "scopeForm"
                text: qsTr("Print a form")
                visible: menu.strip.form

                onClicked: menu.stage.askForForm()
            }

            KButton {
                objectName: "scopeMore"
                text: qsTr("Ask for more")
                visible: menu.strip.more

                onClicked: menu.stage.askForMandates()
            }

            KButton {
                focus: true
                kind: KButton.Main
                objectName: "closeScope"
                text: qsTr("Close")

                onClicked: menu.closed()
            }
        }
    }
}
