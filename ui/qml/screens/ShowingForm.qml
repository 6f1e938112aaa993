import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property ShowingFormScreen page

    RowLayout {
        anchors.fill: parent
        spacing: Theme.wide

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: Theme.gap

            KTitle {
                Layout.fillWidth: true
                font.pixelSize: Theme.headSize
                text: sheet.page.label
            }

            KText {
                Layout.fillWidth: true
                text: sheet.page.advice
            }

            PageView {
                Layout.fillHeight: true
                Layout.fillWidth: true
                objectName: "paper"
                page: sheet.page.page
                picture: sheet.page.picture
                ratio: sheet.page.height
                words: sheet.page.words
                zoom: sheet.page.zoom
            }
        }

        ColumnLayout {
            Layout.fillHeight: true
            Layout.maximumWidth: Theme.column(80)
            Layout.minimumWidth: Theme.column(80)
            spacing: Theme.space

            Leafing {
                Layout.fillWidth: true
                closer: sheet.page.closer
                drawing: sheet.page.drawing
                farther: sheet.page.farther
                next: sheet.page.next
                page: sheet.page.page
                previous: sheet.page.previous
                zoomed: sheet.page.zoomed

                onTurned: page => sheet.stage.turnPage(page)
                onZoomChosen: zoom => sheet.stage.zoom(zoom)
            }

            Item {
                Layout.fillHeight: true
            }

            KButton {
                Layout.fillWidth: true
                kind: KButton.Main
                least: Theme.mm(26)
                objectName: "print"
                text: qsTr("Print")
                textSize: Theme.headSize

                onClicked: sheet.stage.askToPrint()
            }

            KButton {
                Layout.fillWidth: true
                kind: KButton.Plain
                objectName: "back"
                text: qsTr("Back")

                onClicked: sheet.stage.goBack()
            }
        }
    }
}
