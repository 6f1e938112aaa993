import QtQuick
import "../style"

// What has been typed so far, drawn by ourselves: a real password field would lose its name for screen readers.
Rectangle {
    id: field

    required property string label
    required property string text
    property bool hidden: false
    readonly property string drawn: hidden ? "•".repeat(text.length) : text

    Accessible.description: hidden ? qsTr("%1 signs typed").arg(text.length) : text
    Accessible.name: label
    Accessible.readOnly: true
    Accessible.role: Accessible.StaticText
    border.color: Theme.main
    border.width: Math.ceil(Theme.mm(0.7))
    color: Theme.card
    implicitHeight: Math.max(Theme.mm(20), Theme.titleSize * 1.5)
    implicitWidth: Theme.mm(110)
    radius: Theme.radius

    Text {
        id: words

        Accessible.ignored: true
        LayoutMirroring.enabled: false
        anchors.fill: parent
        anchors.leftMargin: Theme.space
        anchors.rightMargin: Theme.space
        color: Theme.ink
        elide: Text.ElideLeft
        font.letterSpacing: field.hidden ? Theme.mm(2) : Theme.mm(0.6)
        font.pixelSize: Theme.titleSize
        horizontalAlignment: Text.AlignLeft
        text: field.drawn
        textFormat: Text.PlainText
        verticalAlignment: Text.AlignVCenter
    }

    // Where the next sign will stand.
    Rectangle {
        anchors.left: parent.left
        anchors.leftMargin: Theme.space + Math.min(words.contentWidth, words.width) + Theme.mm(0.5)
        anchors.verticalCenter: parent.verticalCenter
        LayoutMirroring.enabled: false
        color: Theme.main
        height: Theme.titleSize
        width: Math.ceil(Theme.mm(0.7))
    }
}
