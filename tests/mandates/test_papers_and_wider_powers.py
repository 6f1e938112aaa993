"""What was signed by hand lets somebody act, or not yet: the law, the desk and the register, and the kiosk."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Final

import pytest

from kiosk.services import open_http
from kiosk.training.register import new_reference
from tests.mandates.counter import Counter
from tests.mandates.court import Court
from tests.mandates.oracle import YES, Reasons, WiderPower, danish_day, objections_to_paper
from tests.mandates.politeness import AtKiosk
from tests.services.town.desk import Desk
from tests.services.town.visitor import Visitor

_DAY: Final = timedelta(days=1)
_SCOPES: Final[dict[str, dict[str, object]]] = {
    "letters": {"postRight": "MESSAGE_BASIC"},
    "services": {"postRight": None, "privileges": ["urn:dk:sandbox:kiosk:doctor:read"]},
}
_SINCE: Final = {"years ago": -3000 * _DAY, "today": 0 * _DAY, "tomorrow": _DAY}


@dataclass(frozen=True)
class InHand:
    """A wider power as a clerk reads the law, and as it is entered at the desk."""

    law: WiderPower
    entry: dict[str, object]


def general(since: date, before: str, *, for_everything: bool = True) -> InHand:
    shown = {"signedOn": str(since), "before": before, "withoutExceptions": for_everything}
    return InHand(WiderPower(since, for_everything), {"basis": "generalfuldmagt", **shown})


def future(since: date) -> InHand:
    return InHand(WiderPower(since), {"basis": "fremtidsfuldmagt", "inForceSince": str(since)})


def in_hand(when: timedelta) -> list[InHand | None]:
    since = danish_day(datetime.now(UTC)) + when
    witnessed = [general(since, before) for before in ("lawyer", "two_witnesses")]
    return [None, *witnessed, general(since, "lawyer", for_everything=False), future(since)]


@dataclass
class Office:
    """Two of the staff, and Anna, who wants to act for Hilda: at the kiosk, and by a program of her own."""

    first: Visitor
    second: Visitor
    anna: AtKiosk
    counter: Counter

    def takes_in(self, signed_by: str, wider: InHand | None, looks: int, scope: dict[str, object]) -> str:
        """The reference of the paper. What the desk does not take as a wider power is left out."""
        reference = new_reference()
        desks = [Desk(each, reference) for each in (self.first, self.second)]
        paper = desks[0].hand_in(f"KIOSK:PAPER:{reference}").json()
        entry = {"signedBy": signed_by, **scope}
        answer = desks[0].register(paper, backedBy=wider.entry if wider else None, **entry)
        if answer.status_code == 400:
            answer = desks[0].register(paper, **entry)
        desks[looks - 1].confirm(answer.json())
        return reference

    def say(self, reference: str) -> dict[str, Reasons]:
        found = [each for each in self.anna.mandates().received if each.reference.name == reference]
        if not found:
            return {"kiosk": frozenset({"not looked at twice"})}
        (mandate,) = found
        services = self.counter.takes_token(mandate.id, 0)
        return {"kiosk": self.anna.begins(mandate.id), "services": services}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with Court(tmp_path_factory.mktemp("court")) as court, open_http() as http:
        first, second = (
            Visitor(court.town, http).log_in_by_card(who) for who in ("stine-staff", "torben-staff")
        )
        anna = court.kiosk.logs_in("anna")
        yield Office(first, second, anna, Counter.of(court.town, http, "anna", 0))


@pytest.mark.parametrize("looks", [1, 2])
@pytest.mark.parametrize("scope", _SCOPES.values(), ids=_SCOPES)
@pytest.mark.parametrize("when", _SINCE.values(), ids=_SINCE)
def test_a_request_holds_on_a_wider_power_and_waits_without_one(
    office: Office, when: timedelta, scope: dict[str, object], looks: int
) -> None:
    """Never by one look alone; and what the grantor has signed needs nothing more."""
    for signed_by, wider in product(("grantor", "holder"), in_hand(when)):
        reference = office.takes_in(signed_by, wider, looks, scope)
        law = objections_to_paper(signed_by, wider.law if wider else None, looks, datetime.now(UTC))
        for said in office.say(reference).values():
            assert bool(said & law) if law else said == YES
