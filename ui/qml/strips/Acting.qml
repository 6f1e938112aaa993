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

    readonly property int letters: Theme.narrow ? Theme.smallSize : Theme.textSize

    signal scopeAsked

    Accessible.name: strip.said
    Accessible.role: Accessible.StaticText
    color: Theme.acting
    implicitHeight: Math.max(Theme.mm(18), content.implicitHeight + Theme.mm(3))

    GridLayout {
        id: content

        anchors.fill: parent
        anchors.leftMargin: Theme.wide
        anchors.rightMargin: Theme.wide
        columnSpacing: Theme.space
        columns: Theme.narrow ? 1 : 2
        rowSpacing: Theme.gap

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space

            Image {
                Accessible.ignored: true
                Layout.preferredHeight: Theme.mm(12)
                Layout.preferredWidth: Theme.mm(12)
                source: Theme.drawing(forWhom.strip.company ? "company" : "two-people")
                sourceSize.height: Theme.mm(12)
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Text {
                    Accessible.ignored: true
                    Layout.fillWidth: true
                    color: Theme.lightInk
                    font.pixelSize: Theme.smallSize
                    horizontalAlignment: Text.AlignLeft
                    lineHeight: Theme.buttonLines
                    text: qsTr("You are %1").arg(forWhom.strip.me)
                    textFormat: Text.PlainText
                    wrapMode: Text.Wrap
                }

                Text {
                    Accessible.ignored: true
                    Layout.fillWidth: true
                    color: Theme.lightInk
                    font.bold: true
                    font.pixelSize: forWhom.letters
                    horizontalAlignment: Text.AlignLeft
                    lineHeight: Theme.buttonLines
                    objectName: "principal"
                    text: qsTr("You act for %1").arg(forWhom.strip.principal)
                    textFormat: Text.PlainText
                    wrapMode: Text.Wrap
                }
            }
        }

        RowLayout {
            Layout.alignment: Qt.AlignRight
            spacing: Theme.space

            KButton {
                kind: KButton.Plain
                least: Theme.smallTarget
                objectName: "scope"
                text: qsTr("What may I do?")
                textSize: forWhom.letters

                onClicked: forWhom.scopeAsked()
            }

            KButton {
                kind: KButton.Plain
                least: Theme.smallTarget
                objectName: "switch"
                text: qsTr("Change person")
                textSize: forWhom.letters
                visible: forWhom.strip.maySwitch

                onClicked: forWhom.stage.askToSwitch()
            }
        }
    }
}
