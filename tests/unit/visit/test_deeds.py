"""What was done for somebody: counted as it happens, and told to them when acting is over."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.visit import effects as f
from kiosk.visit import events as e
from kiosk.visit import orders_of_mandates as o
from kiosk.visit import states as s
from kiosk.visit.journal import Note, What, notes
from kiosk.visit.mandates import Area, Deed, DeedKind, Reference
from kiosk.visit.moves import inside_of
from kiosk.visit.paper import Outcome, PrintResult, Progress, Sides
from kiosk.visit.secrets import Secret
from kiosk.visit.step import step
from kiosk.visit.trouble import Trouble
from tests import cast
from tests.principals import CHOOSE_DOCTOR, KARENS_DOCTOR, KARENS_POST, NOW, SEE_DOCTOR
from tests.unit.visit.samples import FOLDER, ORDER, READING, inside, through

OPENING = s.OpeningDocument(ORDER, FOLDER, cast.letter(documents=2), 0)
SERVING = s.ServingLetter(ORDER, FOLDER, cast.LEGAL)
PRINTING = s.Printing(ORDER, READING, Sides.TWO, Progress(1, None))
DOING = s.DoingErrand(ORDER, CHOOSE_DOCTOR)


def deeds(now: s.Visit) -> list[tuple[DeedKind, int]]:
    kept = inside_of(now.state)
    assert kept is not None
    assert kept.session.acting is not None
    return [(deed.kind, deed.count) for deed in kept.session.acting.deeds]


def told(asked: tuple[f.Effect, ...]) -> list[tuple[DeedKind, int]]:
    [receipt] = [effect for effect in asked if isinstance(effect, o.TellPrincipal)]
    return [(deed.kind, deed.count) for deed in receipt.deeds]


def acts(place: s.Place) -> s.Visit:
    return inside(place, under=KARENS_POST)


DONE = {
    "a letter on the glass": (OPENING, e.FilePressed(ORDER, cast.PRESSED), (DeedKind.LETTER_READ, 1)),
    "a letter served": (SERVING, e.LetterServed(ORDER), (DeedKind.LETTER_SERVED, 1)),
    "a print": (PRINTING, e.PrintEnded(ORDER, PrintResult(Outcome.PRINTED, 3)), (DeedKind.SHEETS_PRINTED, 2)),
    "a matter handled": (DOING, e.ErrandAnswered(ORDER, "sag-1"), (DeedKind.MATTER_HANDLED, 1)),
    "a matter seen": (
        s.DoingErrand(ORDER, SEE_DOCTOR),
        e.ErrandAnswered(ORDER, "sag-1"),
        (DeedKind.MATTER_SEEN, 1),
    ),
}


@pytest.mark.parametrize(("place", "event", "deed"), DONE.values(), ids=DONE)
def test_what_is_done_is_written_down_as_it_happens(place: s.Place, event: e.Event, deed) -> None:
    assert deeds(through(acts(place), event)) == [deed]


@pytest.mark.parametrize(("place", "event", "deed"), DONE.values(), ids=DONE)
def test_what_is_done_for_oneself_is_nobodys_matter(place: s.Place, event: e.Event, deed) -> None:
    after = through(inside(place), event)
    _, asked = step(after, e.EndAsked())
    assert not [effect for effect in asked if isinstance(effect, o.TellPrincipal | o.StopActing)]


def test_a_deed_has_its_time_and_its_area_and_nothing_of_its_content() -> None:
    done = through(inside(DOING, under=KARENS_DOCTOR), e.ErrandAnswered(ORDER, "sag-1"))
    assert isinstance(done.state, s.SignedIn)
    assert done.state.session.acting is not None
    assert done.state.session.acting.deeds == (Deed(DeedKind.MATTER_HANDLED, NOW, 1, Area.DOCTOR),)


def test_a_letter_that_is_opened_twice_is_one_letter() -> None:
    read = through(acts(OPENING), e.FilePressed(ORDER, cast.PRESSED))
    second = through(read, e.DocumentChosen(1))
    again = through(second, e.FilePressed(second.last_order, cast.PRESSED))
    assert isinstance(inside_of(again.state).place, s.Reading)  # type: ignore[union-attr]
    assert deeds(again) == [(DeedKind.LETTER_READ, 1)]


def test_a_letter_that_could_not_be_shown_was_not_read() -> None:
    assert deeds(through(acts(OPENING), e.TroubleCame(ORDER, Trouble.LETTER_BROKEN))) == []


def test_sheets_that_may_have_come_out_are_said_apart() -> None:
    lost = through(acts(PRINTING), e.PrintEnded(ORDER, PrintResult(Outcome.UNKNOWN, 1)))
    assert deeds(lost) == [(DeedKind.SHEETS_PRINTED, 1), (DeedKind.SHEETS_PERHAPS, 1)]


LEFT = {
    "while a letter is served": (SERVING, [(DeedKind.LETTER_SERVED_PERHAPS, 1)]),
    "while an errand is done": (DOING, [(DeedKind.MATTER_HANDLED_PERHAPS, 1)]),
    "while it is printed": (PRINTING, [(DeedKind.SHEETS_PRINTED, 1), (DeedKind.SHEETS_PERHAPS, 1)]),
}


@pytest.mark.parametrize(("place", "expected"), LEFT.values(), ids=LEFT)
def test_nobody_hides_an_act_by_leaving_before_its_answer(place: s.Place, expected) -> None:
    _, asked = step(acts(place), e.EndAsked())
    assert told(asked) == expected


def test_to_look_at_the_list_is_a_deed_once_however_often_it_is_come_back_to() -> None:
    opening = acts(s.OpeningMailbox(ORDER))
    opened = through(opening, e.MailboxOpened(ORDER, cast.OPENED))
    back = through(opened, e.ServicesAsked(), e.PostAsked())
    again = through(back, e.MailboxOpened(back.last_order, cast.OPENED))
    assert deeds(again) == [(DeedKind.MAILBOX_OPENED, 1)]
    assert told(step(again, e.SwitchAsked())[1]) == [(DeedKind.MAILBOX_OPENED, 1)]


def test_a_search_is_a_deed_without_its_words() -> None:
    listing = s.ListingLetters(ORDER, FOLDER, e.SearchGiven(Secret("lægen")))
    assert deeds(through(acts(listing), e.LettersListed(ORDER, cast.LETTERS))) == [
        (DeedKind.LETTERS_SEARCHED, 1)
    ]
    paging = s.ListingLetters(ORDER, FOLDER, e.ListPageChosen(1))
    assert deeds(through(acts(paging), e.LettersListed(ORDER, cast.LETTERS))) == []


def test_whose_mailbox_cannot_be_opened_gets_no_receipt() -> None:
    closed = through(acts(s.OpeningMailbox(ORDER)), e.TroubleCame(ORDER, Trouble.MAILBOX_CLOSED))
    _, asked = step(closed, e.SwitchAsked())
    assert not [effect for effect in asked if isinstance(effect, o.TellPrincipal)]


UNTOLD = {
    "served": (SERVING, Trouble.MAILBOX_SLOW, DeedKind.LETTER_SERVED_PERHAPS, What.LETTER_SERVED_PERHAPS),
    "handled": (DOING, Trouble.SERVICE_DOWN, DeedKind.MATTER_HANDLED_PERHAPS, What.ERRAND_PERHAPS_DONE),
}


@pytest.mark.parametrize(("place", "trouble", "deed", "what"), UNTOLD.values(), ids=UNTOLD)
def test_what_may_have_been_done_is_on_the_receipt_and_in_the_journal(
    place: s.Place, trouble: Trouble, deed: DeedKind, what: What
) -> None:
    before, event = acts(place), e.TroubleCame(ORDER, trouble)
    after = through(before, event)
    assert deeds(after) == [(deed, 1)]
    noted = [note.what for note in notes(before, event, after)]
    assert noted == [What.TROUBLE_BEHIND, what, What.HINDERED]


@pytest.mark.parametrize("place", [SERVING, DOING], ids=["serving", "handling"])
def test_what_never_set_out_is_nobodys_matter(place: s.Place) -> None:
    assert deeds(through(acts(place), e.TroubleCame(ORDER, Trouble.NETWORK_GONE))) == []


def test_a_letter_that_may_have_been_served_is_looked_at_before_anything_else() -> None:
    lost = through(acts(SERVING), e.TroubleCame(ORDER, Trouble.MAILBOX_SLOW))
    looking = through(lost, e.TriedAgain())
    listed = inside_of(looking.state)
    assert listed is not None
    assert isinstance(listed.place, s.ListingLetters)


def switched_after_reading() -> tuple[s.Visit, o.TellPrincipal]:
    read = through(acts(OPENING), e.FilePressed(ORDER, cast.PRESSED))
    switched, asked = step(read, e.SwitchAsked())
    kinds = [type(effect) for effect in asked]
    assert kinds.index(o.TellPrincipal) < kinds.index(o.StopActing)
    [receipt] = [effect for effect in asked if isinstance(effect, o.TellPrincipal)]
    return switched, receipt


def goodbye(now: s.Visit) -> s.Goodbye:
    left = through(now, e.CardGone(), e.EndAsked())
    assert isinstance(left.state, s.Leaving)
    over = through(left, e.VisitClosed(left.state.order, cast.RECEIPT))
    assert isinstance(over.state, s.Goodbye)
    return over.state


def test_the_principal_is_told_when_the_citizen_turns_away_and_the_receipt_says_so() -> None:
    switched, receipt = switched_after_reading()
    assert receipt.mandate is KARENS_POST
    known = through(switched, e.PrincipalTold(receipt.order))
    assert notes(switched, e.PrincipalTold(receipt.order), known) == (
        Note(What.PRINCIPAL_TOLD, Reference("KARENP23")),
    )
    said = goodbye(known).receipt
    assert (said.deeds, said.told, said.untold) == (1, 1, 0)


def test_a_principal_who_could_not_be_told_stands_on_the_receipt() -> None:
    switched, receipt = switched_after_reading()
    trouble = e.TroubleCame(receipt.order, Trouble.MAILBOX_CLOSED)
    known = through(switched, trouble)
    assert notes(switched, trouble, known) == (
        Note(What.PRINCIPAL_NOT_TOLD, Reference("KARENP23")),
        Note(What.TROUBLE_BEHIND, Trouble.MAILBOX_CLOSED),
    )
    said = goodbye(known).receipt
    assert (said.told, said.untold) == (0, 1)


def test_a_receipt_of_which_nothing_was_heard_is_not_called_delivered() -> None:
    switched, _ = switched_after_reading()
    said = goodbye(switched).receipt
    assert (said.told, said.untold) == (0, 1)


def test_the_receipt_of_the_last_principal_is_heard_of_while_the_visit_is_closed() -> None:
    read = through(acts(OPENING), e.FilePressed(ORDER, cast.PRESSED), e.CardGone())
    left, asked = step(read, e.EndAsked())
    [receipt] = [effect for effect in asked if isinstance(effect, o.TellPrincipal)]
    assert isinstance(left.state, s.Leaving)
    over = through(left, e.PrincipalTold(receipt.order), e.VisitClosed(left.state.order, cast.RECEIPT))
    assert isinstance(over.state, s.Goodbye)
    assert (over.state.receipt.deeds, over.state.receipt.told) == (1, 1)


def test_of_the_deeds_only_their_number_is_kept() -> None:
    switched, receipt = switched_after_reading()
    known = through(switched, e.PrincipalTold(receipt.order))
    assert isinstance(known.state, s.SignedIn)
    assert known.state.session.tally == s.Tally(deeds=1)
    assert known.state.session.owed is None
    assert known.telling == s.Telling((s.ReceiptSent(receipt.order, None, told=True),))


def test_deeds_are_in_the_order_of_their_time() -> None:
    served = through(acts(SERVING), e.LetterServed(ORDER))
    later = replace(served, at=NOW + timedelta(minutes=1))
    fetched = through(later, e.LetterFetched(later.last_order, cast.letter(documents=1)))
    pressing = through(fetched, e.FileFetched(fetched.last_order, b"bytes"))
    read = through(pressing, e.FilePressed(pressing.last_order, cast.PRESSED))
    assert deeds(read) == [(DeedKind.LETTER_SERVED, 1), (DeedKind.LETTER_READ, 1)]
    acting = inside_of(read.state).session.acting  # type: ignore[union-attr]
    assert [deed.at for deed in acting.deeds] == [NOW, NOW + timedelta(minutes=1)]  # type: ignore[union-attr]
