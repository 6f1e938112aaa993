"""Our client against ``oidc-provider``, a certified implementation from npm.

It has no authorization challenge endpoint (a draft), so the code comes by its own authorization flow; everything
after the code, and everything before it, is the product's.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx
import pytest
from joserfc.jwk import ECKey

from kiosk.services.identity.discovery import discover
from kiosk.services.identity.id_token import Expected, check_id_token
from kiosk.services.identity.proof import ClientProof, LoginSecrets, client_key
from kiosk.services.identity.refusals import FAULTS
from kiosk.services.identity.tokens import TokenDesk
from kiosk.services.wire import Wire, open_http
from kiosk.visit.people import Citizen, Cpr, Grant, Level
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble, TroubleError

CLIENT_ID = "kiosk-7"
BACK = "https://kiosk.invalid/back"


def now() -> datetime:
    return datetime.now(UTC)


def authorization_code(issuer: str, login: LoginSecrets) -> Secret:
    """What a browser would do: follow the provider until it sends us back."""
    asked = {
        "client_id": CLIENT_ID,
        "response_type": "code",
        "scope": "openid mitid ssn",
        "redirect_uri": BACK,
        "code_challenge": login.challenge,
        "code_challenge_method": "S256",
        "nonce": login.nonce,
        "acr_values": Level.SUBSTANTIAL.uri,
    }
    with httpx.Client(trust_env=False) as browser:
        answer = browser.get(f"{issuer}/auth", params=asked)
        while not answer.headers["location"].startswith(BACK):
            answer = browser.get(urljoin(str(answer.url), answer.headers["location"]))
    returned = parse_qs(urlsplit(answer.headers["location"]).query)
    return Secret(returned["code"][0])


@pytest.fixture
def wire() -> Iterator[Wire]:
    with open_http() as http:
        yield Wire(http, FAULTS)


def desk_of(wire: Wire, issuer: str, key: Secret) -> TokenDesk:
    proof = ClientProof(issuer, CLIENT_ID, client_key(key), now)
    return TokenDesk(wire, discover(wire, issuer, now()), proof)


@pytest.fixture
def desk(wire: Wire, issuer: str, key_jwk: Secret) -> TokenDesk:
    return desk_of(wire, issuer, key_jwk)


def enter(desk: TokenDesk, issuer: str) -> tuple[Grant, LoginSecrets]:
    login = LoginSecrets()
    return desk.redeem(authorization_code(issuer, login), login.verifier), login


def test_from_a_code_to_a_citizen_and_out_again(desk: TokenDesk, issuer: str):
    grant, login = enter(desk, issuer)
    expected = Expected(issuer, CLIENT_ID, login.nonce, now())
    believed = check_id_token(grant.id_token, grant.access_token, desk.keys(), expected)
    anna = Citizen("Anna Holm", Cpr("6705411234"), Level.SUBSTANTIAL, believed.sub)
    assert desk.citizen(grant, believed) == anna

    desk.revoke(grant)
    desk.revoke(grant)
    with pytest.raises(TroubleError) as caught:
        desk.citizen(grant, believed)
    assert caught.value.trouble is Trouble.LOGIN_TIMED_OUT
    desk.end_session(grant)


def test_its_token_for_another_login_is_not_believed(desk: TokenDesk, issuer: str):
    grant, _ = enter(desk, issuer)
    another = Expected(issuer, CLIENT_ID, LoginSecrets().nonce, now())
    with pytest.raises(TroubleError) as caught:
        check_id_token(grant.id_token, grant.access_token, desk.keys(), another)
    assert caught.value.trouble is Trouble.LOGIN_NOT_TRUSTED


def test_a_code_is_worth_nothing_without_its_verifier(desk: TokenDesk, issuer: str):
    code = authorization_code(issuer, LoginSecrets())
    with pytest.raises(TroubleError) as caught:
        desk.redeem(code, LoginSecrets().verifier)
    assert caught.value.trouble is Trouble.LOGIN_TIMED_OUT


def test_a_kiosk_with_another_key_gets_nothing(wire: Wire, issuer: str):
    stranger = Secret(json.dumps(ECKey.generate_key("P-256", {"kid": "kiosk"}).as_dict(private=True)))
    desk, login = desk_of(wire, issuer, stranger), LoginSecrets()
    with pytest.raises(TroubleError) as caught:
        desk.redeem(authorization_code(issuer, login), login.verifier)
    assert caught.value.trouble is Trouble.LOGIN_NOT_TRUSTED


def test_another_spelling_of_the_issuer_is_somebody_else(wire: Wire, issuer: str):
    with pytest.raises(TroubleError) as caught:
        discover(wire, issuer + "/", now())
    assert caught.value.trouble is Trouble.LOGIN_NOT_TRUSTED
