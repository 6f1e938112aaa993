"""A speaker that fails is followed by another one, and what it did not say can be said again; in the end it is told."""

import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from queue import SimpleQueue

import pytest

from kiosk.speech.espeak import USUAL
from kiosk.speech.lasting import PAUSES_S, LastingVoice
from kiosk.speech.starting import own_speaker
from kiosk.speech.voice import Voice, Words
from kiosk.speech.wire import Speak, said
from kiosk.station.beside import STARTS, VOICE
from tests.speech.conftest import Ears
from tests.speech.test_saying_things import TEXT
from tests.speech.test_who_hears_what import until

QUICK = (0.0, 0.2, 0.4)


class Speakers:
    """One after the other, as they are asked for. ``pids`` and ``moments``: of each."""

    def __init__(self, stack: ExitStack) -> None:
        self.pids: list[int] = []
        self.moments: list[float] = []
        self.told: SimpleQueue[str] = SimpleQueue()
        self.patience_s = 60.0
        self._stack = stack

    def open(self, ended: Callable[[bool], None]) -> Voice:
        line, process = self._stack.enter_context(own_speaker())
        self.pids.append(process.pid)
        self.moments.append(time.monotonic())
        # Whoever was stopped leaves no more by itself.
        self._stack.callback(process.send_signal, signal.SIGCONT)
        voice = Voice(line, ended, self.patience_s)
        self._stack.callback(voice.close)
        return voice

    def voice(self) -> LastingVoice:
        return LastingVoice(
            self.open, lambda: self.told.put("back"), lambda: self.told.put("gone"), pauses=QUICK
        )

    def kill(self) -> None:
        os.kill(self.pids[-1], signal.SIGKILL)


@pytest.fixture
def speakers() -> Iterator[Speakers]:
    with ExitStack() as stack:
        yield Speakers(stack)


def words(ears: Ears, text: str = TEXT * 9) -> Words:
    return Words(text, "da", USUAL, ears)


def heard_to_the_end(voice: LastingVoice, ears: Ears) -> bool:
    over: SimpleQueue[bool] = SimpleQueue()
    voice.say(words(ears, "Hej."), over.put)
    return over.get(timeout=20)


def test_after_a_speaker_was_killed_in_the_middle_of_a_word_it_is_said_again_by_another(
    speakers: Speakers, ears: Ears
) -> None:
    voice, over = speakers.voice(), SimpleQueue()
    voice.say(words(ears), over.put)
    until(lambda: bool(ears.heard))
    speakers.kill()
    assert over.get(timeout=5) is False
    assert speakers.told.get(timeout=5) == "back"
    assert heard_to_the_end(voice, ears)
    assert len(speakers.pids) == 2


def test_after_one_was_killed_while_nobody_spoke_there_is_nothing_to_say_again(
    speakers: Speakers, ears: Ears
) -> None:
    voice = speakers.voice()
    assert heard_to_the_end(voice, ears)
    speakers.kill()
    until(lambda: len(speakers.pids) == 2)
    assert heard_to_the_end(voice, ears)
    assert speakers.told.empty()


def test_one_that_hangs_is_followed_by_another(speakers: Speakers, ears: Ears) -> None:
    voice, speakers.patience_s = speakers.voice(), 5.0
    assert heard_to_the_end(voice, ears)
    os.kill(speakers.pids[0], signal.SIGSTOP)
    voice.say(words(ears))
    assert speakers.told.get(timeout=40) == "back"
    assert heard_to_the_end(voice, ears)
    assert len(speakers.pids) == 2


def test_one_that_has_nothing_to_do_does_not_hang(speakers: Speakers, ears: Ears) -> None:
    voice, speakers.patience_s = speakers.voice(), 5.0
    assert heard_to_the_end(voice, ears)
    voice.say(words(ears))
    voice.hush()
    time.sleep(7)
    assert heard_to_the_end(voice, ears)
    assert len(speakers.pids) == 1


def test_one_that_fails_as_often_as_it_starts_is_given_up_and_said_to_be_gone(
    speakers: Speakers, ears: Ears
) -> None:
    voice = speakers.voice()
    for turn in range(len(QUICK) + 1):
        until(lambda turn=turn: turn == 0 or len(speakers.pids) > turn)
        voice.say(words(ears))
        speakers.kill()
        assert speakers.told.get(timeout=10) == ("back" if turn < len(QUICK) else "gone")
    pauses = [later - earlier for earlier, later in zip(speakers.moments, speakers.moments[1:], strict=False)]
    assert all(pause >= least for pause, least in zip(pauses, QUICK, strict=True))
    over: SimpleQueue[bool] = SimpleQueue()
    voice.say(words(ears), over.put)
    assert over.get(timeout=1) is False
    assert speakers.told.get(timeout=1) == "gone"
    assert len(speakers.pids) == len(QUICK) + 1


def test_what_is_said_while_nobody_can_say_it_is_owed_unless_it_is_hushed(
    speakers: Speakers, ears: Ears
) -> None:
    voice = speakers.voice()
    for hushed in (True, False):
        assert heard_to_the_end(voice, ears)
        voice.say(words(ears))
        speakers.kill()
        if hushed:
            voice.hush()
        until(lambda hushed=hushed: len(speakers.pids) == (2 if hushed else 3))
    assert speakers.told.get(timeout=5) == "back"
    assert speakers.told.empty()


def test_where_nobody_can_be_started_it_is_said_to_be_gone(ears: Ears) -> None:
    told: SimpleQueue[str] = SimpleQueue()

    def open_to_nobody(ended: Callable[[bool], None]) -> Voice:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        theirs.close()
        return Voice(ours, ended)

    voice = LastingVoice(open_to_nobody, lambda: voice.say(words(ears)), lambda: told.put("gone"), QUICK)
    voice.say(words(ears))
    assert told.get(timeout=10) == "gone"


def test_a_speaker_whose_program_cannot_say_a_sound_leaves(speakers: Speakers, ears: Ears) -> None:
    """It knows no voice of that name."""
    ended: SimpleQueue[bool] = SimpleQueue()
    voice = speakers.open(ended.put)
    voice._order(said(Speak(1, "no such/../voice", 100, 0, "Hej.")))
    assert ended.get(timeout=10) is False


def test_there_is_a_line_for_each_speaker_that_may_be_asked_for() -> None:
    assert STARTS[VOICE] == len(PAUSES_S) + 1
