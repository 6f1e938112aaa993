"""Where the mother has her children: one for a letter and one for a paper of ours, each told of when it has died."""

import os
import select
import socket
import sys
from collections.abc import Callable
from contextlib import suppress

from kiosk.letters import cage, memory
from kiosk.letters.birth import Child, tell
from kiosk.letters.line import End, Ended, Fork, News, Ready, Seat, Warm, order_of, said
from kiosk.letters.wire import Mark, crashed

_LONGEST_ORDER = 1 << 10


class Nursery:
    """Serves one line. ``missing`` is what the cage lacks before the parsers come into it."""

    def __init__(self, line: socket.socket, missing: tuple[str, ...]) -> None:
        self._line = line
        self._missing = missing
        self._serve_letter: Callable[[int], None] | None = None
        self._children: dict[Seat, Child] = {}

    def serve(self) -> None:
        """Take orders and tell of deaths, until nobody is there to order anything."""
        while self._turn():
            pass
        for child in self._children.values():
            child.end()

    def _turn(self) -> bool:
        """One order or the deaths that came before it; False when the line was hung up."""
        poll = select.poll()
        poll.register(self._line, select.POLLIN)
        for child in self._children.values():
            poll.register(child, select.POLLIN)
        ready = dict(poll.poll())
        if self._line.fileno() in ready:
            return self._hear()
        for seat in [seat for seat, child in self._children.items() if child.fileno() in ready]:
            self._clear(seat)
        return True

    def _hear(self) -> bool:
        try:
            datagram, given, _, _ = socket.recv_fds(self._line, _LONGEST_ORDER, 1)
        except ConnectionResetError:
            # Hung up with our news unread: as whoever is killed does.
            return False
        if datagram:
            self._obey(datagram, given)
        return bool(datagram)

    def _obey(self, datagram: bytes, given: list[int]) -> None:
        match order_of(datagram):
            case Warm():
                self._ready()
            case Fork(number, seat):
                serve_letter = self._ready()
                self._clear(seat)
                self._children[seat] = self._born(number, lambda: serve_letter(given[0]))
                # Nobody but the child keeps its end open, so that the visit hears of its death.
                os.close(given[0])
            case End(number):
                for seat in [seat for seat, child in self._children.items() if child.number == number]:
                    self._clear(seat)

    def _ready(self) -> Callable[[int], None]:
        """What a child does, once all that it needs is read from the disk and the disk is gone."""
        if self._serve_letter is None:
            try:
                self._serve_letter = self._prepared()
            except Exception as fault:  # the visit prints it
                self._tell(crashed(fault))
                raise
            self._tell(Ready(self._missing))
        return self._serve_letter

    def _prepared(self) -> Callable[[int], None]:
        # Imported only now: the parsers come with it.
        from kiosk.letters import bench, marking, rehearsal
        from kiosk.letters.forgetting import Files

        rehearsal.prepare()
        files = Files()
        self._missing += tuple(cage.close_behind_parsers())
        memory.settle()
        files.forget()
        for mark in Mark:
            marking.keep(mark, self._apart(lambda mark=mark: marking.strip(mark)))
        self._apart(rehearsal.rehearse)
        return lambda end: bench.serve(end, files.forget)

    def _apart(self, work: Callable[[], bytes]) -> bytes:
        """What comes of ``work`` in the closed cage, and nothing else of it: done by a child. It is not a letter's."""
        ear, mouth = os.pipe()
        child = self._born(0, lambda: tell(mouth, work))
        os.close(mouth)
        with os.fdopen(ear, "rb") as told:
            result = told.read()
        if child.wait() != os.EX_OK:
            print(result.decode(), file=sys.stderr)
            raise RuntimeError("the press is not ready for letters")
        return result

    def _born(self, number: int, live: Callable[[], None]) -> Child:
        mother = os.getpid()

        def alone() -> None:
            self._line.close()
            for sibling in self._children.values():
                os.close(sibling.fileno())
            # Whatever a parser prints is printed to nobody: the mother's standard input is /dev/null.
            os.dup2(0, 2)
            cage.close_around_letter(mother, self._missing)
            live()

        return Child(number, alone)

    def _clear(self, seat: Seat) -> None:
        child = self._children.pop(seat, None)
        if child is not None:
            self._tell(Ended(child.number, child.end()))

    def _tell(self, news: News) -> None:
        # Who has hung up hears no news; the next turn finds that out.
        with suppress(ConnectionError):
            self._line.send(said(news))
