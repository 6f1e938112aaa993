import QtQuick
import QtQuick.Templates as T
import "../style"

// A button. `kind` is how much it weighs on the screen; `picture` stands before the words.
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
    property url picture
    property int textSize: Theme.textSize
    property string spoken: button.text
    readonly property bool dark: kind === KButton.Main || kind === KButton.Stop

    function faceColor(pressed: bool): color {
        switch (button.kind) {
        case KButton.Main:
            return pressed ? Theme.mainPressed : Theme.main;
        case KButton.Stop:
            return pressed ? Theme.stopPressed : Theme.stop;
        case KButton.Soft:
            return pressed ? Theme.softPressed : Theme.soft;
        default:
            return pressed ? Theme.softPressed : Theme.card;
        }
    }

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
        border.color: button.kind === KButton.Plain || button.kind === KButton.Soft ? Theme.main : "transparent"
        border.width: Math.ceil(Theme.mm(0.4))
        color: button.faceColor(button.down)
        radius: Theme.radius

        FocusRing {
            shown: button.visualFocus
        }
    }
    contentItem: Item {
        implicitHeight: words.implicitHeight
        implicitWidth: words.implicitWidth + (image.visible ? image.width + Theme.gap : 0)

        Row {
            anchors.centerIn: parent
            spacing: Theme.gap

            Image {
                id: image

                anchors.verticalCenter: parent.verticalCenter
                height: Theme.mm(9)
                source: button.picture
                sourceSize.height: height
                visible: button.picture.toString() !== ""
            }

            Text {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                color: button.dark ? Theme.lightInk : Theme.ink
                font.bold: button.dark
                font.pixelSize: button.textSize
                horizontalAlignment: Text.AlignHCenter
                text: button.text
                textFormat: Text.PlainText
                width: Math.min(implicitWidth, button.availableWidth - (image.visible ? image.width + Theme.gap : 0))
                wrapMode: Text.Wrap
            }
        }
    }

    Keys.onEnterPressed: button.click()
    Keys.onReturnPressed: button.click()
}
