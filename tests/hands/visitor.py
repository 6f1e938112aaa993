"""Somebody at the real glass, before the real runner, the practice town, a card daemon and a printer."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

from kiosk.letters.press import ChildPress
from kiosk.training.practice import PersonCard
from kiosk.visit import states as s
from kiosk.visit.mandates import Deed
from tests.hands.hand import Hand, buttons, spoken
from tests.journeys.story import Story, World
from tests.screens.audit import nodes, texts
from tests.screens.glass import TestedGlass
from ui.tongue import Tongue, isolated
from ui.voice.tree import name_of

K = TypeVar("K")


class Visitor:
    """``presses`` a button by its name, ``picks`` a row by words of it, and waits with ``until``.

    ``who``: whose login it is, once there is one.
    """

    def __init__(
        self,
        glass: TestedGlass,
        hand: Hand,
        language: str,
        world: World,
        press: ChildPress,
        rooms: Path,
        stack: ExitStack,
    ) -> None:
        self.glass, self.hand, self.world = glass, hand, world
        self.who = ""
        self.story = Story(world, press, rooms, stack, changed=glass.stage.show)
        glass.glass.connect_runner(self.story.runner)
        glass.settle()
        self._speaks(language)

    def _speaks(self, language: str) -> None:
        """Danish is spoken already."""
        names = {"da": "Dansk", "en": "English", "ar": "العربية"}
        self._choose(lambda text: text == names[language])
        assert self.story.runner.visit.language == language

    def until(self, kind: type[K], when: Callable[[K], bool] = lambda _: True) -> K:
        here = self.story.until(kind, when)
        self.glass.settle()
        return here

    def presses(self, name: str) -> None:
        self.hand.choose(self.glass, self.glass.named(name))

    def picks(self, words: str, *others: str) -> None:
        self._choose(lambda text: all(each in text for each in (words, *others)))

    def chooses(self, place: type[K], name: str, *others: str) -> K:
        """Somebody to act for, and comes to the place."""
        self.until(s.ChoosingPrincipal)
        self.picks(name, *others)
        return self.until(place)

    def types(self, letters: str) -> None:
        self.hand.type(self.glass, letters)

    def _choose(self, meant) -> None:
        found = [item for item in buttons(self.glass) if meant(spoken(item))]
        assert found, sorted(spoken(item) for item in buttons(self.glass))
        self.hand.choose(self.glass, found[0])

    def reads(self) -> str:
        """Everything that stands on the glass."""
        return "\n".join(str(text.property("text")) for text in texts(self.glass))

    def sees(self, *said: str, **parts: str) -> None:
        """It stands on the glass, in the language of the visit. ``parts`` are names, for all of ``said``."""
        filled = {name: isolated(part) for name, part in parts.items()}
        for each in said:
            assert self.tongue.say(each, **filled) in self.reads(), self.reads()

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """What the receipt will tell the one whom they act for now."""
        return self.story.runner.visit.state.session.acting.deeds

    def hears(self, said: str, **parts: str) -> None:
        """A screen reader says it."""
        filled = {name: isolated(part) for name, part in parts.items()}
        heard = [name_of(node) for node in nodes(self.glass)]
        assert self.tongue.say(said, **filled) in heard, heard

    @property
    def tongue(self) -> Tongue:
        return self.glass.stage.tongue

    def person(self, person: str) -> PersonCard:
        return self.world.people[person]

    def logs_in(self, person: str) -> None:
        """With the code device."""
        self.who = person
        self.picks(self.tongue.say("I have a code device"))
        self.signs_by_code(person)

    def signs_by_code(self, person: str) -> None:
        self._is_asked(s.AskingUserId)
        self.types(self.person(person).user_id)
        self._is_asked(s.AskingCode)
        self.types(self.world.town.client.press(person).code)
        self._is_asked(s.AskingPassword)
        self.types(self.person(person).password)

    def _is_asked(self, question: type) -> None:
        """On the way in, or once more for a signature."""
        self.story.until(object, lambda here: isinstance(_question(here), question))
        self.glass.settle()

    def logs_in_by_card(self, person: str) -> None:
        self.who = person
        self.story.puts_in(person)
        self.signs_by_card(person)

    def signs_by_card(self, person: str) -> None:
        self._is_asked(s.AskingPin)
        self.types(self.person(person).pin)

    def leaves(self) -> s.Goodbye:
        """With the card and the pages."""
        self.presses("end")
        self.world.shelf.remove()
        here = self.story.until(object, _has_card_back)
        self.glass.settle()
        if isinstance(here, s.TakingThings):
            self.presses("taken")
        return self.until(s.Goodbye)


def _question(here: object) -> object:
    if isinstance(here, s.SigningMandate) and isinstance(here.proof, s.Identifying):
        return here.proof.way
    return here


def _has_card_back(here: object) -> bool:
    return isinstance(here, s.Goodbye) or (isinstance(here, s.TakingThings) and not here.card_in)


Visitors = Callable[[], Visitor]
"""The next person comes to the glass."""
