"""How things on the glass are put into words, and which of those words everybody may hear."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from ui.tongue import Tongue
from ui.voice.tree import Role, Spot


@dataclass(frozen=True, slots=True)
class Told:
    """A few words in one language. ``private``: for headphones only."""

    words: str = field(repr=False)
    language: str
    private: bool


class Teller:
    """Puts spots into words of one tongue; a letter on the page is in ``letter``, its language, if that can be heard.

    Whatever is not a text of our own, word for word, is private: a name, a letter, a number. So nothing has to be
    marked, and nothing can be forgotten.
    """

    def __init__(self, tongue: Tongue, letter: str, voices: Collection[str]) -> None:
        self._tongue = tongue
        self._letter = letter
        self._voices = voices

    def tell(self, *texts: str) -> Iterator[Told]:
        """Texts as they are."""
        for text in texts:
            if text:
                yield Told(text, self._tongue.language_of(text), private=not self._tongue.is_its_own(text))

    def screen(self, spots: Iterable[Spot]) -> Iterator[Told]:
        """What is heard when a screen comes, or is asked for once more."""
        for spot in spots:
            yield from self.tell(spot.name)
            yield from self._more(spot)

    def spot(self, spot: Spot) -> Iterator[Told]:
        """What is heard when the focus comes to it."""
        yield from self.tell(spot.name, self._kind(spot), self._tick(spot), self._use(spot))
        yield from self._more(spot)

    def _more(self, spot: Spot) -> Iterator[Told]:
        if spot.role != Role.Graphic or self._tongue.is_its_own(spot.more):
            yield from self.tell(spot.more)
        elif self._letter in self._voices:
            yield Told(spot.more, self._letter, private=True)
        else:
            yield from self.tell(self._tongue.say("There is no voice here for the language of this letter."))

    def _kind(self, spot: Spot) -> str:
        match spot.role:
            case Role.Button | Role.ListItem:
                return self._tongue.say("button")
            case Role.CheckBox:
                return self._tongue.say("tick box")
            case Role.RadioButton:
                return self._tongue.say("one of several")
            case _:
                return ""

    def _tick(self, spot: Spot) -> str:
        if spot.ticked is None:
            return ""
        return self._tongue.say("chosen") if spot.ticked else self._tongue.say("not chosen")

    def _use(self, spot: Spot) -> str:
        return "" if spot.can_be_used else self._tongue.say("cannot be used now")
