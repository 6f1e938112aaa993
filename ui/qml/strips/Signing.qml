import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../style"

// What the citizen signs, as long as they do.
Rectangle {
    id: signing

    required property Stage stage
    required property SigningStrip strip

    Accessible.name: strip.said
    Accessible.role: Accessible.StaticText
    color: Theme.main
    implicitHeight: Math.max(Theme.mm(18), words.implicitHeight + Theme.mm(2))

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.wide
        anchors.rightMargin: Theme.wide
        spacing: Theme.space

        Image {
            Accessible.ignored: true
            Layout.preferredHeight: Theme.mm(12)
            Layout.preferredWidth: Theme.mm(12)
            source: Theme.drawing("pen")
            sourceSize.height: Theme.mm(12)
        }

        ColumnLayout {
            id: words

            Layout.fillWidth: true
            spacing: 0

            Text {
                Accessible.ignored: true
                Layout.fillWidth: true
                color: Theme.lightInk
                font.bold: true
                font.pixelSize: Theme.textSize
                horizontalAlignment: Text.AlignLeft
                text: signing.strip.title
                textFormat: Text.PlainText
                wrapMode: Text.Wrap
            }

            Text {
                Accessible.ignored: true
                Layout.fillWidth: true
                color: Theme.lightInk
                font.pixelSize: Theme.smallSize
                horizontalAlignment: Text.AlignLeft
                text: signing.strip.what
                textFormat: Text.PlainText
                wrapMode: Text.Wrap
            }
        }
    }
}
