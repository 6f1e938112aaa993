"""A canvas that draws the foot of every page at the end, when the number of pages is known."""

from collections.abc import Sequence
from contextlib import nullcontext
from typing import Any, cast

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import Flowable

from kiosk.letters.blocks import Paragraph, Span
from kiosk.letters.direction import is_leftward
from kiosk.letters.prose import Prose
from kiosk.letters.setting import MARGIN, WIDTH, look_of
from kiosk.letters.tags import Element, artifact
from kiosk.letters.wire import MOST_PAGES
from kiosk.visit.trouble import Trouble, TroubleError

_FOOT = 12 * mm
_VERSION = (1, 7)


class FootedCanvas(Canvas):
    """Instead of composing everything twice. Each page has the feet that stood last in ``feet`` before it was done."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        made: Any = super()
        made.__init__(*arguments, pdfVersion=_VERSION, **named)
        self.feet: Sequence[str] = ()
        self.section: Element | None = None
        self._finished: list[dict[str, Any]] = []
        self._page, self._pieces = 0, 0

    def next_piece(self) -> tuple[int, int]:
        """See :class:`kiosk.letters.tags.Tagging`."""
        self._pieces += 1
        return self._page, self._pieces - 1

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        if len(self._finished) == MOST_PAGES:
            raise TroubleError(Trouble.LETTER_TOO_LARGE)
        self._finished.append(dict(self.__dict__))
        self._page, self._pieces = self._page + 1, 0
        cast(Any, self)._startPage()

    def save(self) -> None:
        pages = self._finished
        for number, page in enumerate(pages, 1):
            self.__dict__.update(page)
            self._draw_feet(number, len(pages))
            super().showPage()
        super().save()

    def _draw_feet(self, page: int, pages: int) -> None:
        up = _FOOT
        for foot in reversed(self.feet):
            said = foot.format(page=page, pages=pages)
            up += self._draw_foot(said, up)

    def _draw_foot(self, said: str, up: float) -> float:
        """Where nothing is tagged it is only a foot; on a paper of ours it says what belongs together."""
        look = look_of(Paragraph((), small=True), is_leftward(said, False))
        line = Prose((Span(said),), look, element=self.section and self.section.add("P"))
        _, high = line.wrapOn(self, WIDTH, _FOOT)
        with artifact(self) if self.section is None else nullcontext():
            line.drawOn(self, MARGIN, up)
        return high


class Footing(Flowable):
    """From here on every page has these feet; ``section`` is what they belong to, where it is tagged."""

    def __init__(self, feet: Sequence[str], section: Element | None) -> None:
        super().__init__()
        self._feet, self._section = feet, section

    def draw(self) -> None:
        canvas = cast(FootedCanvas, self.canv)
        canvas.feet, canvas.section = self._feet, self._section
