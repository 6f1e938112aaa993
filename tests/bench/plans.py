"""What happens in each visit of a soak: drawn from a seed, so that the same seed gives the same visits again."""

import random
from dataclasses import dataclass
from typing import Final

from kiosk.training.people import PEOPLE, Person
from tests.bench import acts
from tests.bench.acts import Act

_ONE_IN: Final = 80
"""So rarely does a visit crash: three in ten minutes put the machine out of order, longer each time."""

_WEIGHTS = dict[Act, int]

_READERS: Final = ("anna", "ahmed", "tina-ten-thousand")
_GOOD: Final = (*_READERS * 3, "lars-legal", "uma-unlucky", "noor-no-cpr", "emma-exempt")
_OTHERS: Final = ("erik-expired", "rita-revoked", "otto-other-issuer", "dora-damaged", "gudrun-unregistered")

_WAYS: Final[_WEIGHTS] = {
    acts.asks_for_code: 52,
    acts.asks_in_english: 6,
    acts.asks_in_arabic: 6,
    acts.puts_card_in: 18,
    acts.logs_in_by_card: 18,
    acts.logs_in_by_code: 2,
}
_AT_THE_QUESTION: Final[_WEIGHTS] = {acts.turns_back: 3, acts.types_nonsense: 3}
_AT_THE_PIN: Final[_WEIGHTS] = {acts.mistypes_pin: 3, acts.turns_back: 2}
_AT_THE_LETTERS: Final[_WEIGHTS] = {
    acts.opens_letter: 40,
    acts.turns_page: 10,
    acts.enlarges: 5,
    acts.scrolls: 10,
    acts.goes_back_to_letters: 10,
    acts.begins_to_print: 6,
    acts.prints: 4,
    acts.stops_printer: 4,
    acts.prints_into_a_jam: 8,
    acts.pulls_card_and_returns: 6,
    acts.steps_away_and_returns: 6,
}
_AROUND: Final[_WEIGHTS] = {
    acts.post_goes_down: 4,
    acts.login_goes_down: 4,
    acts.network_goes_away: 2,
    acts.printer_jams: 3,
    acts.paper_is_out: 3,
    acts.reader_is_unplugged: 2,
    acts.card_daemon_dies: 1,
}
_ROADS: Final[_WEIGHTS] = {
    acts.by_the_button: 42,
    acts.by_taking_the_card: 2,
    acts.as_the_next_card_is_in: 3,
    acts.as_the_spare_dies: 1,
}
_CRASHES: Final[_WEIGHTS] = {
    acts.by_a_kill: 3,
    acts.by_a_wild_pointer: 2,
    acts.by_a_hang: 1,
    acts.by_too_little_memory: 2,
}
_ACTS: Final[dict[Act, _WEIGHTS]] = {
    acts.asks_for_code: _AT_THE_QUESTION,
    acts.puts_card_in: _AT_THE_PIN,
    acts.logs_in_by_card: _AT_THE_LETTERS,
    acts.logs_in_by_code: _AT_THE_LETTERS,
}
_HOW_MANY: Final = (6, 4, 2, 1)
"""The weights of no act, one, two and three."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One visit of somebody: the way in, some acts, the road out."""

    person: Person
    acts: tuple[Act, ...]

    def __str__(self) -> str:
        return f"{self.person.id}: {', '.join(act.__name__ for act in self.acts)}"


def draw(seed: int, number: int) -> Plan:
    """The visit with that number, whatever came before it."""
    dice = random.Random(f"{seed}:{number}")
    road = _road(dice, number)
    # Whoever has a card in has all the time there is for the PIN, so silence ends nothing there.
    way = acts.logs_in_by_card if road is acts.by_silence else _one(dice, _WAYS)
    people = (*_GOOD, *_OTHERS) if way is acts.puts_card_in else _GOOD
    person = PEOPLE[dice.choice(people)]
    return Plan(person, (way, *_between(dice, way), road))


def _between(dice: random.Random, way: Act) -> list[Act]:
    """A letter is opened first more often than not; one visit in twelve something is the matter around it."""
    (how_many,) = dice.choices(range(len(_HOW_MANY)), _HOW_MANY)
    usual = _ACTS.get(way)
    chosen = [_one(dice, usual) for _ in range(how_many)] if usual else []
    if dice.randrange(12) == 0:
        chosen.insert(dice.randint(0, len(chosen)), _one(dice, _AROUND))
    return chosen


def _road(dice: random.Random, number: int) -> Act:
    if number % _ONE_IN == _ONE_IN // 2:
        return _one(dice, _CRASHES)
    return acts.by_silence if number % (4 * _ONE_IN) == _ONE_IN else _one(dice, _ROADS)


def _one(dice: random.Random, weights: _WEIGHTS) -> Act:
    return dice.choices(list(weights), list(weights.values()))[0]
