"""A press, and ways to put files into it."""

import threading
from collections.abc import Callable, Iterator

import pytest

from kiosk.letters.press import ChildPress
from kiosk.letters.process import PressProcess
from kiosk.letters.wire import Open, Opened
from kiosk.visit.post import FileRef
from kiosk.visit.trouble import Trouble, TroubleError
from tests.letters.drafts import letter

Outcome = Opened | Trouble
SECONDS = 1.5
"""Less than a citizen waits, so that the tests of what hangs do not take minutes."""


def claim(encoding_format: str, language: str = "da") -> FileRef:
    return FileRef("file", "document", encoding_format, "letter", language, 0)


@pytest.fixture(scope="session")
def press() -> Iterator[ChildPress]:
    with ChildPress() as press:
        yield press


class Queue:
    """Many files through as few processes as survive them; a dead one is replaced, as the press does for each file."""

    def __init__(self) -> None:
        self._process: PressProcess | None = None

    def outcome_of(self, content: bytes, encoding_format: str, seconds: float = SECONDS) -> Outcome:
        process = self._living()
        try:
            return process.ask(Open(content, encoding_format, "da", 300), Opened, seconds)
        except TroubleError as error:
            return error.trouble

    def check_the_next_letter(self) -> None:
        outcome = self.outcome_of(letter(2), "application/pdf", 6)
        assert isinstance(outcome, Opened)
        assert outcome.pages == 2

    def end(self) -> None:
        if self._process is not None:
            self._process.kill()

    def _living(self) -> PressProcess:
        if self._process is None or not self._process.alive():
            self.end()
            self._process = PressProcess()
        self._process.ready()
        return self._process


@pytest.fixture(scope="session")
def queue() -> Iterator[Queue]:
    assert threading.current_thread() is threading.main_thread(), (
        "a press dies with the thread that started it"
    )
    queue = Queue()
    yield queue
    queue.end()


@pytest.fixture
def outcome_of(queue: Queue, capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[[bytes, str], Outcome]]:
    """What becomes of a file: pages or a named trouble. Afterwards the next good letter opens all the same."""
    yield queue.outcome_of
    queue.check_the_next_letter()
    assert "In the press" not in capsys.readouterr().err, "an exception that nobody expected"
