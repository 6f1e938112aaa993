pragma Singleton

import QtQuick

// Sizes in millimetres of the panel, and the colours.
QtObject {
    id: theme

    // Pixels in a millimetre; Main sets it before the first screen.
    property real millimetre: 3.404

    // A panel smaller than this many millimetres shows everything smaller: a key cut off at its edge is worse.
    readonly property real leastWidth: 376
    readonly property real leastHeight: 300

    // How letters, colours and lines are to be, as the citizen chose: places in the lists below.
    property int size: 1
    property int colours: 0
    property bool airy: false
    // Of the window, in pixels.
    property real width: 1280

    readonly property list<Colours> palettes: [Colours {}, DarkOnLight {}, LightOnDark {}, Soft {}]
    readonly property Colours palette: palettes[colours]

    readonly property color paper: palette.paper
    readonly property color card: palette.card
    readonly property color ink: palette.ink
    readonly property color quietInk: palette.quietInk
    readonly property color line: palette.line
    readonly property color main: palette.main
    readonly property color mainPressed: palette.mainPressed
    readonly property color lightInk: palette.lightInk
    readonly property color soft: palette.soft
    readonly property color softPressed: palette.softPressed
    readonly property color notice: palette.notice
    readonly property color noticeLine: palette.noticeLine
    readonly property color training: palette.training
    readonly property color grey: palette.grey
    readonly property color acting: palette.acting
    readonly property color stop: palette.stop
    readonly property color stopPressed: palette.stopPressed
    readonly property color focusOut: palette.focusOut
    readonly property color focusIn: palette.focusIn
    // By KButton.Kind: Main, Soft, Plain, Stop.
    readonly property list<color> faces: [main, soft, card, stop]
    readonly property list<color> pressed: [mainPressed, softPressed, softPressed, stopPressed]

    readonly property real gap: mm(2.6)
    readonly property real space: mm(5)
    readonly property real wide: mm(10)
    readonly property real target: mm(20)
    readonly property real smallTarget: mm(14)
    readonly property real radius: mm(2.4)
    readonly property real thin: Math.ceil(mm(0.4))
    readonly property real focusWidth: Math.ceil(mm(1.25))

    // Heights of capitals. The last column meets EN 301 549, 5.1.4, at 600 mm: 7.33 mm are 0.7 degrees there.
    readonly property int titleSize: letters([6.6, 8.4, 9.6, 10.8][size])
    readonly property int headSize: letters([5.0, 6.2, 7.8, 9.4][size])
    readonly property int textSize: letters([4.0, 5.2, 6.8, 8.75][size])
    readonly property int smallSize: letters([3.5, 4.2, 5.6, 7.4][size])

    // WCAG 2.2, 1.4.12, with line, letter and word; the scripts that join their letters are never drawn apart.
    // They also come with lines of more than twice their size, which are too far apart.
    readonly property real lineHeight: (airy ? 1.5 : 1.15) * (joined ? 0.72 : 1)
    readonly property real buttonLines: joined ? 0.75 : 1
    readonly property real letterGap: airy && !joined ? 0.12 * textSize : 0
    readonly property real wordGap: airy ? 0.16 * textSize : 0
    readonly property real paragraph: airy ? 1.5 * space : space
    property bool joined: false

    // There is room for few letters in a line: what usually stands beside something stands under it.
    readonly property bool narrow: width < 34 * textSize
    // A drawing beside words leaves them the room.
    readonly property real drawingSize: mm([84, 84, 60, 44][size])

    // Of a column of buttons: wider for larger letters.
    function column(length: real): real {
        return mm(length * [1, 1, 1.2, 1.4][size]);
    }

    // Drawn anew in the colours of the glass; as it lies there when these are the usual ones.
    function drawing(name: string): url {
        if (name === "")
            return "";
        if (colours === 0)
            return Qt.resolvedUrl(`../drawings/${name}.svg`);
        const used = [palette.main, palette.soft, palette.card, palette.glow, palette.ink, palette.notice, palette.noticeLine, palette.line];
        return `image://drawings/${name}/${used.map(colour => colour.toString().slice(1)).join("/")}`;
    }

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
