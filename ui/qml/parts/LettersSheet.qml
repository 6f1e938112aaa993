import QtQuick
import QtQuick.Layouts
import "../style"

// A question that is answered with letters, digits and signs.
Sheet {
    id: sheet

    required property string label
    property bool hidden: false
    property int most: 1000
    // Each word begins with a capital, as in names.
    property bool capitalised: false
    property string setback
    property string advice
    property string letters: ""

    signal given(letters: string)

    function give() {
        if (sheet.letters === "")
            return;
        const letters = sheet.letters;
        sheet.letters = "";
        sheet.given(letters);
    }

    function add(letter: string) {
        if (sheet.letters.length < sheet.most)
            sheet.letters += letter;
    }

    function erase() {
        sheet.letters = sheet.letters.slice(0, -1);
    }

    function capitalise() {
        if (sheet.capitalised)
            keyboard.capitals = sheet.letters === "" || /[ -]$/.test(sheet.letters);
    }

    function forget() {
        sheet.letters = "";
        keyboard.rest();
    }

    back: true

    Component.onCompleted: sheet.capitalise()
    onLettersChanged: sheet.capitalise()

    Keys.onPressed: event => {
        event.accepted = true;
        if (event.key === Qt.Key_Backspace)
            sheet.erase();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            sheet.give();
        else if (event.text !== "" && event.text >= " " && event.key !== Qt.Key_Delete)
            sheet.add(event.text);
        else
            event.accepted = false;
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space

            KText {
                id: label

                font.bold: true
                font.pixelSize: Theme.headSize
                text: sheet.label
                wrapMode: Text.NoWrap
            }

            Typed {
                Accessible.labelledBy: label
                Layout.fillWidth: true
                hidden: sheet.hidden
                label: sheet.label
                text: sheet.letters
            }
        }

        Note {
            Layout.fillWidth: true
            advice: sheet.advice
            said: sheet.setback
        }

        Item {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.minimumHeight: keyboard.least

            Keyboard {
                id: keyboard

                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.right: parent.right
                height: Math.min(most, parent.height)

                onDone: sheet.give()
                onErased: sheet.erase()
                onTyped: letter => sheet.add(letter)
            }
        }
    }
}
