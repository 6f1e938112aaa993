"""The one object QML knows: what stands on the glass."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal
from PySide6.QtQml import QmlElement

from ui.looks import Looks
from ui.pages import PageObject, dressed, page_class
from ui.pictures import PagePictures
from ui.rows import Rows
from ui.saying import Saying
from ui.screens.scene import Scene, ViewModel
from ui.screens.welcome import WELCOME
from ui.tongue import LANGUAGES, Language, Tongue, tongue

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from kiosk.visit.events import Said
    from kiosk.visit.states import Visit
    from ui.screens.delegating import MandateRow
    from ui.screens.last_visit import LastVisit
    from ui.screens.mailbox import LetterRow

QML_IMPORT_NAME = "Borgerkiosk"
QML_IMPORT_MAJOR_VERSION = 1

_SECOND = 1000
_FLASHES = {1, 3}
"""Seconds after the chime."""


@QmlElement
class Stage(Saying):
    """Lives on the Qt thread and is only touched there. ``say`` takes every event the citizen causes."""

    shown = Signal()
    language_changed = Signal()
    ticked = Signal()
    pace_changed = Signal()
    foot_told = Signal()
    curtain_drawn = Signal()
    voice_changed = Signal()
    calm = Signal()

    def __init__(
        self,
        say: Callable[["Said"], None],
        *,
        millimetre: float,
        training: bool = False,
        pictures: PagePictures | None = None,
    ) -> None:
        """``millimetre`` in pixels of the panel."""
        super().__init__(say)
        self._millimetre = millimetre
        self._training = training
        self._pictures = pictures or PagePictures()
        self._languages = self._all_languages = Rows(Language, LANGUAGES)
        self._looks = Looks(self)
        self._tongue = tongue("da")
        self._scene: Scene | None = None
        self._page: PageObject | None = None
        # QML may still bind to the page before until the next frame; then nothing of it shall be left here.
        self._page_before: PageObject | None = None
        self._strip: PageObject | None = None
        self._strip_before: PageObject | None = None
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(_SECOND)
        self._leaving.timeout.connect(self._let_go)
        self._last_visit: LastVisit | None = None
        self._ailment = ""
        self._unhurried = False
        self._curtain = self._heard = False
        self._elapsed = 0
        self._second = QTimer(self)
        self._second.setInterval(_SECOND)
        self._second.timeout.connect(self._tick)

    def welcome(self) -> None:
        """Put the first picture on the glass, before there is a visit."""
        self._put_up(WELCOME)

    def show(self, visit: "Visit") -> None:
        """Put a visit on the glass."""
        # Late: all states and screens take longer to load than the first picture to draw.
        from kiosk.visit.limits import Pace
        from ui.screens.visit import scene

        self._speak(visit.language)
        self._hurry_not(visit.pace is Pace.UNHURRIED)
        new = scene(visit, self._tongue)
        if new is not None and new != self._scene:
            self._put_up(new)

    def tell_last_visit(self, minute: int, pages: int | None, files: int) -> None:
        """What the machine found after the visit before; for the foot of the welcome."""
        from ui.screens.last_visit import LastVisit

        self._last_visit = LastVisit(minute, pages, files)
        self.foot_told.emit()

    def tell_ailment(self, code: str) -> None:
        """What ails the machine, for the staff who pass by; empty: nothing."""
        self._ailment = code
        self.foot_told.emit()

    def draw_curtain(self, dark: bool) -> None:
        """Whoever listens needs no picture, and nobody reads along. ``dark``: or open it again."""
        if dark is not self._curtain:
            self._curtain = dark
            self.curtain_drawn.emit()

    def calm_down(self) -> None:
        """Nothing is going on: time to build what takes long, before it is asked for."""
        from ui.screens.way_in import AskingUserIdScreen

        page_class(AskingUserIdScreen)
        self.calm.emit()

    def hush(self) -> None:
        """Stop counting seconds: the glass goes away."""
        self._second.stop()
        self._leaving.stop()

    @property
    def tongue(self) -> Tongue:
        return self._tongue

    @property
    def page_language(self) -> str:
        """Of the words on the page of a letter: an ISO 639-1 code; that of the glass where there is no letter."""
        from ui.screens.letter import Leaf

        model = self._scene.model if self._scene else None
        tag = model.language if isinstance(model, Leaf) else self._tongue.code
        return tag.partition("-")[0].lower()

    def _speak(self, code: str) -> None:
        if code != self._tongue.code:
            self._tongue = tongue(code)
            self.language_changed.emit()
            self.foot_told.emit()

    def _hurry_not(self, unhurried: bool) -> None:
        if unhurried is not self._unhurried:
            self._unhurried = unhurried
            self.pace_changed.emit()

    def _put_up(self, new: Scene) -> None:
        before = self._scene
        self._scene = new
        if before is None or (before.screen, before.occasion) != (new.screen, new.occasion):
            self._count_anew(new)
        self._page_before = self._page
        self._leaving.start()
        same = before is not None and before.screen == new.screen
        self._page = dressed(new.model, self._page if same else None, self._pictures)
        self._put_up_strip(new.strip)
        self.shown.emit()
        self.ticked.emit()

    def _put_up_strip(self, model: ViewModel | None) -> None:
        if model == (self._strip.model if self._strip else None):
            return
        self._strip_before = self._strip
        self._strip = dressed(model, None, self._pictures) if model else None

    def _let_go(self) -> None:
        self._page_before = None
        self._strip_before = None

    def _count_anew(self, new: Scene) -> None:
        self._elapsed = round(new.gone.total_seconds())
        if new.countdown or new.slow:
            self._second.start()
        else:
            self._second.stop()

    def _tick(self) -> None:
        self._elapsed += 1
        self.ticked.emit()

    def _left(self) -> int:
        if self._scene is None or self._scene.countdown is None:
            return 0
        return max(0, int(self._scene.countdown.total_seconds()) - self._elapsed)

    # What stands there

    @Property(str, notify=shown)
    def screen(self) -> str:
        """The name of the QML file."""
        return self._scene.screen if self._scene else ""

    @Property(QObject, notify=shown)
    def page(self) -> QObject | None:
        """The view model of the screen."""
        return self._page

    @Property(QObject, notify=shown)
    def strip(self) -> QObject | None:
        """For whom the citizen acts, or what they sign; mostly nothing."""
        return self._strip

    @Property(str, notify=shown)
    def stripName(self) -> str:  # noqa: N802
        """The name of its QML file; empty if there is none."""
        return self._scene.strip_name if self._scene else ""

    @Property(bool, notify=shown)
    def mayEnd(self) -> bool:  # noqa: N802
        return self._scene is not None and self._scene.end

    @Property(bool, notify=shown)
    def mayCover(self) -> bool:  # noqa: N802
        return self._scene is not None and self._scene.cover

    @Property(bool, notify=pace_changed)
    def unhurried(self) -> bool:
        """There is more time for everything."""
        return self._unhurried

    @Property(bool, notify=curtain_drawn)
    def curtain(self) -> bool:
        """The glass is dark."""
        return self._curtain

    def read_aloud(self, voices: "Collection[str]") -> None:
        """Somebody listens now, and can choose among the languages that have a voice; or nobody any more."""
        self._heard = bool(voices)
        spoken = [language for language in LANGUAGES if language.code in voices]
        self._languages = Rows(Language, spoken) if spoken else self._all_languages
        self.voice_changed.emit()

    @Property(bool, notify=voice_changed)
    def heard(self) -> bool:
        """Somebody listens."""
        return self._heard

    @Property(Looks, constant=True)
    def looks(self) -> Looks:
        """How the citizen wants the glass to look."""
        return self._looks

    @Property(QObject, notify=voice_changed)
    def languages(self) -> QObject:
        """Rows of code and name. Whoever listens is offered what can be heard (EN 301 549, 5.1.3.14 c)."""
        return self._languages

    @Property(str, notify=language_changed)
    def language(self) -> str:
        return self._tongue.code

    @Property(bool, notify=language_changed)
    def mirrored(self) -> bool:
        return self._tongue.right_to_left

    @Property(str, notify=foot_told)
    def foot(self) -> str:
        """One line about the visit before and the machine itself; empty if there is nothing to say."""
        if self._last_visit is None and not self._ailment:
            return ""
        from ui.screens.last_visit import foot

        return foot(self._last_visit, self._ailment, self._tongue)

    @Property(bool, constant=True)
    def training(self) -> bool:
        return self._training

    @Property(float, constant=True)
    def millimetre(self) -> float:
        return self._millimetre

    @Property(str, notify=ticked)
    def countdown(self) -> str:
        """The time left, as a number in the citizen's language."""
        return self._tongue.clock(self._left())

    @Property(str, notify=ticked)
    def countdownSaid(self) -> str:  # noqa: N802
        """The time left, as words."""
        return self._tongue.time_left(self._left())

    @Property(bool, notify=ticked)
    def pulse(self) -> bool:
        """A countdown that nobody may hear: two calm flashes whenever the chime rings (WCAG 2.2.2, 2.3.1)."""
        if self._scene is None or self._scene.countdown is None:
            return False
        third = self._scene.countdown.total_seconds() / 3
        return int(self._elapsed % third) in _FLASHES

    @Property(float, notify=ticked)
    def shareLeft(self) -> float:  # noqa: N802
        """How much of the countdown is left, 1 to 0."""
        if self._scene is None or self._scene.countdown is None:
            return 0.0
        return self._left() / self._scene.countdown.total_seconds()

    @Property(int, notify=shown)
    def lastRow(self) -> int:  # noqa: N802
        """The row of what was looked at last, so that a list opens where the citizen left it."""
        from ui.screens.mailbox import MailboxScreen

        model = self._scene.model if self._scene else None
        if isinstance(model, MailboxScreen):
            return _place_of(self.last_letter, model.letters)
        from ui.screens.delegating import AtMandatesScreen

        return _place_of(self.last_mandate, model.mandates) if isinstance(model, AtMandatesScreen) else 0

    @Property(bool, notify=ticked)
    def slow(self) -> bool:
        """This wait takes longer than usual."""
        waited = self._scene.slow if self._scene else None
        return waited is not None and self._elapsed >= waited.total_seconds()


def _place_of(chosen: str, rows: "Iterable[LetterRow | MandateRow]") -> int:
    return next((place for place, row in enumerate(rows) if row.id == chosen), 0)
