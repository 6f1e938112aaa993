"""A question answered in a process of its own, so that nothing but the answer comes into this one."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn


class NoAnswerError(Exception):
    """The other process ended without an answer; what went wrong it has said on standard error itself."""


class Aside:
    """``question`` is called in a fork when somebody wants to know; what it imports and reads is gone with that fork.

    Begin it before there are threads: a fork copies only the one that forks (fork(2)). The answer is at most 64 KB.
    """

    def __init__(self, question: Callable[[], bytes]) -> None:
        self._answers, theirs = os.pipe()
        asked, self._ask = os.pipe()
        self._child = os.fork()
        if not self._child:
            os.close(self._ask)
            _reply(question, asked, theirs)
        os.close(theirs)
        os.close(asked)
        self._answer: bytes | None = None

    def answer(self) -> bytes:
        """Ask and wait the first time. On one thread. Raises :class:`NoAnswerError`."""
        if self._answer is None:
            with os.fdopen(self._ask, "wb") as ask:
                ask.write(b"?")
            with os.fdopen(self._answers, "rb") as answers:
                self._answer = answers.read()
            with suppress(ChildProcessError):  # Whoever clears up after a visit may have met it first.
                os.waitpid(self._child, 0)
        if not self._answer:
            raise NoAnswerError
        return self._answer


def _reply(question: Callable[[], bytes], asked: int, pipe: int) -> NoReturn:
    try:
        # Nothing to read: nobody will ask any more.
        if os.read(asked, 1):
            os.write(pipe, question())
    except Exception as error:
        os.write(sys.stderr.fileno(), f"{type(error).__name__}: {error}\n".encode())
    finally:
        os._exit(os.EX_OK)
