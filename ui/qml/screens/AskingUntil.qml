pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property AskingUntilScreen page

    back: true
    title: sheet.page.title

    onBackAsked: sheet.stage.goBack()

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.wide

        KText {
            Layout.fillWidth: true
            text: qsTr("It ends by itself after the last day. Both of you can end it before.")
        }

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Theme.space
            columns: 2
            rowSpacing: Theme.space
            uniformCellHeights: true
            uniformCellWidths: true

            Repeater {
                model: sheet.page.terms

                TermButton {
                    id: term

                    required property string until

                    Layout.fillWidth: true

                    onClicked: sheet.stage.chooseUntil(term.until)
                }
            }
        }
    }
}
