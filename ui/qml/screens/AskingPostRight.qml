pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property AskingPostRightScreen page

    back: true
    title: sheet.page.title

    answers: KButton {
        kind: KButton.Main
        objectName: "next"
        text: qsTr("Next")

        onClicked: sheet.stage.confirmScope()
    }

    onBackAsked: sheet.stage.goBack()

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.space
        spacing: Theme.wide

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.wide
            uniformCellSizes: true

            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                spacing: Theme.space

                OneOf {
                    Layout.fillWidth: true
                    chosen: !sheet.page.write
                    least: Theme.mm(28)
                    objectName: "read"
                    text: qsTr("Read")
                    textSize: Theme.headSize

                    onClicked: sheet.stage.choosePostRight(false)
                }

                Repeater {
                    model: sheet.page.reading

                    ScopeLine {
                        Layout.fillWidth: true
                        whyNot: ""
                    }
                }
            }

            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                spacing: Theme.space

                OneOf {
                    Layout.fillWidth: true
                    chosen: sheet.page.write
                    least: Theme.mm(28)
                    objectName: "write"
                    text: qsTr("Read and write")
                    textSize: Theme.headSize

                    onClicked: sheet.stage.choosePostRight(true)
                }

                Repeater {
                    model: sheet.page.writing

                    ScopeLine {
                        Layout.fillWidth: true
                        whyNot: ""
                    }
                }
            }
        }

        Note {
            Layout.fillWidth: true
            said: sheet.page.serving
        }
    }
}
