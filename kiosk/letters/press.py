"""The press: each file of a letter is opened in a process of its own, and this is the side that trusts nothing."""

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Self

from kiosk.letters.process import PressProcess
from kiosk.letters.wire import LARGEST_FILE, MOST_PAGES, MOST_PIXELS, Draw, Drawn, Mark, Open, Opened
from kiosk.visit.paper import Picture, Pressed
from kiosk.visit.post import FileRef
from kiosk.visit.trouble import Trouble, TroubleError

SECONDS_A_REQUEST = 6.0
"""By the clock on the wall, for a file or for a page; the child's own limit of processor time is a little lower."""


class ChildPress:
    """A :class:`kiosk.visit.ports.Press`: one child for each file, and once it is warm, one waiting while none is open.

    ``first_width`` is the width in pixels of the first page's picture. Use it as a context manager: at its end no
    child is left. ``missing()`` names the protections that this machine does not have. ``mark`` is drawn on every page
    of the copy that is shown and printed.
    """

    def __init__(
        self,
        first_width: int = 1000,
        seconds_a_request: float = SECONDS_A_REQUEST,
        mark: Mark | None = None,
    ) -> None:
        self._first_width = first_width
        self._mark = mark
        self._seconds = seconds_a_request
        # Linux ends a child with the *thread* that started it (PR_SET_PDEATHSIG), so one thread starts them all.
        self._starter = ThreadPoolExecutor(1, "press")
        self._turn = threading.Lock()
        self._spare: Future[PressProcess] | None = None
        self._child: PressProcess | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._kill_child()
        if self._spare is not None:
            self._starter.submit(PressProcess.kill, self._spare.result()).result()
        self._starter.shutdown()

    def missing(self) -> tuple[str, ...]:
        """What the cage lacks here; waits until a child is ready."""
        return self._started_spare().result().ready()

    def open(self, content: bytes, file: FileRef) -> Pressed:
        """The file as safe pages, with a picture of the first. ``file.encoding_format`` is only a claim.

        Raises LETTER_EMPTY, LETTER_TOO_LARGE, LETTER_UNSHOWABLE, LETTER_LOCKED, LETTER_BROKEN or LETTER_TOO_HARD.
        """
        self.close()
        if len(content) > LARGEST_FILE:
            raise TroubleError(Trouble.LETTER_TOO_LARGE)
        child = self._take_spare()
        request = Open(content, file.encoding_format, file.language, self._first_width, self._mark)
        return _pressed(child.ask(request, Opened, self._seconds), self._first_width)

    def draw(self, page: int, width: int) -> Picture:
        """Page ``page`` (from 1), ``width`` pixels wide, less if it is very tall. Raises LETTER_TOO_HARD, _BROKEN."""
        child = self._child
        if child is None:
            raise TroubleError(Trouble.LETTER_TOO_HARD)
        return _picture(child.ask(Draw(page, width), Drawn, self._seconds), page, width)

    def close(self) -> None:
        """Kill the child that holds the letter, if one does; then the next gets warm while a letter is looked for."""
        if self._kill_child():
            self.warm()

    def warm(self) -> None:
        """Start the child that will open the next letter, unless one waits already. It takes about half a second."""
        self._started_spare()

    def _kill_child(self) -> bool:
        with self._turn:
            child, self._child = self._child, None
        if child is not None:
            child.kill()
        return child is not None

    def _take_spare(self) -> PressProcess:
        child = self._started_spare().result()
        self._spare = None
        if not child.alive():
            child.kill()
            child = self._starter.submit(PressProcess).result()
        child.ready()
        with self._turn:
            self._child = child
        return child

    def _started_spare(self) -> Future[PressProcess]:
        if self._spare is None:
            self._spare = self._starter.submit(PressProcess)
        return self._spare


def _pressed(answer: Opened, width: int) -> Pressed:
    if not 1 <= answer.pages <= MOST_PAGES or not answer.pdf.startswith(b"%PDF-"):
        raise TroubleError(Trouble.LETTER_BROKEN)
    return Pressed(answer.pdf, answer.pages, answer.text, _picture(answer.first, 1, width))


def _picture(answer: Drawn, page: int, width: int) -> Picture:
    """Checked, because whoever draws a picture on the glass believes its sizes."""
    pixels = answer.width * answer.height
    right = answer.page == page and 0 < answer.width <= width and 0 < pixels <= MOST_PIXELS
    if not right or len(answer.rgb) != pixels * 3:
        raise TroubleError(Trouble.LETTER_BROKEN)
    return Picture(page, answer.width, answer.height, answer.rgb)
