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
            Layout.alignment: Qt.AlignHCenter
            Layout.fillHeight: true
            spacing: Theme.mm(24)

            Thing {
                drawing: "card-out"
                said: qsTr("Your card is in the reader")
                visible: sheet.page.card
            }

            Thing {
                drawing: "pages"
                said: sheet.page.pages
                visible: sheet.page.pages !== ""
            }
        }
    }
}
