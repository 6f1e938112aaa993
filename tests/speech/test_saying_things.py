"""What is said is heard, in its language, at its pace, and no longer than anybody wants to hear it."""

import itertools
import os
import signal
import subprocess
import threading
import time
from queue import SimpleQueue

import pytest

from kiosk.speech.espeak import PACES, USUAL, VOICES, plain
from kiosk.speech.voice import Voice, Words
from kiosk.speech.wire import Speak, said
from tests.speech.conftest import Ears
from tests.speech.sound import pitch, seconds, words_a_minute

TEXT = (
    "Sæt dit kort i læseren. Skriv så din kode. Du kan altid tage kortet ud igen. Så er alt væk, og den næste kan "
    "komme til. Vil du læse dine breve, eller vil du printe dem her på maskinen?"
)


def heard_by(ears: Ears, voice: Voice, text: str, language: str = "da", pace: int = USUAL) -> bytes:
    """Everything, to its end."""
    ears.heard.clear()
    over: SimpleQueue[bool] = SimpleQueue()
    voice.say(Words(text, language, pace, ears), over.put)
    assert over.get(timeout=20)
    return bytes(ears.heard)


def test_seven_paces_are_heard_from_slow_to_quick_in_one_pitch(voice: Voice, ears: Ears) -> None:
    heard = [heard_by(ears, voice, TEXT, pace=pace) for pace in range(len(PACES))]
    paces = [round(words_a_minute(each, TEXT)) for each in heard]
    assert 60 <= paces[0] <= 70
    assert 118 <= paces[USUAL] <= 127
    assert 235 <= paces[-1] <= 250
    assert all(quicker / slower > 1.1 for slower, quicker in itertools.pairwise(paces))
    pitches = [pitch(each) for each in heard]
    assert max(pitches) - min(pitches) < 0.1 * pitches[USUAL]


@pytest.mark.parametrize("language", VOICES)
def test_every_voice_speaks(voice: Voice, ears: Ears, language: str) -> None:
    assert seconds(heard_by(ears, voice, "1 2 3", language)) > 0.5


def test_a_voice_of_another_language_sounds_otherwise(voice: Voice, ears: Ears) -> None:
    assert heard_by(ears, voice, "Post 5", "da") != heard_by(ears, voice, "Post 5", "de")


def test_who_is_interrupted_is_not_heard_to_the_end(voice: Voice, ears: Ears) -> None:
    over: SimpleQueue[tuple[str, bool]] = SimpleQueue()
    voice.say(Words(TEXT * 9, "da", 0, ears), lambda heard: over.put(("first", heard)))
    voice.say(Words("Ja.", "da", USUAL, ears), lambda heard: over.put(("second", heard)))
    assert [over.get(timeout=20), over.get(timeout=20)] == [("first", False), ("second", True)]
    assert seconds(bytes(ears.heard[-22050:])) < 1


def test_after_hush_not_one_sound_comes(voice: Voice, ears: Ears) -> None:
    over: SimpleQueue[bool] = SimpleQueue()
    voice.say(Words(TEXT * 9, "da", 0, ears), over.put)
    while not ears.heard:
        time.sleep(0.001)
    voice.hush()
    assert over.get(timeout=1) is False
    time.sleep(0.05)
    before = len(ears.heard)
    time.sleep(0.3)
    assert len(ears.heard) == before


def test_a_voice_that_is_hushed_when_it_is_silent_speaks_again(voice: Voice, ears: Ears) -> None:
    voice.hush()
    voice.hush()
    assert seconds(heard_by(ears, voice, "Hej.")) > 0.1


def test_an_empty_text_is_over_at_once(voice: Voice, ears: Ears) -> None:
    assert seconds(heard_by(ears, voice, " ")) == 0


def test_a_letter_gives_no_orders_to_the_program() -> None:
    assert plain("[[h@'loU]] <audio src='x'/>\n\x1b[0m") == "[ [h@'loU]] <audio src='x'/>  [0m"


def test_the_longest_text_fits_into_one_order(voice: Voice, ears: Ears) -> None:
    voice.say(Words("ø" * 100_000, "da", USUAL, ears))
    assert seconds(heard_by(ears, voice, "Hej.")) > 0.1


def test_when_the_speaker_is_gone_nothing_is_heard_and_nobody_waits(speaker_line, ears: Ears) -> None:
    voice = Voice(speaker_line)
    over: SimpleQueue[bool] = SimpleQueue()
    voice.close()
    for _ in range(2):
        voice.say(Words("Hej.", "da", USUAL, ears), over.put)
        assert over.get(timeout=5) is False


def test_a_program_that_is_killed_ends_its_text_only(voice: Voice, ears: Ears, speaker_pid: int) -> None:
    over: SimpleQueue[bool] = SimpleQueue()
    held, sounded = threading.Event(), threading.Event()

    class Slow(Ears):
        def play(self, samples: bytes, gain: float, stop: threading.Event) -> None:
            sounded.set()
            held.wait(10)

    voice.say(Words(TEXT * 40, "da", 0, Slow()), over.put)
    assert sounded.wait(10)
    (program,) = _children(speaker_pid)
    os.kill(program, signal.SIGKILL)
    held.set()
    assert over.get(timeout=20) is False
    assert seconds(heard_by(ears, voice, "Hej.")) > 0.1


def _children(pid: int) -> list[int]:
    told = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False)
    return [int(number) for number in told.stdout.split()]


def test_a_speaker_that_hangs_holds_nobody(speaker_pid: int, voice: Voice, ears: Ears) -> None:
    """Whoever speaks is on the thread that paints the glass."""
    over: SimpleQueue[bool] = SimpleQueue()
    os.kill(speaker_pid, signal.SIGSTOP)
    try:
        begun = time.monotonic()
        for _ in range(400):
            voice.say(Words(TEXT * 20, "da", 0, ears), over.put)
            voice.hush()
        assert time.monotonic() - begun < 5
        assert [over.get(timeout=5) for _ in range(400)] == [False] * 400
    finally:
        os.kill(speaker_pid, signal.SIGCONT)
    # What lies in the line is taken from there first.
    for _ in range(100):
        voice.say(Words("Hej.", "da", USUAL, ears), over.put)
        if over.get(timeout=20):
            return
        time.sleep(0.1)
    raise AssertionError("it never spoke again")


def test_whoever_hangs_up_in_the_middle_of_a_word_is_left_in_order(speaker_line) -> None:
    """Sound that nobody took lies in the line: the kernel tells the speaker of a connection reset."""
    speak = Speak(1, "da", 80, 0, TEXT * 20)
    speaker_line.send(said(speak))
    time.sleep(0.5)
