"""Where a visit can be while a form is made and shown: the road on paper."""

from dataclasses import dataclass

from kiosk.visit.acting import ActingEnded, NotThisMandate
from kiosk.visit.delegating import AskingWhichForm, Giving, ReadingBack
from kiosk.visit.mandates import Form, Mechanism
from kiosk.visit.paper import Picture, Pressed

NeedingForm = ReadingBack | NotThisMandate | ActingEnded | AskingWhichForm
"""Where it is known which of the two mechanisms has to go on paper."""


@dataclass(frozen=True, slots=True)
class ChoosingForm:
    """Who signs, and what is done with the form once it is printed."""

    back: NeedingForm
    mechanism: Mechanism

    @property
    def offered(self) -> tuple[Form, ...]:
        """Whoever lets somebody act signs; whoever wants to act asks, or takes something home to be signed."""
        if isinstance(self.back, ReadingBack) and isinstance(self.back.purpose, Giving):
            return (Form.AUTHORISATION,)
        return (Form.REQUEST, Form.AUTHORISATION_TO_SIGN)


@dataclass(frozen=True, slots=True)
class ComposingForm:
    """The form is being written."""

    order: int
    back: ChoosingForm
    form: Form


@dataclass(frozen=True, slots=True)
class ShowingForm:
    """A page of the form on the glass, as a page of a letter is in ``Reading``."""

    back: ChoosingForm
    form: Form
    pressed: Pressed
    page: int
    zoom: int
    picture: Picture
    wanted: int | None = None


OnForm = AskingWhichForm | ChoosingForm | ComposingForm | ShowingForm
