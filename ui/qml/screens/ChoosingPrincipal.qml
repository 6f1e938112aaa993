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

    answers: KButton {
        objectName: "mandates"
        text: qsTr("Powers of attorney and access")

        onClicked: sheet.stage.askForMandates()
    }

    RowLayout {
        anchors.fill: parent
        spacing: Theme.wide

        Choice {
            Layout.alignment: Qt.AlignTop
            Layout.maximumWidth: Theme.mm(112)
            Layout.minimumWidth: Theme.mm(112)
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

            KText {
                Layout.fillWidth: true
                font.bold: true
                font.pixelSize: Theme.headSize
                text: qsTr("For somebody else")
                visible: principals.count > 0
            }

            Item {
                Layout.fillHeight: true
                Layout.fillWidth: true

                ListView {
                    id: principals

                    Accessible.name: qsTr("For somebody else")
                    Accessible.role: Accessible.List
                    activeFocusOnTab: count > 0
                    anchors.fill: parent
                    anchors.rightMargin: Theme.mm(5)
                    boundsBehavior: Flickable.StopAtBounds
                    cacheBuffer: 0
                    clip: true
                    highlightMoveDuration: 0
                    model: sheet.page.principals
                    objectName: "principals"
                    reuseItems: true
                    spacing: Theme.gap

                    highlight: Item {
                        Accessible.ignored: true
                    }
                    delegate: PrincipalButton {
                        width: ListView.view.width

                        onClicked: sheet.stage.choosePrincipal(id)
                    }
                }

                ScrollMark {
                    of: principals
                }
            }
        }
    }
}
