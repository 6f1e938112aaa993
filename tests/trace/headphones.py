"""What is heard at the kiosk, and by whom it is said."""

from pathlib import Path
from typing import Final

F1: Final = 0xFFBE
"""XK_F1 in keysymdef.h: the key of the voice."""

SHIFT: Final = 0xFFE1
"""XK_Shift_L. Any key stops what is being said."""

SOUND: Final = "\n[sound]\nheadphones = 'ears'\n"
"""For the settings of a kiosk."""

_EARS: Final = """
pcm.ears {
    type file
    slave.pcm "null"
    format "raw"
    file { @func concat strings [ { @func getenv vars [ HOME ] default "/" } "/heard" ] }
}
"""
_SECOND: Final = 2 * 22_050
_SPEAKER: Final = b"kiosk.speech.speaker"
_PROGRAM: Final = b"/usr/bin/espeak-ng"


class Headphones:
    """They keep what they play in the room of the visit, where it goes when the visit does."""

    def __init__(self, room: Path) -> None:
        """Put on."""
        self._file = room / "heard"
        (room / ".asoundrc").write_text(_EARS)

    def heard(self) -> float:
        """Seconds of sound so far."""
        return self._file.stat().st_size / _SECOND if self._file.exists() else 0.0


def is_speaker(pid: int) -> bool:
    return _SPEAKER in command_of(pid)


def is_voice(pid: int) -> bool:
    """A speaker, or the program that turns a text into sound for it."""
    return is_speaker(pid) or command_of(pid)[:1] == [_PROGRAM]


def command_of(pid: int) -> list[bytes]:
    """Empty when it is gone."""
    try:
        return [word for word in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0") if word]
    except (FileNotFoundError, ProcessLookupError):
        return []
