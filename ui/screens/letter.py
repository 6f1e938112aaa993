"""A page of a letter on the glass."""

from dataclasses import dataclass, field
from typing import Any

from kiosk.visit.paper import Picture
from kiosk.visit.post import Letter
from kiosk.visit.states import Pages, Reading
from kiosk.visit.turning import ZOOMS
from ui.screens.scene import Scene
from ui.tongue import Tongue, isolated

NONE = 0


@dataclass(frozen=True, slots=True)
class DocumentRow:
    label: str = field(repr=False)
    index: int
    here: bool


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of whatever has pages. ``previous``, ``next``, ``closer`` and ``farther``: what the buttons ask for, or 0.

    ``height`` of the page for a width of 1. ``drawing``: a sharper or another page is on its way. ``words`` are what is
    read aloud of it, in ``language``, which is the sender's BCP 47 tag.
    """

    picture: Picture
    height: float
    page: str
    previous: int
    next: int
    zoom: int
    zoomed: str
    closer: int
    farther: int
    drawing: bool
    words: str = field(repr=False)
    language: str


@dataclass(frozen=True, slots=True)
class ReadingScreen(Leaf):
    label: str = field(repr=False)
    sender: str = field(repr=False)
    received: str = field(repr=False)
    documents: tuple[DocumentRow, ...] = field(repr=False)


def reading(place: Reading, tongue: Tongue) -> Scene:
    head = place.letter.head
    model = ReadingScreen(
        **leafing(place, tongue, place.letter.documents[place.index].files[0].language),
        label=head.label,
        sender=isolated(head.sender),
        received=tongue.day(head.received),
        documents=document_rows(place.letter, place.index),
    )
    return Scene(model)


def leafing(place: Pages, tongue: Tongue, language: str) -> dict[str, Any]:
    """The fields of a :class:`Leaf`."""
    picture = place.picture
    words = place.pressed.words(place.page)
    return {
        "picture": picture,
        "height": picture.height / picture.width,
        "page": _page(place, tongue),
        "previous": place.page - 1,
        "next": place.page + 1 if place.page < place.pressed.pages else NONE,
        "zoom": place.zoom,
        "zoomed": tongue.percent(place.zoom),
        "closer": next((zoom for zoom in ZOOMS if zoom > place.zoom), NONE),
        "farther": next((zoom for zoom in reversed(ZOOMS) if zoom < place.zoom), NONE),
        "drawing": place.wanted is not None,
        "words": words or _no_words(place, tongue),
        "language": language if words else tongue.code,
    }


def document_rows(letter: Letter, here: int | None) -> tuple[DocumentRow, ...]:
    """The documents to choose from; nothing when there is no choice."""
    if len(letter.documents) < 2:
        return ()
    return tuple(
        DocumentRow(document.label, index, index == here) for index, document in enumerate(letter.documents)
    )


def _no_words(place: Pages, tongue: Tongue) -> str:
    if place.pressed.words(1):
        return tongue.say("The words of all pages are read on the first page.")
    return tongue.say("This page is a picture. There are no words in it to read aloud.")


def _page(place: Pages, tongue: Tongue) -> str:
    return tongue.say(
        "Page {page} of {pages}",
        page=tongue.number(place.page),
        pages=tongue.number(place.pressed.pages),
    )
