"""The kiosk as a judge: its own steps and its own clients, without a runner, with its own clock."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

import httpx

from kiosk.services import DigitalPost, MunicipalIdentityProvider, MunicipalMandateOffice
from kiosk.services.identity.proof import ClientProof, client_key
from kiosk.training.town import PracticeTown
from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.effects import FetchLetter, OpenMailbox
from kiosk.visit.limits import Limits
from kiosk.visit.mandates import Area, Mandates, Privilege, ReadPost, Right, WritePost, covers
from kiosk.visit.orders_of_mandates import ActFor, CheckMandate, DoErrand
from kiosk.visit.people import Citizen, OwnGrant
from kiosk.visit.secrets import Secret
from kiosk.visit.step import step
from kiosk.visit.trouble import Trouble, TroubleError
from tests.mandates.oracle import YES, Act, Reasons

Performed = ActFor | CheckMandate | DoErrand | OpenMailbox | FetchLetter
"""What is asked of the world here; alarms, the press and the receipts are left out."""

_WHY: Final = {
    Trouble.MANDATE_EXPIRED: frozenset({"expired"}),
    Trouble.MANDATE_WITHDRAWN: frozenset({"withdrawn"}),
    Trouble.MANDATE_AWAITED: frozenset({"not signed"}),
    Trouble.MANDATE_DECLINED: frozenset({"declined"}),
    Trouble.GRANTOR_DEAD: frozenset({"dead"}),
    Trouble.MANDATE_NOT_COVERING: frozenset({"not covered"}),
    Trouble.MANDATE_OF_NO_USE: frozenset({"not covered", "not at a machine"}),
}
"""From the kiosk's words for no to the oracle's."""

_LETTERS: Final = {"serve": ReadPost.SERVE, "answer": WritePost.ANSWER}
"""What the scope on the glass shows. A letter cannot be deleted here at all."""


@dataclass
class Kiosk:
    """One kiosk. ``now``: what its own clock says."""

    town: PracticeTown
    http: httpx.Client
    client_id: str
    key: Secret
    now: Callable[[], datetime]

    def __post_init__(self) -> None:
        issuer, proof_key = self.town.issuer, client_key(self.key)
        self.post = DigitalPost(self.town.post_url, self.http)
        self.office = MunicipalMandateOffice(
            f"{self.town.url}/mandates",
            f"{self.town.url}/services",
            issuer,
            ClientProof(issuer, self.client_id, proof_key, self.now),
            self.now,
            self.http,
        )

    def logs_in(self, person: str) -> "AtKiosk":
        """By code device."""
        self.town.client.renew(person)
        provider = MunicipalIdentityProvider(self.town.issuer, self.client_id, self.key, self.now, self.http)
        provider.begin_code_login(Secret(person))
        provider.give_code(Secret(self.town.client.press(person).code))
        return AtKiosk(self, *provider.give_password(Secret(f"{person}-kaffe")))

    def perform(self, effect: Performed) -> e.Event:
        """The answer of the world to an order."""
        try:
            return self._perform(effect)
        except TroubleError as error:
            return e.TroubleCame(effect.order, error.trouble)

    def _perform(self, effect: Performed) -> e.Event:
        match effect:
            case ActFor(order, grant, mandate):
                return e.ActingBegun(order, *self.office.act_for(grant, mandate))
            case CheckMandate(order, grant):
                self.office.still_stands(grant)
                return e.MandateStands(order)
            case DoErrand(order, grant, privilege):
                return e.ErrandAnswered(order, self.office.do(grant, privilege))
            case OpenMailbox(order, grant):
                return e.MailboxOpened(order, self.post.open_mailbox(grant))
            case FetchLetter(order, grant, mailbox_id, letter_id):
                return e.LetterFetched(order, self.post.letter(grant, mailbox_id, letter_id))


@dataclass
class AtKiosk:
    """Somebody who has logged in, with a visit under each mandate that they ever could begin to act under."""

    kiosk: Kiosk
    citizen: Citizen
    grant: OwnGrant
    visits: dict[str, s.Visit] = field(default_factory=dict[str, s.Visit])

    def mandates(self) -> Mandates:
        return self.kiosk.office.mandates(self.grant)

    def begins(self, mandate_id: str) -> Reasons:
        """Why the choice of this principal leads nowhere; nothing, if it leads to acting."""
        choice = s.ChoosingPrincipal(self.mandates())
        session = s.Session(self.citizen, self.grant, None)
        chosen = self._takes(s.Visit(Limits(), s.SignedIn(session, choice)), e.PrincipalChosen(mandate_id))
        match place_of(chosen):
            case s.ChoosingPrincipal():
                return frozenset({"not the holder"})
            case s.NotThisMandate(trouble=trouble) | s.ActingEnded(trouble=trouble):
                return _WHY[trouble]
            case _:
                self.visits.setdefault(mandate_id, chosen)
                return YES

    def looks(self, mandate_id: str) -> Reasons:
        """What the look, every ten seconds, finds under the oldest token; nothing, if acting goes on."""
        visit = self.visits[mandate_id]
        assert visit.mandate is not None
        return _ended(self._takes(visit, e.TimeCame(visit.mandate)))

    def runs_out(self, mandate_id: str) -> Reasons:
        """What is said when the time is up that the token was given for; nothing, as long as it is not."""
        visit = self.visits[mandate_id]
        ends = acting_of(visit).ends
        assert visit.acting_ends is not None
        if self.kiosk.now() < ends:
            return YES
        return _ended(step(replace(visit, at=ends), e.TimeCame(visit.acting_ends))[0])

    def asks(self, mandate_id: str, act: Act) -> Reasons:
        """Why not, by politeness or after asking; nothing, if it is done."""
        visit, (place, what) = self.visits[mandate_id], act
        return self._at_mailbox(visit, what) if place == "post" else self._at_service(visit, place, what)

    def _at_service(self, visit: s.Visit, area: str, right: str) -> Reasons:
        privilege = Privilege(Area(area), Right(right))
        asking = self._takes(_at(visit, s.AtServices()), e.ErrandChosen(privilege))
        match place_of(asking):
            case s.AskingToDo():
                return _why_not(self._takes(asking, e.ErrandConfirmed()), s.ErrandDone)
            case s.AtServices():
                return frozenset({"not at a machine"})
            case _:
                return _why_not(asking, s.ErrandDone)

    def _at_mailbox(self, visit: s.Visit, what: str) -> Reasons:
        scope = acting_of(visit).mandate.scope
        match place_of(visit):
            case s.InFolder(letters=letters) if what == "read":
                head = next(head for head in letters.heads if not head.must_ask_before_opening)
                return _why_not(self._takes(visit, e.LetterChosen(head.id)), s.OpeningDocument)
            case s.InFolder() if what in _LETTERS and covers(scope, _LETTERS[what]):
                return YES
            case s.AtServices():
                assert not any(covers(scope, act) for act in (*ReadPost, *WritePost))
                assert self._takes(visit, e.PostAsked()).state == visit.state
                return frozenset({"not covered"})
            case _:
                return frozenset({"not covered"})

    def _takes(self, visit: s.Visit, event: e.Event) -> s.Visit:
        """The visit after the event, and after the answers to what it asked of the world."""
        visit, effects = step(replace(visit, at=self.kiosk.now()), event)
        for effect in effects:
            if isinstance(effect, Performed):
                visit = self._takes(visit, self.kiosk.perform(effect))
        return visit


def place_of(visit: s.Visit) -> s.Place:
    assert isinstance(visit.state, s.SignedIn)
    return visit.state.place


def acting_of(visit: s.Visit) -> s.ForAnother:
    assert isinstance(visit.state, s.SignedIn)
    assert visit.state.session.acting is not None
    return visit.state.session.acting


def _at(visit: s.Visit, place: s.Place) -> s.Visit:
    """Somewhere else, under the same mandate: where the mandate itself does not lead to."""
    assert isinstance(visit.state, s.SignedIn)
    return replace(visit, state=s.SignedIn(visit.state.session, place))


def _why_not(visit: s.Visit, there: type[s.Place]) -> Reasons:
    match place_of(visit):
        case place if isinstance(place, there):
            return YES
        case s.Hindered(trouble=trouble) | s.ActingEnded(trouble=trouble):
            return _WHY[trouble]
        case place:
            raise AssertionError(f"nobody expected to be at {type(place).__name__}")


def _ended(visit: s.Visit) -> Reasons:
    place = place_of(visit)
    if not isinstance(place, s.ActingEnded):
        return YES
    return _WHY.get(place.trouble, frozenset({place.trouble.name}))
