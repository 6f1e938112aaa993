"""The glass by ear: nothing stands on it that cannot be heard, and nothing is heard twice for no reason."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from kiosk.speech.espeak import VOICES
from kiosk.visit import events
from kiosk.visit.paper import Pressed
from tests.screens.aloud import Listener, audible
from tests.screens.audit import texts
from tests.screens.states import LANGUAGES, PICTURE, STATES, TYPED, visit
from ui.tongue import LANGUAGES as LANGUAGES_OF_THE_GLASS
from ui.tongue import tongue
from ui.voice.keys import keys
from ui.voice.mouth import LOUDNESSES, PACES, USUAL_LOUDNESS, USUAL_PACE
from ui.voice.telling import Teller, Told
from ui.voice.tree import Role, Spot


@pytest.fixture
def listener(glass) -> Iterator[Listener]:
    """At the welcome, in English."""
    glass.show(visit("welcome", "en"))
    listener = Listener(glass)
    yield listener
    listener.reader.sleep()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_on_the_glass_can_be_heard(glass, language):
    silent: list[str] = []
    for name in STATES:
        glass.show(visit(name, language))
        heard = "\n".join(audible(glass))
        silent += [f"{name}: {text}" for text in map(spoken, texts(glass)) if text not in heard]
    assert "\n".join(silent) == ""


def spoken(text) -> str:
    """As it is drawn, or as it says itself. What a badge marks, the row or button around it says in whole words."""
    if text.parentItem().metaObject().className().startswith("Badge_"):
        return ""
    node = QAccessible.queryAccessibleInterface(text)
    return (node.text(QAccessible.Text.Name) if node is not None else "") or text.property("text")


def test_one_key_wakes_the_voice_which_says_how_to_go_on_and_then_the_screen(listener):
    said = listener.press(Qt.Key.Key_F1)
    assert said[0] == "The machine reads aloud now."
    assert said[3] == "Welcome. Read and print your Digital Post here"
    assert listener.press(Qt.Key.Key_F1)[0] == "Welcome. Read and print your Digital Post here"


def test_nothing_is_said_before_somebody_asks(listener):
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F5):
        assert listener.press(key) == []
    assert listener.show(visit("inviting-card", "en")) == []


def test_the_focus_is_said_with_what_it_is(listener):
    listener.press(Qt.Key.Key_F1)
    assert listener.press(Qt.Key.Key_Tab) == ["Language", "button"]
    listener.show(visit("mailbox", "en"))
    listener.press(Qt.Key.Key_Tab)
    assert listener.press(Qt.Key.Key_F2) == ["Choose a letter", "Cover the screen", "button"]


def test_a_new_screen_is_said_without_what_stood_there_before(listener):
    listener.press(Qt.Key.Key_F1)
    said = listener.show(visit("inviting-card", "en"))
    assert said[0] == "Put your card in the reader"
    assert "Citizen kiosk" not in said


def test_words_that_come_while_the_screen_stays_are_said_by_themselves(listener):
    listener.press(Qt.Key.Key_F1)
    listener.show(visit("asking-pin", "en"))
    listener.glass.type("2468")
    listener.glass.until(lambda: "signs typed" in listener.log.words().rpartition("0 signs typed")[2])
    assert listener.log.last == ["Your card's PIN", "4 signs typed"]


@pytest.mark.parametrize(
    "name", [name for name in TYPED if "pin" in name or "code" in name or "password" in name]
)
def test_what_is_secret_is_never_said(listener, name):
    state, keys = TYPED[name]
    listener.press(Qt.Key.Key_F1)
    listener.show(visit(state, "en"))
    listener.glass.type(keys)
    for key in (Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_Tab):
        listener.press(key)
    listener.show(visit("welcome", "en"))
    assert keys not in listener.log.words()


def test_any_key_stops_what_is_being_said(listener):
    listener.press(Qt.Key.Key_F1)
    listener.reader.hush()
    assert listener.log.hushed


def test_a_countdown_is_said_once_and_not_every_second(listener):
    listener.press(Qt.Key.Key_F1)
    listener.show(visit("warned", "en"))
    before = len(listener.log.said)
    left = listener.glass.seconds_left()
    listener.glass.until(lambda: listener.glass.seconds_left() < left)
    listener.glass.settle()
    assert "seconds left" in listener.log.last[-1]
    assert len(listener.log.said) == before


def test_pace_and_loudness_have_ends_and_begin_in_the_middle(listener):
    listener.press(Qt.Key.Key_F1)
    assert listener.log.how[-1] == (USUAL_PACE, USUAL_LOUDNESS)
    for _ in range(PACES):
        said = listener.press(Qt.Key.Key_F6)
    assert (said, listener.log.how[-1][0]) == (["quicker"], PACES - 1)
    for _ in range(PACES):
        said = listener.press(Qt.Key.Key_F5)
    assert (said, listener.log.how[-1][0]) == (["slower"], 0)
    for _ in range(LOUDNESSES):
        listener.press(Qt.Key.Key_VolumeUp)
    assert listener.log.how[-1][1] == LOUDNESSES - 1


def test_the_last_words_can_be_heard_again_and_the_voice_can_be_sent_to_sleep(listener):
    listener.press(Qt.Key.Key_F1)
    said = listener.press(Qt.Key.Key_Tab)
    assert listener.press(Qt.Key.Key_F3) == said
    listener.press(Qt.Key.Key_F4)
    assert listener.press(Qt.Key.Key_Tab) == []
    assert listener.press(Qt.Key.Key_F1)[0] == "The machine reads aloud now."


def test_another_language_is_spoken_from_its_first_word_on(listener):
    listener.press(Qt.Key.Key_F1)
    listener.show(visit("welcome", "da"))
    assert {told.language for told in listener.log.said[-1]} == {"da"}
    assert "Velkommen" in listener.log.last[0]


PERSONAL = (
    "mailbox",
    "reading",
    "acting-mailbox",
    "asking-to-print",
    "telling-principal",
    "offering-receipt",
)


@pytest.mark.parametrize("name", [name for name in PERSONAL if name in STATES])
def test_whatever_is_not_ours_word_for_word_is_for_headphones_only(listener, name):
    listener.press(Qt.Key.Key_F1)
    listener.show(visit(name, "en"))
    for _ in range(30):
        listener.press(Qt.Key.Key_Tab)
    aloud = "\n".join(told.words for each in listener.log.said for told in each if not told.private)
    hidden = "\n".join(told.words for each in listener.log.said for told in each if told.private)
    for personal in ("Maja", "Winther", "Indkaldelse", "Lindeby"):
        assert personal not in aloud
    assert any(personal in hidden for personal in ("Maja", "Winther", "Indkaldelse", "Lindeby"))


def test_a_letter_is_read_page_by_page_in_its_own_language(listener):
    listener.press(Qt.Key.Key_F1)
    listener.show(visit("reading", "en"))
    letter = [told for told in listener.log.said[-1] if told.language == "da"]
    assert letter == [Told("Kære Maja", "da", private=True)]
    assert "Page" in listener.log.words()


def test_a_page_without_words_says_so(listener):
    listener.press(Qt.Key.Key_F1)
    said = listener.show(visit("showing-form", "en"))
    assert "This page is a picture. There are no words in it to read aloud." in said


def test_where_nobody_knows_the_pages_all_words_are_on_the_first():
    pressed = Pressed(b"%PDF", 2, "Kære Maja\nVenlig hilsen", PICTURE)
    assert (pressed.words(1), pressed.words(2)) == ("Kære Maja\nVenlig hilsen", "")


def test_a_letter_in_a_language_without_a_voice_is_not_read_in_another(glass):
    teller = Teller(tongue("en"), "so", {"da", "en"})
    spot = Spot(Role.Graphic, "Page 1", "Salaan")
    assert [told.words for told in teller.spot(spot)] == [
        "Page 1",
        "There is no voice here for the language of this letter.",
    ]


def test_a_key_that_is_asked_about_says_what_it_does_and_does_nothing(listener):
    listener.press(Qt.Key.Key_F1)
    listener.show(visit("reading", "en"))
    assert listener.press(Qt.Key.Key_F7) == ["Now each key says what it does. F7 ends this."]
    for key, words in [
        (Qt.Key.Key_Return, "Chooses what was said last."),
        (Qt.Key.Key_Escape, "Goes back."),
        (Qt.Key.Key_Down, "Moves between the answers."),
        (Qt.Key.Key_F9, "Covers the screen while you step away."),
        (Qt.Key.Key_F8, "Makes the screen dark."),
    ]:
        assert listener.press(key) == [words]
    assert listener.glass.runner.heard == []
    assert listener.press(Qt.Key.Key_F7) == ["The keys work again."]
    listener.press(Qt.Key.Key_Escape)
    assert listener.glass.runner.heard == [events.WentBack()]


def test_every_key_of_the_voice_has_its_words(listener):
    assert all(key.said(tongue("en")) for key in keys().values())


def test_a_curtain_hides_everything_from_eyes_and_nothing_from_ears(listener):
    assert listener.press(Qt.Key.Key_F8) == []
    listener.press(Qt.Key.Key_F1)
    assert listener.press(Qt.Key.Key_F8) == ["The screen is dark now. F8 shows it again."]
    assert colours(listener.glass) == {"#000000"}
    assert listener.show(visit("reading", "en"))
    QTest.mouseClick(listener.glass.window, Qt.MouseButton.LeftButton, pos=QPoint(1145, 85))
    assert listener.glass.runner.heard == []
    assert listener.press(Qt.Key.Key_F8) == ["The screen is visible again."]
    assert len(colours(listener.glass)) > 10


def test_whoever_ends_the_voice_sees_the_screen_again(listener):
    listener.press(Qt.Key.Key_F1)
    listener.press(Qt.Key.Key_F8)
    listener.press(Qt.Key.Key_F4)
    listener.glass.settle()
    assert len(colours(listener.glass)) > 10


def colours(glass) -> set[str]:
    picture = glass.picture()
    places = [
        (x, y)
        for x in range(0, picture.width(), picture.width() // 64)
        for y in range(0, picture.height(), picture.height() // 64)
    ]
    return {picture.pixelColor(x, y).name() for x, y in places}


def test_when_words_were_lost_with_the_voice_the_screen_is_said_again(listener):
    listener.glass.glass.read_again()
    listener.glass.settle()
    assert listener.log.said == []
    listener.press(Qt.Key.Key_F1)
    listener.press(Qt.Key.Key_Tab)
    listener.glass.glass.read_again()
    listener.glass.until(lambda: listener.log.last[0] == "Welcome. Read and print your Digital Post here")


def test_when_the_voice_is_gone_the_glass_is_light_and_says_so(listener):
    listener.press(Qt.Key.Key_F1)
    listener.press(Qt.Key.Key_F8)
    listener.glass.glass.stop_reading()
    listener.glass.until(lambda: not listener.glass.stage.property("curtain"))
    listener.show(visit("voice-gone", "en"))
    shown = [text.property("text") for text in texts(listener.glass)]
    assert "This machine cannot read aloud any more." in shown
    assert any("M07" in text for text in shown)
    assert listener.press(Qt.Key.Key_Escape) == []
    assert listener.glass.runner.heard == [events.WentBack()]
    assert listener.press(Qt.Key.Key_F1)[0] == "The machine reads aloud now."


def test_a_loudspeaker_says_that_there_is_more_to_hear_in_headphones(listener):
    rest = "The rest is private. It can be heard in headphones only."
    listener.press(Qt.Key.Key_F1)
    assert rest not in listener.show(visit("mailbox", "en"))
    listener.log.headphones = False
    assert listener.press(Qt.Key.Key_F1)[-1] == rest
    assert rest not in listener.show(visit("inviting-card", "en"))
    assert listener.show(visit("mailbox", "en"))[-1] == rest


def test_a_language_without_a_voice_stays_on_the_glass_and_two_others_say_so(listener):
    listener.show(visit("welcome", "so"))
    said = listener.press(Qt.Key.Key_F1)
    assert [told.language for told in listener.log.said[-1]] == ["da", "en"]
    assert said[1] == "The language on the screen cannot be read aloud. Choose another one under Language."
    assert listener.glass.stage.property("language") == "so"


def test_whoever_listens_is_offered_the_languages_that_can_be_heard(listener):
    listener.press(Qt.Key.Key_F1)
    offered = {language.name for language in LANGUAGES_OF_THE_GLASS if language.code in VOICES}
    assert names_of_languages(listener) == offered
    assert names_of_languages(listener, asleep=True) - offered == {"Føroyskt", "Soomaali", "ትግርኛ"}


def names_of_languages(listener, *, asleep: bool = False) -> set[str]:
    if asleep:
        listener.press(Qt.Key.Key_F4)
    names = {language.name for language in LANGUAGES_OF_THE_GLASS}
    listener.glass.settle()
    return {item.property("text") for item in listener.glass.items()} & names


def test_the_name_of_a_language_is_said_in_it():
    english = tongue("en")
    names = [english.say("Choose your language"), "Deutsch", "العربية"]
    told = Teller(english, "en", VOICES).tell(*names)
    assert [each.language for each in told] == ["en", "de", "ar"]
