import QtQuick
import QtQuick.Layouts
import Borgerkiosk
import "../parts"
import "../style"

Sheet {
    id: sheet

    required property Stage stage
    required property ExplainingMandatesScreen page

    back: true
    title: qsTr("Letters or services: which do you need?")

    onBackAsked: sheet.stage.goBack()

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space

        RowLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: Theme.space
            uniformCellSizes: true

            Explained {
                Layout.fillHeight: true
                Layout.fillWidth: true
                drawing: "letter"
                examples: [qsTr("Example: Your eyes are bad. Your daughter reads your letters for you."), qsTr("Example: Your neighbour prints a letter from the hospital for you.")]
                limit: qsTr("All letters from public authorities, also the old ones. But only letters.")
                name: qsTr("Access to Digital Post")
                purpose: qsTr("When it is about letters")
            }

            Explained {
                Layout.fillHeight: true
                Layout.fillWidth: true
                drawing: "mandate"
                examples: [qsTr("Example: You are ill. Your son chooses a new doctor for you."), qsTr("Example: A friend orders a residence certificate for you.")]
                limit: qsTr("Only what is ticked. Your letters stay closed.")
                name: qsTr("Power of attorney")
                purpose: qsTr("When something has to be done at public services")
            }
        }

        KText {
            Layout.fillWidth: true
            text: qsTr("Do you need both? Then make one, and the other afterwards.")
        }
    }
}
