"""The voice: text in, sound out, made by a process of its own that may start one program, and know nobody."""

from typing import Final

SPEAKER: Final = ("-s", "-B", "-m", "kiosk.speech.speaker")
"""The arguments of Python that start it; see :mod:`kiosk.speech.speaker`."""
