"""Codes, tokens and claims: good once, good for a while, and in the broker's own order."""

import base64
import hashlib
import time

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey

from kiosk.training.client import UnknownInTownError
from kiosk.training.town import PracticeTown
from tests.services.town.visitor import CLIENT, KEY, Visitor, said

ORDER = [
    "iss", "nbf", "iat", "exp", "aud", "amr", "nonce", "at_hash", "sid", "sub", "auth_time", "idp", "acr", "neb_sid",
    "loa", "aal", "ial", "identity_type", "transaction_id", "idp_transaction_id", "session_expiry", "idtoken_type",
    "subject_type",
]  # fmt: skip


def test_the_claims_come_in_the_brokers_order_and_types(visitor):
    anna = visitor().log_in_by_code("anna")
    claims = anna.claims()
    assert list(claims) == ORDER
    assert claims["iss"] == anna.town.issuer
    assert claims["aud"] == CLIENT
    assert claims["nonce"] == anna.nonce
    assert claims["exp"] == claims["iat"] + 300
    assert isinstance(claims["session_expiry"], str)
    assert isinstance(claims["auth_time"], int)
    assert claims["sid"] == claims["neb_sid"]
    half = hashlib.sha256(anna.access.encode()).digest()[:16]
    assert claims["at_hash"] == base64.urlsafe_b64encode(half).rstrip(b"=").decode()


def test_userinfo_is_all_strings(visitor):
    anna = visitor().log_in_by_card("anna")
    info = anna.userinfo().json()
    assert all(isinstance(value, str) for value in info.values())
    assert info["mitid.identity_name"] == "Anna Sørensen"
    assert (info["mitid.has_cpr"], info["dk.cpr"]) == ("true", "6705411234")
    assert list(info)[-1] == "sub"
    assert info["sub"] == anna.claims()["sub"]
    assert info["mitid.date_of_birth"] == "1941-05-07"


def test_somebody_without_a_cpr_number_has_no_mailbox(visitor):
    noor = visitor().log_in_by_code("noor-no-cpr")
    info = noor.userinfo().json()
    assert info["mitid.has_cpr"] == "false"
    assert "dk.cpr" not in info
    assert noor.get("/mailboxes/").json()["totalElements"] == 0


def code_for(visit, person: str = "anna") -> str:
    wanted = visit.begin(certificate=visit.certificate(person)).json()
    return visit.go_on(signature=visit.sign(person, wanted["challenge"])).json()["authorization_code"]


def test_a_code_needs_its_verifier(visitor):
    anna = visitor()
    assert said(anna.redeem(code_for(anna), "x" * 43)) == (400, "invalid_grant", None)


def test_a_code_used_twice_ends_the_session(visitor):
    anna = visitor()
    code = code_for(anna)
    anna.access = anna.redeem(code).json()["access_token"]
    assert anna.userinfo().status_code == 200
    assert said(anna.redeem(code)) == (400, "invalid_grant", None)
    assert anna.userinfo().status_code == 401


def test_a_code_is_good_for_a_minute(visitor, town):
    anna = visitor()
    code = code_for(anna)
    town.client.switch(clock_ahead_s=61)
    assert said(anna.redeem(code)) == (400, "invalid_grant", None)


def test_an_answer_with_a_token_is_kept_by_nobody(visitor):
    anna = visitor()
    answer = anna.redeem(code_for(anna))
    assert answer.headers["Cache-Control"] == "no-store, no-cache, max-age=0"
    assert (answer.json()["token_type"], answer.json()["expires_in"]) == ("Bearer", 10800)


def test_a_revoked_token_opens_nothing(visitor):
    anna = visitor().log_in_by_code("anna")
    assert anna.op("revocation", token=anna.access, token_type_hint="access_token").status_code == 200
    refusal = anna.userinfo()
    assert refusal.status_code == 401
    assert 'error="invalid_token"' in refusal.headers["WWW-Authenticate"]
    assert anna.get("/mailboxes/").status_code == 401


def test_revoking_what_is_unknown_is_no_error(visitor):
    assert visitor().op("revocation", token="never heard of").status_code == 200


def test_logging_out_ends_the_session(visitor):
    anna = visitor().log_in_by_code("anna")
    assert anna.op("endsession", id_token_hint=anna.id_token).status_code == 200
    assert anna.userinfo().status_code == 401


def test_logging_out_without_a_hint_is_refused(visitor):
    assert said(visitor().op("endsession", id_token_hint="rubbish")) == (400, "invalid_request", None)


def test_an_access_token_lives_three_hours(visitor, town):
    anna = visitor().log_in_by_code("anna")
    town.client.switch(clock_ahead_s=10799 - 5)
    assert anna.get("/mailboxes/").status_code == 200
    town.client.switch(clock_ahead_s=10801)
    assert anna.get("/mailboxes/").status_code == 401


STRANGER = ECKey.generate_key("P-256")
BAD_ASSERTIONS = {
    "another audience": {"aud": "https://elsewhere.example"},
    "another client": {"sub": "somebody"},
    "old": {"exp": int(time.time()) - 120},
    "good for ever": {"exp": int(time.time()) + 86400},
    "no number of its own": {"jti": None},
}


@pytest.mark.parametrize("kind", BAD_ASSERTIONS)
def test_a_client_that_does_not_prove_itself_is_refused(visitor, kind):
    anna = visitor()
    answer = anna.http.post(f"{anna.town.issuer}/connect/token", data=anna.assertion(**BAD_ASSERTIONS[kind]))
    assert said(answer) == (401, "invalid_client", None)


def test_an_assertion_is_good_once(visitor):
    anna = visitor()
    form = {**anna.assertion(), "token": "x"}
    answers = [anna.http.post(f"{anna.town.issuer}/connect/revocation", data=form) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 401]


def test_a_strangers_key_is_refused(visitor):
    anna = visitor()
    form = anna.assertion()
    claims = {"iss": CLIENT, "sub": CLIENT, "aud": anna.town.issuer, "exp": int(time.time()) + 60, "jti": "1"}
    form["client_assertion"] = jwt.encode({"alg": "ES256"}, claims, STRANGER, algorithms=["ES256"])
    answer = anna.http.post(f"{anna.town.issuer}/connect/challenge", data=form)
    assert said(answer) == (401, "invalid_client", None)


def test_a_client_is_known_after_a_restart(tmp_path, http):
    with PracticeTown(tmp_path) as town:
        town.client.register_client(CLIENT, KEY.as_dict(private=False))
    with PracticeTown(tmp_path) as town:
        assert Visitor(town, http).begin(user_id="anna").status_code == 401


def test_a_private_key_is_not_taken(town):
    with pytest.raises(UnknownInTownError):
        town.client.register_client("careless", STRANGER.as_dict(private=True))
