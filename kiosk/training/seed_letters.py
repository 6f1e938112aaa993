"""Which letters lie in whose mailbox from the start."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from kiosk.training.clock import TownClock
from kiosk.training.memo_writer import Authority, Enclosure, MemoDraft, Paper, write_memo
from kiosk.training.people import Person
from kiosk.training.seed import SeedLetter


class FirstLetters:
    """Makes them when a mailbox is made. ``folder`` keeps the prepared PDFs from start to start."""

    def __init__(self, folder: Path, clock: TownClock) -> None:
        self._folder = folder
        self._clock = clock

    def __call__(self, person: Person) -> Iterator[SeedLetter]:
        assert person.cpr
        for days in (1, 5, 9):
            draft = MemoDraft(
                Authority("Aarhus Kommune", "55133018"),
                person.cpr,
                person.name,
                f"Brev {days}",
                (
                    Paper(
                        (
                            Enclosure(
                                "text/plain", "brev.txt", "Kære borger\n\nDette er et øvebrev.\n".encode()
                            ),
                        ),
                        "Brev",
                    ),
                ),
                self._clock.now(),
            )
            yield SeedLetter(write_memo(draft), timedelta(days=days), read=days > 5)
