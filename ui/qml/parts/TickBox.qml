import QtQuick
import "../style"

// One of several that may all be chosen: the chosen one is filled and has a tick.
PictureButton {
    id: box

    required property bool ticked

    Accessible.checkable: true
    Accessible.checked: ticked
    Accessible.role: Accessible.CheckBox
    kind: ticked ? KButton.Main : KButton.Plain
    leftPadding: Theme.mm(4)
    picture: ticked ? "tick-on" : "tick-off"
    rightPadding: Theme.mm(4)
}
