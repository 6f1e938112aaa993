"""The mailbox: folders, pages of letters, and the stop before a letter that is served by opening it."""

from dataclasses import replace
from typing import assert_never

from kiosk.visit.danish import danish_day
from kiosk.visit.deeds import done, mailbox_opened, perhaps_done
from kiosk.visit.effects import FetchLetter, ServeLetter
from kiosk.visit.events import (
    Event,
    FolderChosen,
    LetterChosen,
    LetterServed,
    LettersListed,
    ListPageChosen,
    MailboxOpened,
    PostAsked,
    SearchAsked,
    SearchCleared,
    SearchGiven,
    ServicesAsked,
    ServingAccepted,
    TroubleCame,
    WentBack,
)
from kiosk.visit.hindrance import hinder
from kiosk.visit.mandates import DeedKind
from kiosk.visit.moves import Move, move, number, stay
from kiosk.visit.opening import go_to_services
from kiosk.visit.outcomes import is_untold
from kiosk.visit.post import OWN_MAILBOX_FROM, LetterHead
from kiosk.visit.reading import AtMailbox
from kiosk.visit.states import (
    AskingSearch,
    AskingToServe,
    AtServices,
    FetchingLetter,
    InFolder,
    ListingLetters,
    OpeningMailbox,
    ServingLetter,
    Session,
    SignedIn,
    Visit,
)
from kiosk.visit.step_acting import end_acting
from kiosk.visit.step_mandate import why_over
from kiosk.visit.step_searching import list_letters, search
from kiosk.visit.trouble import Trouble


def step_mailbox(visit: Visit, state: SignedIn, place: AtMailbox, event: Event) -> Move:
    match place:
        case OpeningMailbox():
            return _step_opening(visit, state, place, event)
        case InFolder():
            return _step_folder(visit, state, place, event)
        case ListingLetters():
            return _step_listing(visit, state, place, event)
        case AskingToServe():
            return _step_asking_to_serve(visit, state, place, event)
        case ServingLetter():
            return _step_serving(visit, state, place, event)
        case _:
            assert_never(place)


def _step_opening(visit: Visit, state: SignedIn, place: OpeningMailbox, event: Event) -> Move:
    match event:
        case MailboxOpened(order, opened) if order == place.order:
            folder = InFolder(opened.mailbox, opened.folders, opened.letters)
            return move(visit, SignedIn(mailbox_opened(visit, state.session), folder))
        case TroubleCame(order, trouble) if order == place.order:
            # Without a mailbox there are still the services, and the citizen's mandates.
            return hinder(visit, state, _why_none(visit, state.session, trouble), AtServices(), PostAsked())
        case _:
            return stay(visit)


def _why_none(visit: Visit, session: Session, trouble: Trouble) -> Trouble:
    """Whoever is too young for a mailbox has not lost one."""
    if trouble is not Trouble.MAILBOX_CLOSED or session.acting is not None:
        return trouble
    young = session.citizen.is_younger_than(OWN_MAILBOX_FROM, danish_day(visit.at))
    return Trouble.MAILBOX_NOT_YET if young else trouble


def _step_folder(visit: Visit, state: SignedIn, place: InFolder, event: Event) -> Move:
    match event:
        case FolderChosen(folder_id) if any(folder.id == folder_id for folder in place.folders):
            return list_letters(visit, state, place, folder_id, 0, None, event)
        case ListPageChosen(page) if 0 <= page < place.letters.pages:
            letters = place.letters
            return list_letters(visit, state, place, letters.folder_id, page, letters.sought, event)
        case SearchAsked():
            return move(visit, SignedIn(state.session, AskingSearch(place)))
        case SearchGiven():
            return search(visit, state, place, event)
        case SearchCleared() if place.letters.sought is not None:
            return list_letters(visit, state, place, place.letters.folder_id, 0, None, event)
        case LetterChosen(letter_id):
            return _choose(visit, state, place, letter_id)
        case ServicesAsked():
            return go_to_services(visit, state.session)
        case _:
            return stay(visit)


def _choose(visit: Visit, state: SignedIn, place: InFolder, letter_id: str) -> Move:
    head = next((head for head in place.letters.heads if head.id == letter_id), None)
    if head is None:
        return stay(visit)
    if head.must_ask_before_opening:
        return move(visit, SignedIn(state.session, AskingToServe(place, head)))
    return _fetch(visit, state, place, head)


def _fetch(visit: Visit, state: SignedIn, back: InFolder, head: LetterHead) -> Move:
    order = number(visit)
    return move(
        visit,
        SignedIn(state.session, FetchingLetter(order, back, head)),
        FetchLetter(order, state.session.grant_in_use, back.mailbox.id, head.id),
    )


def _with(folder: InFolder, head: LetterHead) -> InFolder:
    """The list with this row as it is now."""
    heads = tuple(head if other.id == head.id else other for other in folder.letters.heads)
    return replace(folder, letters=replace(folder.letters, heads=heads))


def _step_listing(visit: Visit, state: SignedIn, place: ListingLetters, event: Event) -> Move:
    match event:
        case LettersListed(order, letters) if order == place.order:
            session = _searched(visit, state.session, place)
            return move(visit, SignedIn(session, replace(place.kept, letters=letters)))
        case WentBack():
            return move(visit, SignedIn(state.session, place.kept))
        case TroubleCame(order, trouble) if order == place.order:
            return hinder(visit, state, trouble, place.kept, place.said)
        case _:
            return stay(visit)


def _searched(visit: Visit, session: Session, place: ListingLetters) -> Session:
    sought = isinstance(place.said, SearchGiven)
    return done(visit, session, DeedKind.LETTERS_SEARCHED) if sought else session


def _step_asking_to_serve(visit: Visit, state: SignedIn, place: AskingToServe, event: Event) -> Move:
    match event:
        case ServingAccepted():
            order = number(visit)
            grant, head = state.session.grant_in_use, place.head
            return move(
                visit,
                SignedIn(state.session, ServingLetter(order, place.back, head)),
                ServeLetter(order, grant, place.back.mailbox.id, head.id, head.version),
            )
        case WentBack():
            return move(visit, SignedIn(state.session, place.back))
        case _:
            return stay(visit)


def _step_serving(visit: Visit, state: SignedIn, place: ServingLetter, event: Event) -> Move:
    match event:
        case LetterServed(order) if order == place.order:
            return _served(
                visit, replace(state, session=done(visit, state.session, DeedKind.LETTER_SERVED)), place
            )
        case TroubleCame(order, Trouble.MAILBOX_CHANGED) if order == place.order:
            # The version is stale: only a new list shows how the letter is now.
            page = ListPageChosen(place.back.letters.page)
            return hinder(visit, state, Trouble.MAILBOX_CHANGED, place.back, page)
        case TroubleCame(order, trouble) if order == place.order and is_untold(trouble):
            session = perhaps_done(visit, state)
            page = ListPageChosen(place.back.letters.page)
            return hinder(visit, replace(state, session=session), Trouble.OUTCOME_UNKNOWN, place.back, page)
        case TroubleCame(order, trouble) if order == place.order:
            return hinder(visit, state, trouble, place.back, LetterChosen(place.head.id))
        case _:
            return stay(visit)


def _served(visit: Visit, state: SignedIn, place: ServingLetter) -> Move:
    """The letter can be opened now, unless the right to it has run out while it was being served."""
    acting = state.session.acting
    if acting is not None and visit.at >= acting.ends:
        return end_acting(visit, state, why_over(visit, acting))
    head = replace(place.head, legally_notified=True)
    return _fetch(visit, state, _with(place.back, head), head)
