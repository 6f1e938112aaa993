pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

// Stays built when it does not stand, and has no page then.
Sheet {
    id: sheet

    required property Stage stage
    required property WelcomeScreen page

    title: qsTr("Welcome. Read and print your Digital Post here")

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space

        Languages {
            Layout.fillHeight: false
            Layout.fillWidth: true
            columns: Theme.size > 1 || Theme.airy ? 4 : 8
            language: sheet.stage.language
            languages: sheet.stage.languages
            textSize: Theme.smallSize
            visible: !Theme.narrow

            onChosen: code => sheet.stage.chooseLanguage(code)
        }

        Note {
            Layout.fillWidth: true
            advice: sheet.page?.readerAdvice ?? ""
            said: sheet.page?.reader ?? ""
        }

        RowLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.topMargin: Theme.space
            spacing: Theme.wide
            uniformCellSizes: true

            Choice {
                Layout.fillHeight: true
                Layout.fillWidth: true
                advice: qsTr("Your citizen card with a PIN")
                drawing: "card-in"
                text: qsTr("Put your card in")

                onClicked: sheet.stage.chooseCardWay()
            }

            Choice {
                Layout.fillHeight: true
                Layout.fillWidth: true
                advice: qsTr("With user ID, code and password")
                drawing: "device"
                text: qsTr("I have a code device")

                onClicked: sheet.stage.chooseCodeWay()
            }
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space

            Drawing {
                Layout.preferredHeight: size
                Layout.preferredWidth: size
                name: "shield"
                size: Theme.mm(14)
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                KText {
                    id: promise

                    Layout.fillWidth: true
                    text: qsTr("We keep nothing about you: when you leave, everything you have seen here is gone from the machine.")
                }

                // Has its place from the start, as high as a line of this language, so that nothing moves when it comes.
                KText {
                    Accessible.ignored: text === ""
                    Layout.fillWidth: true
                    Layout.preferredHeight: Math.ceil(promise.contentHeight / promise.lineCount * font.pixelSize / promise.font.pixelSize) + 1
                    color: Theme.quietInk
                    font.pixelSize: Theme.smallSize
                    objectName: "foot"
                    text: sheet.stage.foot
                }
            }
        }
    }
}
