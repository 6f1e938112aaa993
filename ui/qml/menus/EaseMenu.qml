pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

// Larger, clearer, lower, slower, aloud: over whatever screen stands there, and gone with the visit.
Rectangle {
    id: menu

    required property Stage stage

    signal closed

    color: Theme.paper

    Sheet {
        title: qsTr("How do you see and hear best?")

        answers: KButton {
            kind: KButton.Main
            objectName: "closeEase"
            text: qsTr("Close")

            onClicked: menu.closed()
        }

        ColumnLayout {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            spacing: Theme.space

            Alternatives {
                Layout.fillWidth: true
                chosen: menu.stage.looks.size
                objectName: "sizes"
                options: [qsTr("Small"), qsTr("Usual"), qsTr("Large"), qsTr("Largest")]
                said: qsTr("Letters")

                onPicked: place => menu.stage.looks.chooseSize(place)
            }

            Alternatives {
                Layout.fillWidth: true
                chosen: menu.stage.looks.colours
                objectName: "colours"
                options: [qsTr("Usual"), qsTr("Black on white"), qsTr("White on black"), qsTr("Soft")]
                said: qsTr("Colours")

                onPicked: place => menu.stage.looks.chooseColours(place)
            }

            Alternatives {
                Layout.fillWidth: true
                chosen: menu.stage.looks.airy ? 1 : 0
                objectName: "spacing"
                options: [qsTr("Usual"), qsTr("Wide apart")]
                said: qsTr("Lines")

                onPicked: place => menu.stage.looks.chooseAiry(place === 1)
            }

            Alternatives {
                Layout.fillWidth: true
                chosen: menu.stage.looks.low ? 1 : 0
                objectName: "reach"
                options: [qsTr("Everywhere"), qsTr("Low down")]
                said: qsTr("Buttons")

                onPicked: place => menu.stage.looks.chooseLow(place === 1)
            }

            Alternatives {
                Layout.fillWidth: true
                chosen: menu.stage.unhurried ? 1 : 0
                objectName: "time"
                options: [qsTr("Usual"), qsTr("More time for everything")]
                said: qsTr("Time")

                onPicked: place => menu.stage.chooseMoreTime(place === 1)
            }
        }
    }
}
