"""A letter: fetched, pressed, turned page by page."""

from dataclasses import replace
from typing import assert_never

from kiosk.visit.deeds import letter_read
from kiosk.visit.effects import ClosePress, FetchFile, MarkRead, PressFile
from kiosk.visit.events import (
    DocumentChosen,
    Event,
    FileFetched,
    FilePressed,
    LetterChosen,
    LetterFetched,
    TroubleCame,
    WentBack,
)
from kiosk.visit.hindrance import hinder
from kiosk.visit.moves import Move, move, number, stay
from kiosk.visit.paper import Pressed
from kiosk.visit.post import Letter, LetterHead
from kiosk.visit.reading import AtLetter
from kiosk.visit.states import (
    FetchingLetter,
    InFolder,
    OpeningDocument,
    Reading,
    SignedIn,
    Visit,
)
from kiosk.visit.trouble import Trouble
from kiosk.visit.turning import ZOOMS, turn


def step_letter(visit: Visit, state: SignedIn, place: AtLetter, event: Event) -> Move:
    match place:
        case FetchingLetter():
            return _step_fetching(visit, state, place, event)
        case OpeningDocument():
            return _step_opening(visit, state, place, event)
        case Reading():
            return _step_reading(visit, state, place, event)
        case _:
            assert_never(place)


def _step_fetching(visit: Visit, state: SignedIn, place: FetchingLetter, event: Event) -> Move:
    match event:
        case LetterFetched(order, letter) if order == place.order:
            return open_document(visit, state, place.back, letter, 0)
        case WentBack():
            return move(visit, SignedIn(state.session, place.back))
        case TroubleCame(order, trouble) if order == place.order:
            return hinder(visit, state, trouble, place.back, LetterChosen(place.head.id))
        case _:
            return stay(visit)


def open_document(visit: Visit, state: SignedIn, back: InFolder, letter: Letter, index: int) -> Move:
    """Fetch the best file of document ``index``. A document that is not there changes nothing."""
    if not letter.documents:
        return hinder(visit, state, Trouble.LETTER_EMPTY, back, LetterChosen(letter.head.id))
    if not 0 <= index < len(letter.documents):
        return stay(visit)
    files = letter.documents[index].files
    if not files:
        return hinder(visit, state, Trouble.LETTER_EMPTY, back, LetterChosen(letter.head.id), letter)
    order = number(visit)
    return move(
        visit,
        SignedIn(state.session, OpeningDocument(order, back, letter, index)),
        FetchFile(order, state.session.grant_in_use, letter, files[0]),
    )


def _step_opening(visit: Visit, state: SignedIn, place: OpeningDocument, event: Event) -> Move:
    match event:
        case FileFetched(order, content) if order == place.order:
            then = number(visit)
            file = place.letter.documents[place.index].files[0]
            opening = SignedIn(state.session, replace(place, order=then))
            return move(visit, opening, PressFile(then, content, file))
        case FilePressed(order, pressed) if order == place.order:
            return _read(visit, state, place, pressed)
        case WentBack():
            return move(visit, SignedIn(state.session, place.back), ClosePress())
        case TroubleCame(order, trouble) if order == place.order:
            again = LetterChosen(place.letter.head.id)
            return hinder(visit, state, trouble, place.back, again, place.letter)
        case _:
            return stay(visit)


def _read(visit: Visit, state: SignedIn, place: OpeningDocument, pressed: Pressed) -> Move:
    """The first page is on the glass: now, and not before, the letter counts as read, here as at the post office."""
    letter = place.letter
    reading = Reading(
        _with_read(place.back, letter.head),
        replace(letter, head=replace(letter.head, read=True)),
        place.index,
        pressed,
        page=1,
        zoom=ZOOMS[0],
        picture=pressed.first,
    )
    mark = () if letter.head.read else (MarkRead(number(visit), state.session.grant_in_use, letter),)
    return move(visit, SignedIn(letter_read(visit, state.session, letter.head.id), reading), *mark)


def _with_read(back: InFolder, read: LetterHead) -> InFolder:
    """The list with this letter read, without asking for it again: the server's own list may lag."""
    less = 0 if read.read else 1
    shown = back.folder
    folders = tuple(
        replace(folder, unread=folder.unread - less) if folder is shown else folder for folder in back.folders
    )
    now_read = replace(read, read=True)
    heads = tuple(now_read if head.id == read.id else head for head in back.letters.heads)
    return replace(back, folders=folders, letters=replace(back.letters, heads=heads))


def _step_reading(visit: Visit, state: SignedIn, place: Reading, event: Event) -> Move:
    match event:
        case DocumentChosen(index) if index != place.index:
            return open_document(visit, state, place.back, place.letter, index)
        case WentBack():
            return move(visit, SignedIn(state.session, place.back), ClosePress())
        case TroubleCame(order, trouble) if order == place.wanted:
            again = LetterChosen(place.letter.head.id)
            return hinder(visit, state, trouble, place.back, again, place.letter)
        case _:
            return turn(visit, state, place, event)
