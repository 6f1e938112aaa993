"""The bench of the press: requests about one letter in, answers out."""

import os
from collections.abc import Callable

from kiosk.letters import cage, memory
from kiosk.letters.opening import OpenedFile
from kiosk.letters.wire import (
    Answer,
    Body,
    Compose,
    Draw,
    Open,
    Opened,
    Refused,
    Request,
    Sink,
    Source,
    TornError,
    crashed,
    receive_request,
    send,
)
from kiosk.visit.trouble import Trouble, TroubleError


def serve(end: int, rest: Callable[[], None]) -> None:
    """Answer on the socket ``end`` until nobody asks any more, and ``rest`` in between."""
    bench = Bench()
    with os.fdopen(end, "rb") as requests, os.fdopen(os.dup(end), "wb") as answers:
        while _serve_one(bench, requests, answers):
            memory.give_back()
            rest()


def _serve_one(bench: "Bench", requests: Source, answers: Sink) -> bool:
    """In a function of its own: while the next request is waited for, nothing is kept of this one."""
    try:
        request, bodies = receive_request(requests)
    except TornError:
        return False
    cage.wind_clock()
    answer, parts = bench.answer(request, bodies)
    send(answers, answer, *parts)
    return True


class Bench:
    """Holds at most one opened file."""

    def __init__(self) -> None:
        self._opened: OpenedFile | None = None

    def answer(self, request: Request, bodies: tuple[bytes, ...]) -> tuple[Answer, tuple[Body, ...]]:
        """Never raises for what a letter can cause, whatever a parser throws: a letter may end only itself."""
        try:
            return self._answer(request, bodies)
        except TroubleError as trouble:
            return Refused(trouble.trouble.name), ()
        except (MemoryError, RecursionError):
            return Refused(Trouble.LETTER_TOO_HARD.name), ()
        except Exception as fault:  # any parser may throw anything at a hostile file
            return crashed(fault), ()

    def _answer(self, request: Request, bodies: tuple[bytes, ...]) -> tuple[Answer, tuple[Body, ...]]:
        match request:
            case Open() | Compose():
                opened = self._opened = OpenedFile(request, bodies[0])
                first, pixels = opened.pages.draw(1, request.width)
                text = opened.text.encode(errors="replace")
                return Opened(opened.pages.count, first), (opened.pdf, text, pixels)
            case Draw(page=page, width=width):
                if self._opened is None:
                    return Refused(Trouble.LETTER_BROKEN.name), ()
                drawn, pixels = self._opened.pages.draw(page, width)
                return drawn, (pixels,)
