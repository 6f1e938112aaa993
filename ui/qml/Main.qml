import QtQuick
import QtQuick.Window
import Borgerkiosk
import "menus"
import "parts"
import "style"

// The window: what stands in the same place on every screen, and the screen itself.
Window {
    id: window

    required property Stage stage

    // How far apart two taps of one finger may be: smaller where everything is.
    readonly property real fingertip: Theme.mm(15)
    // What stays empty at the top for whoever does not reach it (EN 301 549, 8.3.5). A screen needs the rest, and with
    // large letters more.
    readonly property real outOfReach: Math.max(0, Math.min(height / 2, height - Theme.mm([225, 225, 260, 290][Theme.size])))

    color: Theme.paper
    title: "Borgerkiosk"
    visible: false

    Item {
        id: glass

        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: window.stage.mirrored
        anchors.fill: parent
        anchors.topMargin: window.stage.looks.low ? window.outOfReach : 0
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
            mayCover: window.stage.mayCover
            mayEnd: window.stage.mayEnd
            z: 1

            onCoverAsked: window.stage.coverScreen()
            onEndAsked: window.stage.askToEnd()
            onEaseAsked: {
                scenery.closeScope();
                menus.toggle(Menus.Ease);
            }
            onLanguageAsked: {
                scenery.closeScope();
                menus.toggle(Menus.Languages);
            }
        }

        // Loaded when it is needed: the first picture has none.
        Loader {
            id: strip

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: header.bottom
            // By itself it would stay as high as it was.
            height: (item as Item)?.implicitHeight ?? 0
        }

        FocusScope {
            id: place

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: strip.bottom
            focus: true
            visible: !menus.visible && !scope.visible

            Loader {
                id: passing

                anchors.fill: parent
            }

            Loader {
                id: welcome

                anchors.fill: parent
                visible: false
            }

            Loader {
                id: userId

                anchors.fill: parent
                visible: false
            }
        }

        Menus {
            id: menus

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: header.bottom
            stage: window.stage

            onClosed: place.forceActiveFocus(Qt.OtherFocusReason)
        }

        Loader {
            id: scope

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: strip.bottom
            visible: false
        }

        ArrowKeys {
            id: arrows

            heard: window.stage.heard
        }

        // For whoever listens: nothing to read along for others, and nothing to touch by mistake.
        Rectangle {
            anchors.fill: parent
            color: "black"
            objectName: "curtain"
            visible: window.stage.curtain
            z: 2

            MouseArea {
                anchors.fill: parent
            }
        }

        Keys.onEscapePressed: {
            if (menus.visible || scope.visible) {
                menus.close();
                scenery.closeScope();
            } else {
                window.stage.goBack();
            }
        }
        Keys.onPressed: event => {
            if (event.key === Qt.Key_F9) {
                window.stage.coverScreen();
                event.accepted = true;
                return;
            }
            event.accepted = arrows.press(event.key, window.activeFocusItem);
        }
    }

    Binding {
        property: "millimetre"
        target: Theme
        value: Theme.fitting(window.stage.millimetre, window.width, window.height)
    }

    Binding {
        property: "width"
        target: Theme
        value: window.width
    }

    Binding {
        property: "size"
        target: Theme
        value: window.stage.looks.size
    }

    Binding {
        property: "colours"
        target: Theme
        value: window.stage.looks.colours
    }

    Binding {
        property: "airy"
        target: Theme
        value: window.stage.looks.airy
    }

    Binding {
        property: "joined"
        target: Theme
        value: window.stage.mirrored
    }

    Connections {
        function onShown() {
            menus.close();
            scenery.closeScope();
            scenery.showStrip();
            scenery.showPage();
        }

        function onCalm() {
            scenery.build("AskingUserId");
        }

        target: window.stage
    }

    Connections {
        function onScopeAsked() {
            scope.visible = !scope.visible;
            (scope.visible ? scope : place).forceActiveFocus(Qt.OtherFocusReason);
        }

        ignoreUnknownSignals: true
        target: strip.item
    }

    Connections {
        function onClosed() {
            scenery.closeScope();
        }

        ignoreUnknownSignals: true
        target: scope.item
    }

    QtObject {
        id: scenery

        // Most go to and fro between these two; they stay built, but without their page when they do not stand.
        readonly property var kept: ({
                Welcome: welcome,
                AskingUserId: userId
            })
        property string standing: ""
        property string worn: ""

        function showPage() {
            if (window.stage.screen !== scenery.standing)
                scenery.change();
            else
                scenery.give(scenery.home(), window.stage.page);
        }

        function showStrip() {
            const name = window.stage.stripName;
            if (name !== scenery.worn)
                scenery.takeOff();
            scenery.worn = name;
            scenery.dress(strip, name);
            scenery.dress(scope, name === "Acting" ? "ScopeMenu" : "");
        }

        function takeOff() {
            strip.source = "";
            scope.source = "";
        }

        function dress(loader: Loader, part: string) {
            if (loader.item)
                Object.assign(loader.item, {
                    strip: window.stage.strip
                });
            else if (part !== "")
                loader.setSource(`strips/${part}.qml`, {
                    stage: window.stage,
                    strip: window.stage.strip
                });
        }

        function closeScope() {
            if (scope.visible) {
                scope.visible = false;
                place.forceActiveFocus(Qt.OtherFocusReason);
            }
        }

        function change() {
            scenery.leave(scenery.home());
            scenery.standing = window.stage.screen;
            const home = scenery.home();
            if (home.item)
                scenery.give(home, window.stage.page);
            else
                scenery.load(home, scenery.standing, window.stage.page);
            home.visible = true;
            scenery.focusOn(home);
        }

        function home(): Loader {
            return scenery.kept[scenery.standing] ?? passing;
        }

        function leave(home: Loader) {
            home.visible = false;
            if (home === passing)
                home.source = "";
            else
                scenery.give(home, null);
        }

        function give(home: Loader, page: QtObject) {
            Object.assign(home.item, {
                page: page
            });
        }

        function load(home: Loader, screen: string, page: QtObject) {
            home.setSource(`screens/${screen}.qml`, {
                stage: window.stage,
                page: page
            });
        }

        // Before it is asked for: its keyboard takes longest to build.
        function build(screen: string) {
            const home = scenery.kept[screen];
            if (!home.item)
                scenery.load(home, screen, null);
        }

        // On the screen as a whole, and not on the button that had the focus when the screen stood here before.
        function focusOn(home: Loader) {
            home.forceActiveFocus(Qt.OtherFocusReason);
            // Nothing has it while another window is in front.
            const holder = window.activeFocusItem;
            if (holder && holder !== home.item)
                holder.focus = false;
        }
    }
}
