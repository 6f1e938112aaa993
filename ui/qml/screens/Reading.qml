import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property ReadingScreen page

    RowLayout {
        anchors.fill: parent
        spacing: Theme.wide

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: Theme.gap

            LetterHead {
                Layout.fillWidth: true
                label: sheet.page.label
                received: sheet.page.received
                sender: sheet.page.sender
                title: true
            }

            Documents {
                Layout.fillWidth: true
                documents: sheet.page.documents

                onChosen: index => sheet.stage.chooseDocument(index)
            }

            PageView {
                Layout.fillHeight: true
                Layout.fillWidth: true
                objectName: "paper"
                page: sheet.page.page
                picture: sheet.page.picture
                ratio: sheet.page.height
                zoom: sheet.page.zoom
            }
        }

        ColumnLayout {
            Layout.fillHeight: true
            Layout.maximumWidth: Theme.mm(80)
            Layout.minimumWidth: Theme.mm(80)
            spacing: Theme.space

            KText {
                Layout.fillWidth: true
                font.bold: true
                font.pixelSize: Theme.headSize
                horizontalAlignment: Text.AlignHCenter
                text: sheet.page.page
            }

            KButton {
                Layout.fillWidth: true
                objectName: "next"
                text: qsTr("Next page")
                visible: sheet.page.next > 0

                onClicked: sheet.stage.turnPage(sheet.page.next)
            }

            KButton {
                Layout.fillWidth: true
                objectName: "previous"
                text: qsTr("Page before")
                visible: sheet.page.previous > 0

                onClicked: sheet.stage.turnPage(sheet.page.previous)
            }

            KText {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space
                font.bold: true
                horizontalAlignment: Text.AlignHCenter
                text: sheet.page.zoomed
            }

            KButton {
                Layout.fillWidth: true
                objectName: "closer"
                text: qsTr("Larger")
                visible: sheet.page.closer > 0

                onClicked: sheet.stage.zoom(sheet.page.closer)
            }

            KButton {
                Layout.fillWidth: true
                objectName: "farther"
                text: qsTr("Smaller")
                visible: sheet.page.farther > 0

                onClicked: sheet.stage.zoom(sheet.page.farther)
            }

            Patience {
                Layout.alignment: Qt.AlignHCenter
                visible: sheet.page.drawing
            }

            Item {
                Layout.fillHeight: true
            }

            KButton {
                Layout.fillWidth: true
                least: Theme.mm(26)
                kind: KButton.Main
                objectName: "print"
                text: qsTr("Print")
                textSize: Theme.headSize

                onClicked: sheet.stage.askToPrint()
            }

            KButton {
                Layout.fillWidth: true
                kind: KButton.Plain
                objectName: "back"
                text: qsTr("Back to the letters")

                onClicked: sheet.stage.goBack()
            }
        }
    }
}
