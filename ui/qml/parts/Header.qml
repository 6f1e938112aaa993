import QtQuick
import QtQuick.Layouts
import "../style"

// Cover, language and End, always in the same corner.
Rectangle {
    id: header

    required property bool mayCover
    required property bool mayEnd

    readonly property int letters: Theme.narrow ? Theme.smallSize : Theme.textSize

    signal coverAsked
    signal endAsked
    signal easeAsked
    signal languageAsked

    color: Theme.card
    implicitHeight: Math.max(Theme.mm(25), row.implicitHeight + Theme.space)

    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.main
        height: Math.ceil(Theme.mm(0.6))
    }

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: Theme.wide
        anchors.rightMargin: Theme.wide
        spacing: Theme.space

        Image {
            Accessible.ignored: true
            Layout.preferredHeight: Theme.mm(11)
            Layout.preferredWidth: Theme.mm(11)
            source: Theme.drawing("house")
            sourceSize.height: Theme.mm(11)
            visible: !Theme.narrow && !Theme.airy
        }

        Item {
            Layout.fillWidth: true
            visible: Theme.narrow || Theme.airy
        }

        KText {
            Layout.fillWidth: true
            color: Theme.main
            font.bold: true
            text: qsTr("Citizen kiosk")
            visible: !Theme.narrow && !Theme.airy
        }

        PictureButton {
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth) + 1
            least: Theme.smallTarget
            textSize: header.letters
            kind: KButton.Plain
            objectName: "cover"
            picture: "cover"
            text: qsTr("Cover the screen")
            visible: header.mayCover

            onClicked: header.coverAsked()
        }

        PictureButton {
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth) + 1
            Layout.minimumWidth: Math.ceil(implicitWidth) + 1
            least: Theme.smallTarget
            textSize: header.letters
            kind: KButton.Plain
            objectName: "language"
            picture: "globe"
            text: qsTr("Language")

            onClicked: header.languageAsked()
        }

        PictureButton {
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth) + 1
            least: Theme.smallTarget
            textSize: header.letters
            kind: KButton.Plain
            objectName: "ease"
            picture: "larger"
            text: qsTr("See and hear")

            onClicked: header.easeAsked()
        }

        KButton {
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth) + 1
            least: Theme.smallTarget
            textSize: header.letters
            kind: KButton.Stop
            objectName: "end"
            text: qsTr("End visit")
            visible: header.mayEnd

            onClicked: header.endAsked()
        }
    }
}
