"""A part of a proof that may fall over, and becomes a line that does not hold instead of an end without a table."""

import traceback
from collections.abc import Callable, Iterator

from kiosk.station.proving import Proof


def whole(what: str, section: Callable[[], Iterator[Proof]]) -> Iterator[Proof]:
    """The lines of a section; whatever stops it is told on standard error and is a line of its own."""
    try:
        yield from section()
    except Exception as error:
        traceback.print_exc()
        yield Proof(f"{what}, to the end", f"stopped by {type(error).__name__}", "whole", holds=False)
