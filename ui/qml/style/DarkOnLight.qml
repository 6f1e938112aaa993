import QtQuick

// Black on white, at least 20:1 for text. What others say with a shade, this says with a line.
Colours {
    acting: "#000000"
    card: "#ffffff"
    focusIn: "#ffd34d"
    focusOut: "#000000"
    glow: "#ffffff"
    grey: "#ffffff"
    ink: "#000000"
    lightInk: "#ffffff"
    line: "#000000"
    main: "#000000"
    mainPressed: "#333333"
    notice: "#ffffff"
    noticeLine: "#000000"
    paper: "#ffffff"
    quietInk: "#000000"
    soft: "#ffffff"
    softPressed: "#cccccc"
    stop: "#000000"
    stopPressed: "#333333"
    training: "#ffffff"
}
