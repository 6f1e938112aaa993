"""The walk that every contestant takes: welcome, languages, a question, the list, a letter, the list again."""

import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from tests.bench import places
from tests.bench.contestants import Contestant
from tests.bench.glass import LateError
from tests.bench.places import Place
from tests.bench.processes import Tree
from tests.bench.record import Record

CALM_S: Final = 3.0
_TURNS: Final = 6
_LETTERS: Final = 4
_READING_S: Final = 1.5
_NOTCHES: Final = 12
_SCROLL_S: Final = 3.0
_HERTZ: Final = 60
_RUN: Final = 12
_LAST_WORDS: Final = 20


def walk(contestant: Contestant, *, learning: bool) -> Record:
    """Start it, take it round once, end it. Raises :class:`LateError` when a scene does not come."""
    record = Record(contestant.glass, learning)
    _wait_for_black(contestant)
    with ExitStack() as stack:
        try:
            tree = record.reach("welcome", lambda: stack.enter_context(contestant.start()), "painted")
            record.add("cpu to paint", tree.cpu_seconds())
            _rest_and_weigh(record, tree, "memory at the welcome")
            _go_round(contestant, record, tree)
        except LateError:
            _keep_picture(contestant)
            raise
    return record


def _go_round(contestant: Contestant, record: Record, tree: Tree) -> None:
    _languages(record)
    _pages(record)
    contestant.enter(record)
    _letters(record, tree)
    _wheel(record)
    _scroll(record, tree)
    if not record.learning:
        contestant.part(tree)
    _rest_and_weigh(record, tree, "memory with the next one ready")


def _wait_for_black(contestant: Contestant) -> None:
    end = time.monotonic() + 10
    while not contestant.glass.is_black():
        if time.monotonic() > end:
            raise TimeoutError("somebody is still on the glass")
        time.sleep(0.05)


def _keep_picture(contestant: Contestant) -> None:
    """When a walk goes astray, what the glass shows is the best clue."""
    path = Path(tempfile.gettempdir()) / f"bench-{contestant.name}-astray.png"
    contestant.glass.save(path)
    print(f"bench: {contestant.name} went astray, see {path}; its last words:", file=sys.stderr)
    sys.stderr.writelines(contestant.log.read_text(errors="replace").splitlines(keepends=True)[-_LAST_WORDS:])


def _rest_and_weigh(record: Record, tree: Tree, figure: str) -> None:
    tree.calm_down()
    if not record.learning:
        time.sleep(CALM_S)
        record.add(figure, tree.pss_bytes())


def _tap(record: Record, place: Place, scene: str, figure: str) -> None:
    record.glass.rest()
    record.glass.display.point(*place)
    record.glass.display.press()
    record.reach(scene, record.glass.display.release, figure)


def _turns(record: Record, turns: int) -> range:
    """Once is enough to learn."""
    return range(1 if record.learning else turns)


def _languages(record: Record) -> None:
    for _ in _turns(record, _TURNS):
        _tap(record, places.ARABIC, "welcome in Arabic", "language")
        _tap(record, places.DANISH_MIRRORED, "welcome after Arabic", "language")


def _pages(record: Record) -> None:
    for _ in _turns(record, _TURNS):
        _tap(record, places.CODE, "question", "page")
        _tap(record, places.BACK_TO_WELCOME, "welcome again", "page")


def _letters(record: Record, tree: Tree) -> None:
    for turn in _turns(record, _LETTERS):
        _tap(record, places.FIRST_LETTER, "letter", "letter")
        if turn == _LETTERS - 1:
            _rest_and_weigh(record, tree, "memory with a letter open")
        record.glass.rest(_READING_S)
        _tap(record, places.BACK_TO_LETTERS, "list again", "back to the list")


def _wheel(record: Record) -> None:
    """One notch at a time, down and up, and how soon the list follows."""
    record.glass.display.point(*places.OVER_THE_LIST)
    for turn in _turns(record, _NOTCHES):
        record.glass.rest(0.3)
        notch = -1 if turn % 2 else 1
        record.change(lambda: record.glass.display.wheel(notch), "wheel")  # noqa: B023 - called at once


def _scroll(record: Record, tree: Tree) -> None:
    """The wheel turned at 60 Hz, some notches down, as many up."""
    record.glass.rest(0.3)
    frames, last = 0, b""
    cpu, begun = tree.cpu_seconds(), time.perf_counter()
    for tick in range(int(_SCROLL_S * _HERTZ)):
        record.glass.display.wheel(-1 if tick // _RUN % 2 else 1)
        seen, last = record.count_frames(begun + (tick + 1) / _HERTZ, last)
        frames += seen
    elapsed = time.perf_counter() - begun
    record.add("scroll cpu", (tree.cpu_seconds() - cpu) / elapsed)
    record.add("scroll frames", frames / elapsed)
