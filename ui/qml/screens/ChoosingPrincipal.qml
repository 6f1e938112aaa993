pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property ChoosingPrincipalScreen page

    title: qsTr("Who are you here for?")

    answers: [
        KButton {
            kind: KButton.Plain
            objectName: "form"
            text: qsTr("Print a form")

            onClicked: sheet.stage.askForForm()
        },
        KButton {
            objectName: "mandates"
            text: qsTr("Powers of attorney and access")

            onClicked: sheet.stage.askForMandates()
        }
    ]

    RowLayout {
        anchors.fill: parent
        spacing: Theme.wide

        Choice {
            Layout.alignment: Qt.AlignTop
            Layout.maximumWidth: Theme.column(112)
            Layout.minimumWidth: Theme.column(112)
            Layout.preferredHeight: Theme.mm(120)
            advice: sheet.page.me
            drawing: "one-person"
            kind: KButton.Plain
            objectName: "myself"
            text: qsTr("For myself")

            onClicked: sheet.stage.chooseMyself()
        }

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: Theme.gap

            Note {
                Layout.fillWidth: true
                advice: qsTr("You see who it is under Powers of attorney and access.")
                objectName: "asked"
                said: sheet.page.asked
            }

            KText {
                Layout.fillWidth: true
                font.bold: true
                font.pixelSize: Theme.headSize
                text: qsTr("For somebody else")
                visible: principals.count > 0
            }

            RowList {
                id: principals

                Layout.fillHeight: true
                Layout.fillWidth: true
                name: qsTr("For somebody else")
                objectName: "principals"
                rows: sheet.page.principals

                delegate: PrincipalButton {
                    width: ListView.view.width

                    onClicked: sheet.stage.choosePrincipal(id)
                }
            }
        }
    }
}
