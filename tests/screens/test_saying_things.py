"""What a citizen does with finger and keys becomes exactly one event."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest

from kiosk.visit import events
from kiosk.visit.limits import Limits, Pace
from kiosk.visit.paper import Sides
from kiosk.visit.states import Visit
from tests.screens.audit import findings, nodes
from tests.screens.states import LANGUAGES, visit
from ui.voice.tree import name_of


def touch(glass, text: str) -> None:
    item = next(
        item
        for item in glass.items()
        if item.inherits("QQuickAbstractButton") and text in {item.property("text"), item.property("spoken")}
    )
    point = item.mapToScene(item.boundingRect().center()).toPoint()
    QTest.mouseClick(glass.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    glass.settle()


@pytest.mark.parametrize(
    ("screen", "words", "said"),
    [
        ("welcome", "English", events.LanguageChosen("en")),
        ("welcome", "Put your card in", events.CardWayChosen()),
        ("welcome", "I have a code device", events.CodeWayChosen()),
        ("inviting-card", "Back", events.WentBack()),
        ("mailbox", "Sent", events.FolderChosen("sent")),
        ("mailbox", "Older letters", events.ListPageChosen(1)),
        ("mailbox-later-page", "Newer letters", events.ListPageChosen(3)),
        ("mailbox", "Search", events.SearchAsked()),
        ("mailbox-found", "Show all letters", events.SearchCleared()),
        ("asking-search", "Back", events.WentBack()),
        ("asking-to-move", "Yes, move my visit here", events.MovingAccepted()),
        ("asking-to-move", "No, end here", events.EndAsked()),
        ("asking-to-serve", "Yes, open the letter", events.ServingAccepted()),
        ("asking-to-serve", "No, not now", events.WentBack()),
        ("reading", "Next page", events.PageTurned(2)),
        ("reading", "Larger", events.Zoomed(150)),
        ("reading-attachment", "Smaller", events.Zoomed(150)),
        ("reading-attachment", "Bilag 2: Klagevejledning", events.DocumentChosen(2)),
        ("reading", "Print", events.PrintAsked()),
        ("asking-to-print", "Print on one side", events.SidesChosen(Sides.ONE)),
        ("asking-to-print", "Print", events.PrintConfirmed()),
        ("printing", "Stop the printing", events.PrintStopped()),
        ("printed-failed", "Print again", events.PrintAsked()),
        ("trouble-hindered", "Try again", events.TriedAgain()),
        ("trouble-refused", "I have a code device", events.CodeWayChosen()),
        ("warned", "I am still here", events.StillHere()),
        ("warned", "More time for everything", events.PaceChosen(Pace.UNHURRIED)),
        ("voice-gone", "Go on", events.VoiceForgone()),
        ("reading", "Cover the screen", events.CoverAsked()),
        ("away", "I am back", events.CameBack()),
        ("returning-card", "Back", events.WentBack()),
        ("returning-refused", "Back", events.WentBack()),
        ("returning-refused", "Try again", events.TriedAgain()),
        ("reading", "End visit", events.EndAsked()),
        ("taking-pages", "I have everything", events.ThingsTaken()),
        ("goodbye", "Done", events.ThingsTaken()),
    ],
)
def test_a_touch_says_one_thing(glass, screen, words, said):
    glass.show(visit(screen, "en"))
    glass.runner.heard.clear()
    touch(glass, words)
    assert glass.runner.heard == [said]


def test_a_finger_that_slips_off_says_nothing(glass):
    glass.show(visit("reading", "en"))
    item = glass.named("print")
    point = item.mapToScene(item.boundingRect().center()).toPoint()
    QTest.mousePress(glass.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    QTest.mouseRelease(
        glass.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 500)
    )
    assert glass.runner.heard == []


def test_a_pin_is_touched_in_and_never_shown(glass):
    glass.show(visit("asking-pin", "en"))
    for digit in "470112":
        touch(glass, digit)
    assert not any(
        "47" in (item.property("text") or "") for item in glass.items() if item.inherits("QQuickText")
    )
    touch(glass, "OK")
    assert glass.runner.heard[0].pin.text() == "470112"


def test_a_short_pin_is_not_sent(glass):
    glass.show(visit("asking-pin-again", "en"))
    touch(glass, "1")
    touch(glass, "OK")
    assert glass.runner.heard == []


def test_a_code_is_typed_on_real_keys(glass):
    glass.show(visit("asking-code", "ar"))
    glass.type("1239")
    glass.press(Qt.Key.Key_Backspace)
    glass.type("456")
    glass.press(Qt.Key.Key_Return)
    assert glass.runner.heard[0].code.text() == "123456"


def test_a_password_with_capitals_and_signs(glass):
    glass.show(visit("asking-password", "en"))
    for key in ("Capitals", "Å", "b", "Signs", "§", "Letters", "x", "Erase", "OK"):
        touch(glass, key)
    assert glass.runner.heard[0].password.text() == "Åb§"


def test_words_to_search_for_are_typed_and_not_more_than_anybody_needs(glass):
    glass.show(visit("asking-search", "en"))
    for key in ("Capitals", "Ø", "l", "Space"):
        touch(glass, key)
    glass.type("bog" * 30)
    touch(glass, "OK")
    assert glass.runner.heard[0].words.text() == ("Øl " + "bog" * 30)[:60]


def test_the_words_are_gone_once_they_were_given(glass):
    glass.show(visit("asking-search", "en"))
    glass.type("bolig")
    glass.press(Qt.Key.Key_Return)
    assert "bolig" not in shown(glass)
    glass.show(visit("asking-search-again", "en"))
    assert "bolig" not in shown(glass)


def test_the_language_can_change_without_losing_what_was_typed(glass):
    glass.show(visit("asking-user-id", "da"))
    glass.type("maja")
    glass.show(visit("asking-user-id", "en"))
    touch(glass, "OK")
    assert glass.runner.heard[0].user_id.text() == "maja"


def test_what_was_typed_is_gone_when_the_screen_comes_again(glass):
    glass.show(visit("asking-user-id", "en"))
    touch(glass, "Signs")
    glass.type("maja")
    assert "maja" in shown(glass)
    glass.show(visit("welcome", "en"))
    glass.show(visit("asking-user-id", "en"))
    assert not {"maja", "Letters"} & shown(glass)
    glass.type("bo")
    touch(glass, "OK")
    assert glass.runner.heard[0].user_id.text() == "bo"


def test_the_language_can_be_chosen_from_the_menu_without_losing_what_was_typed(glass):
    glass.show(visit("asking-user-id", "en"))
    glass.type("maja")
    touch(glass, "Language")
    assert "maja" not in shown(glass)
    touch(glass, "Dansk")
    glass.show(visit("asking-user-id", "da"))
    assert "maja" in shown(glass)


def test_a_screen_that_comes_again_has_the_focus_as_a_whole(glass):
    glass.show(visit("welcome", "en"))
    glass.press(Qt.Key.Key_Tab)
    on_a_button = glass.window.activeFocusItem()
    glass.show(visit("mailbox", "en"))
    glass.show(visit("welcome", "en"))
    assert glass.window.activeFocusItem() is not on_a_button
    assert glass.window.activeFocusItem().property("title").startswith("Welcome")


def test_the_keyboard_is_built_before_it_is_asked_for_and_cannot_be_reached(glass):
    glass.show(visit("welcome", "en"))
    glass.stage.calm_down()
    glass.settle()
    assert not {"q", "User ID"} & shown(glass)
    assert not any(name_of(node) == "q" for node in nodes(glass))


def shown(glass) -> set[str]:
    return {item.property("text") for item in glass.items() if item.inherits("QQuickText")}


def test_the_language_menu_speaks_every_language(glass):
    glass.show(visit("reading", "en"))
    touch(glass, "Language")
    touch(glass, "العربية")
    assert glass.runner.heard == [events.LanguageChosen("ar")]


def test_escape_goes_back(glass):
    glass.show(visit("asking-to-print"))
    glass.press(Qt.Key.Key_Escape)
    assert glass.runner.heard == [events.WentBack()]


def test_arrow_keys_move_on_the_keypad(glass):
    glass.show(visit("asking-pin"))
    one = next(item for item in glass.items() if item.property("text") == "1")
    one.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    glass.press(Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left)
    assert glass.window.activeFocusItem().property("text") == "7"


def test_arrow_keys_walk_through_the_letters(glass):
    glass.show(visit("mailbox"))
    letters = next(item for item in glass.items() if item.inherits("QQuickListView"))
    letters.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    glass.press(*[Qt.Key.Key_Down] * 20, Qt.Key.Key_Return)
    assert glass.runner.heard == [events.LetterChosen("letter-20")]


def test_the_list_opens_where_it_was_left(glass):
    glass.show(visit("mailbox"))
    glass.stage.chooseLetter("letter-20")
    glass.show(visit("reading"))
    glass.show(visit("mailbox"))
    letters = next(item for item in glass.items() if item.inherits("QQuickListView"))
    assert letters.property("currentIndex") == 20
    assert letters.property("contentY") > 0


def test_a_new_page_of_the_list_begins_at_the_top(glass):
    glass.show(visit("mailbox"))
    letters = next(item for item in glass.items() if item.inherits("QQuickListView"))
    letters.setProperty("contentY", 900.0)
    glass.show(visit("mailbox-later-page"))
    letters = next(item for item in glass.items() if item.inherits("QQuickListView"))
    assert letters.property("contentY") == letters.property("originY")


def test_touches_and_keys_are_signs_of_life(glass):
    glass.show(visit("reading", "en"))
    lives = glass.runner.lives
    glass.press(Qt.Key.Key_Tab)
    touch(glass, "Next page")
    assert glass.runner.lives == lives + 2


def test_the_warning_counts_down(glass):
    glass.show(visit("warned", "en"))
    assert glass.seconds_left() == 45
    glass.until(lambda: glass.seconds_left() < 45)
    assert glass.stage.property("countdownSaid").endswith("seconds left")


def test_a_long_wait_says_that_nothing_is_wrong(glass):
    late = Visit(Limits(slow=timedelta(0)), visit("waiting").state, "en")
    glass.show(late)
    assert any("longer than usual" in (item.property("text") or "") for item in glass.items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_inspector_finds_nothing_in_the_language_menu(glass, language):
    glass.show(visit("asking-to-print", language))
    glass.named("language").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    glass.press(Qt.Key.Key_Return)
    glass.settle()
    found = findings(glass)
    glass.press(Qt.Key.Key_Escape)
    assert found == []


def test_every_sign_of_the_keyboard_can_be_drawn(glass):
    glass.show(visit("asking-password", "en"))
    touch(glass, "Signs")
    assert findings(glass) == []


def tap(glass, point: QPointF, at_ms: int) -> None:
    """QTest would put half a second between two clicks."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, buttons in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, none)):
        event = QMouseEvent(kind, point, point, left, buttons, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(at_ms)
        QCoreApplication.sendEvent(glass.window, event)


def test_the_second_tap_of_a_double_tap_does_not_fall_on_the_next_screen(glass):
    glass.show(visit("asking-to-print", "en"))
    button = glass.named("print")
    point = button.mapToScene(button.boundingRect().center())
    tap(glass, point, 1000)
    assert glass.runner.heard == [events.PrintConfirmed()]
    glass.show(visit("printing", "en"))
    tap(glass, point, 1300)
    assert glass.runner.heard == []
    tap(glass, point, 1600)
    assert glass.runner.heard == [events.PrintStopped()]


def test_a_page_may_be_turned_as_fast_as_one_can_tap(glass):
    glass.show(visit("reading", "en"))
    for _ in range(3):
        touch(glass, "Next page")
    assert glass.runner.heard == [events.PageTurned(2)] * 3


def test_a_key_that_is_held_down_says_a_thing_once(glass):
    glass.show(visit("reading", "en"))
    glass.named("print").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    again = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    glass.press(Qt.Key.Key_Return)
    QCoreApplication.sendEvent(glass.window, again)
    assert glass.runner.heard == [events.PrintAsked()]


def rows_on_the_glass(glass) -> list[str]:
    letters = [item for item in glass.items() if item.property("spoken") and item.property("sender")]
    return [item.property("id") for item in sorted(letters, key=lambda item: item.y())]


@pytest.mark.parametrize("scrolled", range(200, 2200, 400))
def test_every_row_shows_the_letter_that_stands_there(glass, scrolled):
    glass.show(visit("mailbox"))
    letters = next(item for item in glass.items() if item.inherits("QQuickListView"))
    for way in (*range(0, scrolled, 90), scrolled):
        letters.setProperty("contentY", float(way))
        glass.settle()
    later = visit("mailbox-later-page")
    glass.show(later)
    wanted = [head.id for head in later.state.place.letters.heads]
    standing = rows_on_the_glass(glass)
    assert standing == wanted[: len(standing)]
