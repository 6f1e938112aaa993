"""Two machines and one person, at the practice town's identity provider."""

from datetime import UTC, datetime, timedelta

import pytest
from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kiosk.services.identity.discovery import discover
from kiosk.services.identity.lease import Here, LeaseDesk
from kiosk.services.identity.proof import ClientProof
from kiosk.services.identity.refusals import FAULTS
from kiosk.services.wire import Wire
from kiosk.visit.lease import Held, HeldElsewhere
from kiosk.visit.people import Grant
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble
from tests.services.clients.expecting import trouble
from tests.services.clients.servers import serving

LASTING = timedelta(seconds=30)
GRANT = Grant(Secret("access"), Secret("id"))


@pytest.fixture
def other(known_machine, town, card):
    """The same person at another machine: its provider and its grant."""
    provider = known_machine.provider(town.issuer)
    signature = card("anna").sign(provider.begin_card_login(card("anna").certificate))
    return provider, provider.finish_card_login(signature)[1]


def test_a_lease_is_renewed_thrice_while_it_lasts(provider, log_in):
    grant = log_in("anna")
    for _ in range(2):
        assert provider.take_lease(grant, LASTING, moving=False) == Held(timedelta(seconds=10))


def test_the_second_machine_hears_since_when_and_moves_the_visit(provider, log_in, other):
    there, theirs = other
    there.take_lease(theirs, LASTING, moving=False)
    grant = log_in("anna")
    held = provider.take_lease(grant, LASTING, moving=False)
    assert isinstance(held, HeldElsewhere)
    assert abs(held.since - datetime.now(UTC)) < timedelta(minutes=1)
    assert provider.take_lease(grant, LASTING, moving=True) == Held(timedelta(seconds=10))
    assert isinstance(there.take_lease(theirs, LASTING, moving=False), HeldElsewhere)


def test_logging_out_gives_the_lease_back(provider, log_in, other):
    there, theirs = other
    there.take_lease(theirs, LASTING, moving=False)
    there.log_out(theirs)
    assert isinstance(provider.take_lease(log_in("anna"), LASTING, moving=False), Held)


@pytest.mark.parametrize(
    ("switches", "why"),
    [
        ({"lease_down": True}, Trouble.LOGIN_SERVICE_DOWN),
        ({"switched_off": True}, Trouble.NETWORK_GONE),
    ],
    ids=str,
)
def test_a_renewal_that_cannot_be_asked_for_has_a_name(provider, town, log_in, switches, why):
    grant = log_in("anna")
    town.client.switch(**switches)
    with trouble(why):
        provider.take_lease(grant, LASTING, moving=False)


def test_a_login_that_has_ended_gets_no_lease(provider, log_in, other):
    there, theirs = other
    there.log_out(theirs)
    with trouble(Trouble.LOGIN_NOT_TRUSTED):
        there.take_lease(theirs, LASTING, moving=False)


def desk(machine, http, endpoint: str | None) -> LeaseDesk:
    return LeaseDesk(
        Wire(http, FAULTS), endpoint, ClientProof("issuer", "kiosk-7", machine.key, machine.now), Here()
    )


def test_a_provider_that_keeps_no_leases_lets_everybody_in(machine, http):
    assert desk(machine, http, None).take(GRANT, LASTING, moving=False) == Held(None)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ({}, 200),
        ({"expires_in": 0}, 200),
        ({"expires_in": -5}, 200),
        ({"expires_in": "30"}, 200),
        ({"expires_in": 10**30}, 200),
        ([], 200),
        ({"error": "held_elsewhere", "since": -1}, 409),
        ({"error": "held_elsewhere", "since": 10**18}, 409),
        ({"error": "something_new"}, 400),
        (None, 409),
    ],
)
def test_an_answer_that_makes_no_sense_is_no_lease(machine, http, answer, status):
    async def lease(_request) -> Response:
        return JSONResponse(answer, status)

    with (
        serving(Starlette(routes=[Route("/lease", lease, methods=["POST"])])) as url,
        trouble(Trouble.LOGIN_NOT_TRUSTED),
    ):
        desk(machine, http, f"{url}/lease").take(GRANT, LASTING, moving=False)


def test_two_visits_never_call_themselves_the_same():
    assert Here("north").visit != Here("north").visit


def test_the_towns_own_door_for_leases_is_named_where_the_others_are(town, http):
    metadata = discover(Wire(http, FAULTS), town.issuer, datetime.now(UTC))
    assert metadata.visit_lease_endpoint == f"{town.issuer}/connect/lease"
