pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property AtMandatesScreen page

    back: true
    title: qsTr("Who may act for whom?")

    onBackAsked: sheet.stage.goBack()

    RowLayout {
        anchors.fill: parent
        spacing: Theme.wide

        ColumnLayout {
            Layout.fillHeight: true
            Layout.maximumWidth: Theme.column(96)
            Layout.minimumWidth: Theme.column(96)
            spacing: Theme.space

            KButton {
                Layout.fillWidth: true
                kind: KButton.Main
                least: Theme.mm(28)
                objectName: "give"
                text: qsTr("Let somebody act for me")

                onClicked: sheet.stage.chooseGiving()
            }

            KButton {
                Layout.fillWidth: true
                least: Theme.mm(28)
                objectName: "request"
                text: qsTr("Ask to act for somebody")

                onClicked: sheet.stage.chooseRequesting()
            }

            KButton {
                Layout.fillWidth: true
                kind: KButton.Plain
                objectName: "explain"
                text: qsTr("Help me to choose")

                onClicked: sheet.stage.askForExplanation()
            }

            Item {
                Layout.fillHeight: true
            }
        }

        Item {
            Layout.fillHeight: true
            Layout.fillWidth: true

            RowList {
                id: list

                anchors.fill: parent
                grouped: "group"
                lastRow: () => sheet.stage.lastRow
                name: sheet.title
                objectName: "mandates"
                rows: sheet.page.mandates

                delegate: PrincipalButton {
                    width: ListView.view.width

                    onClicked: sheet.stage.chooseMandate(id)
                }
            }

            Column {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: parent.top
                anchors.topMargin: Theme.wide
                spacing: Theme.space
                visible: list.count === 0

                Drawing {
                    anchors.horizontalCenter: parent.horizontalCenter
                    name: "mandate"
                    size: Theme.mm(56)
                }

                KText {
                    font.pixelSize: Theme.headSize
                    horizontalAlignment: Text.AlignHCenter
                    text: qsTr("You have given nothing, and nobody has given you anything.")
                    width: parent.width
                }
            }
        }
    }
}
