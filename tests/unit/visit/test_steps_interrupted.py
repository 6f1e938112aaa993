"""What a visit does when the card is pulled and when nobody moves."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.visit import effects as f
from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.limits import Limits, Pace
from kiosk.visit.paper import Receipt
from kiosk.visit.step import step
from kiosk.visit.trouble import Trouble
from tests import cast
from tests.unit.visit.samples import FOLDER, ORDER, PIN, PLACES, READING, WAYS, inside, through, visit

_PULLED = e.CardGone()


@pytest.mark.parametrize("place", PLACES, ids=lambda place: type(place).__name__)
def test_a_pulled_card_covers_every_place_and_the_same_card_brings_it_back(place: s.Place) -> None:
    before = inside(place)
    covered, asked = step(before, e.CardGone())
    assert isinstance(covered.state, s.Covered)
    assert asked == (f.RingChime(), f.Wake(covered.state.timer, timedelta(seconds=20)))
    looking = through(covered, e.CardSeen(mute=False))
    assert through(looking, e.CardRead(looking.last_order, cast.CARD, 3)).state == before.state


def test_another_card_does_not_uncover() -> None:
    looking = through(inside(READING), e.CardGone(), e.CardSeen(mute=False))
    after = through(looking, e.CardRead(looking.last_order, cast.OTHER_CARD, 3))
    assert isinstance(after.state, s.Leaving)
    assert after.state.why is s.Why.ANOTHER_CARD


def test_a_card_that_is_out_again_before_it_was_read_uncovers_nothing() -> None:
    looking = through(inside(READING), e.CardGone(), e.CardSeen(mute=False))
    gone = through(looking, e.CardGone())
    late = through(gone, e.CardRead(looking.last_order, cast.CARD, 3))
    assert isinstance(late.state, s.Covered)


def under_the_cover(lost: e.Event = _PULLED) -> tuple[s.Covered, s.Visit]:
    after = through(inside(READING), lost)
    assert isinstance(after.state, s.Covered)
    return after.state, after


def why(over: s.Visit) -> s.Why:
    assert isinstance(over.state, s.Leaving)
    return over.state.why


def test_a_card_that_stays_away_ends_the_visit() -> None:
    cover, after = under_the_cover()
    assert why(through(after, e.TimeCame(cover.timer))) is s.Why.CARD_OUT


def test_a_card_that_is_looked_at_when_the_time_is_over_has_come_in_time() -> None:
    cover, after = under_the_cover()
    looking = through(after, e.CardSeen(mute=False))
    waiting, asked = step(looking, e.TimeCame(cover.timer))
    assert asked == (f.Wake(waiting.last_order, timedelta(seconds=20)),)
    assert through(waiting, e.CardRead(looking.last_order, cast.CARD, 3)).state == cover.kept
    other = through(waiting, e.CardRead(looking.last_order, cast.OTHER_CARD, 3))
    assert why(other) is s.Why.ANOTHER_CARD


def test_a_look_without_end_holds_the_visit_only_once_as_long_again() -> None:
    cover, after = under_the_cover()
    waiting = through(after, e.CardSeen(mute=False), e.TimeCame(cover.timer))
    assert why(through(waiting, e.TimeCame(waiting.last_order))) is s.Why.CARD_OUT


def test_a_look_that_brought_nothing_leaves_time_for_another_card() -> None:
    cover, after = under_the_cover()
    looking = through(after, e.CardSeen(mute=False))
    waiting = through(looking, e.TimeCame(cover.timer))
    failed = through(waiting, e.TroubleCame(looking.last_order, Trouble.CARD_BUSY))
    assert isinstance(failed.state, s.Covered)
    assert why(through(failed, e.TimeCame(failed.state.timer))) is s.Why.CARD_OUT


def test_a_card_the_wrong_way_round_is_told_of_until_the_next_look() -> None:
    cover, after = under_the_cover()
    mute = through(after, e.CardSeen(mute=True))
    told = s.Setback(Trouble.CARD_UNREADABLE)
    assert mute.state == replace(cover, setback=told)
    pulled = through(mute, e.CardGone())
    assert pulled.state == replace(cover, setback=told), "how to put it in is still good to know"
    looking = through(pulled, e.CardSeen(mute=False))
    assert looking.state == replace(cover, reading=looking.last_order)


def test_why_a_look_brought_nothing_is_told() -> None:
    cover, after = under_the_cover()
    looking = through(after, e.CardSeen(mute=False))
    failed = through(looking, e.TroubleCame(looking.last_order, Trouble.CARD_WRONG_KIND))
    assert failed.state == replace(cover, setback=s.Setback(Trouble.CARD_WRONG_KIND))


def test_a_reader_that_is_lost_covers_and_nobody_is_blamed_for_it() -> None:
    cover, lost = under_the_cover(e.ReaderLost(Trouble.READER_GONE))
    assert lost.reader is Trouble.READER_GONE
    assert why(through(lost, e.TimeCame(cover.timer))) is s.Why.READER_LOST
    back = through(lost, e.ReaderFound())
    assert why(through(back, e.TimeCame(cover.timer))) is s.Why.CARD_OUT
    looking = through(back, e.CardSeen(mute=False))
    assert through(looking, e.CardRead(looking.last_order, cast.CARD, 3)).state == cover.kept


def test_a_reader_that_is_lost_under_the_cover_forgets_what_the_card_was_like() -> None:
    cover, after = under_the_cover()
    lost = through(after, e.CardSeen(mute=True), e.ReaderLost(Trouble.READER_SERVICE_DOWN))
    assert lost.state == cover


def test_the_end_that_was_asked_for_under_the_cover_is_called_so() -> None:
    _, after = under_the_cover()
    assert why(through(after, e.EndAsked())) is s.Why.ASKED


def test_a_visit_by_code_device_does_not_care_about_cards() -> None:
    before = inside(FOLDER, card=False)
    assert step(before, e.CardGone())[0].state == before.state


def test_what_was_on_its_way_still_arrives_behind_the_cover() -> None:
    covered = through(inside(s.OpeningMailbox(ORDER)), e.CardGone(), e.MailboxOpened(ORDER, cast.OPENED))
    assert isinstance(covered.state, s.Covered)
    assert isinstance(covered.state.kept.place, s.InFolder)


def warned(before: s.Visit) -> tuple[s.Warned, s.Visit]:
    after = through(before, e.TimeIsShort())
    assert isinstance(after.state, s.Warned)
    return after.state, after


def test_silence_warns_for_eyes_and_ears_and_an_answer_gives_the_place_back() -> None:
    after, asked = step(inside(READING), e.TimeIsShort())
    assert isinstance(after.state, s.Warned)
    rings_and_ends = (
        f.RingChime(),
        f.Wake(after.state.timer, timedelta(seconds=45)),
        f.Wake(after.state.bell, timedelta(seconds=15)),
    )
    assert asked == rings_and_ends
    assert through(after, e.StillHere()).state == after.state.kept


def test_the_warning_is_heard_again_at_every_third_of_it() -> None:
    warning, after = warned(inside(READING))
    again, asked = step(after, e.TimeCame(warning.bell))
    assert isinstance(again.state, s.Warned)
    assert again.state.timer == warning.timer
    assert asked == (f.RingChime(), f.Wake(again.state.bell, timedelta(seconds=15)))


def test_silence_after_the_warning_ends_the_visit() -> None:
    warning, after = warned(inside(READING))
    over = through(after, e.TimeCame(warning.timer))
    assert isinstance(over.state, s.Leaving)
    assert over.state.why is s.Why.SILENCE


def test_the_warning_can_be_answered_any_number_of_times() -> None:
    """EN 301 549, 11.2.2.1 asks for ten."""
    now = before = inside(READING)
    for _ in range(12):
        warning, after = warned(now)
        now = through(after, e.StillHere(), e.TimeCame(warning.timer), e.TimeCame(warning.bell))
        assert now.state == before.state


def test_nothing_but_an_answer_takes_the_warning_away() -> None:
    warning, after = warned(inside(READING))
    for said in (e.WentBack(), e.PageTurned(2), e.CardWayChosen(), e.TimeIsShort()):
        assert through(after, said).state == warning


def test_a_card_pulled_during_the_warning_covers() -> None:
    assert isinstance(through(inside(READING), e.TimeIsShort(), e.CardGone()).state, s.Covered)


def test_there_is_no_time_limit_on_a_pin_while_the_card_is_in() -> None:
    typing = visit(s.Identifying(PIN))
    assert step(typing, e.TimeIsShort()) == (typing, ())
    assert isinstance(through(typing, e.CardGone(), e.TimeIsShort()).state, s.Warned)


@pytest.mark.parametrize("way", [way for way in WAYS if not isinstance(way, s.AskingPin)])
def test_every_other_place_on_the_way_in_warns(way: s.Way) -> None:
    assert isinstance(through(visit(s.Identifying(way)), e.TimeIsShort()).state, s.Warned)


def test_more_time_makes_every_limit_of_the_citizen_longer_and_none_of_the_machine() -> None:
    usual, limits = Limits(), through(inside(FOLDER), e.PaceChosen(Pace.UNHURRIED)).limits
    for name in ("silence", "warning", "cover", "away", "goodbye", "leave"):
        assert getattr(limits, name) == 10 * getattr(usual, name)
    assert (limits.close, limits.slow) == (usual.close, usual.slow)


def test_more_time_is_an_answer_to_the_warning_and_holds_for_the_next() -> None:
    warning, after = warned(inside(READING))
    unhurried = through(after, e.PaceChosen(Pace.UNHURRIED))
    assert unhurried.state == warning.kept
    _, asked = step(unhurried, e.TimeIsShort())
    assert f.Wake(unhurried.last_order + 1, timedelta(seconds=450)) in asked


def test_more_time_asked_for_twice_is_no_more_than_once() -> None:
    before = inside(FOLDER)
    once = through(before, e.PaceChosen(Pace.UNHURRIED))
    assert through(once, e.PaceChosen(Pace.UNHURRIED)) == once
    assert through(once, e.PaceChosen(Pace.USUAL)) == before


def test_the_next_person_has_the_usual_time() -> None:
    assert s.Visit(Limits()).limits == Limits()


def test_a_card_that_is_left_in_is_called_out_for() -> None:
    leaving = visit(s.Leaving(ORDER, ORDER + 1, s.Tally(), s.Why.ASKED, card_in=True))
    things, asked = step(leaving, e.VisitClosed(ORDER, Receipt(0, 0, 0, logged_out=True)))
    assert f.RingChime() in asked
    assert isinstance(things.state, s.TakingThings)
    _, again = step(things, e.TimeCame(things.state.timer))
    assert f.RingChime() in again
