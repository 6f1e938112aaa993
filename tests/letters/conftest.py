"""A press, and ways to put files into it."""

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from kiosk.letters.line import Line
from kiosk.letters.press import ChildPress
from kiosk.letters.process import PressProcess
from kiosk.letters.starting import own_press, socket_pair, start_mother
from kiosk.letters.wire import Open, Opened
from kiosk.visit.post import FileRef
from kiosk.visit.trouble import Trouble, TroubleError
from tests.letters.drafts import letter

SECONDS = 1.5
"""Less than a citizen waits, so that the tests of what hangs do not take minutes."""


@dataclass(frozen=True, slots=True)
class Pages:
    """What became of a good file."""

    pages: int
    text: str
    pdf: bytes


Outcome = Pages | Trouble


def claim(encoding_format: str, language: str = "da") -> FileRef:
    return FileRef("file", "document", encoding_format, "letter", language, 0)


@contextmanager
def own_line() -> Generator[tuple[Line, int]]:
    """A line to a mother of its own, and her process number."""
    ours, theirs = socket_pair()
    mother = start_mother(theirs)
    line = Line(ours)
    yield line, mother.pid
    line.close()
    mother.wait(5)


@pytest.fixture(scope="session")
def press() -> Iterator[ChildPress]:
    with own_press() as press:
        yield press


class Queue:
    """Many files through as few processes as survive them; a dead one is replaced, as the press does for each file."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._process: PressProcess | None = None

    def outcome_of(self, content: bytes, encoding_format: str, seconds: float = SECONDS) -> Outcome:
        process = self._living()
        try:
            request = Open(encoding_format, "da", 300)
            answer, (pdf, text, _) = process.ask(request, Opened, seconds, content)
        except TroubleError as error:
            return error.trouble
        return Pages(answer.pages, text.decode(), pdf)

    def check_the_next_letter(self) -> None:
        outcome = self.outcome_of(letter(2), "application/pdf", 6)
        assert isinstance(outcome, Pages)
        assert outcome.pages == 2

    def _living(self) -> PressProcess:
        if self._process is None or not self._process.alive():
            self._process = PressProcess(self._line)
        return self._process

    def end(self) -> None:
        if self._process is not None:
            self._process.kill()


@pytest.fixture(scope="session")
def queue() -> Iterator[Queue]:
    with own_line() as (line, _):
        line.ready(30)
        queue = Queue(line)
        yield queue
        queue.end()


@pytest.fixture
def outcome_of(queue: Queue, capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[[bytes, str], Outcome]]:
    """What becomes of a file: pages or a named trouble. Afterwards the next good letter opens all the same."""
    yield queue.outcome_of
    queue.check_the_next_letter()
    assert "In the press" not in capsys.readouterr().err, "an exception that nobody expected"
