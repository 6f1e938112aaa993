"""The screen covered by its citizen: given back to whoever logs in again as the same person, or left."""

from dataclasses import replace

from kiosk.visit.effects import LogOut, RingChime
from kiosk.visit.events import (
    Answer,
    CameBack,
    CardRead,
    CardSeen,
    CodeWayChosen,
    EndAsked,
    Event,
    LoggedIn,
    TimeCame,
    TimeIsShort,
    TriedAgain,
    WentBack,
)
from kiosk.visit.moves import Move, cover, leave, move, stay
from kiosk.visit.states import (
    AskingUserId,
    Away,
    Identifying,
    InvitingCard,
    Refused,
    Returning,
    SignedIn,
    Visit,
    Why,
)
from kiosk.visit.step_entry import (
    awaited,
    awaits,
    card_came,
    read_card,
    refuse,
    step_identifying,
    step_refused,
)
from kiosk.visit.step_interrupted import behind
from kiosk.visit.trouble import Trouble


def step_away(visit: Visit, state: Away, event: Event) -> Move:
    """Nothing is shown; answers still reach the place behind the cover. A card that is put in says who is back."""
    match event:
        case CameBack():
            return _proving(_begin(visit, state.kept), state.kept)
        case CardSeen(mute) if _by_card(state.kept):
            return _proving(card_came(visit, mute), state.kept)
        case EndAsked():
            return leave(visit, Why.ASKED, state.kept)
        case TimeCame(order) if order == state.timer:
            return leave(visit, Why.AWAY, state.kept)
        case TimeCame(order) if order == state.bell:
            return move(visit, state, RingChime())
        case _ if isinstance(event, Answer):
            return behind(visit, state.kept, event, lambda kept: replace(state, kept=kept))
        case _:
            return stay(visit)


def _by_card(kept: SignedIn) -> bool:
    return kept.session.certificate is not None


def _begin(visit: Visit, kept: SignedIn) -> Move:
    """The way in that was used the first time."""
    if not _by_card(kept):
        return move(visit, Identifying(AskingUserId()))
    return read_card(visit) if visit.card_in else move(visit, Identifying(InvitingCard()))


def _proving(begun: Move, kept: SignedIn) -> Move:
    """The same move, under the cover. Where the way in would lead back to the welcome, it leads back to the cover."""
    after, effects = begun
    if isinstance(after.state, Identifying | Refused):
        return move(after, Returning(kept, after.state), *effects)
    return cover(after, kept)


def step_returning(visit: Visit, state: Returning, event: Event) -> Move:
    """The login is the same as at the welcome, but only the way and the person of the first time count."""
    kept, waited = state.kept, _awaited(state)
    match event:
        case WentBack() | TimeIsShort():
            return cover(visit, kept)
        case EndAsked():
            return leave(visit, Why.ASKED, kept)
        case TriedAgain() if isinstance(state.proof, Refused):
            return _proving(_begin(visit, kept), kept)
        case CodeWayChosen() if _by_card(kept):
            return stay(visit)
        case CardSeen() if not _by_card(kept):
            return stay(visit)
        case CardRead(order, certificate) if order == waited and certificate != kept.session.certificate:
            return _proving(refuse(visit, Trouble.ANOTHER_PERSON), kept)
        case LoggedIn(order) if order == waited:
            return _back_or_refused(visit, kept, event)
        case _ if isinstance(event, Answer) and not _is_for(state, event):
            return behind(visit, kept, event, lambda kept: replace(state, kept=kept))
        case _:
            return _step_proof(visit, state, event)


def _awaited(state: Returning) -> int | None:
    return awaited(state.proof.way) if isinstance(state.proof, Identifying) else None


def _is_for(state: Returning, answer: Answer) -> bool:
    return isinstance(state.proof, Identifying) and awaits(state.proof.way, answer)


def _back_or_refused(visit: Visit, kept: SignedIn, event: LoggedIn) -> Move:
    """The new login has shown who is here and is given back: the visit goes on with its own."""
    if event.citizen.is_again(kept.session.citizen):
        return move(visit, kept, LogOut(event.grant))
    after, _ = _proving(refuse(visit, Trouble.ANOTHER_PERSON), kept)
    return after, (LogOut(event.grant),)


def _step_proof(visit: Visit, state: Returning, event: Event) -> Move:
    under = replace(visit, state=state.proof)
    match state.proof:
        case Identifying() as proof:
            after, effects = step_identifying(under, proof, event)
        case Refused() as proof:
            after, effects = step_refused(under, proof, event)
    return stay(visit) if after.state is proof else _proving((after, effects), state.kept)
