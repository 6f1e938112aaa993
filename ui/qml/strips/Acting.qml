import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

// For whom the citizen acts: both names, as long as they do.
Rectangle {
    id: forWhom

    required property Stage stage
    required property ActingStrip strip

    signal scopeAsked

    Accessible.name: strip.said
    Accessible.role: Accessible.StaticText
    color: Theme.acting
    implicitHeight: Math.max(Theme.mm(18), names.implicitHeight + Theme.mm(3))

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.wide
        anchors.rightMargin: Theme.wide
        spacing: Theme.space

        Image {
            Accessible.ignored: true
            Layout.preferredHeight: Theme.mm(12)
            Layout.preferredWidth: Theme.mm(12)
            source: forWhom.strip.company ? "../drawings/company.svg" : "../drawings/two-people.svg"
            sourceSize.height: Theme.mm(12)
        }

        ColumnLayout {
            id: names

            Layout.fillWidth: true
            spacing: 0

            Text {
                Accessible.ignored: true
                Layout.fillWidth: true
                color: Theme.lightInk
                font.pixelSize: Theme.smallSize
                horizontalAlignment: Text.AlignLeft
                text: qsTr("You are %1").arg(forWhom.strip.me)
                textFormat: Text.PlainText
                wrapMode: Text.Wrap
            }

            Text {
                Accessible.ignored: true
                Layout.fillWidth: true
                color: Theme.lightInk
                font.bold: true
                font.pixelSize: Theme.textSize
                horizontalAlignment: Text.AlignLeft
                objectName: "principal"
                text: qsTr("You act for %1").arg(forWhom.strip.principal)
                textFormat: Text.PlainText
                wrapMode: Text.Wrap
            }
        }

        KButton {
            kind: KButton.Plain
            least: Theme.smallTarget
            objectName: "scope"
            text: qsTr("What may I do?")

            onClicked: forWhom.scopeAsked()
        }

        KButton {
            kind: KButton.Plain
            least: Theme.smallTarget
            objectName: "switch"
            text: qsTr("Change person")
            visible: forWhom.strip.maySwitch

            onClicked: forWhom.stage.askToSwitch()
        }
    }
}
