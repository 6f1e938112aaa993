"""Somebody logs in once more and shows that it is still the same person: to take a cover away, or to sign."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.visit.effects import LogOut
from kiosk.visit.events import (
    Answer,
    CardRead,
    CardSeen,
    CodeWayChosen,
    Event,
    LoggedIn,
    TriedAgain,
    WentBack,
)
from kiosk.visit.moves import Move, move, stay
from kiosk.visit.people import OwnGrant
from kiosk.visit.states import AskingUserId, Identifying, InvitingCard, Refused, Session, State, Visit
from kiosk.visit.step_entry import (
    awaited,
    awaits,
    card_came,
    read_card,
    refuse,
    step_identifying,
    step_refused,
)
from kiosk.visit.trouble import Trouble

Proof = Identifying | Refused


@dataclass(frozen=True, slots=True)
class Again:
    """What the login is for. ``session`` is the one of the first time.

    ``asking`` says where the login stands; ``shown`` is given the new grant once it is the same person;
    ``turned_back``: no login after all.
    """

    session: Session
    asking: Callable[[Proof], State]
    shown: Callable[[Visit, OwnGrant], Move]
    turned_back: Callable[[Visit], Move]

    @property
    def by_card(self) -> bool:
        return self.session.certificate is not None


def begin(visit: Visit, again: Again) -> Move:
    """The way in that was used the first time."""
    return _asking(_begun(visit, again), again)


def _begun(visit: Visit, again: Again) -> Move:
    if not again.by_card:
        return move(visit, Identifying(AskingUserId()))
    return read_card(visit) if visit.card_in else move(visit, Identifying(InvitingCard()))


def begin_with_card(visit: Visit, mute: bool, again: Again) -> Move:
    """The card that was just put in says who is here."""
    return _asking(card_came(visit, mute), again)


def _asking(begun: Move, again: Again) -> Move:
    """The same move, where the login stands. What would lead back to the welcome turns back."""
    after, effects = begun
    if isinstance(after.state, Identifying | Refused):
        return move(after, again.asking(after.state), *effects)
    return again.turned_back(after)


def step_again(visit: Visit, proof: Proof, event: Event, again: Again) -> Move:
    """The login is the same as at the welcome, but only the way and the person of the first time count."""
    waited = _awaited(proof)
    match event:
        case WentBack():
            return again.turned_back(visit)
        case TriedAgain() if isinstance(proof, Refused):
            return begin(visit, again)
        case CodeWayChosen() if again.by_card:
            return stay(visit)
        case CardSeen() if not again.by_card:
            return stay(visit)
        case CardRead(order, certificate) if order == waited and certificate != again.session.certificate:
            return _asking(refuse(visit, Trouble.ANOTHER_PERSON), again)
        case LoggedIn(order) if order == waited:
            return _shown_or_refused(visit, event, again)
        case _:
            return _step_proof(visit, proof, event, again)


def _awaited(proof: Proof) -> int | None:
    return awaited(proof.way) if isinstance(proof, Identifying) else None


def is_for(proof: Proof, answer: Answer) -> bool:
    """The login waits for this answer."""
    return isinstance(proof, Identifying) and awaits(proof.way, answer)


def _shown_or_refused(visit: Visit, event: LoggedIn, again: Again) -> Move:
    if event.citizen.is_again(again.session.citizen):
        return again.shown(visit, event.grant)
    after, _ = _asking(refuse(visit, Trouble.ANOTHER_PERSON), again)
    return after, (LogOut(event.grant),)


def _step_proof(visit: Visit, proof: Proof, event: Event, again: Again) -> Move:
    under = replace(visit, state=proof)
    match proof:
        case Identifying():
            after, effects = step_identifying(under, proof, event)
        case Refused():
            after, effects = step_refused(under, proof, event)
    return stay(visit) if after.state is proof else _asking((after, effects), again)
