import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property NotThisMandateScreen page

    back: true
    title: sheet.page.happened

    answers: [
        KButton {
            kind: KButton.Plain
            objectName: "form"
            text: qsTr("Print a form")
            visible: sheet.page.form

            onClicked: sheet.stage.askForForm()
        },
        KButton {
            kind: KButton.Main
            objectName: "mandates"
            text: sheet.page.renewable ? qsTr("Ask for a new one") : qsTr("Powers of attorney and access")

            onClicked: sheet.stage.askForMandates()
        }
    ]

    onBackAsked: sheet.stage.goBack()

    Told {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.space
        drawing: sheet.page.drawing

        KText {
            Layout.fillWidth: true
            font.bold: true
            text: sheet.page.name
        }

        KText {
            Layout.fillWidth: true
            Layout.topMargin: -Theme.gap
            text: sheet.page.what
        }

        KText {
            Layout.fillWidth: true
            font.pixelSize: Theme.headSize
            text: sheet.page.notMeant
        }

        KText {
            Layout.fillWidth: true
            font.bold: true
            font.pixelSize: Theme.headSize
            text: sheet.page.advice
        }

        ForStaff {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space
            code: sheet.page.code
            said: sheet.page.staff
        }
    }
}
