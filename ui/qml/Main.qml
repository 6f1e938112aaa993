import QtQuick
import QtQuick.Window
import Borgerkiosk
import "parts"
import "style"

// The window: what stands in the same place on every screen, and the screen itself.
Window {
    id: window

    required property Stage stage

    color: Theme.paper
    title: "Borgerkiosk"
    visible: false

    Item {
        id: glass

        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: window.stage.mirrored
        anchors.fill: parent
        objectName: "glass"

        TrainingBand {
            id: band

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            visible: window.stage.training
        }

        Header {
            id: header

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: band.visible ? band.bottom : parent.top
            mayEnd: window.stage.mayEnd
            mayChooseLanguage: window.stage.screen !== "Welcome"
            z: 1

            onEndAsked: window.stage.askToEnd()
            onLanguageAsked: languages.open = !languages.open
        }

        Loader {
            id: place

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: header.bottom
            focus: true
            visible: !languages.open
        }

        LanguageMenu {
            id: languages

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: header.bottom
            language: window.stage.language
            languages: window.stage.languages

            onChosen: language => window.stage.chooseLanguage(language)
            onOpenChanged: if (!open)
                place.forceActiveFocus(Qt.OtherFocusReason)
        }

        ArrowKeys {
            id: arrows
        }

        Keys.onEscapePressed: {
            if (languages.open)
                languages.open = false;
            else
                window.stage.goBack();
        }
        Keys.onPressed: event => {
            event.accepted = arrows.press(event.key, window.activeFocusItem);
        }
    }

    Binding {
        property: "millimetre"
        target: Theme
        value: window.stage.millimetre
    }

    Connections {
        function onShown() {
            languages.open = false;
            scenery.showPage();
        }

        target: window.stage
    }

    QtObject {
        id: scenery

        property string standing: ""

        function showPage() {
            const page = window.stage.page;
            if (window.stage.screen === scenery.standing) {
                Object.assign(place.item, {
                    page: page
                });
                return;
            }
            scenery.standing = window.stage.screen;
            place.setSource(`screens/${scenery.standing}.qml`, {
                stage: window.stage,
                page: page
            });
            place.forceActiveFocus(Qt.OtherFocusReason);
        }
    }
}
