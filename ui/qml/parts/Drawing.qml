import QtQuick
import "../style"

// A picture that only repeats what the words say. Things keep their sides in every language.
Image {
    id: drawing

    required property string name
    property real size: Theme.mm(70)

    Accessible.ignored: true
    LayoutMirroring.enabled: false
    fillMode: Image.PreserveAspectFit
    height: size
    source: Theme.drawing(name)
    sourceSize.height: size
    width: size
}
