"""What the visit is told about cards and readers, worked out from what PC/SC says, look by look."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk.visit.events import CardGone, CardSeen, ReaderFound, ReaderLost, SecondCardSeen, Seen
from kiosk.visit.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Slot:
    """One reader at one moment. ``generation`` moves with every card that came or went."""

    present: bool
    mute: bool
    generation: int


_EMPTY = Slot(present=False, mute=False, generation=0)


def chosen(reader_name: str, names: list[str]) -> str | None:
    """The full name of the reader that is meant: pcscd appends slot numbers, so the start decides."""
    return min((name for name in names if name.startswith(reader_name)), default=None)


class Lookout:
    """Remembers the last look at the readers and tells what is new.

    It starts out believing that the reader is there and empty, as the visit does.
    """

    def __init__(self, reader_name: str) -> None:
        self._reader_name = reader_name
        self._ours = _EMPTY
        self._lost: Trouble | None = None
        self._two_cards = False

    def look(self, slots: Mapping[str, Slot]) -> Iterator[Seen]:
        """Every reader there is, by name."""
        name = chosen(self._reader_name, list(slots))
        if name is None:
            yield from self.lose(Trouble.READER_GONE)
            return
        if self._lost is not None:
            self._lost = None
            yield ReaderFound()
        yield from self._compare(slots[name])
        yield from self._count(slots[name], [slot for other, slot in slots.items() if other != name])

    def lose(self, why: Trouble) -> Iterator[Seen]:
        """The reader (READER_GONE) or all of PC/SC (READER_SERVICE_DOWN) is away; the reason is told first."""
        if self._lost is not why:
            self._lost = why
            yield ReaderLost(why)
        yield from self._compare(_EMPTY)

    def _compare(self, now: Slot) -> Iterator[Seen]:
        before, self._ours = self._ours, now
        # In both looks a card, but the generation moved: the moment in between was missed, it may be another card.
        stayed = before.present and now.present and before.generation == now.generation
        if before.present and not stayed:
            self._two_cards = False
            yield CardGone()
        if now.present and not stayed:
            yield CardSeen(mute=now.mute)

    def _count(self, ours: Slot, others: list[Slot]) -> Iterator[Seen]:
        before = self._two_cards
        self._two_cards = ours.present and any(slot.present for slot in others)
        if self._two_cards and not before:
            yield SecondCardSeen()
