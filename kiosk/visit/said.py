"""What a citizen can say."""

from dataclasses import dataclass, field

from kiosk.visit.limits import Pace
from kiosk.visit.paper import Sides
from kiosk.visit.said_of_mandates import SaidOfMandates
from kiosk.visit.secrets import Secret


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    """``language`` is a catalogue code: da, en, ar."""

    language: str


@dataclass(frozen=True, slots=True)
class PaceChosen:
    """For the whole visit; chosen in the warning it is an answer to it too."""

    pace: Pace


@dataclass(frozen=True, slots=True)
class CardWayChosen:
    pass


@dataclass(frozen=True, slots=True)
class CodeWayChosen:
    pass


@dataclass(frozen=True, slots=True)
class PinGiven:
    pin: Secret


@dataclass(frozen=True, slots=True)
class UserIdGiven:
    user_id: Secret


@dataclass(frozen=True, slots=True)
class CodeGiven:
    code: Secret


@dataclass(frozen=True, slots=True)
class PasswordGiven:
    password: Secret


@dataclass(frozen=True, slots=True)
class MovingAccepted:
    """Yes: end the visit at the other machine and go on here."""


@dataclass(frozen=True, slots=True)
class FolderChosen:
    folder_id: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ListPageChosen:
    """``page`` counts from 0."""

    page: int


@dataclass(frozen=True, slots=True)
class SearchAsked:
    pass


@dataclass(frozen=True, slots=True)
class SearchGiven:
    """Look for letters of the folder that have these words in their subject or their sender."""

    words: Secret


@dataclass(frozen=True, slots=True)
class SearchCleared:
    """Back to all letters of the folder."""


@dataclass(frozen=True, slots=True)
class LetterChosen:
    letter_id: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ServingAccepted:
    """The informed yes: opening this letter serves it."""


@dataclass(frozen=True, slots=True)
class DocumentChosen:
    """``index`` into the letter's documents, from 0."""

    index: int


@dataclass(frozen=True, slots=True)
class PageTurned:
    """``page`` counts from 1."""

    page: int


@dataclass(frozen=True, slots=True)
class Zoomed:
    """``zoom`` in percent of the width of the reading area, 100 to 400."""

    zoom: int


@dataclass(frozen=True, slots=True)
class PrintAsked:
    pass


@dataclass(frozen=True, slots=True)
class SidesChosen:
    sides: Sides


@dataclass(frozen=True, slots=True)
class PrintConfirmed:
    pass


@dataclass(frozen=True, slots=True)
class PrintStopped:
    pass


@dataclass(frozen=True, slots=True)
class WentBack:
    pass


@dataclass(frozen=True, slots=True)
class TriedAgain:
    pass


@dataclass(frozen=True, slots=True)
class EndAsked:
    pass


@dataclass(frozen=True, slots=True)
class StillHere:
    """The answer to the warning: more time, please."""


@dataclass(frozen=True, slots=True)
class CoverAsked:
    """Nobody shall see my letters while I step away."""


@dataclass(frozen=True, slots=True)
class CameBack:
    """I have come back to the covered screen, and can show that it is me."""


@dataclass(frozen=True, slots=True)
class ThingsTaken:
    """Card and pages are in the citizen's hands."""


@dataclass(frozen=True, slots=True)
class VoiceForgone:
    """Seen that the voice is gone; the visit goes on without it."""


Said = (
    LanguageChosen
    | PaceChosen
    | CardWayChosen
    | CodeWayChosen
    | PinGiven
    | UserIdGiven
    | CodeGiven
    | PasswordGiven
    | MovingAccepted
    | FolderChosen
    | ListPageChosen
    | SearchAsked
    | SearchGiven
    | SearchCleared
    | LetterChosen
    | ServingAccepted
    | DocumentChosen
    | PageTurned
    | Zoomed
    | PrintAsked
    | SidesChosen
    | PrintConfirmed
    | PrintStopped
    | WentBack
    | TriedAgain
    | EndAsked
    | StillHere
    | VoiceForgone
    | CoverAsked
    | CameBack
    | ThingsTaken
    | SaidOfMandates
)
