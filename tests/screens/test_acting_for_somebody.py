"""The strip that says for whom the citizen acts, the choice of a person, and what the mandate covers."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kiosk.visit import events
from kiosk.visit.acting import ReceiptSent, Telling
from kiosk.visit.mandates import Area, Privilege, Right
from tests.screens.audit import findings, texts
from tests.screens.states import LANGUAGES, visit
from tests.screens.test_saying_things import touch


@pytest.mark.parametrize(
    ("screen", "words", "said"),
    [
        ("choosing-principal", "For myself", events.MyselfChosen()),
        ("choosing-principal", "Powers of attorney and access", events.MandatesAsked()),
        ("mailbox", "Other services", events.ServicesAsked()),
        ("mailbox", "Act for somebody else", events.SwitchAsked()),
        ("acting-mailbox", "Change person", events.SwitchAsked()),
        ("not-this-mandate", "Ask for a new one", events.MandatesAsked()),
        ("offering-receipt", "Print the receipt", events.PrintAsked()),
        ("offering-receipt", "Go on without", events.WentBack()),
        ("printed-receipt", "Go on", events.WentBack()),
        ("printed-receipt-failed", "Print again", events.PrintAsked()),
        ("printed-receipt-failed", "Go on without", events.WentBack()),
        ("acting-ended", "Choose who you are here for", events.SwitchAsked()),
        ("acting-trouble", "Ask for more", events.MandatesAsked()),
        ("acting-trouble", "Print a form", events.FormAsked()),
        ("acting-trouble-of-a-future-power", "Print a form", events.FormAsked()),
        ("at-services", "To the letters", events.PostAsked()),
        ("asking-to-do", "Yes, do it", events.ErrandConfirmed()),
        ("asking-to-do", "No, go back", events.WentBack()),
        ("errand-done", "Do something else", events.WentBack()),
    ],
)
def test_a_touch_says_one_thing(glass, screen, words, said):
    glass.show(visit(screen, "en"))
    touch(glass, words)
    assert glass.runner.heard == [said]


def test_an_errand_is_chosen_covered_or_not(glass):
    glass.show(visit("acting-at-services", "en"))
    touch(glass, "Choice of doctor: handle it")
    touch(glass, "Moving house: see how it stands")
    assert glass.runner.heard == [
        events.ErrandChosen(Privilege(Area.DOCTOR, Right.HANDLE)),
        events.ErrandChosen(Privilege(Area.MOVING, Right.READ)),
    ]


def _row(glass) -> bool:
    return glass.window.activeFocusItem().property("whyNot") is not None


def test_a_person_is_chosen_with_keys_alone(glass):
    glass.come_to_front()
    glass.show(visit("choosing-principal", "en"))
    for _ in range(10):
        if glass.named("principals").hasActiveFocus() or _row(glass):
            break
        glass.press(Qt.Key.Key_Tab)
    glass.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert glass.runner.heard == [events.PrincipalChosen("mandate-3")]


def test_both_names_stand_on_every_screen_as_long_as_somebody_acts(glass):
    for name in ("acting-mailbox", "acting-asking-to-serve", "acting-at-services", "errand-done"):
        glass.show(visit(name, "en"))
        shown = " ".join(text.property("text") for text in texts(glass))
        assert "You are \u2068Maja Winther\u2069" in shown
        assert "You act for \u2068Karen Winther\u2069" in shown
    glass.show(visit("mailbox", "en"))
    assert not any("You act for" in text.property("text") for text in texts(glass))


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("offering-receipt", "\u2068Karen Winther\u2069 has no mailbox that we could send it to."),
        (
            "offering-receipt-late",
            "We do not know if it has reached \u2068Hans-Christian Frederik Vestergaard-Rasmussen\u2069.",
        ),
    ],
)
def test_a_receipt_is_offered_with_the_reason(glass, name, why):
    glass.show(visit(name, "en"))
    assert why in [text.property("text") for text in texts(glass)]


def test_a_receipt_that_arrives_late_is_said_to_have_arrived(glass):
    late = visit("offering-receipt-late", "en")
    told = Telling((ReceiptSent(late.state.place.owed.order, None, told=True),))
    glass.show(replace(late, telling=told))
    shown = [text.property("text") for text in texts(glass)]
    assert any(text.endswith("has got the receipt after all.") for text in shown)


def test_the_question_about_the_receipt_is_answered_with_keys_alone(glass):
    glass.come_to_front()
    glass.show(visit("offering-receipt", "en"))
    for _ in range(10):
        if glass.named("print").hasActiveFocus():
            break
        glass.press(Qt.Key.Key_Tab)
    glass.press(Qt.Key.Key_Return)
    assert glass.runner.heard == [events.PrintAsked()]


def test_nobody_is_named_while_the_screen_is_covered(glass):
    glass.show(visit("acting-mailbox", "en"))
    glass.show(visit("covered", "en"))
    assert not any("Karen" in text.property("text") for text in texts(glass))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "name",
    ["acting-mailbox", "acting-reading", "acting-at-services", "acting-for-the-longest-name"],
    ids=["a short name", "a long one", "with ways to more", "the longest name"],
)
def test_the_scope_is_one_tap_away(glass, name, language):
    glass.show(visit(name, language))
    touch(glass, glass.named("scope").property("text"))
    assert findings(glass) == []
    assert glass.named("closeScope").hasActiveFocus()
    touch(glass, glass.named("closeScope").property("text"))
    assert [item for item in glass.items() if item.objectName() == "closeScope"] == []
    assert glass.runner.heard == []


@pytest.mark.parametrize(
    ("words", "said"), [("Ask for more", events.MandatesAsked()), ("Print a form", events.FormAsked())]
)
def test_from_the_scope_one_asks_for_more(glass, words, said):
    glass.show(visit("acting-at-services", "en"))
    touch(glass, "What may I do?")
    touch(glass, words)
    touch(glass, "Close")
    assert glass.runner.heard == [said]


def test_what_holds_but_not_here_is_neither_ticked_nor_grey(glass):
    glass.show(visit("acting-for-the-longest-name", "en"))
    touch(glass, "What may I do?")
    phoning = next(
        text for text in texts(glass) if text.property("text") == "Moving house: by phone or in person"
    )
    assert phoning.parentItem().property("covered")
    assert not phoning.parentItem().property("here")
    assert "You may, but not at this machine" in [text.property("text") for text in texts(glass)]
    touch(glass, "Close")


def test_another_screen_closes_the_scope(glass):
    glass.show(visit("acting-mailbox", "en"))
    touch(glass, "What may I do?")
    glass.show(visit("warned", "en"))
    assert [item for item in glass.items() if item.objectName() == "closeScope"] == []
