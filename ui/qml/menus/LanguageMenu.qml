import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

// The languages, over whatever screen stands there.
Rectangle {
    id: menu

    required property Stage stage

    signal closed

    color: Theme.paper

    Sheet {
        title: qsTr("Choose your language")

        answers: KButton {
            kind: KButton.Plain
            objectName: "closeLanguages"
            text: qsTr("Close")

            onClicked: menu.closed()
        }

        Languages {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            columns: Theme.narrow ? 2 : 4
            language: menu.stage.language
            languages: menu.stage.languages
            least: Theme.mm(26)

            onChosen: code => {
                menu.closed();
                menu.stage.chooseLanguage(code);
            }
        }
    }
}
