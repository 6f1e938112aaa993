"""An identity provider that is broken, mistaken or wicked."""

import json
import time
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from starlette.responses import JSONResponse, RedirectResponse, Response

from kiosk.services.identity import tokens
from kiosk.visit.people import Citizen, Cpr, Level
from kiosk.visit.ports import Wanted
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble, TroubleError
from tests.services.clients.expecting import trouble
from tests.services.clients.servers import ACCESS, OddProvider, falling_silent, serving

DISCOVERY = ".well-known/openid-configuration"
PASSWORD = "anna-kaffe-secret"


@pytest.fixture(scope="module")
def standing() -> Iterator[tuple[OddProvider, str]]:
    odd = OddProvider()
    with serving(odd.app()) as url:
        yield odd, f"{url}/op"


@pytest.fixture
def odd(standing) -> OddProvider:
    standing[0].reset()
    return standing[0]


@pytest.fixture
def provider(odd, standing, machine):
    return machine.provider(standing[1])


def begin(provider):
    assert provider.begin_code_login(Secret("anna")) is Wanted.PASSWORD


def log_in(provider):
    begin(provider)
    return provider.give_password(Secret(PASSWORD))


def test_an_ordinary_day(odd, provider):
    citizen, grant = log_in(provider)
    assert citizen == Citizen("Anna Holm", Cpr("6705411234"), Level.SUBSTANTIAL, citizen.subject)
    provider.log_out(grant)
    assert odd.asked == [
        DISCOVERY,
        "challenge",
        "challenge",
        "token",
        "jwks",
        "userinfo",
        "revocation",
        "endsession",
    ]


def test_no_cookie_is_kept_and_the_token_goes_to_userinfo_alone(odd, provider):
    log_in(provider)
    assert not any("cookie" in it for it in odd.headers)
    bearing = [path for path, it in zip(odd.asked, odd.headers, strict=True) if "authorization" in it]
    assert bearing == ["userinfo"]


def test_no_refresh_token_is_asked_for(odd, provider):
    """That would be ``offline_access`` (OpenID Connect Core, 11): one that outlives the visit."""
    log_in(provider)
    assert odd.scopes == ["openid mitid ssn"]


def test_nothing_of_a_person_is_in_an_address(odd, provider):
    log_in(provider)
    assert not any(it in " ".join(odd.asked) for it in ("anna", PASSWORD, ACCESS, "the-code"))


@pytest.mark.parametrize(
    "metadata",
    [
        {"issuer": "https://login.example/op"},
        {"token_endpoint": "http://login.example/token"},
        {"userinfo_endpoint": "http://localhost/userinfo"},
        {"jwks_uri": "file:///etc/passwd"},
        {"revocation_endpoint": ""},
        {"end_session_endpoint": None},
        {"authorization_challenge_endpoint": None},
        {"authorization_challenge_endpoint": "http://login.example/challenge"},
    ],
    ids=str,
)
def test_doors_that_cannot_be_trusted_are_not_knocked_at(odd, provider, metadata):
    odd.metadata = metadata
    with trouble(Trouble.LOGIN_NOT_TRUSTED):
        begin(provider)
    assert odd.asked == [DISCOVERY]


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (lambda: Response("<html>Welcome to the hotel</html>"), Trouble.LOGIN_NOT_TRUSTED),
        (lambda: Response(b"\xff\xfe\x00"), Trouble.LOGIN_NOT_TRUSTED),
        (lambda: Response("[" * 100_000), Trouble.LOGIN_NOT_TRUSTED),
        (lambda: Response('{"issuer":' + "[" * 100_000), Trouble.LOGIN_NOT_TRUSTED),
        (lambda: Response("gone", 404), Trouble.LOGIN_NOT_TRUSTED),
        (lambda: RedirectResponse("/elsewhere"), Trouble.LOGIN_NOT_TRUSTED),
        (lambda: Response("", 500), Trouble.LOGIN_SERVICE_DOWN),
        (lambda: Response("", 503), Trouble.LOGIN_SERVICE_DOWN),
    ],
)
@pytest.mark.parametrize("path", [DISCOVERY, "challenge"])
def test_nonsense_at_the_door_is_named(odd, provider, path, answer, why):
    odd.answers[path] = answer()
    with trouble(why):
        begin(provider)
    assert "elsewhere" not in odd.asked


@pytest.mark.parametrize("path", ["token", "jwks", "userinfo"])
@pytest.mark.parametrize(
    "body", ["", "<html>", "[]", "null", '{"keys": [1]}', '{"keys": [{"kty": "RSA", "n": 7}]}']
)
def test_nonsense_inside_is_not_trusted(odd, provider, path, body):
    odd.answers[path] = Response(body)
    with trouble(Trouble.LOGIN_NOT_TRUSTED):
        log_in(provider)


def test_a_busy_service_can_say_when_to_come_back(odd, provider):
    odd.answers["challenge"] = Response("", 429, {"Retry-After": "30"})
    with trouble(Trouble.LOGIN_SERVICE_DOWN) as caught:
        begin(provider)
    assert caught.value.wait == timedelta(seconds=30)


def challenged(**members):
    return JSONResponse({"error": "insufficient_authorization", "auth_session": "s", **members}, 401)


@pytest.mark.parametrize(
    "answer",
    [
        lambda: challenged(),
        lambda: challenged(next="iris_scan"),
        lambda: challenged(next="chip"),
        lambda: challenged(next="chip", challenge="AAAA"),
        lambda: challenged(next="chip", challenge="æøå"),
        lambda: challenged(next="chip", challenge=7),
        lambda: JSONResponse({"code": "the-code"}),
        lambda: JSONResponse({"authorization_code": ""}),
        lambda: JSONResponse({"error": "invalid_client"}, 401),
        lambda: JSONResponse({"error": "redirect_to_web"}, 400),
    ],
)
def test_a_question_that_makes_no_sense_is_not_answered(odd, provider, answer):
    odd.answers["challenge"] = answer()
    with trouble(Trouble.LOGIN_NOT_TRUSTED):
        provider.begin_card_login(b"a certificate")


def test_a_card_question_for_a_code_login_is_not_answered(odd, provider):
    odd.answers["challenge"] = challenged(next="chip", challenge="A" * 43)
    with trouble(Trouble.LOGIN_NOT_TRUSTED):
        provider.begin_code_login(Secret("anna"))


@pytest.mark.parametrize(
    "tokens",
    [
        {"access_token": "a", "id_token": "b", "token_type": "DPoP"},
        {"access_token": "a\r\nX-Evil: 1", "id_token": "b", "token_type": "Bearer"},
        {"access_token": "a", "id_token": "b"},
        {"access_token": "", "id_token": "b", "token_type": "Bearer"},
        {"access_token": "a", "id_token": "no token", "token_type": "Bearer"},
        {"access_token": "a", "id_token": "a.b.c", "token_type": "Bearer"},
    ],
    ids=str,
)
def test_tokens_of_another_kind_are_not_trusted(odd, provider, tokens):
    odd.answers["token"] = JSONResponse(tokens)
    with trouble(Trouble.LOGIN_NOT_TRUSTED):
        log_in(provider)


@pytest.mark.parametrize(
    ("claims", "told", "why"),
    [
        ({"aud": "kiosk-8"}, {}, Trouble.LOGIN_NOT_TRUSTED),
        ({"acr": Level.LOW.uri}, {}, Trouble.LEVEL_TOO_LOW),
        ({}, {"sub": "bo"}, Trouble.LOGIN_NOT_TRUSTED),
        ({}, {"mitid.has_cpr": "false"}, Trouble.NO_CPR),
        ({}, {"dk.cpr": "670541-1234"}, Trouble.LOGIN_NOT_TRUSTED),
        ({}, {"dk.cpr": 6705411234}, Trouble.LOGIN_NOT_TRUSTED),
    ],
    ids=str,
)
def test_a_login_that_fails_inside_gives_its_tokens_back(odd, provider, claims, told, why):
    odd.claims, odd.told = claims, told
    with trouble(why):
        log_in(provider)
    assert odd.asked[-2:] == ["revocation", "endsession"]


def test_a_name_cannot_turn_the_screen_round(odd, provider):
    odd.told = {"mitid.identity_name": "Anna\u202e mloH\x00"}
    assert log_in(provider)[0].name == "Anna mloH"


def test_logging_out_tries_both_doors(odd, provider):
    _, grant = log_in(provider)
    odd.answers["revocation"] = Response("", 503)
    with trouble(Trouble.LOGIN_SERVICE_DOWN):
        provider.log_out(grant)
    assert odd.asked[-2:] == ["revocation", "endsession"]


def test_logging_out_does_not_wait_for_a_provider_that_hangs(odd, provider, monkeypatch):
    both = tokens.FAREWELL * 2
    assert both <= timedelta(seconds=5)
    monkeypatch.setattr(tokens, "FAREWELL", timedelta(seconds=0.3))
    with falling_silent(b"") as hanging:
        odd.metadata = {"revocation_endpoint": f"{hanging}/r", "end_session_endpoint": f"{hanging}/e"}
        _, grant = log_in(provider)
        start = time.monotonic()
        with trouble(Trouble.LOGIN_SERVICE_DOWN):
            provider.log_out(grant)
        assert 0.6 <= time.monotonic() - start < 3


@pytest.mark.parametrize(("seconds", "wrong"), [(180, True), (-180, True), (60, False), (-60, False)])
def test_clocks_may_differ_by_two_minutes(odd, provider, seconds, wrong):
    odd.date = format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)
    if wrong:
        with trouble(Trouble.CLOCK_WRONG):
            begin(provider)
    else:
        begin(provider)


def test_a_provider_without_a_sensible_clock_is_judged_by_its_tokens(odd, provider):
    odd.date = "half past seven"
    assert log_in(provider)


def test_a_plain_http_issuer_elsewhere_is_a_wrong_setting(machine):
    with pytest.raises(ValueError):
        machine.provider("http://login.example/op")


@pytest.mark.parametrize("path", [DISCOVERY, "challenge", "token", "jwks", "userinfo"])
def test_no_trace_of_an_error_names_a_secret(odd, provider, path):
    """Type, message and frames of the whole chain, as a careless handler would print it."""
    odd.answers[path] = Response(
        json.dumps({"access_token": ACCESS, "dk.cpr": "6705411234", "sub": 1, "keys": 2})
    )
    with pytest.raises(TroubleError) as caught:
        log_in(provider)
    printed = "".join(traceback.format_exception(caught.value))
    assert not any(it in printed for it in (ACCESS, PASSWORD, "6705411234", "the-code"))
