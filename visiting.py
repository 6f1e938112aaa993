"""One visit between its glass and its supervisor: hidden, called, shown, and over."""

import functools
import gc
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from kiosk.letters import memory
from kiosk.station.call import is_called

if TYPE_CHECKING:
    from kiosk.station.wire import FromVisit, ToVisit, VisitWire
    from kiosk.visit.limits import Limits
    from kiosk.visit.ports import Ports
    from kiosk.visit.runner import Runner
    from kiosk.visit.states import Visit
    from ui.app import Glass
    from ui.voice.mouth import Mouth, Tidings

_LAST_PICTURE_MS: Final = 10_000
"""How long a visit that is over stays on the glass if nobody puts the next one over it."""

_SHRINKS_AFTER_S: Final = 1.5
"""The glass keeps the page before for a second (:class:`ui.stage.Stage`): only then is a long list gone."""


class Visiting:
    """``wire`` are the two ends from the command line. ``open_ports`` is called beside the glass's thread.

    ``open_mouth`` is called on it when somebody wants to hear the glass, with what asks for a speaker, and with what is
    to be told.

    A visit that was called before it began paints the welcome first and loads the rest after that. A spare loads and
    draws everything hidden, says that it is ready, and waits for the word.
    """

    def __init__(
        self,
        glass: "Glass",
        wire: str,
        limits: "Limits",
        open_ports: Callable[[], "Ports"],
        open_mouth: "Callable[[Callable[[], None], Tidings], Mouth]",
    ) -> None:
        self._glass = glass
        self._ends = wire
        self._limits = limits
        self._open_ports = open_ports
        glass.read_aloud_by(lambda: open_mouth(self._ask_for_voice, self._tidings()))
        self._wire: VisitWire | None = None
        self._runner: Runner | None = None
        self._leaving = self._behind = False

    def run(self) -> int:
        """Until the visit is over; returns the exit status."""
        self._glass.after_first_frame(self._painted)
        if self._glass.training:
            self._glass.when_closed(self._ask_to_stop)
        if is_called(self._ends):
            return self._glass.run()
        aside(self._settle)
        return self._glass.run_hidden()

    def _painted(self) -> None:
        """The welcome stands there, for the first time."""
        if self._wire is None:
            aside(self._settle)
        else:
            self._on_the_glass()

    def _settle(self) -> None:
        """Everything that a visit needs and the first picture does not."""
        from kiosk.station.wire import VisitWire

        self._wire = VisitWire(self._ends)
        if self._glass.shown:
            self._on_the_glass()
        aside(self._listen)
        ports = self._open_ports()
        self._glass.call_soon(lambda: self._begin(ports))

    def _begin(self, ports: "Ports") -> None:
        """Give the glass its visit. On the glass's thread."""
        from kiosk.station.wire import Heartbeat, Ready
        from kiosk.visit.runner import Runner

        wire = self._wire
        assert wire is not None
        self._runner = Runner(
            ports, self._limits, note=wire.note, changed=self._changed, wake=self._glass.wake
        )
        self._glass.connect_runner(self._runner, heartbeat=lambda: wire.say(Heartbeat()))
        gc.enable()
        if self._glass.shown:
            self._runner.begin()
        else:
            self._glass.warm_up()
            # What lives now lives as long as the visit: never again looked through for garbage.
            memory.settle()
            wire.say(Ready())

    def _on_the_glass(self) -> None:
        from kiosk.station.wire import Shown

        self._say(Shown())

    def _changed(self, now: "Visit") -> None:
        """After every move: what the supervisor must know of it."""
        from kiosk.station.wire import Finished, TakingLeave
        from kiosk.visit.states import Ended, Goodbye, Leaving, TakingThings

        match now.state:
            case Leaving() if not self._leaving:
                self._leaving = True
                self._say(TakingLeave())
            case TakingThings() | Goodbye():
                self._close_behind()
            case Ended():
                self._say(Finished())
                self._glass.vanish_after(_LAST_PICTURE_MS)
            case _:
                pass

    def _ask_to_stop(self) -> None:
        """Somebody closed the window of a practice: that is how its kiosk is ended."""
        from kiosk.station.wire import StopAsked

        self._say(StopAsked())

    def _ask_for_voice(self) -> None:
        from kiosk.station.wire import VoiceAsked

        self._say(VoiceAsked())

    def _tidings(self) -> "Tidings":
        from ui.voice.mouth import Tidings

        return Tidings(self._glass.listened, self._glass.read_again, self._lose_voice)

    def _lose_voice(self) -> None:
        """The glass says what cannot be heard any more."""
        from kiosk.visit.events import VoiceGone

        self._glass.stop_reading()
        if self._runner is not None:
            self._runner.post(VoiceGone())

    def _close_behind(self) -> None:
        """Two visits stand side by side from now on: this one gives back what it can."""
        from kiosk.station.wire import PressDone

        if not self._behind:
            self._behind = True
            self._say(PressDone())
            shrinking = threading.Timer(_SHRINKS_AFTER_S, memory.give_back)
            shrinking.daemon = True
            shrinking.start()

    def _say(self, message: "FromVisit") -> None:
        if self._wire is not None:
            self._wire.say(message)

    def _listen(self) -> None:
        """Without a supervisor there is no visit either."""
        assert self._wire is not None
        with suppress(EOFError):
            while True:
                for message in self._wire.hear():
                    self._heed(message)
        os._exit(os.EX_OK)

    def _heed(self, message: "ToVisit") -> None:
        from kiosk.station.wire import Ailing, Close, LastVisit, Show

        match message:
            case Show():
                self._glass.call_soon(self._appear)
            case LastVisit(minute, pages, files):
                self._glass.call_soon(
                    functools.partial(self._glass.stage.tell_last_visit, minute, pages, files)
                )
            case Ailing(ailment):
                code = "" if ailment is None else ailment.value
                self._glass.call_soon(functools.partial(self._glass.stage.tell_ailment, code))
            case Close():
                self._glass.call_soon(self._glass.stage.askToEnd)

    def _appear(self) -> None:
        """A reader is watched only by the visit that stands on the glass: a spare must see nobody's card."""
        if not self._glass.shown:
            self._glass.appear()
            if self._runner is not None:
                self._runner.begin()


def aside(work: Callable[[], None]) -> None:
    """On a thread of its own."""
    threading.Thread(target=work, daemon=True).start()
