"""The press: each file of a letter is opened in a process of its own, and this is the side that trusts nothing."""

import socket
import sys
import threading
from collections.abc import Collection, Sequence
from typing import Self

from kiosk.fences.fence import told
from kiosk.letters.blocks import Part, packed
from kiosk.letters.line import Line, LineLostError, Seat
from kiosk.letters.process import PressProcess, print_crash
from kiosk.letters.wire import (
    LARGEST_FILE,
    MOST_PAGES,
    MOST_PIXELS,
    Compose,
    Crashed,
    Draw,
    Drawn,
    Mark,
    Open,
    Opened,
)
from kiosk.visit.paper import Picture, Pressed
from kiosk.visit.post import FileRef
from kiosk.visit.trouble import Trouble, TroubleError

SECONDS_A_REQUEST = 6.0
"""By the clock on the wall, for a file or for a page; the child's own limit of processor time is a little lower."""

_SECONDS_TO_START = 30.0
_UNSEEN = 16
"""Pixels across the picture of a page that nobody looks at."""


class ChildPress:
    """A :class:`kiosk.visit.ports.Press`: one child of the mother (:mod:`kiosk.letters.mother`) for each file.

    ``line`` is the visit's end of the socket pair whose other end the mother was started with. ``first_width`` is the
    width in pixels of the first page's picture. ``mark`` is drawn on every page of the copy that is shown and printed.
    Used as a context manager it hangs up at its end, and the mother leaves.
    """

    def __init__(
        self,
        line: socket.socket,
        first_width: int = 1000,
        seconds_a_request: float = SECONDS_A_REQUEST,
        mark: Mark | None = None,
    ) -> None:
        self._line = Line(line)
        self._first_width = first_width
        self._mark = mark
        self._seconds = seconds_a_request
        self._turn, self._papers = threading.Lock(), threading.Lock()
        self._child: PressProcess | None = None
        self._told = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
        self._line.close()

    def missing(self) -> tuple[str, ...]:
        """What the cage lacks here; waits until the mother is ready, half a second if she was cold.

        Raises LETTER_TOO_HARD if there is no mother (any more), RuntimeError if she cannot get ready: a fault of ours.
        """
        try:
            answer = self._line.ready(_SECONDS_TO_START)
        except LineLostError as cause:
            raise TroubleError(Trouble.LETTER_TOO_HARD) from cause
        if isinstance(answer, Crashed):
            print_crash(answer)
            raise RuntimeError("the press does not start")
        return answer.missing

    def open(self, content: bytes, file: FileRef) -> Pressed:
        """The file as safe pages, with a picture of the first. ``file.encoding_format`` is only a claim.

        Raises LETTER_EMPTY, LETTER_TOO_LARGE, LETTER_UNSHOWABLE, LETTER_LOCKED, LETTER_BROKEN or LETTER_TOO_HARD.
        """
        self.close()
        if len(content) > LARGEST_FILE:
            raise TroubleError(Trouble.LETTER_TOO_LARGE)
        child = self._new_child()
        request = Open(file.encoding_format, file.language, self._first_width, self._mark)
        answer, bodies = child.ask(request, Opened, self._seconds, content)
        return _pressed(answer, bodies, self._first_width)

    def compose(self, parts: tuple[Part, ...], title: str) -> Pressed:
        """A paper of our own as pages, in the place of the letter before. Raises LETTER_TOO_HARD."""
        self.close()
        return self._composed(self._new_child(), parts, title, self._first_width)

    def compose_beside(self, parts: tuple[Part, ...], title: str) -> bytes:
        """A paper of our own as a PDF; the letter before stays open. Raises LETTER_TOO_HARD."""
        with self._papers, self._child_at(Seat.PAPER) as child:
            return self._composed(child, parts, title, _UNSEEN).pdf

    def _composed(self, child: PressProcess, parts: tuple[Part, ...], title: str, width: int) -> Pressed:
        answer, bodies = child.ask(Compose(title, width, self._mark), Opened, self._seconds, packed(parts))
        return _pressed(answer, bodies, width)

    def draw(self, page: int, width: int) -> Picture:
        """Page ``page`` (from 1), ``width`` pixels wide, less if it is very tall. Raises LETTER_TOO_HARD, _BROKEN."""
        child = self._child
        if child is None:
            raise TroubleError(Trouble.LETTER_TOO_HARD)
        answer, bodies = child.ask(Draw(page, width), Drawn, self._seconds)
        return _picture(answer, bodies, page, width)

    def close(self) -> None:
        """Kill the child that holds the letter, if one does."""
        with self._turn:
            child, self._child = self._child, None
        if child is not None:
            child.kill()

    def warm(self) -> None:
        """Have the mother get ready for letters; returns at once. A mother who is gone is told of by :meth:`open`."""
        try:
            self._line.warm()
        except LineLostError:
            return

    def _new_child(self) -> PressProcess:
        child = self._child_at(Seat.LETTER)
        with self._turn:
            self._child = child
        return child

    def _child_at(self, seat: Seat) -> PressProcess:
        self._tell_once(self.missing())
        try:
            return PressProcess(self._line, seat)
        except LineLostError as cause:
            raise TroubleError(Trouble.LETTER_TOO_HARD) from cause

    def _tell_once(self, missing: Collection[str]) -> None:
        """To whoever reads the log: the letters of this visit are opened with less than is meant."""
        if missing and not self._told:
            print(f"fences around the letters of this visit: {told(missing)}", file=sys.stderr)
        self._told = True


def _pressed(answer: Opened, bodies: tuple[bytes, ...], width: int) -> Pressed:
    if len(bodies) != 3 or not 1 <= answer.pages <= MOST_PAGES:
        raise TroubleError(Trouble.LETTER_BROKEN)
    pdf, text, rgb = bodies
    if not pdf.startswith(b"%PDF-"):
        raise TroubleError(Trouble.LETTER_BROKEN)
    return Pressed(pdf, answer.pages, text.decode(errors="replace"), _picture(answer.first, (rgb,), 1, width))


def _picture(answer: Drawn, bodies: Sequence[bytes], page: int, width: int) -> Picture:
    """Checked, because whoever draws a picture on the glass believes its sizes."""
    pixels = answer.width * answer.height
    right = answer.page == page and 0 < answer.width <= width and 0 < pixels <= MOST_PIXELS
    if not right or [*map(len, bodies)] != [pixels * 3]:
        raise TroubleError(Trouble.LETTER_BROKEN)
    return Picture(page, answer.width, answer.height, bodies[0])
