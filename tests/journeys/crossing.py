"""Where something of one principal could be when the next one's turn has come: glass, voice, printer, notes, memory."""

import gc
import subprocess
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem

from kiosk.visit.secrets import Secret
from tests.journeys.story import Story
from tests.screens.aloud import Kept
from tests.screens.glass import TestedGlass
from tests.trace.canaries import Canary
from tests.trace.places import Found, files_below
from tests.trace.search import search

KINDS: Final = ("accessible tree", "texts", "picture", "clipboard", "voice", "printer", "memory")
_TOLD: Final = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)


def hits(places: Iterator[Found], canaries: Sequence[Canary]) -> set[tuple[str, str]]:
    """What was found, in which kind of place."""
    return {(hit.what, place.kind) for place in places for hit in search(place.data, canaries)}


def everywhere(story: Story, glass: TestedGlass, log: Kept, sheets_before: int) -> Iterator[Found]:
    """``log`` of the voice. ``sheets_before``: so many jobs came out before; they are on paper, in somebody's hand."""
    yield from _on_glass(glass)
    yield Found("voice", "all that was said", log.words().encode())
    yield from _at_printer(story, sheets_before)
    roots = (story.runner, glass.stage, glass.glass)
    yield Found("memory", "reached from visit and glass", within_reach(*roots, without=story.notes))


def _on_glass(glass: TestedGlass) -> Iterator[Found]:
    said = "\n".join(_said_by(QAccessible.queryAccessibleInterface(glass.window)))
    yield Found("accessible tree", "every node, seen or not", said.encode())
    texts = "\n".join(text for thing in _objects(glass) for text in _texts_of(thing))
    yield Found("texts", "every text of every object, seen or not", texts.encode())
    yield Found("picture", "the window", bytes(glass.picture().constBits()))
    yield Found("clipboard", "its text", QGuiApplication.clipboard().text().encode())


def _said_by(node: object) -> Iterator[str]:
    if node is None or not node.isValid():  # type: ignore[attr-defined]
        return
    yield from (node.text(kind) for kind in _TOLD)  # type: ignore[attr-defined]
    for index in range(node.childCount()):  # type: ignore[attr-defined]
        yield from _said_by(node.child(index))  # type: ignore[attr-defined]


def _objects(glass: TestedGlass) -> Collection[QObject]:
    """Items belong to each other in two ways. Whatever was met is kept: another would get its number."""
    met, ahead = dict[int, QObject](), [glass.window, glass.stage, glass.window.contentItem()]
    while ahead:
        thing = ahead.pop()
        if id(thing) not in met:
            met[id(thing)] = thing
            ahead += thing.children()
            ahead += thing.childItems() if isinstance(thing, QQuickItem) else []
    return met.values()


def _texts_of(thing: QObject) -> Iterator[str]:
    kind = thing.metaObject()
    for index in range(kind.propertyCount()):
        told = kind.property(index)
        if str(told.typeName()) in {"QString", "QUrl"}:
            yield str(told.read(thing))


def _at_printer(story: Story, sheets_before: int) -> Iterator[Found]:
    """What waits, what the printer tells of its jobs, what it wrote down, and what has come out since."""
    printer = story.world.printer
    for paper in printer.printed()[sheets_before:]:
        yield Found("printer", "paper", paper.read_bytes() + _words_on(paper))
    folder = printer.tray_for(1).parent.parent
    yield from files_below(folder / "spool", "printer")
    yield Found("printer", "its log", (folder / "log").read_bytes())
    for question in ("get-jobs.test", "get-completed-jobs.test"):
        command = ["ipptool", "-tv", printer.uri, question]
        yield Found(
            "printer", question, subprocess.run(command, capture_output=True, timeout=30, check=False).stdout
        )


def _words_on(paper: Path) -> bytes:
    return subprocess.run(["pdftotext", str(paper), "-"], capture_output=True, timeout=30, check=True).stdout


def within_reach(*roots: object, without: object) -> bytes:
    """All words and bytes that can be reached from ``roots``, through closures too, not through modules."""
    met, ahead, found = {id(without)}, list(roots), list[bytes]()
    while ahead:
        thing = ahead.pop()
        if id(thing) in met or isinstance(thing, type | ModuleType):
            continue
        met.add(id(thing))
        match thing:
            case FunctionType():
                ahead += [cell.cell_contents for cell in thing.__closure__ or () if _is_filled(cell)]
                continue
            case Secret():
                found.append(thing.text().encode() if len(thing) else b"")
            case str():
                found.append(thing.encode("utf-8", "replace"))
            case bytes() | bytearray():
                found.append(bytes(thing))
            case QImage():
                found.append(bytes(thing.constBits()))
            case _:
                pass
        ahead += gc.get_referents(thing)
    return b"\n".join(found)


def _is_filled(cell: object) -> bool:
    try:
        cell.cell_contents  # type: ignore[attr-defined] # noqa: B018
    except ValueError:
        return False
    return True
