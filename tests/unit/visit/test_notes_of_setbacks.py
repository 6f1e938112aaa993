"""What did not work and is asked again is written down, whatever it is asked under."""

import pytest

from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.journal import Note, What, notes
from kiosk.visit.step import step
from kiosk.visit.trouble import Trouble
from tests import cast
from tests.unit.visit.samples import ORDER, PIN, READ_BACK, READING, SINCE, inside, session, through, visit

INSIDE = s.SignedIn(session(), READING)
AWAY = s.Away(INSIDE, ORDER + 1, ORDER + 2, SINCE)


def noted(before: s.Visit, event: e.Event) -> tuple[Note, ...]:
    after, _ = step(before, event)
    return notes(before, event, after)


def wherever(way: s.Way) -> tuple[s.State, ...]:
    """At the welcome, behind a warning, under a cover, and where something is signed."""
    proof = s.Identifying(way)
    return (
        proof,
        s.Warned(proof, ORDER + 1, ORDER + 2),
        s.Returning(AWAY, proof),
        s.SignedIn(session(), s.SigningMandate(READ_BACK, proof)),
    )


@pytest.mark.parametrize(
    ("way", "trouble", "tries"),
    [
        (s.CardSigning(ORDER, PIN), Trouble.PIN_WRONG, 2),
        (s.CardSigning(ORDER, PIN), Trouble.PIN_WRONG, 1),
        (s.CheckingUserId(ORDER), Trouble.USER_UNKNOWN, None),
        (s.CheckingCode(ORDER), Trouble.CODE_WRONG, 2),
        (s.CheckingPassword(ORDER), Trouble.PASSWORD_WRONG, 4),
    ],
)
def test_what_is_asked_again_is_written_down_once_and_by_its_own_name(
    way: s.Way, trouble: Trouble, tries: int | None
) -> None:
    for state in wherever(way):
        assert noted(visit(state), e.TroubleCame(ORDER, trouble, tries)) == (
            Note(What.SET_BACK, trouble, tries),
        )


def test_a_card_with_one_try_left_is_no_setback() -> None:
    showing = visit(s.Identifying(s.ShowingCard(ORDER, cast.CARD, 1)))
    assert noted(showing, e.NonceGiven(ORDER, b"nonce")) == (Note(What.LOGIN_BY_CARD, count=1),)


def test_a_setback_that_still_stands_there_is_not_written_down_again() -> None:
    told = s.Identifying(s.AskingCode(s.Setback(Trouble.CODE_WRONG, 2)))
    under_the_cover = s.Returning(s.Away(INSIDE, ORDER + 1, ORDER + 2, SINCE), told)
    happens = e.TroubleCame(ORDER, Trouble.LETTER_BROKEN)
    assert What.SET_BACK not in [note.what for note in noted(visit(under_the_cover), happens)]
    assert noted(visit(told), e.TimeIsShort()) == (Note(What.WARNED),)


def test_a_card_that_does_not_take_its_cover_away_is_written_down() -> None:
    covered = through(inside(READING), e.CardGone())
    mute = (Note(What.CARD_SEEN), Note(What.SET_BACK, Trouble.CARD_UNREADABLE))
    assert noted(covered, e.CardSeen(mute=True)) == mute
    looking = through(covered, e.CardSeen(mute=False))
    failed = e.TroubleCame(looking.last_order, Trouble.CARD_BUSY)
    assert noted(looking, failed) == (Note(What.SET_BACK, Trouble.CARD_BUSY),)
