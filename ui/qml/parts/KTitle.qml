import QtQuick
import "../style"

// The one heading of a screen.
KText {
    Accessible.role: Accessible.Heading
    font.bold: true
    font.pixelSize: Theme.titleSize
    lineHeight: Theme.lineHeight * 0.92
}
