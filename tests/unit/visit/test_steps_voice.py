"""The voice fails: the glass says so wherever the citizen could go on, and goes back to where they were."""

import pytest

from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.effects import RingChime
from kiosk.visit.journal import Note, What, notes
from kiosk.visit.limits import Limits
from kiosk.visit.step import step
from kiosk.visit.step_voice import tells_of_voice
from kiosk.visit.trouble import Trouble
from tests.unit.visit.samples import READING, inside, name, states, through, visit

ANSWERS = [e.VoiceForgone(), e.WentBack()]


@pytest.mark.parametrize("state", states(), ids=name)
def test_the_chime_rings_and_it_is_noted_and_nothing_moves(state: s.State) -> None:
    before = visit(state)
    after, effects = step(before, e.VoiceGone())
    assert (after.state, effects) == (before.state, (RingChime(),))
    assert notes(before, e.VoiceGone(), after) == (Note(What.HINDERED, Trouble.VOICE_GONE),)


@pytest.mark.parametrize("answer", ANSWERS)
def test_one_answer_goes_back_to_where_the_citizen_was(answer: e.Event) -> None:
    told = through(inside(READING), e.VoiceGone())
    assert tells_of_voice(told)
    after = through(told, answer)
    assert not tells_of_voice(after)
    assert after.state == told.state


def test_a_step_back_is_one_again_afterwards() -> None:
    assert through(inside(READING), e.VoiceGone(), e.WentBack(), e.WentBack()).state != inside(READING).state


def test_a_warning_a_cover_and_the_goodbye_come_first() -> None:
    told = through(inside(READING), e.VoiceGone())
    for event in (e.TimeIsShort(), e.CardGone(), e.CoverAsked(), e.EndAsked()):
        assert not tells_of_voice(through(told, event))
    assert tells_of_voice(through(told, e.TimeIsShort(), e.StillHere()))


def test_at_the_welcome_it_is_gone_with_whoever_went_away() -> None:
    told = through(s.Visit(Limits()), e.VoiceGone())
    assert tells_of_voice(told)
    assert through(told, e.TimeIsShort()) == s.Visit(Limits())


def test_whoever_asks_for_it_again_is_told_again() -> None:
    assert tells_of_voice(through(inside(READING), e.VoiceGone(), e.VoiceForgone(), e.VoiceGone()))
