import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property AskingToPrintScreen page

    back: true
    backWords: qsTr("Do not print")
    title: page.title

    answers: KButton {
        least: Theme.mm(26)
        implicitWidth: Theme.mm(90)
        kind: KButton.Main
        objectName: "print"
        text: qsTr("Print")
        textSize: Theme.headSize

        onClicked: sheet.stage.confirmPrint()
    }

    onBackAsked: sheet.stage.goBack()

    Told {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.space
        drawing: "printer"

        KText {
            Layout.fillWidth: true
            color: Theme.quietInk
            text: sheet.page.label
        }

        KText {
            Layout.fillWidth: true
            text: sheet.page.pages
        }

        KText {
            Layout.fillWidth: true
            color: Theme.main
            font.bold: true
            font.pixelSize: Theme.titleSize
            text: sheet.page.sheets
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space
            uniformCellSizes: true
            visible: sheet.page.mayChoose

            OneOf {
                Layout.fillWidth: true
                chosen: !sheet.page.twoSided
                text: qsTr("Print on one side")

                onClicked: sheet.stage.chooseSides(false)
            }

            OneOf {
                Layout.fillWidth: true
                chosen: sheet.page.twoSided
                text: qsTr("Print on both sides")

                onClicked: sheet.stage.chooseSides(true)
            }
        }

        KText {
            Layout.fillWidth: true
            text: qsTr("It costs nothing. Stay at the printer: others can see what comes out.")
        }
    }
}
