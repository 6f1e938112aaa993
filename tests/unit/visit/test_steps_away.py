"""What a visit does when its citizen covers the screen and steps away."""

from datetime import timedelta

import pytest

from kiosk.visit import effects as f
from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.journal import Note, What, notes
from kiosk.visit.moves import inside_of
from kiosk.visit.people import Citizen, Cpr, Level
from kiosk.visit.secrets import Secret
from kiosk.visit.step import step
from kiosk.visit.trouble import Trouble
from tests import cast
from tests.unit.visit.samples import FOLDER, ORDER, PLACES, READING, inside, through

STRANGER = Citizen("Bent Fremmed", Cpr("6101011111"), Level.HIGH, "subject of Bent")
ANNA_LESS_SURELY = Citizen("Anna Testborg", Cpr("6705411234"), Level.LOW, "subject of Anna")


def away(place: s.Place = READING, *, card: bool = True) -> tuple[s.Away, s.Visit]:
    after = through(inside(place, card=card), e.CoverAsked())
    assert isinstance(after.state, s.Away)
    return after.state, after


def proof(now: s.Visit) -> object:
    assert isinstance(now.state, s.Returning)
    return now.state.proof.way if isinstance(now.state.proof, s.Identifying) else now.state.proof


def with_pin(now: s.Visit, certificate: bytes = cast.CARD) -> s.Visit:
    """The card is read, shown, its PIN typed and proven; what is left is the provider's answer."""
    now = through(now, e.CardRead(now.last_order, certificate, 3))
    now = through(now, e.NonceGiven(now.last_order, b"nonce"), e.PinGiven(Secret("190875")))
    return through(now, e.CardSigned(now.last_order, b"signature"))


def with_code(now: s.Visit) -> s.Visit:
    now = through(now, e.UserIdGiven(Secret("anna")))
    now = through(now, e.CodeWanted(now.last_order), e.CodeGiven(Secret("123456")))
    return through(now, e.PasswordWanted(now.last_order), e.PasswordGiven(Secret("secret")))


@pytest.mark.parametrize("place", PLACES, ids=lambda place: type(place).__name__)
def test_every_place_can_be_covered_and_is_kept(place: s.Place) -> None:
    before = inside(place)
    covered, asked = step(before, e.CoverAsked())
    assert isinstance(covered.state, s.Away)
    assert covered.state.kept == before.state
    two_minutes, bell = timedelta(minutes=2), timedelta(seconds=75)
    assert asked == (f.Wake(covered.state.timer, two_minutes), f.Wake(covered.state.bell, bell))


def test_a_warning_can_be_covered_too() -> None:
    assert isinstance(through(inside(READING), e.TimeIsShort(), e.CoverAsked()).state, s.Away)


def test_a_card_that_is_still_in_and_its_pin_bring_the_place_back() -> None:
    cover, covered = away()
    proving = with_pin(through(covered, e.CameBack()))
    back, asked = step(proving, e.LoggedIn(proving.last_order, cast.ANNA, again := cast.grant()))
    assert back.state == cover.kept
    assert asked == (f.LogOut(again),), "the visit goes on with the login that it has"


def test_a_card_that_was_taken_along_is_put_in_and_says_who_is_back() -> None:
    cover, covered = away()
    waiting = through(covered, e.CardGone())
    assert waiting.state == cover
    asked_for = through(waiting, e.CameBack())
    assert isinstance(proof(asked_for), s.InvitingCard)
    for before in (waiting, asked_for):
        proving = with_pin(through(before, e.CardSeen(mute=False)))
        back = through(proving, e.LoggedIn(proving.last_order, cast.ANNA, cast.grant()))
        assert back.state == cover.kept


def test_the_card_alone_is_not_enough() -> None:
    _, covered = away()
    looking = through(covered, e.CardGone(), e.CardSeen(mute=False))
    shown = through(looking, e.CardRead(looking.last_order, cast.CARD, 3))
    assert isinstance(proof(through(shown, e.NonceGiven(shown.last_order, b"nonce"))), s.AskingPin)


def test_another_card_is_not_even_asked_for_its_pin() -> None:
    _, covered = away()
    looking = through(covered, e.CardGone(), e.CardSeen(mute=False))
    other = through(looking, e.CardRead(looking.last_order, cast.OTHER_CARD, 3))
    assert proof(other) == s.Refused(Trouble.ANOTHER_PERSON, card_in=True)


@pytest.mark.parametrize("who", [STRANGER, ANNA_LESS_SURELY])
def test_a_login_by_anybody_else_uncovers_nothing_and_is_given_back(who: Citizen) -> None:
    cover, covered = away(card=False)
    proving = with_code(through(covered, e.CameBack()))
    refused, asked = step(proving, e.LoggedIn(proving.last_order, who, grant := cast.grant()))
    assert proof(refused) == s.Refused(Trouble.ANOTHER_PERSON, card_in=True)
    assert asked == (f.LogOut(grant),)
    assert isinstance(refused.state, s.Returning)
    assert refused.state.cover == cover


def test_a_code_device_brings_back_what_a_code_device_began() -> None:
    cover, covered = away(card=False)
    proving = with_code(through(covered, e.CameBack()))
    assert through(proving, e.LoggedIn(proving.last_order, cast.ANNA, cast.grant())).state == cover.kept


def test_only_the_way_of_the_first_time_counts() -> None:
    _, by_card = away()
    asking = through(by_card, e.CardGone(), e.CameBack())
    assert through(asking, e.CodeWayChosen()) == asking
    _, by_code = away(card=False)
    assert through(by_code, e.CardSeen(mute=False)).state == by_code.state
    asking = through(by_code, e.CameBack())
    assert through(asking, e.CardSeen(mute=False), e.CardWayChosen()).state == asking.state


def test_a_wrong_pin_is_asked_again_under_the_cover() -> None:
    _, covered = away()
    now = through(covered, e.CameBack())
    now = through(now, e.CardRead(now.last_order, cast.CARD, 3))
    now = through(now, e.NonceGiven(now.last_order, b"nonce"), e.PinGiven(Secret("000000")))
    again = proof(through(now, e.TroubleCame(now.last_order, Trouble.PIN_WRONG, tries_left=2)))
    assert isinstance(again, s.AskingPin)
    assert again.tries_left == 2


def test_the_provider_is_asked_anew_while_the_pin_is_typed_under_the_cover() -> None:
    _, covered = away()
    now = through(covered, e.CameBack())
    now = through(now, e.CardRead(now.last_order, cast.CARD, 3))
    asking = through(now, e.NonceGiven(now.last_order, b"nonce"))
    before = proof(asking)
    assert isinstance(before, s.AskingPin)
    renewing, asked = step(asking, e.TimeCame(before.timer))
    assert isinstance(asked[0], f.BeginCardLogin)
    fresh = proof(through(renewing, e.NonceGiven(asked[0].order, b"fresh")))
    assert isinstance(fresh, s.AskingPin)
    assert fresh.nonce == b"fresh"


def test_turning_back_and_silence_lead_to_the_cover_and_its_time_has_run_on() -> None:
    """Or whoever passes by could keep the visit of somebody else alive."""
    cover, covered = away()
    for event in (e.WentBack(), e.TimeIsShort()):
        back, asked = step(through(covered, e.CameBack()), event)
        assert (back.state, asked) == (cover, ())
        over = through(back, e.TimeCame(cover.timer))
        assert isinstance(over.state, s.Leaving)
        assert over.state.why is s.Why.AWAY


def test_who_does_not_come_back_has_left() -> None:
    cover, covered = away()
    rung, asked = step(covered, e.TimeCame(cover.bell))
    assert asked == (f.RingChime(),)
    over = through(rung, e.TimeCame(cover.timer))
    assert isinstance(over.state, s.Leaving)
    assert over.state.why is s.Why.AWAY


def last_login(*, card: bool = True) -> tuple[s.Returning, s.Visit]:
    """The time of the cover is over while somebody logs in."""
    cover, covered = away(card=card)
    after, asked = step(through(covered, e.CameBack(), e.TimeCame(cover.bell)), e.TimeCame(cover.timer))
    assert isinstance(after.state, s.Returning)
    two_minutes, bell = timedelta(minutes=2), timedelta(seconds=75)
    again = after.state.cover
    assert asked == (f.Wake(again.timer, two_minutes), f.Wake(again.bell, bell))
    return after.state, after


def at_the_pin(now: s.Visit) -> s.Visit:
    reading = proof(now)
    assert isinstance(reading, s.ReadingCard)
    now = through(now, e.CardRead(reading.order, cast.CARD, 3))
    now = through(now, e.NonceGiven(now.last_order, b"nonce"))
    assert isinstance(proof(now), s.AskingPin)
    return now


def test_who_has_begun_to_log_in_when_the_time_is_over_has_as_long_again() -> None:
    last, now = last_login(card=False)
    rung, asked = step(now, e.TimeCame(last.cover.bell))
    assert (rung, asked) == (now, (f.RingChime(),))
    proving = with_code(rung)
    back = through(proving, e.LoggedIn(proving.last_order, cast.ANNA, cast.grant()))
    assert back.state == last.cover.kept


@pytest.mark.parametrize("turned_back", [e.WentBack(), e.TimeIsShort()])
def test_then_there_is_no_cover_to_go_back_to(turned_back: e.Event) -> None:
    last, now = last_login()
    for event in (turned_back, e.TimeCame(last.cover.timer)):
        over = through(now, event)
        assert isinstance(over.state, s.Leaving)
        assert over.state.why is s.Why.AWAY


def test_a_pin_has_no_time_limit_under_the_cover_while_its_card_is_in() -> None:
    cover, covered = away()
    asking = at_the_pin(through(covered, e.CameBack()))
    assert through(asking, e.TimeIsShort()) == asking
    for _ in range(3):
        assert isinstance(asking.state, s.Returning)
        asking = through(asking, e.TimeCame(asking.state.cover.timer), e.TimeIsShort())
        assert isinstance(proof(asking), s.AskingPin)
    proving = through(asking, e.PinGiven(Secret("190875")))
    proving = through(proving, e.CardSigned(proving.last_order, b"signature"))
    assert through(proving, e.LoggedIn(proving.last_order, cast.ANNA, cast.grant())).state == cover.kept


def test_a_pin_whose_card_was_pulled_is_not_waited_for() -> None:
    _, now = last_login()
    pulled = through(at_the_pin(now), e.CardGone())
    assert proof(pulled) == s.Refused(Trouble.CARD_GONE, card_in=False)
    assert isinstance(through(pulled, e.TimeIsShort()).state, s.Leaving)


def test_the_end_can_be_asked_for_under_the_cover() -> None:
    _, covered = away()
    for now in (covered, through(covered, e.CameBack())):
        leaving, asked = step(now, e.EndAsked())
        assert isinstance(leaving.state, s.Leaving)
        assert any(isinstance(effect, f.CloseVisit) and effect.grant is not None for effect in asked)


def test_what_was_on_its_way_arrives_behind_the_cover() -> None:
    _, covered = away(s.OpeningMailbox(ORDER))
    for now in (covered, through(covered, e.CameBack())):
        after = through(now, e.MailboxOpened(ORDER, cast.OPENED))
        assert (kept := inside_of(after.state))
        assert isinstance(kept.place, s.InFolder)


def test_the_journal_says_that_somebody_stepped_away_and_came_back() -> None:
    before = inside(FOLDER)
    _, covered = away(FOLDER)
    assert notes(before, e.CoverAsked(), covered) == (Note(What.STEPPED_AWAY),)
    proving = with_pin(through(covered, e.CameBack()))
    login = e.LoggedIn(proving.last_order, cast.ANNA, cast.grant())
    back = through(proving, login)
    assert notes(proving, login, back) == (
        Note(What.SIGNED_IN, Level.SUBSTANTIAL),
        Note(What.CAME_BACK),
    )
