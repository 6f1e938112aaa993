"""Owns the visit: takes events one at a time, makes the move, gives the orders, writes the notes."""

import queue
from collections.abc import Callable
from dataclasses import replace

from kiosk.visit.effects import Effect
from kiosk.visit.events import Event, Said, Seen
from kiosk.visit.journal import Note, notes
from kiosk.visit.limits import Limits
from kiosk.visit.performing import Performer
from kiosk.visit.ports import Ports
from kiosk.visit.secrets import Secret
from kiosk.visit.seen import SIGNS_OF_LIFE
from kiosk.visit.silence import Silence
from kiosk.visit.states import Ended, Visit
from kiosk.visit.step import step


class Runner:
    """One visit from welcome to goodbye.

    :meth:`post` may be called from any thread; it calls ``wake``, after which the owner's thread must :meth:`pump`.
    Everything else belongs to the owner's thread. ``changed`` is called after every move, ``note`` for every line
    of the journal. :meth:`pump` raises what was a bug on another thread.
    """

    def __init__(
        self,
        ports: Ports,
        limits: Limits,
        *,
        note: Callable[[Note], None],
        changed: Callable[[Visit], None],
        wake: Callable[[], None],
    ) -> None:
        self.visit = Visit(limits)
        self._ports = ports
        self._note = note
        self._changed = changed
        self._wake = wake
        self._inbox: queue.SimpleQueue[Event | Exception] = queue.SimpleQueue()
        self._performer = Performer(ports, self.post)
        self._silence = Silence(ports.clock, lambda: self.visit.limits.silence, self.post)

    def begin(self) -> None:
        """Start to watch the card reader."""
        self._ports.card_reader.watch(self._seen)

    def _seen(self, event: Seen) -> None:
        if isinstance(event, SIGNS_OF_LIFE):
            self._silence.alive()
        self.post(event)

    def post(self, event: Event | Exception) -> None:
        """Put an event in the inbox, from any thread."""
        self._inbox.put(event)
        self._wake()

    def alive(self) -> None:
        """A touch, a key, a switch, a spoken word, whatever it meant. From any thread."""
        self._silence.alive()

    def said(self, event: Said) -> None:
        """The citizen said something."""
        self.alive()
        self.take(event)

    def pump(self) -> None:
        """Take everything that is in the inbox."""
        while True:
            try:
                event = self._inbox.get_nowait()
            except queue.Empty:
                return
            if isinstance(event, Exception):
                raise event
            self.take(event)

    def take(self, event: Event) -> None:
        """Make one move."""
        before = replace(self.visit, at=self._ports.clock.now())
        self.visit, effects = step(before, event)
        for note in notes(before, event, self.visit):
            self._note(note)
        if self.visit.pace is not before.pace:
            self._silence.allowed_anew()
        if self.visit is not before:
            self._changed(self.visit)
        for effect in effects:
            self._performer.perform(effect)
        _forget_unused(event, effects)

    def close(self) -> None:
        """Stop watching and taking orders; what is under way is not waited for."""
        self._ports.card_reader.close()
        self._performer.close()

    @property
    def ended(self) -> bool:
        return isinstance(self.visit.state, Ended)


def _forget_unused(event: Event, effects: tuple[Effect, ...]) -> None:
    """What was typed and is on its way to nobody (a second tap, a screen that had gone) must not stay in memory."""
    for secret in _secrets(event):
        if not any(secret is used for effect in effects for used in _secrets(effect)):
            secret.forget()


def _secrets(value: Event | Effect) -> list[Secret]:
    fields = (getattr(value, name) for name in value.__dataclass_fields__)
    return [field for field in fields if isinstance(field, Secret)]
