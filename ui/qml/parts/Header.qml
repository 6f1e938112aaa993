import QtQuick
import QtQuick.Layouts
import "../style"

// Cover, language and End, always in the same corner.
Rectangle {
    id: header

    required property bool mayCover
    required property bool mayEnd
    required property bool mayChooseLanguage

    signal coverAsked
    signal endAsked
    signal languageAsked

    color: Theme.card
    implicitHeight: Theme.mm(25)

    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.main
        height: Math.ceil(Theme.mm(0.6))
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.wide
        anchors.rightMargin: Theme.wide
        spacing: Theme.space

        Image {
            Accessible.ignored: true
            Layout.preferredHeight: Theme.mm(11)
            Layout.preferredWidth: Theme.mm(11)
            source: "../drawings/house.svg"
            sourceSize.height: Theme.mm(11)
        }

        KText {
            Layout.fillWidth: true
            color: Theme.main
            font.bold: true
            text: qsTr("Citizen kiosk")
        }

        PictureButton {
            least: Theme.smallTarget
            kind: KButton.Plain
            objectName: "cover"
            picture: "../drawings/cover.svg"
            text: qsTr("Cover the screen")
            visible: header.mayCover

            onClicked: header.coverAsked()
        }

        PictureButton {
            least: Theme.smallTarget
            kind: KButton.Plain
            objectName: "language"
            picture: "../drawings/globe.svg"
            text: qsTr("Language and time")
            visible: header.mayChooseLanguage

            onClicked: header.languageAsked()
        }

        KButton {
            least: Theme.smallTarget
            kind: KButton.Stop
            objectName: "end"
            text: qsTr("End visit")
            visible: header.mayEnd

            onClicked: header.endAsked()
        }
    }
}
