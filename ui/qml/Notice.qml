pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Window
import "parts"
import "style"

// A window of its own, without a visit behind it: what is wrong, once in every language.
Window {
    id: notice

    required property real millimetre
    required property bool fullScreen
    required property bool training
    required property list<var> rows
    required property list<var> others
    required property string code

    color: Theme.paper
    title: "Borgerkiosk"
    visibility: fullScreen ? Window.FullScreen : Window.Windowed

    // Closed, it would leave nothing on the glass.
    onClosing: close => close.accepted = false

    Binding {
        property: "millimetre"
        target: Theme
        value: Theme.fitting(notice.millimetre, notice.width, notice.height)
    }

    TrainingBand {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        visible: notice.training
    }

    RowLayout {
        anchors.fill: parent
        anchors.margins: 2 * Theme.wide
        spacing: 2 * Theme.wide

        Drawing {
            Layout.alignment: Qt.AlignVCenter
            Layout.preferredHeight: size
            Layout.preferredWidth: size
            name: "trouble"
            size: Theme.mm(56)
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignVCenter
            Layout.fillWidth: true
            spacing: Theme.wide

            Repeater {
                model: notice.rows

                ColumnLayout {
                    id: row

                    required property var modelData

                    Layout.fillWidth: true
                    LayoutMirroring.childrenInherit: true
                    LayoutMirroring.enabled: row.modelData.mirrored
                    spacing: Theme.gap

                    KTitle {
                        Layout.fillWidth: true
                        text: row.modelData.happened
                    }

                    KText {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.headSize
                        text: row.modelData.advice
                    }
                }
            }

            GridLayout {
                Layout.fillWidth: true
                columnSpacing: Theme.wide
                columns: 2
                rowSpacing: Theme.gap
                uniformCellWidths: true

                Repeater {
                    model: notice.others

                    KText {
                        required property var modelData

                        Layout.alignment: Qt.AlignTop
                        Layout.fillWidth: true
                        font.pixelSize: Theme.smallSize
                        horizontalAlignment: modelData.mirrored ? Text.AlignRight : Text.AlignLeft
                        text: `${modelData.happened} ${modelData.advice}`
                    }
                }
            }

            KText {
                color: Theme.quietInk
                text: notice.code
            }
        }
    }
}
