pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property AskingScopeScreen page

    back: true
    title: sheet.page.title

    answers: [
        KText {
            Layout.minimumHeight: Theme.target
            text: qsTr("Tick at least one")
            verticalAlignment: Text.AlignVCenter
            visible: sheet.page.ticked === ""
        },
        KButton {
            kind: KButton.Main
            objectName: "next"
            text: qsTr("Next")
            visible: sheet.page.ticked !== ""

            onClicked: sheet.stage.confirmScope()
        }
    ]

    onBackAsked: sheet.stage.goBack()

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.wide

        KText {
            Layout.fillWidth: true
            text: qsTr("Each right stands alone. To contact is to phone or to meet in person.")
        }

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Theme.space
            columns: Theme.narrow ? 3 : 4
            rowSpacing: Theme.space

            Repeater {
                model: sheet.page.areas

                KText {
                    required property int index
                    required property string said

                    Layout.column: 0
                    Layout.columnSpan: Theme.narrow ? 3 : 1
                    Layout.fillWidth: true
                    Layout.row: Theme.narrow ? 2 * index : index
                    font.bold: true
                    text: said
                }
            }

            Repeater {
                model: sheet.page.ticks

                TickBox {
                    id: box

                    required property string name
                    required property string area
                    required property string rightName
                    required property string said
                    required property int row
                    required property int column
                    required spoken

                    Layout.column: Theme.narrow ? column : column + 1
                    Layout.fillWidth: Theme.narrow
                    Layout.minimumWidth: Theme.narrow ? 0 : Theme.mm(78)
                    Layout.row: Theme.narrow ? 2 * row + 1 : row
                    text: said
                    ticked: sheet.page.ticked.includes(` ${name} `)

                    onClicked: sheet.stage.tickPrivilege(box.area, box.rightName)
                }
            }
        }
    }
}
