import QtQuick
import "../style"

// One of several that exclude each other: the chosen one is filled and has a dot.
PictureButton {
    id: option

    required property bool chosen

    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.role: Accessible.RadioButton
    kind: chosen ? KButton.Main : KButton.Plain
    leftPadding: Theme.mm(4)
    picture: chosen ? "on" : "off"
    rightPadding: Theme.mm(4)
}
