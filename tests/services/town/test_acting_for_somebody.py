"""A token for one principal: what it stands for, and everything that ends it."""

import time
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest

from tests.services.town.drafts import ANNA, DENMARK, draft
from tests.services.town.visitor import ACCESS_TOKEN, KEY, Visitor, said


@pytest.fixture
def dina(visitor):
    return visitor().log_in_by_code("dina-daughter")


def test_a_token_for_the_uncle_names_both(dina, visitor):
    mandate = dina.mandate("Ulrik Lindqvist")
    answer = dina.exchange(mandate)
    given = answer.json()
    assert answer.headers["Cache-Control"] == "no-store, no-cache, max-age=0"
    assert (given["token_type"], given["issued_token_type"]) == ("Bearer", ACCESS_TOKEN)
    assert 10790 < given["expires_in"] <= 10800
    told = dina.acting(mandate).introspect()
    assert told["active"] is True
    assert told["act"] == {"sub": dina.claims()["sub"]}
    assert told["sub"] == visitor().log_in_by_code("ulrik-uncle").claims()["sub"]
    assert told["authz_source"] == "skriveadgang"
    assert told["privileges"] == ["MESSAGE_BASIC", "MESSAGE_WRITE"]
    assert (told["reference"], told["iss"]) == (mandate["reference"], dina.town.issuer)
    assert abs(told["exp"] - time.time() - given["expires_in"]) < 5


def test_ones_own_token_stands_for_oneself(dina):
    told = dina.introspect()
    assert (told["active"], told["sub"]) == (True, dina.claims()["sub"])
    assert not {"act", "authz_source", "privileges"} & set(told)


def test_a_token_of_a_power_names_its_privileges(dina):
    told = dina.acting(dina.mandate("Karen Lindqvist", "digital_fuldmagt")).introspect()
    assert told["privileges"] == ["urn:dk:sandbox:kiosk:doctor:handle", "urn:dk:sandbox:kiosk:doctor:read"]
    assert told["authz_source"] == "digital_fuldmagt"


def test_each_principal_has_a_token_of_their_own(dina):
    tokens = [dina.acting(each) for each in dina.mandates()["mandates"]]
    assert len({each.access for each in tokens}) == 4
    subjects = [each.introspect()["sub"] for each in tokens]
    assert subjects[0] == subjects[1]
    assert len(set(subjects)) == 3


REFUSED = {
    "erna-ended": ("Elof Toft", "mandate_expired"),
    "sami-son": ("Faris Nasser", "grantor_dead"),
    "willy-waiting": ("Asta Juhl", "mandate_awaited"),
    "ulrik-uncle": ("Dina Lindqvist", "mandate_unknown"),
}


@pytest.mark.parametrize("person", REFUSED)
def test_no_token_for_what_is_not_in_force(visitor, person):
    other, why = REFUSED[person]
    caller = visitor().log_in_by_code(person)
    assert said(caller.exchange(caller.mandate(other))) == (400, "invalid_target", why)


def test_no_token_for_what_is_withdrawn_or_never_was_or_is_anothers(dina, visitor):
    mandate = dina.mandate("Ulrik Lindqvist")
    unknown = (400, "invalid_target", "mandate_unknown")
    assert said(dina.exchange(mandate, representation_id="no-such-mandate")) == unknown
    assert said(visitor().log_in_by_code("anna").exchange(mandate)) == unknown
    dina.town.client.withdraw("ulrik-uncle", "dina-daughter")
    assert said(dina.exchange(mandate)) == (400, "invalid_target", "mandate_withdrawn")


def test_an_exchange_needs_ones_own_living_token(dina, visitor, http):
    mandate = dina.mandate("Ulrik Lindqvist")
    acting, invalid = dina.acting(mandate), (400, "invalid_request", "subject_token_invalid")
    assert said(dina.exchange(mandate, subject_token=acting.access)) == invalid
    assert said(dina.exchange(mandate, subject_token="guessed")) == invalid
    assert said(dina.exchange(mandate, subject_token_type="other")) == (400, "invalid_request", None)
    unproven = http.post(f"{dina.town.issuer}/connect/token", data={"subject_token": dina.access})
    assert said(unproven) == (401, "invalid_client", None)
    dina.op("endsession", id_token_hint=dina.id_token)
    assert said(dina.exchange(mandate)) == invalid


def test_no_token_after_a_login_of_level_low(visitor):
    lone = visitor()
    lone.begin(user_id="lone-password")
    lone.enter(lone.go_on(password="lone-password-kaffe"))
    assert said(lone.exchange({"id": "any"}))[:2] == (400, "unmet_authentication_requirements")


def test_a_token_for_another_is_no_login(dina):
    acting = dina.acting(dina.mandate("Ulrik Lindqvist"))
    assert acting.userinfo().status_code == 401
    lease = acting.op("lease", token=acting.access, visit="one", expires_in="30")
    assert said(lease) == (401, "invalid_token", None)


def test_the_end_of_the_session_ends_every_token(dina):
    acting = [dina.acting(each) for each in dina.mandates()["mandates"]]
    assert all(each.introspect()["active"] for each in acting)
    dina.op("endsession", id_token_hint=dina.id_token)
    for each in acting:
        assert each.introspect() == {"active": False}
        assert each.get("/mailboxes/").status_code == each.errand("doctor").status_code == 401


def test_a_revocation_ends_one_token(dina):
    first, second = (dina.acting(dina.mandate(name)) for name in ("Ulrik Lindqvist", "Nadia Warsame"))
    assert dina.op("revocation", token=first.access).status_code == 200
    assert first.introspect() == {"active": False}
    assert second.introspect()["active"]
    assert dina.introspect()["active"]


@pytest.mark.parametrize("act", ["die", "withdraw"])
def test_a_token_is_dead_as_soon_as_its_mandate_is(dina, act):
    town = dina.town.client
    acting = dina.acting(dina.mandate("Nadia Warsame"))
    assert acting.errand("residence").status_code == 200
    why = "grantor_dead" if act == "die" else "withdrawn"
    town.let_die("nadia-neighbour") if act == "die" else town.withdraw("nadia-neighbour", "dina-daughter")
    refusal = acting.errand("residence")
    assert refusal.status_code == 401
    assert refusal.headers["WWW-Authenticate"] == f'Bearer error="invalid_token", error_description="{why}"'
    assert acting.introspect() == {"active": False, "ended": why}
    assert dina.errand("residence").status_code == 200


def test_another_clients_token_stands_for_nothing(dina, monkeypatch):
    acting = dina.acting(dina.mandate("Ulrik Lindqvist"))
    dina.town.client.register_client("kiosk-2", KEY.as_dict(private=False))
    monkeypatch.setattr("tests.services.town.visitor.CLIENT", "kiosk-2")
    assert acting.introspect() == {"active": False}


def seconds_to_midnight() -> int:
    now = datetime.now(DENMARK)
    midnight = datetime.combine(now.date() + timedelta(days=1), datetime.min.time(), DENMARK)
    return int((midnight - now).total_seconds())


def ending_tonight(visitor) -> tuple[Visitor, dict]:
    """Hilda lets Anna act until the end of the day, and it is late in the evening in Denmark."""
    late, until = seconds_to_midnight() - 200, str(datetime.now(DENMARK).date())
    hilda = visitor().wait(late).log_in_by_code("hilda-helped")
    hilda.send(**draft("grantor", other=ANNA, until=until))
    anna = visitor().wait(late).log_in_by_code("anna")
    return anna, anna.decide(anna.mandate("Hilda Ravn"), "accept").json()


def test_a_mandate_ends_at_the_very_second(visitor):
    anna, mandate = ending_tonight(visitor)
    assert 0 < anna.exchange(mandate).json()["expires_in"] <= 205
    acting = anna.acting(mandate)
    midnight = acting.introspect()["exp"]
    assert datetime.fromtimestamp(midnight, DENMARK).time() == datetime.min.time()
    acting.wait(seconds_to_midnight() - 2)
    before, seen = 0.0, set()
    while before < midnight + 0.5:
        answer = acting.errand("doctor")
        after = parsedate_to_datetime(answer.headers["Date"]).timestamp()
        if after < midnight:
            assert answer.status_code == 200
        if before >= midnight:
            assert answer.status_code == 401
            assert 'error_description="expired"' in answer.headers["WWW-Authenticate"]
        seen.add(answer.status_code)
        before = after
        time.sleep(0.05)
    assert seen == {200, 401}
    assert acting.introspect() == {"active": False, "ended": "expired"}
    anna.ahead = acting.ahead
    assert said(anna.exchange(mandate)) == (400, "invalid_target", "mandate_expired")
    assert anna.mandate("Hilda Ravn")["standing"] == "expired"


def test_discovery_names_it(town, http):
    found = http.get(f"{town.issuer}/.well-known/openid-configuration").json()
    assert found["introspection_endpoint"] == f"{town.issuer}/connect/introspect"
    assert "urn:ietf:params:oauth:grant-type:token-exchange" in found["grant_types_supported"]


def test_the_register_can_be_down_slow_or_odd(dina):
    mandate, acting = dina.mandate("Nadia Warsame"), dina.acting(dina.mandate("Nadia Warsame"))
    dina.town.client.switch(mandates_down=True)
    assert said(dina.exchange(mandate))[:2] == (503, "temporarily_unavailable")
    assert acting.op("introspect", token=acting.access).status_code == 503
    assert dina.mandates()["code"] == acting.errand("residence").json()["code"] == "service.unavailable"
    assert dina.errand("residence").status_code == dina.get("/mailboxes/").status_code == 200
    dina.town.client.switch(mandates_down=False, mandates_slow_s=0.3)
    for ask in (dina.mandates, acting.introspect):
        start = time.perf_counter()
        ask()
        assert time.perf_counter() - start >= 0.3
    dina.town.client.switch(mandates_slow_s=0, mandates_nonsense=True)
    with pytest.raises(ValueError, match="Expecting value"):
        dina.mandates()
