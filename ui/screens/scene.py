"""What stands on the glass at one moment: a view model and the frame around it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, ClassVar, Protocol


class ViewModel(Protocol):
    """A frozen dataclass named after its QML file with ``Screen`` behind it: ``AskingPinScreen``, ``AskingPin.qml``.

    Fields are texts, numbers, truths, one :class:`Picture`, or a tuple of frozen rows.
    Texts are in the citizen's language.
    """

    __dataclass_fields__: ClassVar[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Scene:
    """``end``: the End button stands there; ``cover``: the one that covers the screen too.

    ``strip``: what stands above the screen, for whom the citizen acts or what they sign. Its model is named after its
    file with ``Strip`` behind it.
    ``countdown``: from where the seconds are counted; ``gone``: how many of them had gone before it came up.
    ``slow``: when to say that this takes longer than usual. ``occasion`` differs where counting starts anew.
    """

    model: ViewModel
    end: bool = True
    cover: bool = False
    strip: ViewModel | None = None
    countdown: timedelta | None = None
    gone: timedelta = timedelta(0)
    slow: timedelta | None = None
    occasion: int = 0

    @property
    def screen(self) -> str:
        return type(self.model).__name__.removesuffix("Screen")

    @property
    def strip_name(self) -> str:
        return type(self.strip).__name__.removesuffix("Strip") if self.strip else ""
