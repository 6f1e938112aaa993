"""A form is chosen, composed, turned page by page, and printed as a letter is."""

from dataclasses import replace

import pytest

from kiosk.visit import effects as f
from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.forms import NeedingForm, OnForm
from kiosk.visit.journal import Note, What, notes
from kiosk.visit.mandates import Basis, FilledIn, Form, Kind, Mandates, Mechanism, PostRight
from kiosk.visit.orders_of_mandates import ComposeForm
from kiosk.visit.paper import Outcome, PrintResult, Sides
from kiosk.visit.step import step
from kiosk.visit.trouble import Trouble
from tests import cast, delegates, principals
from tests.unit.visit.samples import (
    CHOICE,
    FOLDER,
    FORM,
    ON_FORM,
    ORDER,
    READ_BACK,
    for_another,
    inside,
    place,
    through,
    visit,
)

REQUEST = delegates.read_back(FOLDER, s.Requesting(), PostRight.READ)
ENDED = s.NotThisMandate(Trouble.MANDATE_EXPIRED, principals.ENDED, CHOICE)
SHOWN = ON_FORM[2]


def composed(back: s.Place, form: Form) -> ComposeForm:
    _, asked = step(through(inside(back), e.FormAsked()), e.FormChosen(form))
    (order,) = asked
    assert isinstance(order, ComposeForm)
    return order


def test_whoever_lets_somebody_act_is_offered_the_authorisation_alone() -> None:
    choosing = through(inside(READ_BACK), e.FormAsked())
    assert FORM.offered == (Form.AUTHORISATION,)
    assert place(choosing) == FORM
    assert through(choosing, e.FormChosen(Form.REQUEST)) == choosing
    assert place(through(choosing, e.WentBack())) == READ_BACK


OVER = s.ActingEnded(Trouble.MANDATE_EXPIRED)
KNOWN: dict[str, tuple[NeedingForm, Mechanism]] = {
    "asked for": (REQUEST, Mechanism.POST),
    "ended": (ENDED, Mechanism.POWER),
    "reading, ended": (replace(ENDED, mandate=principals.KARENS_POST), Mechanism.POST),
    "acting ended": (OVER, Mechanism.POWER),
    "reading for somebody ended": (replace(OVER, basis=Basis.READ_ACCESS), Mechanism.POST),
    "answering for somebody ended": (replace(OVER, basis=Basis.WRITE_ACCESS), Mechanism.POST),
}


@pytest.mark.parametrize(("back", "mechanism"), KNOWN.values(), ids=KNOWN)
def test_whoever_wants_to_act_asks_or_takes_something_home_to_be_signed(
    back: NeedingForm, mechanism: Mechanism
) -> None:
    """What it is about is not asked where it is known."""
    choosing = through(inside(back), e.FormAsked())
    assert place(choosing) == s.ChoosingForm(back, mechanism)
    for form in (Form.REQUEST, Form.AUTHORISATION_TO_SIGN):
        assert isinstance(place(through(choosing, e.FormChosen(form))), s.ComposingForm)
    assert through(choosing, e.FormChosen(Form.AUTHORISATION)) == choosing


GUARDED = replace(principals.ENDED, basis=Basis.GUARDIAN)
IN_VAIN = {
    "the dead": s.ActingEnded(Trouble.GRANTOR_DEAD),
    "the dead, from the list": replace(ENDED, trouble=Trouble.GRANTOR_DEAD),
    "a court": replace(ENDED, mandate=GUARDED),
    "a register of companies": s.ActingEnded(Trouble.MANDATE_WITHDRAWN, basis=Basis.SIGNATORY),
}


@pytest.mark.parametrize("back", IN_VAIN.values(), ids=IN_VAIN)
def test_no_form_is_offered_that_nobody_could_sign(back: s.Place) -> None:
    before = inside(back)
    assert through(before, e.FormAsked()) == before


def test_what_was_answered_is_filled_in() -> None:
    order = composed(REQUEST, Form.REQUEST)
    assert order.filled_in == FilledIn(
        "Dorte Dattersen", delegates.DORTES_CPR, PostRight.READ, delegates.IN_A_YEAR
    )
    assert (order.form, order.citizen, order.language) == (Form.REQUEST, cast.ANNA, "da")


def test_it_is_in_the_language_of_the_glass() -> None:
    _, (order,) = step(through(inside(FORM), e.LanguageChosen("ar")), e.FormChosen(Form.AUTHORISATION))
    assert isinstance(order, ComposeForm)
    assert order.language == "ar"


def test_a_mandate_that_has_ended_is_asked_for_again_with_what_it_held() -> None:
    ended = principals.ENDED
    assert composed(ENDED, Form.REQUEST).filled_in == FilledIn(ended.grantor.name, scope=ended.scope)
    company = replace(ended, grantor=replace(ended.grantor, kind=Kind.COMPANY))
    order = composed(replace(ENDED, mandate=company), Form.REQUEST)
    assert order.filled_in == FilledIn(scope=ended.scope)


NOBODY = s.ChoosingPrincipal(Mandates())
UNKNOWN = {
    "nobody has let one act": (s.Hindered(Trouble.MANDATE_MISSING, NOBODY), NOBODY),
    "the list": (CHOICE, CHOICE),
    "a general power of attorney ended": 2 * (replace(OVER, basis=Basis.GENERAL_POWER),),
}


@pytest.mark.parametrize(("here", "back"), UNKNOWN.values(), ids=UNKNOWN)
def test_an_empty_form_is_about_letters_or_about_services_and_never_about_both(
    here: s.Place, back: s.ChoosingPrincipal | s.ActingEnded
) -> None:
    which = through(inside(here), e.FormAsked())
    assert place(which) == s.AskingWhichForm(back)
    assert through(which, e.FormChosen(Form.REQUEST)) == which
    for said, mechanism in ((e.PowerChosen(), Mechanism.POWER), (e.PostAccessChosen(), Mechanism.POST)):
        choosing = through(which, said)
        _, (order,) = step(choosing, e.FormChosen(Form.AUTHORISATION_TO_SIGN))
        assert isinstance(order, ComposeForm)
        assert order.filled_in == FilledIn(scope=mechanism)
        assert place(through(choosing, e.WentBack())) == place(which)
    assert place(through(which, e.WentBack())) == back


def test_which_of_the_two_forms_it_is_can_be_explained_first() -> None:
    which = through(inside(CHOICE), e.FormAsked())
    explained = through(which, e.ExplanationAsked())
    assert isinstance(place(explained), s.ExplainingMandates)
    assert place(through(explained, e.WentBack())) == place(which)


def test_nobody_comes_to_a_form_before_acting_for_somebody_has_ended() -> None:
    for state in for_another():
        assert not isinstance(place(through(visit(state), e.FormAsked())), OnForm)


def test_it_is_turned_and_seen_nearer_as_a_letter_is() -> None:
    shown = through(inside(ON_FORM[1]), e.FilePressed(ORDER, cast.PRESSED))
    turned, asked = step(shown, e.PageTurned(2))
    assert asked == (f.DrawPage(turned.last_order, 2, 1000),)
    _, asked = step(turned, e.Zoomed(150))
    assert [type(effect) for effect in asked] == [f.DrawPage]


def test_a_form_that_cannot_be_composed_can_be_tried_again_or_left() -> None:
    for form in ON_FORM[1:]:
        hindered = through(inside(form), e.TroubleCame(ORDER, Trouble.LETTER_BROKEN))
        assert isinstance(place(hindered), s.Hindered)
        assert place(through(hindered, e.WentBack())) == FORM


def test_the_press_forgets_a_form_that_is_left() -> None:
    for form in ON_FORM[1:]:
        left, asked = step(inside(form), e.WentBack())
        assert place(left) == FORM
        assert asked == (f.ClosePress(),)


def test_it_is_printed_and_counted_as_a_letter_is() -> None:
    asking = through(inside(SHOWN), e.PrintAsked())
    ready = through(asking, e.PrinterReady(asking.last_order), e.SidesChosen(Sides.ONE))
    printing, (order,) = step(ready, e.PrintConfirmed())
    assert isinstance(order, f.Print)
    assert order.job.pdf == cast.PRESSED.pdf
    ended = e.PrintEnded(printing.last_order, PrintResult(Outcome.PRINTED, 3))
    printed = through(printing, ended)
    assert isinstance(printed.state, s.SignedIn)
    assert printed.state.session.tally.sheets_printed == 3
    assert isinstance(place(through(printed, e.WentBack())), s.ShowingForm)


def test_an_empty_printer_keeps_the_form() -> None:
    asking = through(inside(SHOWN), e.PrintAsked())
    hindered = through(asking, e.TroubleCame(asking.last_order, Trouble.PAPER_OUT))
    assert isinstance(place(through(hindered, e.WentBack())), s.ShowingForm)
    _, asked = step(hindered, e.TriedAgain())
    assert [type(effect) for effect in asked] == [f.AskPrinter]


def test_the_journal_has_the_pages_of_a_form_and_no_more() -> None:
    composing, pressed = inside(ON_FORM[1]), e.FilePressed(ORDER, cast.PRESSED)
    shown = through(composing, pressed)
    assert notes(composing, pressed, shown) == (Note(What.FORM_SHOWN, count=3),)
    turned = through(shown, e.PageTurned(2))
    assert notes(shown, e.PageTurned(2), turned) == ()
