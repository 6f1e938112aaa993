pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property MailboxScreen page

    title: qsTr("Choose a letter")

    RowLayout {
        anchors.fill: parent
        spacing: Theme.wide

        ColumnLayout {
            Layout.fillHeight: true
            Layout.maximumWidth: Theme.column(84)
            Layout.minimumWidth: Theme.column(84)
            spacing: Theme.gap

            KText {
                Layout.fillWidth: true
                font.bold: true
                text: sheet.page.owner
                visible: sheet.stage.strip === null
            }

            KText {
                Layout.bottomMargin: Theme.gap
                Layout.fillWidth: true
                Layout.topMargin: sheet.stage.strip === null ? -Theme.gap : 0
                color: Theme.quietInk
                font.pixelSize: Theme.smallSize
                text: sheet.page.level
            }

            Repeater {
                model: sheet.page.folders

                FolderButton {
                    id: folder

                    required property string id

                    Layout.fillWidth: true

                    onClicked: sheet.stage.chooseFolder(folder.id)
                }
            }

            Item {
                Layout.fillHeight: true
            }

            KButton {
                Layout.fillWidth: true
                kind: KButton.Plain
                objectName: "services"
                text: qsTr("Other services")

                onClicked: sheet.stage.askForServices()
            }

            KButton {
                Layout.fillWidth: true
                kind: KButton.Plain
                objectName: "forOthers"
                text: qsTr("Act for somebody else")
                visible: sheet.stage.strip === null

                onClicked: sheet.stage.askToSwitch()
            }
        }

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: Theme.gap

            GridLayout {
                Layout.fillWidth: true
                columns: Theme.narrow ? 3 : 4

                KText {
                    Layout.columnSpan: Theme.narrow ? 3 : 1
                    Layout.fillWidth: true
                    font.bold: true
                    font.pixelSize: Theme.headSize
                    text: sheet.page.folder
                }

                KText {
                    Layout.fillWidth: Theme.narrow
                    text: sheet.page.range
                    visible: text !== "" && !sheet.page.busy
                }

                Patience {
                    visible: sheet.page.busy
                }

                KButton {
                    Layout.leftMargin: Theme.space
                    least: Theme.smallTarget
                    objectName: "search"
                    text: qsTr("Search")

                    onClicked: sheet.stage.askToSearch()
                }
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space
                visible: sheet.page.sought !== ""

                KText {
                    Layout.fillWidth: true
                    text: sheet.page.sought
                }

                KButton {
                    kind: KButton.Plain
                    least: Theme.smallTarget
                    objectName: "clear"
                    text: qsTr("Show all letters")

                    onClicked: sheet.stage.clearSearch()
                }
            }

            LetterList {
                id: list

                Layout.fillHeight: true
                Layout.fillWidth: true
                advice: sheet.page.advice
                folder: sheet.page.folder
                lastRow: () => sheet.stage.lastRow
                letters: sheet.page.letters
                nothing: sheet.page.nothing
                objectName: "letters"

                onChosen: id => sheet.stage.chooseLetter(id)
            }

            RowLayout {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap
                spacing: Theme.space
                visible: sheet.page.newer >= 0 || sheet.page.older >= 0

                KButton {
                    objectName: "newer"
                    text: qsTr("Newer letters")
                    visible: sheet.page.newer >= 0

                    onClicked: sheet.stage.chooseListPage(sheet.page.newer)
                }

                Item {
                    Layout.fillWidth: true
                }

                KButton {
                    objectName: "older"
                    text: qsTr("Older letters")
                    visible: sheet.page.older >= 0

                    onClicked: sheet.stage.chooseListPage(sheet.page.older)
                }
            }
        }
    }
}
