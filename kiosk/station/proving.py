"""A claim about this machine that was put to the test, and the table that says whether all of them hold."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

_HEADINGS: Final = ("what", "figure", "budget", "holds")
_NO_BUDGET: Final = "–"


@dataclass(frozen=True, slots=True)
class Proof:
    """One line of the table. Nothing in it says anything about a person."""

    what: str
    figure: str
    budget: str
    holds: bool

    @property
    def verdict(self) -> str:
        """``yes``, ``NO``, or a dash for a figure that has no budget."""
        if self.budget == _NO_BUDGET:
            return _NO_BUDGET
        return "yes" if self.holds else "NO"


def at_most(what: str, value: float, budget: float, written: Callable[[float], str]) -> Proof:
    """Holds while ``value`` is not above ``budget``, both in the same unit; ``written`` gives them their unit."""
    return Proof(what, written(value), f"≤ {written(budget)}", value <= budget)


def reported(what: str, figure: str) -> Proof:
    """A figure worth knowing that has no budget, so it cannot fail."""
    return Proof(what, figure, _NO_BUDGET, holds=True)


def table(proofs: Sequence[Proof]) -> str:
    """As Markdown, with columns that also stand straight on a terminal. Ends with a line break."""
    rows = [_HEADINGS, *(_cells(proof) for proof in proofs)]
    widths = [max(len(row[k]) for row in rows) for k in range(len(_HEADINGS))]
    rule = tuple("-" * width for width in widths)
    return "".join(_line(row, widths) for row in (rows[0], rule, *rows[1:]))


def exit_status(proofs: Sequence[Proof]) -> int:
    """0 only if there is something and all of it holds."""
    return 0 if proofs and all(proof.holds for proof in proofs) else 1


def _cells(proof: Proof) -> tuple[str, ...]:
    return proof.what, proof.figure, proof.budget, proof.verdict


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"| {' | '.join(padded)} |\n"
