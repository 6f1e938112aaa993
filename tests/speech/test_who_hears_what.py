"""Private words go to headphones or nowhere, and one piece follows the other."""

import time
from collections.abc import Callable

from kiosk.speech import espeak
from kiosk.speech.lasting import LastingVoice
from kiosk.speech.voice import Voice
from speaking import QuietPlayer, SpokenMouth, Ways
from tests.speech.conftest import Ears
from tests.speech.sound import seconds
from ui.voice import mouth as glass_mouth
from ui.voice.mouth import USUAL_LOUDNESS, USUAL_PACE
from ui.voice.telling import Told

OURS, THEIRS = Told("Vælg et brev.", "da", private=False), Told("Til Anna Holm", "da", private=True)


def mouth_of(voice: Voice, headphones: Ears | None, loudspeaker: Ears | None) -> SpokenMouth:
    return SpokenMouth(LastingVoice(lambda _: voice), Ways(headphones, loudspeaker))


def say(mouth: SpokenMouth, *told: Told, loudness: int = USUAL_LOUDNESS) -> None:
    mouth.say(told, USUAL_PACE, loudness)


def until(fact: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not fact():
        assert time.monotonic() < end
        time.sleep(0.01)


def settled(ears: Ears) -> bytes:
    """When nothing more comes."""
    before = -1
    while before != len(ears.heard):
        before = len(ears.heard)
        time.sleep(0.4)
    return bytes(ears.heard)


def test_without_headphones_private_words_are_heard_nowhere(voice: Voice, ears: Ears) -> None:
    mouth = mouth_of(voice, None, ears)
    say(mouth, OURS)
    until(lambda: bool(ears.heard))
    alone = settled(ears)
    ears.heard.clear()
    say(mouth, THEIRS, OURS, THEIRS)
    until(lambda: len(ears.heard) == len(alone))
    assert settled(ears) == alone


def test_headphones_hear_everything_and_the_loudspeaker_nothing(voice: Voice) -> None:
    headphones, loudspeaker = Ears(), Ears()
    mouth = mouth_of(voice, headphones, loudspeaker)
    say(mouth, OURS, THEIRS, OURS)
    until(lambda: seconds(bytes(headphones.heard)) > 3)
    settled(headphones)
    assert not loudspeaker.heard


def test_what_is_said_next_takes_the_place_of_all_that_was_to_come(voice: Voice, ears: Ears) -> None:
    mouth = mouth_of(voice, ears, None)
    say(mouth, *[OURS, THEIRS] * 20)
    say(mouth, OURS)
    until(lambda: bool(ears.heard))
    assert seconds(settled(ears)) < 4


def test_after_hush_the_rest_is_not_said_either(voice: Voice, ears: Ears) -> None:
    mouth = mouth_of(voice, ears, None)
    say(mouth, *[OURS, THEIRS] * 20)
    until(lambda: bool(ears.heard))
    mouth.hush()
    assert seconds(settled(ears)) < 6


def test_a_machine_without_sound_is_silent_and_nobody_waits(voice: Voice) -> None:
    player = QuietPlayer("nobody", lambda: None)
    for ways in (Ways(None, None), Ways(player, player)):
        mouth = SpokenMouth(LastingVoice(lambda _: voice), ways)
        say(mouth, OURS, THEIRS, OURS)
        until(lambda mouth=mouth: not mouth._saying)


def test_whoever_listens_is_there_as_long_as_there_is_sound(voice: Voice) -> None:
    signs: list[float] = []
    player = QuietPlayer("null", lambda: signs.append(time.monotonic()))
    mouth = SpokenMouth(LastingVoice(lambda _: voice), Ways(player, None))
    say(mouth, *[OURS] * 20)
    until(lambda: len(signs) > 20)


def test_glass_and_voice_know_the_same_paces() -> None:
    assert (len(espeak.PACES), espeak.USUAL) == (glass_mouth.PACES, glass_mouth.USUAL_PACE)
