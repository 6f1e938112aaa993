"""The mandate that is acted under, looked at behind every place, and acting that ends, move by move."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.visit import effects as f
from kiosk.visit import events as e
from kiosk.visit import orders_of_mandates as o
from kiosk.visit import states as s
from kiosk.visit.journal import Note, What, notes
from kiosk.visit.limits import Limits
from kiosk.visit.mandates import Deed, DeedKind, Reference
from kiosk.visit.moves import inside_of
from kiosk.visit.paper import Outcome, PrintResult, Progress, Sides
from kiosk.visit.step import step
from kiosk.visit.trouble import Trouble
from tests import cast, principals
from tests.principals import KARENS_DOCTOR, KARENS_POST, NOW
from tests.unit.visit.samples import (
    END,
    FOLDER,
    LOOK,
    ORDER,
    PIN,
    READING,
    inside,
    session,
    through,
    visit,
)

ACTS = s.SignedIn(session(under=KARENS_POST), READING)
AWAY = s.Away(ACTS, ORDER, ORDER + 1, NOW)
EVERYWHERE = (
    ACTS,
    s.Covered(ACTS, ORDER),
    AWAY,
    s.Returning(AWAY, s.Identifying(PIN)),
    s.Warned(ACTS, ORDER, ORDER + 1),
)
PRINTING = s.Printing(ORDER, READING, Sides.TWO, Progress(1, None))
EVERY_END = (
    Trouble.MANDATE_WITHDRAWN,
    Trouble.MANDATE_EXPIRED,
    Trouble.GRANTOR_DEAD,
    Trouble.SESSION_EXPIRED,
)


def kinds(asked: tuple[f.Effect, ...]) -> list[type]:
    return [type(effect) for effect in asked]


def at(now: s.Visit) -> s.SignedIn:
    kept = inside_of(now.state)
    assert kept is not None
    return kept


def over(trouble: Trouble, sheets_out: int | None = None) -> s.ActingEnded:
    return s.ActingEnded(trouble, sheets_out, KARENS_POST.basis)


def owed(now: s.Visit) -> tuple[Deed, ...]:
    """What the receipt to the principal says."""
    return at(now).session.owed.deeds  # type: ignore[union-attr]


def looking(state: s.State) -> s.Visit:
    """The look at the mandate is under way."""
    return through(visit(state), e.TimeCame(LOOK))


@pytest.mark.parametrize("state", EVERYWHERE, ids=lambda state: type(state).__name__)
def test_the_mandate_is_looked_at_behind_every_cover_and_nothing_is_seen_of_it(state: s.State) -> None:
    before = visit(state)
    asking, (look,) = step(before, e.TimeCame(LOOK))
    assert isinstance(look, o.CheckMandate)
    assert look.grant is ACTS.session.acting.grant  # type: ignore[union-attr]
    after, asked = step(asking, e.MandateStands(look.order))
    assert asked == (f.Wake(after.mandate, Limits().mandate),)
    assert after.state is state
    assert notes(asking, e.MandateStands(look.order), after) == ()


@pytest.mark.parametrize("state", EVERYWHERE, ids=lambda state: type(state).__name__)
@pytest.mark.parametrize("trouble", EVERY_END, ids=lambda trouble: trouble.name)
def test_acting_ends_wherever_the_citizen_is_and_the_cover_stays(state: s.State, trouble: Trouble) -> None:
    before = looking(state)
    after, asked = step(before, e.TroubleCame(before.mandate, trouble))
    assert type(after.state) is type(state)
    expired = trouble is Trouble.SESSION_EXPIRED
    assert at(after).place == over(Trouble.ACTING_RAN_OUT if expired else trouble)
    assert at(after).session.acting is None
    assert kinds(asked) == [f.ClosePress, o.StopActing]
    assert (after.mandate, after.acting_ends) == (None, None)


@pytest.mark.parametrize("state", EVERYWHERE, ids=lambda state: type(state).__name__)
def test_a_register_that_is_down_changes_nothing_and_is_asked_again(state: s.State) -> None:
    before = looking(state)
    event = e.TroubleCame(before.mandate, Trouble.MANDATES_DOWN)
    after, asked = step(before, event)
    assert after.state is state
    assert asked == (f.Wake(after.mandate, Limits().mandate),)
    assert notes(before, event, after) == (Note(What.TROUBLE_BEHIND, Trouble.MANDATES_DOWN),)


@pytest.mark.parametrize("state", EVERYWHERE, ids=lambda state: type(state).__name__)
def test_acting_ends_with_its_token(state: s.State) -> None:
    after, _ = step(visit(state), e.TimeCame(END))
    assert at(after).place == over(Trouble.ACTING_RAN_OUT)


@pytest.mark.parametrize(
    ("at_last", "trouble"),
    [
        (datetime(2027, 3, 31, 20, 0, tzinfo=UTC), Trouble.ACTING_RAN_OUT),
        (datetime(2027, 3, 31, 21, 57, tzinfo=UTC), Trouble.ACTING_RAN_OUT),
        (datetime(2027, 3, 31, 22, 0, tzinfo=UTC), Trouble.MANDATE_EXPIRED),
        (datetime(2027, 3, 31, 21, 58, tzinfo=UTC), Trouble.MANDATE_EXPIRED),
    ],
    ids=["on the last day", "before midnight", "at midnight in Denmark", "at midnight, by a slow clock"],
)
def test_the_last_day_of_a_mandate_is_over_at_midnight_in_denmark(
    at_last: datetime, trouble: Trouble
) -> None:
    before = replace(visit(ACTS), at=at_last)
    assert at(through(before, e.TimeCame(END))).place == over(trouble)


def test_in_winter_denmark_is_but_an_hour_ahead() -> None:
    for minute, trouble in ((57, Trouble.ACTING_RAN_OUT), (58, Trouble.MANDATE_EXPIRED)):
        last = replace(KARENS_POST, until=date(2027, 1, 31))
        before = visit(s.SignedIn(session(under=last), FOLDER))
        ended = through(replace(before, at=datetime(2027, 1, 31, 22, minute, tzinfo=UTC)), e.TimeCame(END))
        assert at(ended).place == over(trouble)


WAITS = (
    s.OpeningMailbox(ORDER),
    s.ListingLetters(ORDER, FOLDER, e.ListPageChosen(1)),
    s.ServingLetter(ORDER, FOLDER, cast.LEGAL),
    s.FetchingLetter(ORDER, FOLDER, cast.head()),
    s.OpeningDocument(ORDER, FOLDER, cast.letter(), 0),
    s.DoingErrand(ORDER, principals.CHOOSE_DOCTOR),
)


@pytest.mark.parametrize("place", WAITS, ids=lambda place: type(place).__name__)
def test_whatever_is_refused_because_the_mandate_has_ended_ends_acting(place: s.Place) -> None:
    after, _ = step(inside(place, under=KARENS_POST), e.TroubleCame(ORDER, Trouble.MANDATE_WITHDRAWN))
    assert at(after).place == over(Trouble.MANDATE_WITHDRAWN)


def test_what_was_asked_for_before_and_is_refused_late_ends_nothing() -> None:
    before = inside(FOLDER, under=KARENS_POST)
    assert step(before, e.TroubleCame(ORDER, Trouble.MANDATE_WITHDRAWN)) == (before, ())


def test_a_print_is_stopped_politely_and_its_pages_are_told() -> None:
    before = looking(s.SignedIn(session(under=KARENS_POST), PRINTING))
    ending, asked = step(before, e.TroubleCame(before.mandate, Trouble.MANDATE_WITHDRAWN))
    assert at(ending).place == s.ActingEnding(Trouble.MANDATE_WITHDRAWN, s.Unfinished(ORDER, 3, Sides.TWO, 1))
    assert kinds(asked) == [f.StopPrinting, f.ClosePress]
    further = through(ending, e.PrintProgressed(ORDER, Progress(2, None)))
    ended, asked = step(further, e.PrintEnded(ORDER, PrintResult(Outcome.STOPPED, 3)))
    place = at(ended).place
    assert isinstance(place, s.ActingEnded)
    assert place.sheets_out == 2
    assert [(deed.kind, deed.count) for deed in owed(ended)] == [(DeedKind.SHEETS_PRINTED, 2)]
    assert kinds(asked) == [f.ClosePress, o.TellPrincipal, o.StopActing]
    assert at(ended).session.tally.sheets_printed == 2


def test_a_print_that_never_began_is_no_sheet_of_anybody() -> None:
    before = looking(s.SignedIn(session(under=KARENS_POST), PRINTING))
    ended = through(
        before,
        e.TroubleCame(before.mandate, Trouble.MANDATE_WITHDRAWN),
        e.TroubleCame(ORDER, Trouble.PRINTER_OFFLINE),
    )
    assert at(ended).place == over(Trouble.MANDATE_WITHDRAWN, sheets_out=0)


def test_an_act_that_is_at_its_service_already_is_heard_out() -> None:
    serving = inside(s.ServingLetter(ORDER, FOLDER, cast.LEGAL), under=KARENS_POST)
    waiting, asked = step(serving, e.TimeCame(END))
    assert asked == (f.Wake(waiting.acting_ends, timedelta(seconds=1)),)
    served = through(waiting, e.LetterServed(ORDER))
    ended = through(served, e.TimeCame(waiting.acting_ends))
    assert isinstance(at(ended).place, s.ActingEnded)
    assert [deed.kind for deed in owed(ended)] == [DeedKind.LETTER_SERVED]


def test_a_letter_that_was_served_after_the_end_is_counted_and_not_asked_for() -> None:
    serving = inside(s.ServingLetter(ORDER, FOLDER, cast.LEGAL), under=KARENS_POST)
    after, asked = step(replace(serving, at=NOW + principals.AN_HOUR), e.LetterServed(ORDER))
    assert at(after).place == over(Trouble.ACTING_RAN_OUT)
    assert owed(after) == (Deed(DeedKind.LETTER_SERVED, NOW + principals.AN_HOUR),)
    assert f.FetchLetter not in kinds(asked)


def test_nothing_new_is_begun_after_what_was_heard_out_beyond_the_end() -> None:
    doing = inside(s.DoingErrand(ORDER, principals.CHOOSE_DOCTOR), under=KARENS_DOCTOR)
    waiting = through(
        replace(doing, at=NOW + principals.AN_HOUR), e.TimeCame(END), e.ErrandAnswered(ORDER, "sag-1")
    )
    assert isinstance(at(waiting).place, s.ErrandDone)
    over, asked = step(waiting, e.WentBack())
    assert isinstance(at(over).place, s.ActingEnded)
    assert o.DoErrand not in kinds(asked)


def test_a_look_that_nobody_waits_for_any_more_means_nothing() -> None:
    before = looking(ACTS)
    mine = through(before, e.SwitchAsked())
    late = e.TroubleCame(before.mandate, Trouble.MANDATE_WITHDRAWN)
    assert step(mine, late) == (mine, ())


def test_the_journal_says_what_ended_by_the_reference_of_the_mandate() -> None:
    before = looking(ACTS)
    event = e.TroubleCame(before.mandate, Trouble.MANDATE_WITHDRAWN)
    after = through(before, event)
    assert notes(before, event, after) == (
        Note(What.ACTING_ENDED, Reference("KARENP23")),
        Note(What.HINDERED, Trouble.MANDATE_WITHDRAWN),
    )


def test_the_journal_says_who_began_and_who_turned_away_by_names_that_say_nothing() -> None:
    choice = s.ChoosingPrincipal(principals.MANDATES)
    beginning = inside(s.BeginningToAct(ORDER, KARENS_POST, choice))
    event = e.ActingBegun(ORDER, principals.grant(principals.KAREN), principals.AN_HOUR)
    begun = through(beginning, event)
    switched = through(begun, e.SwitchAsked())
    reference = Reference("KARENP23")
    assert notes(beginning, event, begun) == (
        Note(What.ACTING_BEGUN, reference),
        Note(What.ACTS, principals.HELPER),
        Note(What.IS_ACTED_FOR, principals.PRINCIPALS[principals.KAREN.name]),
    )
    assert notes(begun, e.SwitchAsked(), switched) == (Note(What.SWITCHED, reference),)


def test_the_journal_says_that_the_register_could_not_be_asked_on_the_way_in() -> None:
    before = inside(s.AskingForMandates(ORDER))
    event = e.TroubleCame(ORDER, Trouble.MANDATES_DOWN)
    assert notes(before, event, through(before, event)) == (Note(What.TROUBLE_BEHIND, Trouble.MANDATES_DOWN),)


def test_the_time_of_day_comes_from_outside() -> None:
    assert visit(ACTS).at == NOW
    assert s.Visit(Limits()).at < NOW
