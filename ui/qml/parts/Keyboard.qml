pragma ComponentBehavior: Bound

import QtQuick
import "../style"

// All letters, digits and signs of a Danish keyboard, the same way round in every language.
Column {
    id: board

    property bool capitals: false
    property bool signs: false
    readonly property var letterRows: ["1234567890+", "qwertyuiopå", "asdfghjklæø", "zxcvbnm-_.@"]
    readonly property var signRows: ["!\"#¤%&/()=?", "+*'~^<>|\\{}", "[]$€£§,;:´`", "½@°¨éüöäèñ·"]
    readonly property real keyWidth: (width - 10 * spacing) / 11
    // Letters are as high as there is room for, and never lower than a finger needs; words need more.
    readonly property real keyHeight: Math.max(keyLeast, (height - wordHeight) / 4 - spacing)
    readonly property real keyLeast: Math.max(Theme.mm(12.8), Theme.headSize * 1.4)
    readonly property real wordHeight: Math.max(Theme.mm(16.5), Theme.textSize * 2.1)
    readonly property int wordSize: Theme.size > 1 ? Theme.smallSize : Theme.textSize
    readonly property real least: 4 * (keyLeast + spacing) + wordHeight
    readonly property real most: 4 * (Math.max(Theme.mm(16.5), keyLeast) + spacing) + wordHeight

    signal typed(letter: string)
    signal erased
    signal done

    function rest() {
        board.capitals = false;
        board.signs = false;
    }

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    spacing: Theme.gap

    Repeater {
        model: board.signs ? board.signRows : board.letterRows

        Row {
            id: row

            required property string modelData

            spacing: board.spacing

            Repeater {
                model: row.modelData.split("")

                KButton {
                    id: key

                    required property string modelData
                    readonly property string letter: board.capitals ? modelData.toUpperCase() : modelData

                    bottomPadding: 0
                    height: board.keyHeight
                    kind: KButton.Plain
                    // The letters are Latin ones, and one of them reaches far down.
                    lines: 1
                    leftPadding: 0
                    rightPadding: 0
                    text: key.letter
                    textSize: Theme.headSize
                    topPadding: 0
                    width: board.keyWidth

                    onClicked: {
                        const letter = key.letter;
                        board.capitals = false;
                        board.typed(letter);
                    }
                }
            }
        }
    }

    Row {
        spacing: board.spacing

        KButton {
            checked: board.capitals
            bottomPadding: 0
            height: board.wordHeight
            kind: board.capitals ? KButton.Main : KButton.Soft
            leftPadding: Theme.mm(1)
            rightPadding: Theme.mm(1)
            text: qsTr("Capitals")
            textSize: board.wordSize
            topPadding: 0
            width: 2 * board.keyWidth + board.spacing

            onClicked: board.capitals = !board.capitals
        }

        KButton {
            bottomPadding: 0
            height: board.wordHeight
            leftPadding: Theme.mm(1)
            rightPadding: Theme.mm(1)
            text: board.signs ? qsTr("Letters") : qsTr("Signs")
            textSize: board.wordSize
            topPadding: 0
            width: 2.5 * board.keyWidth + 1.5 * board.spacing

            onClicked: board.signs = !board.signs
        }

        KButton {
            bottomPadding: 0
            height: board.wordHeight
            kind: KButton.Plain
            leftPadding: Theme.mm(1)
            rightPadding: Theme.mm(1)
            text: qsTr("Space")
            textSize: board.wordSize
            topPadding: 0
            width: 2.5 * board.keyWidth + 1.5 * board.spacing

            onClicked: board.typed(" ")
        }

        KButton {
            bottomPadding: 0
            height: board.wordHeight
            leftPadding: Theme.mm(1)
            objectName: "erase"
            rightPadding: Theme.mm(1)
            text: qsTr("Erase")
            textSize: board.wordSize
            topPadding: 0
            width: 2 * board.keyWidth + board.spacing

            onClicked: board.erased()
        }

        KButton {
            bottomPadding: 0
            height: board.wordHeight
            kind: KButton.Main
            leftPadding: Theme.mm(1)
            objectName: "ok"
            rightPadding: Theme.mm(1)
            text: qsTr("OK")
            textSize: board.wordSize
            topPadding: 0
            width: 2 * board.keyWidth + board.spacing

            onClicked: board.done()
        }
    }
}
