"""The chime, through the real ALSA library into a file instead of a loudspeaker."""

import subprocess
import sys
from pathlib import Path

import pytest

from devices.sound.alsa import NoSoundError
from devices.sound.bell import RATE, bell
from devices.sound.chime import AlsaChime, check


def test_the_chime_is_played_to_its_end(heard: Path) -> None:
    AlsaChime("ears").ring()
    assert heard.read_bytes()[: 2 * len(bell())] == bell().tobytes()


def test_every_ring_sounds_the_same(heard: Path) -> None:
    chime = AlsaChime("ears")
    chime.ring()
    first = heard.read_bytes()
    chime.ring()
    assert heard.read_bytes() == first


def test_a_machine_without_a_loudspeaker_is_silent_and_says_so(heard: Path) -> None:
    AlsaChime("nobody").ring()
    assert not heard.exists()
    with pytest.raises(NoSoundError, match="loudspeaker cannot be used"):
        check("nobody")


def test_a_loudspeaker_that_is_there_is_named(heard: Path) -> None:
    assert check("ears") == "ears"


def test_the_chime_is_soft_short_and_ends_in_silence() -> None:
    samples = bell()
    assert 1 < len(samples) / RATE < 2
    assert 5_000 < max(map(abs, samples)) < 16_000
    assert max(map(abs, samples[:40])) < 2_000
    assert max(map(abs, samples[-200:])) < 400


FENCED = """
import os, sys
import subprocess
import sys
from pathlib import Path
from devices.sound.chime import AlsaChime
from kiosk.fences.fence import put_up
from kiosk.fences.visit import fences

put_up(fences(Path.cwd(), Path(sys.argv[1]), [], os.environ, [Path("/dev/snd")]))
AlsaChime("ears").ring()
"""


def test_the_chime_is_heard_from_behind_the_fences_of_a_visit(heard: Path) -> None:
    subprocess.run([sys.executable, "-c", FENCED, heard.parent], check=True, timeout=60)
    assert heard.read_bytes()[: 2 * len(bell())] == bell().tobytes()
