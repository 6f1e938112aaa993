pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property AtServicesScreen page

    back: sheet.page.noPost === ""
    backWords: qsTr("To the letters")
    title: qsTr("What do you want to do?")

    answers: KButton {
        objectName: "mandates"
        text: qsTr("Powers of attorney and access")
        visible: sheet.stage.strip === null

        onClicked: sheet.stage.askForMandates()
    }

    onBackAsked: sheet.stage.askForPost()

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.space

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Theme.space
            columns: Theme.narrow ? 1 : 2
            rowSpacing: Theme.gap
            uniformCellWidths: true

            Repeater {
                model: sheet.page.errands

                ErrandButton {
                    id: errand

                    required property string area
                    required property string rightName

                    Layout.fillHeight: true
                    Layout.fillWidth: true

                    onClicked: sheet.stage.chooseErrand(errand.area, errand.rightName)
                }
            }
        }

        ScopeLine {
            Layout.fillWidth: true
            covered: false
            said: qsTr("Letters in Digital Post")
            visible: whyNot !== ""
            whyNot: sheet.page.noPost
        }
    }
}
