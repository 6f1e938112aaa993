import QtQuick

// The colours of the glass, at first those it usually has: at least 10:1 for text.
QtObject {
    property color paper: "#faf8f3"
    property color card: "#ffffff"
    property color ink: "#17211d"
    property color quietInk: "#26312c"
    property color line: "#7c8780"
    property color main: "#0f463c"
    property color mainPressed: "#082b25"
    property color lightInk: "#ffffff"
    property color soft: "#e3ece6"
    property color softPressed: "#c6d8cd"
    property color notice: "#fdecc2"
    property color noticeLine: "#8a5a00"
    property color training: "#ffcb57"
    property color grey: "#e4e3de"
    property color acting: "#4a2350"
    property color stop: "#7c1f17"
    property color stopPressed: "#531009"
    property color focusOut: "#17211d"
    property color focusIn: "#ffd34d"
    // Of the drawings: what shines.
    property color glow: "#f2b53c"
}
