import QtQuick
import QtQuick.Layouts
import "../style"

// A question that is answered with letters, digits and signs.
Sheet {
    id: sheet

    required property string label
    property bool hidden: false
    property int most: 1000
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

    function forget() {
        sheet.letters = "";
        keyboard.rest();
    }

    back: true

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
        }

        Keyboard {
            id: keyboard

            Layout.fillWidth: true

            onDone: sheet.give()
            onErased: sheet.erase()
            onTyped: letter => sheet.add(letter)
        }
    }
}
