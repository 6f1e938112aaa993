"""What was done for a principal is told to them, or printed, before the citizen goes on; move by move."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.visit import effects as f
from kiosk.visit import events as e
from kiosk.visit import orders_of_mandates as o
from kiosk.visit import states as s
from kiosk.visit.journal import Note, What, notes
from kiosk.visit.mandates import Reference
from kiosk.visit.moves import inside_of
from kiosk.visit.paper import Outcome, PrintResult, Sides
from kiosk.visit.step import step
from kiosk.visit.trouble import Trouble
from tests import cast, principals
from tests.principals import KARENS_POST
from tests.unit.visit.samples import (
    DEED,
    FOLDER,
    OFFER,
    OFFER_AT_THE_END,
    ON_RECEIPT,
    ORDER,
    READING,
    RECEIPT,
    inside,
    session,
    through,
    visit,
)

ACTS = replace(principals.acting(KARENS_POST), deeds=(DEED,))
REFERENCE = Reference("KARENP23")
AT_THE_END = s.ReceiptPages(OFFER_AT_THE_END, cast.PRESSED)
ONWARD = {"to the choice": e.SwitchAsked(), "to the end": e.EndAsked()}


def done(place: s.Place = FOLDER) -> s.Visit:
    """Something was done for Karen."""
    return visit(s.SignedIn(replace(session(), acting=ACTS), place))


def place(now: s.Visit) -> s.Place:
    kept = inside_of(now.state)
    assert kept is not None
    return kept.place


def waits(now: s.Visit) -> s.TellingPrincipal:
    there = place(now)
    assert isinstance(there, s.TellingPrincipal)
    return there


def kinds(asked: tuple[f.Effect, ...]) -> list[type]:
    return [type(effect) for effect in asked]


def whats(before: s.Visit, event: e.Event) -> list[What]:
    return [note.what for note in notes(before, event, through(before, event))]


# Told


@pytest.mark.parametrize("said", ONWARD.values(), ids=ONWARD)
def test_whoever_goes_on_waits_until_the_principal_is_told_and_no_longer_than_eight_seconds(
    said: e.Event,
) -> None:
    after, asked = step(done(), said)
    telling = waits(after)
    assert kinds(asked) == [f.ClosePress, o.TellPrincipal, o.StopActing, f.Wake]
    assert asked[1] == o.TellPrincipal(telling.owed.order, ACTS.grant, KARENS_POST, (DEED,))
    assert asked[3] == f.Wake(telling.timer, timedelta(seconds=8))


def test_once_the_principal_is_told_the_citizen_is_where_they_were_going() -> None:
    switching, ending = (through(done(), said) for said in ONWARD.values())
    assert isinstance(
        place(through(switching, e.PrincipalTold(waits(switching).owed.order))), s.AskingForMandates
    )
    over = through(ending, e.PrincipalTold(waits(ending).owed.order))
    assert isinstance(over.state, s.Leaving)
    assert over.state.why is s.Why.ASKED


@pytest.mark.parametrize("said", ONWARD.values(), ids=ONWARD)
def test_where_nothing_was_done_nothing_is_waited_for(said: e.Event) -> None:
    after, _ = step(inside(FOLDER, under=KARENS_POST), said)
    assert isinstance(after.state, s.Leaving) or isinstance(place(after), s.AskingForMandates)


def test_the_principal_is_told_behind_a_cover_too() -> None:
    covered = through(done(), e.SwitchAsked(), e.CardGone())
    told = through(covered, e.PrincipalTold(waits(covered).owed.order))
    assert isinstance(told.state, s.Covered)
    assert isinstance(place(told), s.AskingForMandates)
    refused = through(covered, e.TroubleCame(waits(covered).owed.order, Trouble.MAILBOX_CLOSED))
    assert isinstance(refused.state, s.Covered)
    assert isinstance(place(refused), s.OfferingReceipt)


# Offered


def test_who_could_not_be_told_and_who_was_not_told_in_time_gets_it_on_paper() -> None:
    waiting = through(done(), e.SwitchAsked())
    telling = waits(waiting)
    offer = s.OfferingReceipt(telling.owed, s.Onward.FOR_WHOM)
    for came in (e.TroubleCame(telling.owed.order, Trouble.MAILBOX_CLOSED), e.TimeCame(telling.timer)):
        after, asked = step(waiting, came)
        assert place(after) == offer
        assert asked == ()


def test_a_word_that_comes_late_counts_and_changes_nothing_on_the_glass() -> None:
    waiting = through(done(), e.SwitchAsked())
    late = through(waiting, e.TimeCame(waits(waiting).timer))
    heard, asked = step(late, e.PrincipalTold(waits(waiting).owed.order))
    assert (heard.state, asked) == (late.state, ())
    assert (heard.telling.told, heard.telling.untold) == (1, 0)


def test_whoever_goes_on_without_is_where_they_were_going_and_it_is_forgotten() -> None:
    _, asked = step(inside(OFFER), e.WentBack())
    assert kinds(asked) == [f.ClosePress, o.ListMandates]
    assert isinstance(through(inside(OFFER_AT_THE_END), e.WentBack()).state, s.Leaving)


def test_the_receipt_is_pressed_the_printer_asked_and_it_is_printed_without_another_question() -> None:
    composing, (order,) = step(inside(OFFER), e.PrintAsked())
    assert order == o.ComposeReceipt(composing.last_order, KARENS_POST, (DEED,))
    asking, (ask,) = step(composing, e.FilePressed(order.order, cast.PRESSED))
    assert isinstance(ask, f.AskPrinter)
    printing, (job,) = step(asking, e.PrinterReady(ask.order))
    assert isinstance(job, f.Print)
    assert (job.job.pdf, job.job.sides) == (cast.PRESSED.pdf, Sides.TWO)
    assert place(printing) == s.Printing(job.order, RECEIPT, Sides.TWO, place(printing).progress)  # type: ignore[union-attr]


def test_a_receipt_that_is_printed_counts_as_such_and_its_paper_as_the_citizens() -> None:
    before = replace(
        inside(ON_RECEIPT[4]),
        telling=s.Telling((s.ReceiptSent(ORDER, None, trouble=Trouble.MAILBOX_CLOSED),)),
    )
    event = e.PrintEnded(ORDER, PrintResult(Outcome.PRINTED, 3))
    after = through(before, event)
    assert (after.telling.printed, after.telling.untold) == (1, 0)
    assert inside_of(after.state).session.tally.sheets_printed == 2  # type: ignore[union-attr]
    assert notes(before, event, after)[0] == Note(What.RECEIPT_PRINTED, REFERENCE)


@pytest.mark.parametrize("outcome", [Outcome.STOPPED, Outcome.FAILED, Outcome.UNKNOWN])
def test_a_receipt_that_may_not_be_whole_is_not_called_printed_and_is_printed_again_at_once(
    outcome: Outcome,
) -> None:
    before, event = inside(ON_RECEIPT[4]), e.PrintEnded(ORDER, PrintResult(outcome, 1))
    after = through(before, event)
    assert after.telling.printed == 0
    assert What.RECEIPT_PRINTED not in whats(before, event)
    again, asked = step(after, e.PrintAsked())
    assert isinstance(place(again), s.AskingPrinter)
    assert kinds(asked) == [f.AskPrinter]


def test_after_the_paper_the_citizen_is_where_they_were_going_and_the_queue_is_cleared_of_what_may_wait() -> (
    None
):
    lost = through(inside(ON_RECEIPT[4]), e.PrintEnded(ORDER, PrintResult(Outcome.UNKNOWN, 1)))
    _, asked = step(lost, e.WentBack())
    assert kinds(asked) == [f.ClosePress, f.ClearPrinter, o.ListMandates]
    out = inside(s.Printed(AT_THE_END, Sides.ONE, PrintResult(Outcome.PRINTED, 1)))
    assert isinstance(through(out, e.WentBack()).state, s.Leaving)


HALTED = {
    "composing": (s.ComposingReceipt(ORDER, OFFER), Trouble.LETTER_BROKEN),
    "asking the printer": (s.AskingPrinter(ORDER, RECEIPT), Trouble.PAPER_OUT),
    "printing": (ON_RECEIPT[4], Trouble.PRINTER_OFFLINE),
}


@pytest.mark.parametrize(("there", "trouble"), HALTED.values(), ids=HALTED)
def test_what_hinders_the_paper_leads_back_to_the_question(there: s.Place, trouble: Trouble) -> None:
    hindered = through(inside(there), e.TroubleCame(ORDER, trouble))
    assert isinstance(place(hindered), s.Hindered)
    assert place(through(hindered, e.WentBack())) == OFFER


def test_a_printer_that_is_mended_is_asked_again_with_the_receipt_composed_anew() -> None:
    hindered = through(inside(s.AskingPrinter(ORDER, RECEIPT)), e.TroubleCame(ORDER, Trouble.PAPER_OUT))
    again, asked = step(hindered, e.TriedAgain())
    assert isinstance(place(again), s.ComposingReceipt)
    assert kinds(asked) == [o.ComposeReceipt]


@pytest.mark.parametrize(
    "there", [s.ComposingReceipt(ORDER, OFFER), s.AskingPrinter(ORDER, RECEIPT)], ids=["composing", "asking"]
)
def test_whoever_turns_away_from_the_wait_is_asked_again(there: s.Place) -> None:
    after, asked = step(inside(there), e.WentBack())
    assert place(after) == OFFER
    assert kinds(asked) == [f.ClosePress]


# Left


def test_the_first_end_waits_and_the_second_does_not() -> None:
    ending = through(done(), e.EndAsked())
    assert isinstance(through(ending, e.EndAsked()).state, s.Leaving)


def test_an_end_during_the_wait_for_the_choice_makes_it_a_wait_for_the_end() -> None:
    switching = through(done(), e.SwitchAsked())
    ending, asked = step(switching, e.EndAsked())
    assert waits(ending) == replace(waits(switching), onward=s.Onward.LEAVE)
    assert asked == ()


@pytest.mark.parametrize("there", ON_RECEIPT[1:], ids=lambda there: type(there).__name__)
def test_whoever_has_seen_the_question_ends_at_once(there: s.Place) -> None:
    assert isinstance(through(inside(there), e.EndAsked()).state, s.Leaving)


def test_an_end_that_answers_the_warning_waits_for_the_receipt_too() -> None:
    warned = through(done(), e.TimeIsShort(), e.EndAsked())
    assert waits(warned).onward is s.Onward.LEAVE


def test_an_end_under_a_cover_asks_nothing_for_nobody_may_be_there() -> None:
    for covered in (through(done(), e.CardGone()), through(done(), e.CoverAsked())):
        left, asked = step(covered, e.EndAsked())
        assert isinstance(left.state, s.Leaving)
        assert o.TellPrincipal in kinds(asked)


LEAVING = (
    s.TellingPrincipal(ORDER, OFFER.owed, s.Onward.LEAVE),
    OFFER_AT_THE_END,
    s.ComposingReceipt(ORDER, OFFER_AT_THE_END),
    s.AskingPrinter(ORDER, AT_THE_END),
    s.Printed(AT_THE_END, Sides.ONE, PrintResult(Outcome.PRINTED, 1)),
    s.Hindered(Trouble.PAPER_OUT, OFFER_AT_THE_END, e.PrintAsked()),
)


@pytest.mark.parametrize("there", LEAVING, ids=lambda there: type(there).__name__)
def test_whoever_has_asked_to_end_takes_the_card_and_goes(there: s.Place) -> None:
    for pulled in (e.CardGone(), e.ReaderLost(Trouble.READER_GONE)):
        left = through(inside(there), pulled)
        assert isinstance(left.state, s.Leaving)
        assert left.state.why is s.Why.ASKED
    by_code = through(inside(there, card=False), e.CardGone())
    assert place(by_code) == there


def test_a_card_that_is_pulled_on_the_way_to_the_choice_covers_as_everywhere() -> None:
    for there in (*ON_RECEIPT[:4], s.Printing(ORDER, AT_THE_END, Sides.ONE, ON_RECEIPT[4].progress)):  # type: ignore[union-attr]
        assert isinstance(through(inside(there), e.CardGone()).state, s.Covered)


def test_what_nobody_answered_yet_is_on_the_receipt_and_in_the_journal_of_whoever_ends_before_it() -> None:
    serving = done(s.ServingLetter(ORDER, FOLDER, cast.LEGAL))
    ending = through(serving, e.EndAsked())
    assert len(waits(ending).owed.deeds) == 2
    assert whats(serving, e.EndAsked()) == [What.LETTER_SERVED_PERHAPS]


def test_a_page_that_is_on_its_way_out_is_not_waited_for() -> None:
    printing = done(s.Printing(ORDER, READING, Sides.ONE, ON_RECEIPT[4].progress))  # type: ignore[union-attr]
    assert isinstance(through(printing, e.EndAsked()).state, s.Leaving)


# Acting that could not go on


def withdrawn() -> s.Visit:
    before = done()
    looking = through(before, e.TimeCame(before.mandate or 0))
    return through(looking, e.TroubleCame(looking.mandate or 0, Trouble.MANDATE_WITHDRAWN))


@pytest.mark.parametrize("said", ONWARD.values(), ids=ONWARD)
def test_what_became_of_the_receipt_is_asked_when_the_citizen_goes_on_from_there(said: e.Event) -> None:
    ended = withdrawn()
    owed = inside_of(ended.state).session.owed  # type: ignore[union-attr]
    assert owed is not None
    assert waits(through(ended, said)).owed == owed
    refused = through(ended, e.TroubleCame(owed.order, Trouble.MAILBOX_CLOSED))
    assert refused.state == ended.state
    offered, asked = step(refused, said)
    assert isinstance(place(offered), s.OfferingReceipt)
    assert kinds(asked) == [f.ClosePress]
    told = through(ended, e.PrincipalTold(owed.order), said)
    assert isinstance(told.state, s.Leaving) or isinstance(place(told), s.AskingForMandates)


def test_nor_does_the_way_through_ones_own_mandates_lead_around_it() -> None:
    asking = through(withdrawn(), e.MandatesAsked())
    listed = through(asking, e.MandatesListed(asking.last_order, principals.MANDATES))
    assert waits(through(listed, e.EndAsked())).onward is s.Onward.LEAVE


# Written down


def test_the_journal_calls_it_turning_away_only_where_the_visit_goes_on() -> None:
    assert whats(done(), e.SwitchAsked()) == [What.SWITCHED]
    assert whats(done(), e.EndAsked()) == []


def test_what_became_of_the_receipt_is_noted_where_it_is_waited_for_too() -> None:
    waiting = through(done(), e.SwitchAsked())
    order = waits(waiting).owed.order
    told, refused = e.PrincipalTold(order), e.TroubleCame(order, Trouble.MAILBOX_CLOSED)
    assert notes(waiting, told, through(waiting, told)) == (Note(What.PRINCIPAL_TOLD, REFERENCE),)
    assert notes(waiting, refused, through(waiting, refused)) == (
        Note(What.PRINCIPAL_NOT_TOLD, REFERENCE),
        Note(What.TROUBLE_BEHIND, Trouble.MAILBOX_CLOSED),
    )


def test_the_goodbye_counts_what_was_told_what_is_on_paper_and_what_nobody_knows() -> None:
    sent = (
        s.ReceiptSent(1, None, told=True),
        s.ReceiptSent(2, None, trouble=Trouble.MAILBOX_CLOSED, printed=True),
        s.ReceiptSent(3, None, trouble=Trouble.MANDATES_DOWN),
        s.ReceiptSent(4, REFERENCE),
    )
    left = through(replace(inside(FOLDER), telling=s.Telling(sent)), e.CardGone(), e.EndAsked())
    assert isinstance(left.state, s.Leaving)
    over = through(left, e.VisitClosed(left.state.order, cast.RECEIPT))
    assert isinstance(over.state, s.Goodbye)
    said = over.state.receipt
    assert (said.told, said.taken_along, said.untold) == (1, 1, 2)
