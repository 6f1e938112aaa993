import QtQuick
import Borgerkiosk
import "../parts"

// Stays built when it does not stand, and has no page then.
LettersSheet {
    id: sheet

    required property Stage stage
    required property AskingUserIdScreen page

    advice: page?.advice ?? ""
    label: qsTr("User ID")
    setback: page?.setback ?? ""
    title: qsTr("Type your user ID")

    onBackAsked: stage.goBack()
    onPageChanged: if (!page)
        forget()
    onGiven: letters => stage.giveUserId(letters)
}
