"""Speech through the real ALSA library, into a file instead of headphones."""

import threading
from array import array
from pathlib import Path

import pytest

from devices.sound.alsa import NoSoundError
from devices.sound.player import AlsaPlayer, decibels

RATE = 22_050
SECOND = array("h", [1_000, -1_000] * (RATE // 2)).tobytes()


def played(heard: Path, *pieces: bytes, gain: float = 1.0) -> bytes:
    player = AlsaPlayer("ears", RATE)
    for piece in pieces:
        player.play(piece, gain, threading.Event())
    player.finish(threading.Event())
    player.close()
    return heard.read_bytes()


def test_every_sample_is_played_in_order_whatever_the_pieces(heard: Path) -> None:
    assert played(heard, SECOND[:1_000], SECOND[1_000:44_000], SECOND[44_000:]) == SECOND


def test_a_short_sound_is_played_too(heard: Path) -> None:
    assert played(heard, SECOND[:200]) == SECOND[:200]


@pytest.mark.parametrize(("by", "highest"), [(4.0, 1_585), (-12.0, 251), (60.0, 32_767)])
def test_decibels_make_it_louder_and_softer_and_never_wrap_around(
    heard: Path, by: float, highest: int
) -> None:
    assert max(array("h", played(heard, SECOND, gain=decibels(by)))) == highest


def test_who_stops_hears_no_more_of_it(heard: Path) -> None:
    player, stop = AlsaPlayer("ears", RATE), threading.Event()
    stop.set()
    player.play(SECOND, 1.0, stop)
    player.close()
    assert heard.read_bytes() == b""


def test_headphones_that_are_not_there_are_told(heard: Path) -> None:
    with pytest.raises(NoSoundError, match="cannot be used"):
        AlsaPlayer("nobody", RATE).play(SECOND, 1.0, threading.Event())
