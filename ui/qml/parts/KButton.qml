import QtQuick
import QtQuick.Templates as T
import "../style"

// A button. `kind` is how much it weighs on the screen. A keyboard has sixty of them: it is kept light.
T.AbstractButton {
    id: button

    enum Kind {
        Main,
        Soft,
        Plain,
        Stop
    }

    property real least: Theme.target
    property int kind: KButton.Soft
    property int textSize: Theme.textSize
    property real lines: Theme.buttonLines
    property string spoken: button.text
    readonly property bool dark: kind === KButton.Main || kind === KButton.Stop

    Accessible.name: button.spoken
    Accessible.role: Accessible.Button
    bottomPadding: Theme.mm(1.5)
    focusPolicy: Qt.StrongFocus
    implicitHeight: Math.max(least, implicitContentHeight + topPadding + bottomPadding)
    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    leftPadding: Theme.mm(6)
    rightPadding: Theme.mm(6)
    topPadding: Theme.mm(1.5)

    background: Rectangle {
        border.color: Theme.main
        border.width: button.dark ? 0 : Theme.thin
        color: button.down ? Theme.pressed[button.kind] : Theme.faces[button.kind]
        radius: Theme.radius

        Loader {
            active: button.visualFocus
            anchors.fill: parent

            sourceComponent: FocusRing {
                shown: true
            }
        }
    }
    contentItem: Text {
        color: button.dark ? Theme.lightInk : Theme.ink
        font.bold: button.dark
        font.letterSpacing: Theme.letterGap
        font.pixelSize: button.textSize
        horizontalAlignment: Text.AlignHCenter
        lineHeight: button.lines
        text: button.text
        textFormat: Text.PlainText
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
    }

    // A key that is held down says a thing once.
    Keys.onEnterPressed: event => {
        if (!event.isAutoRepeat)
            button.click();
    }
    Keys.onReturnPressed: event => {
        if (!event.isAutoRepeat)
            button.click();
    }
}
