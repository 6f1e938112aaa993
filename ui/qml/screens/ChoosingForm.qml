pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property ChoosingFormScreen page

    back: true
    title: sheet.page.title

    onBackAsked: sheet.stage.goBack()

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.wide

        RowLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(implicitHeight, Math.min(Theme.mm(140), sheet.height / 2))
            spacing: Theme.space
            uniformCellSizes: true

            Repeater {
                model: sheet.page.forms

                Choice {
                    id: choice

                    required property string form
                    required property string said
                    required advice
                    required drawing

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.maximumWidth: Theme.mm(200)
                    kind: KButton.Plain
                    objectName: choice.form
                    text: choice.said

                    onClicked: sheet.stage.chooseForm(choice.form)
                }
            }
        }

        KText {
            Layout.fillWidth: true
            text: sheet.page.filledIn
        }

        Item {
            Layout.fillHeight: true
        }
    }
}
