"""One visit on the glass: the window, the engine, the words, and the way out when something breaks."""

import os
import sys
import traceback
from collections import deque
from collections.abc import Callable, Generator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtQml import QQmlApplicationEngine, QQmlError
from PySide6.QtQuick import QQuickWindow

import ui.imports  # noqa: F401 # pyright: ignore[reportUnusedImport] - its import is what it does
from ui import drawings, pictures
from ui.panel import NoGlassError, Panel, application, fitted, no_cursor
from ui.pictures import PagePictures
from ui.stage import Stage
from ui.translator import CatalogTranslator

if TYPE_CHECKING:
    Crash = Callable[[type[BaseException], BaseException | None, TracebackType | None], None]

    from kiosk.visit.events import Said
    from kiosk.visit.states import Visit
    from ui.voice.mouth import Mouth
    from ui.voice.reader import Reader
    from ui.watch import Watch

CRASHED: Final = 70
_STANDARD_ERROR: Final = 2
_MAIN: Final = Path(__file__).parent / "qml" / "Main.qml"
_SECOND: Final = 1000
_CALM: Final = 300


class Runner(Protocol):
    """Who owns the visit. Every method is called on the Qt thread."""

    @property
    def visit(self) -> "Visit": ...

    def said(self, event: "Said") -> None:
        """The citizen said something."""
        ...

    def alive(self) -> None:
        """The citizen touched the glass or pressed a key."""
        ...

    def pump(self) -> None:
        """Take in what has happened since the last time."""
        ...


class Glass(QObject):
    """Make it on the main thread, ``connect`` a runner, ``run`` until the visit vanishes.

    Without a runner it welcomes all the same, and keeps what is said for the runner that will come.
    ``shown``: it was put before the citizen. ``training``: it says so on every screen.
    ``wake`` may be called from any thread: the runner is then pumped on the Qt thread.
    Raises :class:`NoGlassError` when fonts are missing or the window cannot be made.
    """

    _woken = Signal()

    def __init__(self, panel: Panel | None = None, *, training: bool = False) -> None:
        self._app = application()
        self._panel = fitted(panel or Panel(), self._app)
        super().__init__()
        self.training: Final = training
        self._pictures = PagePictures()
        millimetre = self._panel.width / self._panel.millimetres
        self.stage: Final = Stage(
            self._say, millimetre=millimetre, training=training, pictures=self._pictures
        )
        self._translator = CatalogTranslator(self.stage.tongue)
        self.shown = False
        self._runner: Runner | None = None
        self._unheard: list[Said] = []
        self._calls: deque[Callable[[], None]] = deque()
        self._after_first_frame: list[Callable[[], None]] = []
        self._first_frame = self._later(self._painted)
        self._watch: Watch | None = None
        self._closed: Callable[[], None] = lambda: None
        self._beat = QTimer(self)
        self.engine: Final = QQmlApplicationEngine()
        self._woken.connect(self._later(self._turn).start)
        self.stage.language_changed.connect(self._retranslate)
        self.window: Final = self._put_up()
        self._mouth: Callable[[], Mouth] | None = None
        self._reader: Reader | None = None

    def connect_runner(self, runner: Runner, heartbeat: Callable[[], None] | None = None) -> None:
        """Show the runner's visit. ``heartbeat`` is called every second as long as the Qt thread lives."""
        self._runner = runner
        if heartbeat is not None:
            self._beat.timeout.connect(heartbeat)
            self._beat.start(_SECOND)
        for said in self._unheard:
            runner.said(said)
        self._unheard.clear()
        self.stage.show(runner.visit)
        QTimer.singleShot(_CALM, self.stage, self.stage.calm_down)

    def after_first_frame(self, call: Callable[[], None]) -> None:
        """``call`` once, on the Qt thread, when the first picture stands on the glass. Ask before :meth:`run`."""
        self._after_first_frame.append(call)

    def read_aloud_by(self, mouth: "Callable[[], Mouth]") -> None:
        """``mouth`` is asked for when somebody wants to hear the glass for the first time."""
        self._mouth = mouth
        self._reader = None

    def when_closed(self, call: Callable[[], None]) -> None:
        """``call``, on the Qt thread, when somebody closes the window. It stays where it is."""
        self._closed = call

    def wake(self) -> None:
        """Something has happened: pump the runner soon. From any thread."""
        self._woken.emit()

    def call_soon(self, call: Callable[[], None]) -> None:
        """``call`` on the Qt thread. From any thread."""
        self._calls.append(call)
        self._woken.emit()

    def read_again(self) -> None:
        """The voice was away and is back. From any thread."""
        self.call_soon(lambda: self._reader.read_again() if self._reader is not None else None)

    def stop_reading(self) -> None:
        """The voice is gone, and a curtain with it. From any thread."""
        self.call_soon(lambda: self._reader.sleep() if self._reader is not None else None)

    def listened(self) -> None:
        """Words were heard just now: whoever listens is there, and need not touch anything. From any thread."""
        self.call_soon(lambda: self._runner.alive() if self._runner is not None else None)

    def appear(self) -> None:
        """Put the window before the citizen."""
        self.shown = True
        if self._runner is None:
            self.stage.welcome()
        self.window.frameSwapped.connect(self._first_frame.start)
        if self._panel.full_screen:
            self._app.setOverrideCursor(no_cursor())
            self.window.showFullScreen()
        else:
            self.window.show()
        self.window.requestActivate()

    def run(self) -> int:
        """Until :meth:`vanish` or a crash. Returns the exit code: 70 after a bug."""
        self.after_first_frame(self.stage.tongue.warm_up)
        self._expect_bugs()
        self.appear()
        return self._app.exec()

    def run_hidden(self) -> int:
        """As :meth:`run`, but nobody sees anything before :meth:`appear`; then it is only one picture away."""
        self._expect_bugs()
        for changed in (self._app.primaryScreenChanged, self._app.primaryScreen().geometryChanged):
            changed.connect(self._make_way)
        self.stage.welcome()
        self._draw_unseen()
        return self._app.exec()

    def _make_way(self) -> None:
        """All of it was drawn for a screen of another size: somebody else must come."""
        if not self.shown and fitted(self._panel, self._app) != self._panel:
            self.vanish()

    def warm_up(self) -> None:
        """Build and draw, unseen, what would make the first citizen wait."""
        self.stage.tongue.warm_up()
        self.stage.calm_down()
        self._draw_unseen()

    def vanish_after(self, milliseconds: int) -> None:
        """:meth:`vanish`, but leave the last picture there until then."""
        QTimer.singleShot(milliseconds, self, self.vanish)

    def vanish(self, code: int = 0) -> None:
        """End :meth:`run`."""
        self._app.exit(code)

    def take_down(self) -> None:
        """Remove window and engine, before the objects that QML binds to. The glass is of no use afterwards."""
        from PySide6.QtCore import QEvent

        self.stage.hush()
        if self._reader is not None:
            self._reader.sleep()
        self._beat.stop()
        if self._watch is not None:
            self.window.removeEventFilter(self._watch)
        self._app.removeTranslator(self._translator)
        self.window.close()
        self.engine.deleteLater()
        self._app.sendPostedEvents(self.engine, QEvent.Type.DeferredDelete)

    def _put_up(self) -> QQuickWindow:
        self._app.installTranslator(self._translator)
        self.engine.addImageProvider(pictures.PROVIDER, self._pictures)
        self.engine.addImageProvider(drawings.PROVIDER, drawings.Drawings())
        size = {"width": self._panel.width, "height": self._panel.height}
        self.engine.setInitialProperties({"stage": self.stage, **size})
        self.engine.load(QUrl.fromLocalFile(str(_MAIN)))
        for window in self.engine.rootObjects():
            if isinstance(window, QQuickWindow):
                return window
        raise NoGlassError("The screens could not be loaded: is the folder ui/qml complete?")

    def _later(self, call: Callable[[], None]) -> QTimer:
        """Started from any signal and any number of times, it calls once, from the event loop.

        A queued connection would do; but to name it is to load the namespace Qt, more than a thousand names of keys and
        the like, and that takes longer than to draw the first picture.
        """
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(call)
        return timer

    def _expect_bugs(self) -> None:
        sys.excepthook = self._crash
        sys.unraisablehook = listening(self._crash)
        # A warning may quote what it warns about.
        self.engine.setOutputWarningsToStandardError(False)
        self.engine.warnings.connect(self._qml_crash)

    def _draw_unseen(self) -> None:
        """The software renderer draws a window that was never shown, and keeps the letters it has drawn."""
        self.window.create()
        self.window.grabWindow()

    def _painted(self) -> None:
        self.window.frameSwapped.disconnect(self._first_frame.start)
        self._watch_window()
        for call in self._after_first_frame:
            call()

    def _watch_window(self) -> None:
        """From the first picture on: before it there is nothing to touch, and QEvent takes its time to load."""
        from ui.watch import Watch

        reach = float(self.window.property("fingertip"))
        self._watch = Watch(
            lambda: str(self.stage.property("screen")),
            reach,
            self._alive,
            lambda: self._closed(),
            self._take_key,
        )
        self.window.installEventFilter(self._watch)

    def _take_key(self, number: int) -> bool:
        from ui.voice.keys import take

        return self._mouth is not None and take(number, self._reader, self.reader)

    def reader(self) -> "Reader":
        """Who reads the glass aloud. Only after :meth:`read_aloud_by`."""
        from ui.voice.reader import Reader

        if self._reader is None:
            assert self._mouth is not None
            self._reader = Reader(self.window, self.stage, self._mouth())
        return self._reader

    def _say(self, said: "Said") -> None:
        if self._runner is None:
            self._unheard.append(said)
            return
        self._runner.said(said)
        self.wake()

    def _alive(self) -> None:
        if self._reader is not None:
            self._reader.hush()
        if self._runner is not None:
            self._runner.alive()

    def _turn(self) -> None:
        while self._calls:
            self._calls.popleft()()
        if self._runner is not None:
            self._runner.pump()
            self.stage.show(self._runner.visit)

    def _retranslate(self) -> None:
        self._translator.speak(self.stage.tongue)
        self.engine.retranslate()

    def _crash(
        self, kind: type[BaseException], _bug: BaseException | None, where: TracebackType | None
    ) -> None:
        """The message stays untold: it may carry personal data. This is the end, whether anybody hears of it or not."""
        if kind is MemoryError:
            # To say so, or to leave in good order, would take memory.
            os._exit(CRASHED)
        frames = traceback.extract_tb(where)
        _tell(f"bug: {kind.__name__}", *(f"  {each.filename}:{each.lineno} {each.name}" for each in frames))
        self.vanish(CRASHED)

    def _qml_crash(self, warnings: list[QQmlError]) -> None:
        _tell(*(f"bug: QML {warning.url().toString()}:{warning.line()}" for warning in warnings))
        self.vanish(CRASHED)


def listening(crash: "Crash") -> Callable[["sys.UnraisableHookArgs"], object]:
    """A hook for what nobody can catch, that can be called when there is no memory left even for a call.

    A function would need a frame; a generator brings its own.
    """

    def hook() -> Generator[None, "sys.UnraisableHookArgs", None]:
        while True:
            hit = yield
            try:
                crash(hit.exc_type, hit.exc_value, hit.exc_traceback)
            except MemoryError:
                os._exit(CRASHED)

    hears = hook()
    next(hears)
    return hears.send


def _tell(*lines: str) -> None:
    """Past the buffer of Python: what nobody takes would lie there, and spoil the exit code at the end (120)."""
    with suppress(OSError):
        os.write(_STANDARD_ERROR, "".join(f"{line}\n" for line in lines).encode(errors="backslashreplace"))
