"""Lists of letters: a folder page by page, and what fits the citizen's words in it."""

from kiosk.visit.effects import ListLetters
from kiosk.visit.events import Event, FolderChosen, ListPageChosen, SearchCleared, SearchGiven, WentBack
from kiosk.visit.moves import Move, move, number, stay
from kiosk.visit.searching import misfit
from kiosk.visit.secrets import Secret
from kiosk.visit.states import AskingSearch, InFolder, ListingLetters, SignedIn, Visit


def list_letters(
    visit: Visit,
    state: SignedIn,
    place: InFolder,
    folder_id: str,
    page: int,
    sought: Secret | None,
    said: FolderChosen | ListPageChosen | SearchGiven | SearchCleared,
) -> Move:
    """Ask for a page; the list that stands there stays until it comes."""
    order = number(visit)
    return move(
        visit,
        SignedIn(state.session, ListingLetters(order, place, said)),
        ListLetters(order, state.session.grant_in_use, place.mailbox.id, folder_id, page, sought),
    )


def search(visit: Visit, state: SignedIn, back: InFolder, said: SearchGiven) -> Move:
    """Look for words in the folder that is shown; ask again for words that cannot be looked for."""
    flaw = misfit(said.words)
    if flaw is not None:
        return move(visit, SignedIn(state.session, AskingSearch(back, flaw)))
    return list_letters(visit, state, back, back.letters.folder_id, 0, said.words, said)


def step_asking_search(visit: Visit, state: SignedIn, place: AskingSearch, event: Event) -> Move:
    match event:
        case SearchGiven():
            return search(visit, state, place.back, event)
        case WentBack():
            return move(visit, SignedIn(state.session, place.back))
        case _:
            return stay(visit)
