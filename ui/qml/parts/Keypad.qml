pragma ComponentBehavior: Bound

import QtQuick
import "../style"

// Digits as on a telephone, the same way round in every language.
Grid {
    id: pad

    property real keyWidth: Theme.column(38)
    property real keyHeight: Theme.mm(36)

    signal typed(digit: string)
    signal erased
    signal done

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    columns: 3
    spacing: Theme.mm(3.2)

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

        KButton {
            required property string modelData

            height: pad.keyHeight
            kind: KButton.Plain
            text: modelData
            textSize: Theme.titleSize
            width: pad.keyWidth

            onClicked: pad.typed(modelData)
        }
    }

    KButton {
        height: pad.keyHeight
        leftPadding: Theme.mm(1)
        objectName: "erase"
        rightPadding: Theme.mm(1)
        text: qsTr("Erase")
        textSize: Theme.size > 1 ? Theme.smallSize : Theme.textSize
        width: pad.keyWidth

        onClicked: pad.erased()
    }

    KButton {
        height: pad.keyHeight
        kind: KButton.Plain
        text: "0"
        textSize: Theme.titleSize
        width: pad.keyWidth

        onClicked: pad.typed("0")
    }

    KButton {
        height: pad.keyHeight
        kind: KButton.Main
        leftPadding: Theme.mm(1)
        objectName: "ok"
        rightPadding: Theme.mm(1)
        text: qsTr("OK")
        textSize: Theme.size > 1 ? Theme.textSize : Theme.headSize
        width: pad.keyWidth

        onClicked: pad.done()
    }
}
