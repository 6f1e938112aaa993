"""Reads the glass aloud to whoever has asked for it: each screen when it comes, and whatever has the focus."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickWindow

from ui.stage import Stage
from ui.tongue import Tongue, tongue
from ui.voice.mouth import LOUDNESSES, PACES, USUAL_LOUDNESS, USUAL_PACE, Mouth
from ui.voice.telling import Teller, Told
from ui.voice.tree import Role, Spot, focused, read

_SETTLES_MS: Final = 60
"""Rows of a list and lines of a layout stand a few frames after the screen."""

_LOOKS_MS: Final = 400
"""How often it is looked for words that came while the screen stayed."""


class Reader(QObject):
    """Silent until :meth:`wake`. What is chosen here is for this visit: a reader is never used for another one."""

    def __init__(self, window: QQuickWindow, stage: Stage, mouth: Mouth) -> None:
        super().__init__()
        self._window = window
        self._stage = stage
        self._mouth = mouth
        self._pace = USUAL_PACE
        self._loudness = USUAL_LOUDNESS
        self._awake = False
        self.explaining = False
        self._screen = ""
        self._heard: list[Spot] = []
        self._last: list[Told] = []
        self._arrival = _once(self, _SETTLES_MS, self._arrive)
        self._look = QTimer(self)
        self._look.setInterval(_LOOKS_MS)
        self._look.timeout.connect(self._listen_for_news)

    def key(self) -> None:
        """The one key that anybody can feel: it wakes the voice, and then says the screen once more."""
        if self._awake:
            self._say(self._with_what_is_withheld(list(self._teller.screen(self._spots()))))
        else:
            self.wake()

    def read_again(self) -> None:
        """The screen from its beginning, for words of it were lost."""
        if self._awake:
            self.key()

    def wake(self) -> None:
        """Start speaking: a few words about how, and then the screen."""
        if self._awake:
            return
        self._awake = True
        # Controls tell their names only to somebody who listens.
        QAccessible.setActive(True)
        self._stage.shown.connect(self._arrival.start)
        self._stage.language_changed.connect(self._arrival.start)
        self._window.activeFocusItemChanged.connect(self._follow)
        self._stage.read_aloud(self._mouth.languages())
        self._look.start()
        self._screen = self._stage.property("screen")
        self._heard = self._spots()
        self._say([*self._teller.tell(*self._introduction()), *self._teller.screen(self._heard)])

    def sleep(self) -> None:
        """Speak no more until it is woken again."""
        if self._awake:
            self._awake = self.explaining = False
            self._stage.draw_curtain(False)
            self._stage.read_aloud(())
            self._look.stop()
            self._stage.shown.disconnect(self._arrival.start)
            self._stage.language_changed.disconnect(self._arrival.start)
            self._window.activeFocusItemChanged.disconnect(self._follow)
            self._mouth.hush()

    def hush(self) -> None:
        """Whatever the citizen does stops what is being said."""
        if self._awake:
            self._mouth.hush()

    def repeat(self) -> None:
        """The last words once more."""
        if self._awake:
            self._mouth.say(self._last, self._pace, self._loudness)

    def where_am_i(self) -> None:
        """The heading of the screen, and what has the focus."""
        if self._awake:
            self._say([*self._teller.screen(self._spots()[:1]), *self._told_of_focus()])

    def change_pace(self, by: int) -> None:
        """A step quicker or slower; the words say which it is now."""
        self._pace = min(PACES - 1, max(0, self._pace + by))
        self.tell(self.tongue.say("quicker") if by > 0 else self.tongue.say("slower"))

    def change_loudness(self, by: int) -> None:
        """A step louder or softer."""
        self._loudness = min(LOUDNESSES - 1, max(0, self._loudness + by))
        self.tell(self.tongue.say("louder") if by > 0 else self.tongue.say("softer"))

    def explain(self) -> None:
        """From now on each key says what it does, until this one is pressed again."""
        if self._awake:
            self.explaining = not self.explaining
            say = self._stage.tongue.say
            self.tell(
                say("Now each key says what it does. F7 ends this.")
                if self.explaining
                else say("The keys work again.")
            )

    def draw_curtain(self) -> None:
        """Dark glass for whoever does not need it, so that nobody reads along; or light again."""
        if self._awake:
            say, dark = self._stage.tongue.say, not self._stage.property("curtain")
            self._stage.draw_curtain(dark)
            self.tell(
                say("The screen is dark now. F8 shows it again.")
                if dark
                else say("The screen is visible again.")
            )

    def tell(self, words: str) -> None:
        """A few words of our own."""
        if self._awake:
            self._say(self._teller.tell(words))

    @property
    def tongue(self) -> Tongue:
        return self._stage.tongue

    @property
    def _teller(self) -> Teller:
        return Teller(self._stage.tongue, self._stage.page_language, self._mouth.languages())

    def _introduction(self) -> tuple[str, ...]:
        say = self._stage.tongue.say
        return (
            say("The machine reads aloud now."),
            say("Arrow keys move between the answers. Enter chooses. Escape goes back."),
            say("F1 says the screen again. F7 explains the keys."),
        )

    def _arrive(self) -> None:
        """Another screen, or another page or words of the same one; what stood there before is not said again."""
        screen, spots = self._stage.property("screen"), self._spots()
        another = screen != self._screen
        new = [spot for spot in spots if spot not in self._heard or (another and spot is spots[0])]
        self._screen, self._heard = screen, spots
        focus = self._told_of_focus() if another else []
        self._say(self._with_what_is_withheld([*self._teller.screen(new), *focus]))

    def _without_voice(self) -> Iterator[Told]:
        """Said in the two languages that most know; the glass stays as it is."""
        for code in ("da", "en"):
            said = tongue(code).say(
                "The language on the screen cannot be read aloud. Choose another one under Language."
            )
            yield Told(said, code, private=False)

    def _with_what_is_withheld(self, told: list[Told]) -> list[Told]:
        """Or whoever hears a loudspeaker would take a letter for nothing at all."""
        if self._mouth.is_private() or not any(each.private for each in told):
            return told
        rest = self.tongue.say("The rest is private. It can be heard in headphones only.")
        return [*told, *self._teller.tell(rest)]

    def _listen_for_news(self) -> None:
        """A clock says something new every second: nobody could hear anything else."""
        if self._arrival.isActive():
            return
        spots = self._spots()
        new = [spot for spot in spots if spot not in self._heard and spot.role != Role.Clock]
        self._heard = spots
        self._say(self._teller.screen(new))

    def _follow(self) -> None:
        """The focus has moved, by whatever means."""
        if not self._arrival.isActive():
            self._say(self._told_of_focus())

    def _told_of_focus(self) -> list[Told]:
        spot = focused(self._window)
        return list(self._teller.spot(spot)) if spot is not None else []

    def _spots(self) -> list[Spot]:
        return read(self._window)

    def _say(self, told: Iterable[Told]) -> None:
        words = list(told) if self.tongue.code in self._mouth.languages() else list(self._without_voice())
        if words:
            self._last = words
            self._mouth.say(words, self._pace, self._loudness)


def _once(parent: QObject, milliseconds: int, call: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(call)
    return timer
