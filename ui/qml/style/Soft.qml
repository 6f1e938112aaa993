import QtQuick

// For eyes that glare hurts: 4.5:1 to 8:1 for text, nothing white and nothing black.
Colours {
    acting: "#5d4a63"
    card: "#e9e2d3"
    focusIn: "#e9d9a0"
    focusOut: "#3d4843"
    glow: "#d9b878"
    grey: "#d6d0c4"
    ink: "#3d4843"
    lightInk: "#efe9dc"
    line: "#69726c"
    main: "#39534b"
    mainPressed: "#384d43"
    notice: "#e8d7ae"
    noticeLine: "#7d6433"
    paper: "#e1d9c9"
    quietInk: "#414b46"
    soft: "#d3d9cb"
    softPressed: "#c0cab9"
    stop: "#7a453e"
    stopPressed: "#683a32"
    training: "#dcc388"
}
