"""The cage around a speaker and its program: no network, no disk to write on, no life without a parent."""

from kiosk.fences import kernel, speaker
from kiosk.fences.fence import put_up
from kiosk.fences.hidden import HiddenProgram


def close(program: HiddenProgram) -> tuple[str, ...]:
    """Before the first order. Returns the names of what this machine could not do."""
    kernel.end_with_parent()
    return put_up(speaker.fences(program))
