pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

// What the citizen may do for the other person, and what not, over whatever screen stands there.
Rectangle {
    id: menu

    required property Stage stage
    required property ActingStrip strip

    signal closed

    color: Theme.paper

    Sheet {
        title: qsTr("What you may do for %1").arg(menu.strip.short)

        answers: [
            KButton {
                kind: KButton.Plain
                objectName: "scopeForm"
                text: qsTr("Print a form")
                visible: menu.strip.form

                onClicked: menu.stage.askForForm()
            },
            KButton {
                objectName: "scopeMore"
                text: qsTr("Ask for more")
                visible: menu.strip.more

                onClicked: menu.stage.askForMandates()
            },
            KButton {
                focus: true
                kind: KButton.Main
                objectName: "closeScope"
                text: qsTr("Close")

                onClicked: menu.closed()
            }
        ]

        ColumnLayout {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            spacing: Theme.gap

            KText {
                Layout.bottomMargin: Theme.space
                Layout.fillWidth: true
                text: menu.strip.what
            }

            Repeater {
                model: menu.strip.scope

                ScopeLine {
                    Layout.fillWidth: true
                }
            }

            KText {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space
                font.pixelSize: Theme.smallSize
                text: menu.strip.first
                visible: text !== ""
            }
        }
    }
}
