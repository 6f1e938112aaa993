"""Somebody at the real glass, before the real runner, the practice town, a card daemon and a printer."""

from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

from kiosk.letters.press import ChildPress
from kiosk.visit import states as s
from tests.hands.hand import Hand, buttons, spoken
from tests.journeys.story import Story, World
from tests.screens.audit import texts
from tests.screens.glass import TestedGlass

K = TypeVar("K")


class Visitor:
    """``presses`` a button by its name, ``picks`` a row by words of it, and waits with ``until``."""

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
        self.story = Story(world, press, rooms, stack, changed=glass.stage.show)
        glass.glass.connect_runner(self.story.runner)
        glass.settle()
        self._speaks(language)

    def _speaks(self, language: str) -> None:
        """Danish is spoken already."""
        names = {"da": "Dansk", "en": "English", "ar": "العربية"}
        self._choose(lambda text: text == names[language])
        assert self.story.runner.visit.language == language

    def until(self, kind: type[K]) -> K:
        here = self.story.until(kind)
        self.glass.settle()
        return here

    def presses(self, name: str) -> None:
        self.hand.choose(self.glass, self.glass.named(name))

    def picks(self, words: str, *others: str) -> None:
        self._choose(lambda text: all(each in text for each in (words, *others)))

    def types(self, letters: str) -> None:
        self.hand.type(self.glass, letters)

    def _choose(self, meant) -> None:
        found = [item for item in buttons(self.glass) if meant(spoken(item))]
        assert found, sorted(spoken(item) for item in buttons(self.glass))
        self.hand.choose(self.glass, found[0])

    def reads(self) -> str:
        """Everything that stands on the glass."""
        return "\n".join(str(text.property("text")) for text in texts(self.glass))

    def logs_in(self, person: str) -> None:
        """With the code device."""
        self.picks(self.glass.stage.tongue.say("I have a code device"))
        self.types(person)
        self.until(s.AskingCode)
        self.types(self.world.town.client.press(person).code)
        self.until(s.AskingPassword)
        self.types(self.world.people[person].password)

    def leaves(self) -> s.Goodbye:
        self.presses("end")
        here = self.story.until(object, lambda now: isinstance(now, s.Goodbye | s.TakingThings))
        self.glass.settle()
        if isinstance(here, s.TakingThings):
            self.presses("taken")
        return self.until(s.Goodbye)
