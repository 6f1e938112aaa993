pragma ComponentBehavior: Bound

import QtQuick
import Borgerkiosk

// What can be opened over any screen, one at a time, and is made when it is: the first picture is not to wait for it.
FocusScope {
    id: menus

    enum Name {
        None,
        Languages,
        Ease
    }

    required property Stage stage
    property int standing: Menus.None

    signal closed

    function toggle(name: int) {
        if (menus.standing === name) {
            menus.close();
        } else {
            menus.standing = name;
            menus.forceActiveFocus(Qt.OtherFocusReason);
        }
    }

    function close() {
        if (menus.standing !== Menus.None) {
            menus.standing = Menus.None;
            menus.closed();
        }
    }

    visible: standing !== Menus.None

    Loader {
        id: menu

        anchors.fill: parent
        focus: true
        sourceComponent: [null, languages, ease][menus.standing]
    }

    Component {
        id: languages

        LanguageMenu {
            stage: menus.stage

            onClosed: menus.close()
        }
    }

    Component {
        id: ease

        EaseMenu {
            stage: menus.stage

            onClosed: menus.close()
        }
    }
}
