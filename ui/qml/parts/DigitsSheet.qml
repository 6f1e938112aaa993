import QtQuick
import QtQuick.Layouts
import "../style"

// A question that is answered with digits.
Sheet {
    id: sheet

    required property string label
    required property string hint
    required property int least
    required property int most
    property bool hidden: false
    // After so many digits a dash is shown, as people write it; none for 0.
    property int dashAfter: 0
    readonly property string shown: dashAfter > 0 && digits.length > dashAfter ? `${digits.slice(0, dashAfter)}-${digits.slice(dashAfter)}` : digits
    property string setback
    property string advice
    property string remark
    property string digits: ""

    signal given(digits: string)

    function add(digit: string) {
        if (sheet.digits.length < sheet.most)
            sheet.digits += digit;
    }

    function erase() {
        sheet.digits = sheet.digits.slice(0, -1);
    }

    function give() {
        if (sheet.digits.length < sheet.least)
            return;
        const digits = sheet.digits;
        sheet.digits = "";
        sheet.given(digits);
    }

    back: true

    Keys.onPressed: event => {
        event.accepted = true;
        if (/^[0-9]$/.test(event.text))
            sheet.add(event.text);
        else if (event.key === Qt.Key_Backspace)
            sheet.erase();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            sheet.give();
        else
            event.accepted = false;
    }

    RowLayout {
        anchors.fill: parent
        spacing: Theme.mm(18)

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            spacing: Theme.space

            KText {
                id: label

                Layout.fillWidth: true
                font.bold: true
                font.pixelSize: Theme.headSize
                text: sheet.label
            }

            Typed {
                Accessible.labelledBy: label
                Layout.fillWidth: true
                hidden: sheet.hidden
                label: sheet.label
                text: sheet.shown
            }

            KText {
                Layout.fillWidth: true
                text: sheet.hint
            }

            KText {
                Layout.fillWidth: true
                font.bold: true
                text: sheet.remark
                visible: text !== ""
            }

            Note {
                Layout.fillWidth: true
                advice: sheet.advice
                said: sheet.setback
            }
        }

        Keypad {
            Layout.alignment: Qt.AlignTop

            onDone: sheet.give()
            onErased: sheet.erase()
            onTyped: digit => sheet.add(digit)
        }
    }
}
