import QtQuick
import Borgerkiosk
import "../parts"

LettersSheet {
    id: sheet

    required property Stage stage
    required property AskingSearchScreen page

    advice: page.advice
    label: qsTr("Subject or sender")
    most: page.most
    setback: page.setback
    title: page.title

    onBackAsked: stage.goBack()
    onGiven: letters => stage.giveSearch(letters)
}
