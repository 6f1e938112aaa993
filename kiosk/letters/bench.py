"""The bench of the press: requests about one letter in, answers out."""

from typing import IO

from kiosk.letters import cage, rehearsal
from kiosk.letters.opening import OpenedFile
from kiosk.letters.wire import (
    Answer,
    Draw,
    Open,
    Opened,
    Ready,
    Refused,
    Request,
    TornError,
    crashed,
    receive_request,
    send,
)
from kiosk.visit.trouble import Trouble, TroubleError


def rehearse() -> None:
    """Open one file of each kind, so that all modules and fonts are read while there still is a disk."""
    for request in rehearsal.files():
        OpenedFile(request).pages.draw(1, request.width)


def serve(requests: IO[bytes], answers: IO[bytes], missing: tuple[str, ...]) -> None:
    """Answer until nobody asks any more."""
    bench = Bench()
    send(answers, Ready(missing))
    while True:
        try:
            request = receive_request(requests)
        except TornError:
            return
        cage.wind_clock()
        send(answers, bench.answer(request))


class Bench:
    """Holds at most one opened file."""

    def __init__(self) -> None:
        self._opened: OpenedFile | None = None

    def answer(self, request: Request) -> Answer:
        """Never raises for what a letter can cause, whatever a parser throws: a letter may end only itself."""
        try:
            return self._answer(request)
        except TroubleError as trouble:
            return Refused(trouble.trouble.name)
        except (MemoryError, RecursionError):
            return Refused(Trouble.LETTER_TOO_HARD.name)
        except Exception as fault:  # any parser may throw anything at a hostile file
            return crashed(fault)

    def _answer(self, request: Request) -> Answer:
        match request:
            case Open():
                opened = self._opened = OpenedFile(request)
                first = opened.pages.draw(1, request.width)
                return Opened(opened.pdf, opened.pages.count, opened.text, first)
            case Draw(page=page, width=width):
                if self._opened is None:
                    return Refused(Trouble.LETTER_BROKEN.name)
                return self._opened.pages.draw(page, width)
