import QtQuick

// White on black, at least 20:1 for text.
Colours {
    acting: "#ffffff"
    card: "#000000"
    focusIn: "#000000"
    focusOut: "#ffd34d"
    glow: "#000000"
    grey: "#000000"
    ink: "#ffffff"
    lightInk: "#000000"
    line: "#ffffff"
    main: "#ffffff"
    mainPressed: "#cccccc"
    notice: "#000000"
    noticeLine: "#ffffff"
    paper: "#000000"
    quietInk: "#ffffff"
    soft: "#000000"
    softPressed: "#333333"
    stop: "#ffffff"
    stopPressed: "#cccccc"
    training: "#000000"
}
