"""The services as judges: the practice town, asked over the wire by somebody who is never polite."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Final

import httpx

from kiosk.training.town import PracticeTown
from tests.mandates.oracle import YES, Act, Reasons
from tests.services.town.visitor import Visitor

_METHODS: Final = {"read": "GET", "handle": "POST", "contact": "PUT"}
_NO_SUCH: Final = "00000000-0000-0000-0000-000000000000"
_NO_SUCH_METHOD: Final = 405
_STALE: Final = "0"
"""Whoever may change a letter hears that this version is stale, and whoever may not, hears that."""

_ALLOWED: Final = frozenset({200, 201, 409, 422})
_WHY: Final = {
    "mandate_expired": frozenset({"expired"}),
    "mandate_withdrawn": frozenset({"withdrawn"}),
    "mandate_awaited": frozenset({"not signed"}),
    "mandate_unknown": frozenset({"not the holder", "declined"}),
    "grantor_dead": frozenset({"dead"}),
    "privilege.missing": frozenset({"not covered"}),
    "access.denied": frozenset({"not covered"}),
}
"""From the town's words for no to what they may mean in the oracle's."""

_ENDED: Final = {"withdrawn": "withdrawn", "expired": "expired", "grantor_dead": "dead"}


@dataclass
class Counter:
    """One person at a counter, with a token for each mandate that they ever got one for.

    ``lasting``: for how long the newest token for a mandate is good, as it was said when it was given.
    """

    visitor: Visitor
    tokens: dict[str, Visitor] = field(default_factory=dict[str, Visitor])
    lasting: dict[str, timedelta] = field(default_factory=dict[str, timedelta])
    _letters: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])

    @classmethod
    def of(cls, town: PracticeTown, http: httpx.Client, person: str, ahead: int) -> "Counter":
        town.client.renew(person)
        return cls(Visitor(town, http, ahead=ahead).log_in_by_code(person))

    def takes_token(self, mandate_id: str, ahead: int) -> Reasons:
        """Why there is none, if there is none."""
        self.visitor.ahead = ahead
        answer = self.visitor.exchange({"id": mandate_id})
        if answer.status_code != 200:
            return _WHY[answer.json()["error_description"]]
        told = answer.json()
        self.lasting[mandate_id] = timedelta(seconds=told["expires_in"])
        self.tokens.setdefault(mandate_id, replace(self.visitor, access=told["access_token"]))
        return YES

    def asks(self, mandate_id: str, act: Act) -> Reasons:
        """With the oldest token there is."""
        acting = self.tokens[mandate_id]
        place, what = act
        answer = self._at_mailbox(acting, what) if place == "post" else acting.errand(place, _METHODS[what])
        return YES if answer.status_code in _ALLOWED else _why(answer)

    def _at_mailbox(self, acting: Visitor, what: str) -> httpx.Response:
        match what:
            case "read":
                return acting.get("/mailboxes/")
            case "serve":
                return acting.patch(self._letter(acting), _STALE, legallyNotified=True)
            case "answer":
                return acting.to_letter("POST", self._letter(acting), "/reply")
            case _:
                return acting.to_letter("DELETE", self._letter(acting), version=0)

    def _letter(self, acting: Visitor) -> dict[str, str]:
        if acting.access not in self._letters:
            self._letters[acting.access] = _one_of(acting)
        return self._letters[acting.access]


def _one_of(acting: Visitor) -> dict[str, str]:
    """A letter that takes no answer. Whoever may not see the mailbox has to guess."""
    listed = acting.get("/mailboxes/").json().get("mailboxes", [])
    if not listed:
        return {"mailboxId": _NO_SUCH, "id": _NO_SUCH}
    found = acting.get(f"/mailboxes/{listed[0]['id']}/messages/").json()["messages"]
    return next(letter for letter in found if not letter["reply"])


def _why(answer: httpx.Response) -> Reasons:
    if answer.status_code == _NO_SUCH_METHOD:
        return frozenset({"not at a machine"})
    challenge = answer.headers.get("WWW-Authenticate", "")
    for word, reason in _ENDED.items():
        if f'error_description="{word}"' in challenge:
            return frozenset({reason})
    return _WHY[answer.json()["code"]]
