pragma Singleton

import QtQuick

// Sizes in millimetres of the panel, colours with at least 10:1 for text.
QtObject {
    id: theme

    // Pixels in a millimetre; Main sets it before the first screen.
    property real millimetre: 3.404

    // A panel smaller than this many millimetres shows everything smaller: a key cut off at its edge is worse.
    readonly property real leastWidth: 376
    readonly property real leastHeight: 300

    readonly property color paper: "#faf8f3"
    readonly property color card: "#ffffff"
    readonly property color ink: "#17211d"
    readonly property color quietInk: "#26312c"
    readonly property color line: "#7c8780"
    readonly property color main: "#0f463c"
    readonly property color mainPressed: "#082b25"
    readonly property color lightInk: "#ffffff"
    readonly property color soft: "#e3ece6"
    readonly property color softPressed: "#c6d8cd"
    readonly property color notice: "#fdecc2"
    readonly property color noticeLine: "#8a5a00"
    readonly property color training: "#ffcb57"
    readonly property color grey: "#e4e3de"
    readonly property color acting: "#4a2350"
    readonly property color stop: "#7c1f17"
    readonly property color stopPressed: "#531009"
    // By KButton.Kind: Main, Soft, Plain, Stop.
    readonly property list<color> faces: [main, soft, card, stop]
    readonly property list<color> pressed: [mainPressed, softPressed, softPressed, stopPressed]
    readonly property color focusOut: "#17211d"
    readonly property color focusIn: "#ffd34d"

    readonly property real gap: mm(2.6)
    readonly property real space: mm(5)
    readonly property real wide: mm(10)
    readonly property real target: mm(20)
    readonly property real smallTarget: mm(14)
    readonly property real radius: mm(2.4)
    readonly property real thin: Math.ceil(mm(0.4))
    readonly property real focusWidth: Math.ceil(mm(1.25))

    readonly property int titleSize: letters(8.4)
    readonly property int headSize: letters(6.2)
    readonly property int textSize: letters(5.2)
    readonly property int smallSize: letters(4.2)

    // Pixels in a millimetre of a window: those of its panel, or fewer if the window is too small for every screen.
    function fitting(measured: real, width: real, height: real): real {
        return Math.min(measured, width / leastWidth, height / leastHeight);
    }

    function mm(length: real): real {
        return Math.ceil(length * millimetre);
    }

    // The font size in pixels whose capitals are this many millimetres high (Noto Sans: 0.714 em).
    function letters(height: real): int {
        return Math.ceil(height * millimetre / 0.714);
    }
}
