"""From what was measured in many runs to the lines of the table: medians, ratios and what they may be."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from kiosk.station.proving import Proof, at_most, reported

Run = Mapping[str, Sequence[float]]
"""All that one walk has measured, by the name of the figure."""


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 0.02 else f"{seconds * 1000:.0f} ms"


def megabytes(size: float) -> str:
    return f"{size / 1e6:.0f} MB"


def share(value: float) -> str:
    return f"{value * 100:.0f} %"


def seconds(value: float) -> str:
    return f"{value:.2f} s"


def times(value: float) -> str:
    return f"{value:.2f}"


def each_second(value: float) -> str:
    return f"{value:.0f}/s"


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure of the kiosk as a ratio to Chromium's. ``budget``: the most it may be, or only reported."""

    figure: str
    what: str
    written: Callable[[float], str]
    budget: float | None = None


@dataclass(frozen=True, slots=True)
class Alone:
    """A figure of the kiosk by itself; ``budget`` in seconds."""

    figure: str
    what: str
    budget: float | None = None


COMPARED: Final = (
    Compared("painted", "start to first paint", milliseconds, 0.5),
    Compared("page", "page change", milliseconds, 0.5),
    Compared("memory at the welcome", "memory of all processes, at the welcome", megabytes, 0.45),
    Compared("memory with a letter open", "memory of all processes, a letter open", megabytes, 0.45),
    Compared(
        "memory with the next one ready", "memory of all processes, the next visit ready", megabytes, 0.45
    ),
    Compared("scroll cpu", "processor while scrolling at 60 Hz", share, 0.25),
    Compared("scroll frames", "frames while scrolling", each_second),
    Compared("back to the list", "from a letter back to the list", milliseconds),
    Compared("wheel", "wheel to pixel", milliseconds),
    Compared("language", "language switch", milliseconds),
    Compared("cpu to paint", "processor time to first paint", seconds),
)
ALONE: Final = (
    Alone("card said", "card put in, said on the glass", 0.5),
    Alone("pin to home", "PIN given, mailbox on the glass"),
    Alone("letter", "letter chosen, first page on the glass"),
)


def middle(runs: Sequence[Run], figure: str) -> float | None:
    """The median over runs of each run's median, if there is any."""
    medians = [median(run[figure]) for run in runs if run.get(figure)]
    return median(medians) if medians else None


def proofs(kiosk: Sequence[Run], chromium: Sequence[Run], begun: int) -> Iterator[Proof]:
    """``begun``: how many walks of each should be here."""
    yield _walked("kiosk", kiosk, begun)
    yield _walked("Chromium", chromium, begun)
    for compared in COMPARED:
        yield _compare(compared, middle(kiosk, compared.figure), middle(chromium, compared.figure))
    for alone in ALONE:
        yield _judge_alone(alone, middle(kiosk, alone.figure))


def _walked(name: str, runs: Sequence[Run], begun: int) -> Proof:
    return Proof(
        f"walks of {name} that came to their end", f"{len(runs)} of {begun}", "all", len(runs) == begun > 0
    )


def _compare(compared: Compared, ours: float | None, theirs: float | None) -> Proof:
    what = f"{compared.what}, kiosk to Chromium"
    if ours is None or theirs is None:
        return _unknown(what)
    figure = f"{times(ours / theirs)} ({compared.written(ours)} to {compared.written(theirs)})"
    if compared.budget is None:
        return reported(what, figure)
    return Proof(what, figure, f"≤ {times(compared.budget)}", ours <= compared.budget * theirs)


def _unknown(what: str) -> Proof:
    return Proof(what, "not measured", "measured", holds=False)


def _judge_alone(alone: Alone, value: float | None) -> Proof:
    if value is None:
        return _unknown(alone.what)
    if alone.budget is None:
        return reported(alone.what, milliseconds(value))
    return at_most(alone.what, value, alone.budget, milliseconds)
