"""The life of a mandate on the glass: given, asked for, answered, signed, withdrawn, and printed."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from kiosk.visit import events
from kiosk.visit.limits import Limits
from kiosk.visit.mandates import Area, Form, PostRight, Privilege, Right
from kiosk.visit.states import AtMandates, SignedIn, Visit
from tests.screens.audit import findings, nodes, texts, unseen_focus
from tests.screens.delegating_states import CHOICE, many
from tests.screens.states import LANGUAGES, SESSION, STATES, visit
from tests.screens.test_saying_things import touch
from ui.voice.tree import name_of

BACK = events.WentBack()


@pytest.mark.parametrize(
    ("screen", "words", "said"),
    [
        ("at-services", "Powers of attorney and access", events.MandatesAsked()),
        ("trouble-mandate-missing", "Ask to act for somebody", events.MandatesAsked()),
        ("at-mandates", "Let somebody act for me", events.GivingChosen()),
        ("at-mandates", "Ask to act for somebody", events.RequestingChosen()),
        ("at-mandates", "Help me to choose", events.ExplanationAsked()),
        ("at-mandates", "Back", BACK),
        ("explaining-mandates", "Back", BACK),
        ("asking-which", "Read letters", events.PostAccessChosen()),
        ("asking-which", "Do things at public services", events.PowerChosen()),
        ("asking-which", "Help me to choose", events.ExplanationAsked()),
        ("asking-scope-ticked", "Next", events.ScopeConfirmed()),
        ("asking-post-right", "Read and write", events.PostRightChosen(PostRight.READ_AND_WRITE)),
        ("asking-post-right-to-write", "Read", events.PostRightChosen(PostRight.READ)),
        ("asking-post-right", "Next", events.ScopeConfirmed()),
        ("asking-until", "\u20661\u2069 year", events.UntilChosen(date(2027, 11, 20))),
        ("reading-back", "Yes, sign", events.SigningAsked()),
        ("reading-back-to-request", "Yes, send it", events.SigningAsked()),
        ("reading-back", "On paper instead", events.FormAsked()),
        ("reading-back", "No, go back", BACK),
        ("looking-at-mandate-asked-for", "Say yes", events.AcceptingAsked()),
        ("looking-at-mandate-asked-for", "Say no", events.DecliningAsked()),
        ("looking-at-mandate", "Take it back", events.WithdrawingAsked()),
        ("looking-at-mandate-received", "Give it back", events.WithdrawingAsked()),
        ("asking-to-sign", "Yes, sign", events.SigningAsked()),
        ("asking-to-accept", "I say yes", events.SigningAsked()),
        ("asking-to-decline", "I say no", events.SigningAsked()),
        ("asking-to-withdraw", "Yes, take it back", events.SigningAsked()),
        ("asking-to-give-back", "Yes, give it back", events.SigningAsked()),
        ("asking-to-withdraw", "Back", BACK),
        ("signing-mandate", "Back", BACK),
        ("signing-mandate-another", "Try again", events.TriedAgain()),
        ("mandate-signed", "To the list", BACK),
        ("mandate-accepted", "Choose who you are here for", events.SwitchAsked()),
        ("choosing-principal", "Print a form", events.FormAsked()),
        ("not-this-mandate", "Print a form", events.FormAsked()),
        ("acting-ended", "Print a form", events.FormAsked()),
        ("acting-ended", "Ask for a new one", events.MandatesAsked()),
        ("trouble-mandate-missing", "Print a form", events.FormAsked()),
        ("choosing-form", "I ask to be allowed to act", events.FormChosen(Form.REQUEST)),
        ("choosing-form", "Somebody lets me act for them", events.FormChosen(Form.AUTHORISATION_TO_SIGN)),
        ("asking-which-form", "Read letters", events.PostAccessChosen()),
        ("asking-which-form", "Do things at public services", events.PowerChosen()),
        ("asking-which-form", "Help me to choose", events.ExplanationAsked()),
        ("choosing-form-empty", "I ask for access to Digital Post", events.FormChosen(Form.REQUEST)),
        (
            "choosing-form-empty",
            "Somebody gives me access to their Digital Post",
            events.FormChosen(Form.AUTHORISATION_TO_SIGN),
        ),
        (
            "choosing-form-to-give",
            "I give somebody access to my Digital Post",
            events.FormChosen(Form.AUTHORISATION),
        ),
        ("showing-form", "Next page", events.PageTurned(2)),
        ("showing-form", "Larger", events.Zoomed(150)),
        ("showing-form", "Print", events.PrintAsked()),
        ("showing-form", "Back", BACK),
        ("printed-form", "Back to the form", BACK),
    ],
)
def test_a_touch_says_one_thing(glass, screen, words, said):
    glass.show(visit(screen, "en"))
    touch(glass, words)
    assert glass.runner.heard == [said]


def buttons(glass) -> set[str]:
    return {
        item.property("text")
        for item in glass.items()
        if item.inherits("QQuickAbstractButton") and item.property("text")
    }


@pytest.mark.parametrize(
    ("screen", "missing"),
    [
        ("asking-scope", {"Next"}),
        ("not-this-mandate-dead", {"Print a form", "Ask for a new one"}),
        ("acting-at-services", {"Powers of attorney and access"}),
        ("looking-at-mandate", {"Say yes", "Say no"}),
        ("looking-at-mandate-asked-for", {"Take it back", "Give it back"}),
        ("looking-at-mandate-made-elsewhere", {"Take it back", "Give it back"}),
        ("looking-at-mandate-ended", {"Take it back", "Give it back", "Say yes"}),
        ("mandate-accepted-to-give", {"Choose who you are here for"}),
        ("signing-mandate", {"I have a code device"}),
        ("signing-mandate-another", {"I have a code device", "Start over"}),
        ("trouble-hindered", {"Print a form", "Ask to act for somebody"}),
    ],
)
def test_what_makes_no_sense_is_not_offered(glass, screen, missing):
    glass.show(visit(screen, "en"))
    assert missing & buttons(glass) == set()


def tick(glass, name: str) -> None:
    node = next(node for node in nodes(glass) if name_of(node) == name)
    node.actionInterface().doAction("Press")


def test_every_privilege_has_a_tick_of_its_own(glass):
    glass.show(visit("asking-scope", "en"))
    tick(glass, "Choice of doctor: Handle")
    tick(glass, "Health card: Contact")
    assert glass.runner.heard == [
        events.PrivilegeTicked(Privilege(Area.DOCTOR, Right.HANDLE)),
        events.PrivilegeTicked(Privilege(Area.HEALTH_CARD, Right.CONTACT)),
    ]


def ticked(glass) -> list[str]:
    return [name_of(node) for node in nodes(glass) if node.state().checked]


def test_a_tick_that_is_set_says_so(glass):
    glass.show(visit("asking-scope-ticked", "en"))
    assert ticked(glass) == ["Choice of doctor: Read", "Choice of doctor: Handle"]


def test_the_focus_stays_at_the_tick_that_was_set(glass):
    glass.show(visit("asking-scope", "en"))
    here = next(item for item in glass.items() if item.property("spoken") == "Choice of doctor: Handle")
    here.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    glass.show(visit("asking-scope-ticked", "en"))
    assert glass.window.activeFocusItem() is here


def shown(glass) -> str:
    return " ".join(text.property("text") for text in texts(glass))


def test_a_cpr_number_is_shown_as_people_write_it_and_gone_once_given(glass):
    glass.show(visit("asking-other", "en"))
    glass.type("610150")
    assert "610150" in shown(glass)
    glass.type("12349")
    assert "610150-1234" in shown(glass)
    touch(glass, "OK")
    assert glass.runner.heard[0].digits.text() == "6101501234"
    assert "610150" not in shown(glass)


def test_a_number_that_is_too_short_is_given_too_and_the_answer_says_why(glass):
    glass.show(visit("asking-other", "en"))
    glass.type("61")
    touch(glass, "OK")
    assert glass.runner.heard[0].digits.text() == "61"
    glass.show(visit("asking-other-too-short", "en"))
    assert "A CPR number has ten digits." in shown(glass)


def test_the_name_begins_with_a_capital_at_every_word(glass):
    glass.show(visit("asking-other-name", "en"))
    for key in ("B", "o", "Space", "B", "e", "r", "g", "-", "Å", "Erase", "Erase", "OK"):
        touch(glass, key)
    assert glass.runner.heard[0].name.text() == "Bo Berg"


def test_a_password_does_not_begin_with_a_capital(glass):
    glass.show(visit("asking-password", "en"))
    assert "q" in buttons(glass)


def test_a_name_is_no_longer_than_the_register_takes(glass):
    glass.show(visit("asking-other-name", "en"))
    glass.type("a" * 150)
    glass.press(Qt.Key.Key_Return)
    assert len(glass.runner.heard[0].name.text()) == 140


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", [name for name in STATES if name.startswith("signing-mandate")])
def test_every_screen_of_a_signature_says_that_it_is_one(glass, screen, language):
    glass.show(visit(screen, language))
    strip = glass.stage.property("strip")
    assert any(name_of(node) == strip.property("said") for node in nodes(glass))
    glass.show(visit("asking-pin", language))
    assert glass.stage.property("strip") is None


def test_no_mandate_is_named_while_the_screen_is_covered(glass):
    glass.show(visit("signing-mandate-pin", "en"))
    assert "Bo Berg" in shown(glass)
    glass.show(visit("covered", "en"))
    assert "Bo Berg" not in shown(glass)


@pytest.mark.parametrize("keys", [0, 3, 9])
def test_the_list_is_walked_and_chosen_from_with_keys_alone(glass, keys):
    glass.stage.last_mandate = ""
    glass.show(visit("welcome"))
    glass.show(visit("at-mandates", "en"))
    glass.named("mandates").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    glass.press(*[Qt.Key.Key_Down] * keys, Qt.Key.Key_Return)
    rows = glass.stage.property("page").model.mandates
    assert glass.runner.heard == [events.MandateChosen(rows[keys].id)]


def test_the_list_opens_where_it_was_left(glass):
    glass.show(visit("at-mandates", "en"))
    glass.stage.chooseMandate("mandate-5")
    glass.show(visit("looking-at-mandate", "en"))
    glass.show(visit("at-mandates", "en"))
    assert glass.stage.property("lastRow") > 5
    assert "Winther & Søn Blomster ApS" in shown(glass)


def at(place: AtMandates, language: str = "da") -> Visit:
    return Visit(Limits(), SignedIn(SESSION, place), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_ten_thousand_mandates_are_a_list_like_any_other(glass, language):
    glass.stage.last_mandate = ""
    glass.show(visit("welcome"))
    glass.show(at(many(10_000), language))
    assert findings(glass) == []
    glass.named("mandates").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    glass.press(*[Qt.Key.Key_Down] * 30, Qt.Key.Key_Return)
    assert glass.runner.heard == [events.MandateChosen("mandate-30")]


def test_ten_thousand_principals_are_a_list_like_any_other(glass):
    glass.show(Visit(Limits(), SignedIn(SESSION, type(CHOICE)(many(10_000).mandates)), "en"))
    assert findings(glass) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "screen", ["looking-at-mandate-longest", "reading-back-longest", "asking-to-withdraw-longest"]
)
def test_what_does_not_fit_can_be_reached_with_keys(glass, screen, language):
    glass.show(visit(screen, language))
    page = glass.named("pageful")
    more = [item for item in glass.items() if item.objectName() == "more"]
    assert bool(more) is (page.property("contentHeight") > page.height() + 1)
    for button in more:
        button.forceActiveFocus(Qt.FocusReason.TabFocusReason)
        while not page.property("atEnd"):
            before = page.property("contentY")
            glass.press(Qt.Key.Key_Return)
            assert before < page.property("contentY") < before + page.height()
        glass.press(Qt.Key.Key_Return)
        assert page.property("contentY") == 0


@pytest.mark.parametrize("screen", ["at-mandates", "asking-scope-ticked", "asking-until", "choosing-form"])
def test_the_focus_can_be_seen_on_every_control(glass, screen):
    glass.show(visit(screen))
    assert unseen_focus(glass) == []
