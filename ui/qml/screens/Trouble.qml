import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property TroubleScreen page

    back: page.back
    title: page.happened

    answers: [
        KButton {
            kind: KButton.Plain
            objectName: "form"
            text: qsTr("Print a form")
            visible: sheet.page.form

            onClicked: sheet.stage.askForForm()
        },
        KButton {
            objectName: "more"
            text: qsTr("Ask for more")
            visible: sheet.page.more

            onClicked: sheet.stage.askForMandates()
        },
        KButton {
            kind: KButton.Main
            objectName: "mandates"
            text: qsTr("Ask to act for somebody")
            visible: sheet.page.mandates

            onClicked: sheet.stage.askForMandates()
        },
        KButton {
            kind: KButton.Plain
            objectName: "affairs"
            text: qsTr("Powers of attorney and access")
            visible: sheet.page.affairs

            onClicked: sheet.stage.askForMandates()
        },
        KButton {
            kind: sheet.page.again ? KButton.Plain : KButton.Main
            objectName: "services"
            text: qsTr("Other services")
            visible: sheet.page.services

            onClicked: sheet.stage.goBack()
        },
        KButton {
            kind: KButton.Main
            objectName: "look"
            text: qsTr("See how it stands now")
            visible: sheet.page.look

            onClicked: sheet.stage.tryAgain()
        },
        KButton {
            objectName: "codeWay"
            text: qsTr("I have a code device")
            visible: sheet.page.codeWay

            onClicked: sheet.stage.chooseCodeWay()
        },
        KButton {
            kind: sheet.page.startOver ? KButton.Soft : KButton.Main
            objectName: "again"
            text: qsTr("Try again")
            visible: sheet.page.again

            onClicked: sheet.stage.tryAgain()
        },
        KButton {
            kind: KButton.Main
            objectName: "startOver"
            text: qsTr("Start over")
            visible: sheet.page.startOver

            onClicked: sheet.stage.goBack()
        },
        KButton {
            kind: KButton.Main
            objectName: "onlyEnd"
            text: qsTr("End visit")
            visible: sheet.page.end

            onClicked: sheet.stage.askToEnd()
        }
    ]

    onBackAsked: sheet.stage.goBack()

    Told {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.space
        drawing: "trouble"

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

        KText {
            Layout.fillWidth: true
            text: sheet.page.first
            visible: text !== ""
        }

        KText {
            Layout.fillWidth: true
            text: sheet.page.wait
            visible: text !== ""
        }

        Documents {
            Layout.fillWidth: true
            documents: sheet.page.documents

            onChosen: index => sheet.stage.chooseDocument(index)
        }

        ForStaff {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space
            code: sheet.page.code
            said: sheet.page.staff
        }
    }
}
