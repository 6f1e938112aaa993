"""A long journal that somebody has spoilt: is each row named, and how long does it take?"""

import os
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kiosk.station.proving import Proof, at_most
from tests.station.journals import flip_a_bit, remove, swap, write_long_journal
from tests.station.test_reading_the_journal import KEY, Machine

_ROWS: Final = 100_000
_BUDGET_S: Final = 10.0


def proofs(*, quick: bool = False) -> Iterator[Proof]:
    """``quick`` looks at a tenth of it."""
    rows = _ROWS // 10 if quick else _ROWS
    with tempfile.TemporaryDirectory(prefix="prove-") as folder:
        machine = Machine(Path(folder))
        write_long_journal(machine.journal, KEY, rows)
        seed = random.randrange(1 << 32)
        wanted = _spoil(machine.journal, random.Random(seed), rows)
        begun = os.times()
        *said, _, _ = machine.journal_says("verify").stdout.splitlines()
        ended = os.times()
    named = sum(row in said for row in wanted)
    yield Proof(
        f"journal verify, {rows:,} rows: a flipped bit, one removed, two swapped (seed {seed})",
        f"{named} of {len(wanted)} named, {len(said) - named} others",
        "each, no other",
        said != [] and sorted(said) == sorted(wanted),
    )
    seconds = sum(ended[2:4]) - sum(begun[2:4])
    yield at_most(f"journal verify, {rows:,} rows, of one core", seconds, _BUDGET_S, "{:.1f} s".format)


def _spoil(journal: Path, chance: random.Random, rows: int) -> list[str]:
    """What ``verify`` must say of it afterwards."""
    changed, missing, one, other = chance.sample(range(1, rows + 1), 4)
    flip_a_bit(journal, changed, chance)
    remove(journal, missing)
    swap(journal, one, other)
    return [
        f"row {changed}: not as it was written",
        f"row {missing}: missing",
        f"row {one}: out of place, written as row {other}",
        f"row {other}: out of place, written as row {one}",
    ]
