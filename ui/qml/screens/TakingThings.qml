import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property TakingThingsScreen page

    title: page.title

    answers: KButton {
        kind: KButton.Main
        objectName: "taken"
        text: qsTr("I have everything")
        visible: !sheet.page.card

        onClicked: sheet.stage.takeThings()
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space

        KText {
            Layout.fillWidth: true
            text: sheet.page.why
            visible: text !== ""
        }

        RowLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: Theme.mm(24)

            Item {
                Layout.fillWidth: true
            }

            Thing {
                Layout.fillWidth: true
                Layout.maximumWidth: Theme.mm(120)
                drawing: "card-out"
                said: qsTr("Your card is in the reader")
                visible: sheet.page.card
            }

            Thing {
                Layout.fillWidth: true
                Layout.maximumWidth: Theme.mm(120)
                drawing: "pages"
                said: sheet.page.pages
                visible: sheet.page.pages !== ""
            }

            Item {
                Layout.fillWidth: true
            }
        }
    }
}
