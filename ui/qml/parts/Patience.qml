pragma ComponentBehavior: Bound

import QtQuick
import "../style"

// Three dots that breathe one after the other: somebody is at work.
Row {
    id: dots

    property int lit: 0

    spacing: Theme.mm(5)

    Timer {
        interval: 450
        repeat: true
        running: dots.visible

        onTriggered: dots.lit = (dots.lit + 1) % 3
    }

    Repeater {
        model: 3

        Rectangle {
            required property int index

            border.color: Theme.main
            border.width: Math.ceil(Theme.mm(0.6))
            color: dots.lit === index ? Theme.main : Theme.card
            height: Theme.mm(8)
            radius: height / 2
            width: height
        }
    }
}
