"""A provider and services that are broken, mistaken or wicked about acting for somebody."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kiosk.services.mandates import exchange, office
from kiosk.services.mandates.exchange import EXCHANGE_GRANT
from kiosk.visit.mandates import Area, Privilege, Right
from kiosk.visit.people import OwnGrant
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble
from tests.services.clients.expecting import trouble
from tests.services.clients.odd_town import (
    ACTING,
    DISCOVERY,
    HANDLE,
    ID,
    KAREN,
    LIST,
    LOOK,
    OWN,
    READ,
    STANDS,
    TOKEN,
    TOKENS,
    access,
    bearing,
    doors,
    draft,
    listed,
    mandate,
)
from tests.services.clients.servers import falling_silent, serving


def test_acting_is_exchanged_looked_at_and_given_back(odd_town, odd_office, karens):
    odd_town.asked.clear()
    grant, lasting = odd_office.act_for(OWN, karens)
    assert (grant.access_token.text(), lasting) == ("a-token-for-karen", timedelta(minutes=10))
    assert not isinstance(grant, OwnGrant)
    odd_office.still_stands(grant)
    odd_office.stop_acting(grant)
    assert [it.path for it in odd_town.asked] == [DISCOVERY, TOKEN, LOOK, LOOK, "op/revocation"]
    form = odd_town.asked[1].form
    assert form["grant_type"] == EXCHANGE_GRANT
    assert (form["subject_token"], form["representation_id"]) == ("a-token-of-anna", ID)
    assert form["subject_token_type"] == "urn:ietf:params:oauth:token-type:access_token"
    assert all(it.form["client_assertion"] for it in odd_town.asked[1:])
    assert [it.form["token"] for it in odd_town.asked[2:]] == ["a-token-for-karen"] * 3


def test_no_number_and_no_token_is_in_any_address(odd_town, odd_office, karens):
    odd_office.act_for(OWN, karens)
    odd_town.told[LIST] = JSONResponse(mandate(), 202)
    odd_office.give(OWN, draft(frozenset({READ})))
    addresses = " ".join(f"{it.path}?{it.query}" for it in odd_town.asked)
    assert not any(it in addresses for it in (KAREN, "a-token", "anna", "Karen"))


@pytest.mark.parametrize(
    ("looked", "why"),
    [
        ({"act": {"sub": "bo"}}, Trouble.MANDATES_ODD),
        ({"act": None}, Trouble.MANDATES_ODD),
        ({"sub": "anna"}, Trouble.MANDATES_ODD),
        ({"sub": ""}, Trouble.MANDATES_ODD),
        ({"reference": "ANOTHER2"}, Trouble.MANDATES_ODD),
        ({"authz_source": "vaergemaal"}, Trouble.MANDATES_ODD),
        ({"privileges": [READ.urn]}, Trouble.MANDATE_CHANGED),
        ({"privileges": [READ.urn, HANDLE.urn, f"{READ.urn[:-4]}contact"]}, Trouble.MANDATES_ODD),
        ({"privileges": ["MESSAGE_BASIC"]}, Trouble.MANDATE_CHANGED),
        ({"active": "yes"}, Trouble.MANDATES_ODD),
        ({"active": False, "ended": "withdrawn"}, Trouble.MANDATE_WITHDRAWN),
    ],
    ids=str,
)
def test_a_token_that_is_not_what_was_asked_for_is_given_back(odd_town, odd_office, karens, looked, why):
    odd_town.told[LOOK] = {**STANDS, **looked}
    with trouble(why):
        odd_office.act_for(OWN, karens)
    assert (odd_town.asked[-1].path, odd_town.asked[-1].form["token"]) == (
        "op/revocation",
        "a-token-for-karen",
    )


def test_access_to_post_is_held_to_what_it_was(odd_town, odd_office):
    odd_town.told[LIST] = listed(access())
    reading = odd_office.mandates(OWN).received[0]
    odd_town.told[LOOK] = {**STANDS, "authz_source": "laeseadgang", "privileges": ["MESSAGE_BASIC"]}
    assert odd_office.act_for(OWN, reading)
    odd_town.told[LOOK] = {**odd_town.told[LOOK], "privileges": ["MESSAGE_BASIC", "MESSAGE_WRITE"]}
    with trouble(Trouble.MANDATES_ODD):
        odd_office.act_for(OWN, reading)


@pytest.mark.parametrize(
    "bent",
    [
        {"token_type": "DPoP"},
        {"token_type": "N_A"},
        {"issued_token_type": "urn:ietf:params:oauth:token-type:refresh_token"},
        {"issued_token_type": None},
        {"access_token": "a\r\nX-Evil: 1"},
        {"access_token": ""},
        {"expires_in": 0},
        {"expires_in": -5},
        {"expires_in": 10**30},
        {"expires_in": None},
    ],
    ids=str,
)
def test_a_token_of_another_kind_is_not_used(odd_town, odd_office, karens, bent):
    odd_town.told[TOKEN] = {**TOKENS, **bent}
    with trouble(Trouble.MANDATES_ODD):
        odd_office.act_for(OWN, karens)


@pytest.mark.parametrize(
    ("error", "description", "why"),
    [
        ("invalid_target", "mandate_expired", Trouble.MANDATE_EXPIRED),
        ("invalid_target", "mandate_withdrawn", Trouble.MANDATE_WITHDRAWN),
        ("invalid_target", "mandate_awaited", Trouble.MANDATE_AWAITED),
        ("invalid_target", "grantor_dead", Trouble.GRANTOR_DEAD),
        ("invalid_target", "mandate_unknown", Trouble.MANDATE_CHANGED),
        ("invalid_target", "a_word_of_tomorrow", Trouble.MANDATES_ODD),
        ("invalid_request", "subject_token_invalid", Trouble.SESSION_EXPIRED),
        ("invalid_grant", "", Trouble.SESSION_EXPIRED),
        ("unmet_authentication_requirements", "", Trouble.LEVEL_TOO_LOW),
        ("invalid_client", "", Trouble.MANDATES_ODD),
    ],
)
def test_an_exchange_that_is_refused_says_why(odd_town, odd_office, karens, error, description, why):
    odd_town.told[TOKEN] = JSONResponse({"error": error, "error_description": description}, 400)
    with trouble(why):
        odd_office.act_for(OWN, karens)


@pytest.mark.parametrize(
    ("ended", "why"),
    [
        ({"ended": "withdrawn"}, Trouble.MANDATE_WITHDRAWN),
        ({"ended": "expired"}, Trouble.MANDATE_EXPIRED),
        ({"ended": "grantor_dead"}, Trouble.GRANTOR_DEAD),
        ({"ended": "eaten"}, Trouble.SESSION_EXPIRED),
        ({}, Trouble.SESSION_EXPIRED),
    ],
    ids=str,
)
def test_a_look_says_what_has_become_of_it(odd_town, odd_office, ended, why):
    odd_town.told[LOOK] = {"active": False, **ended}
    with trouble(why):
        odd_office.still_stands(ACTING)


@pytest.mark.parametrize(
    "metadata",
    [
        {"introspection_endpoint": None},
        {"introspection_endpoint": "http://login.example/look"},
        {"grant_types_supported": ["authorization_code"]},
        {"grant_types_supported": []},
        {"token_endpoint": "http://login.example/token"},
        {"issuer": "https://login.example/op"},
    ],
    ids=str,
)
def test_a_provider_that_does_not_offer_it_is_not_asked(odd_town, odd_office, karens, metadata):
    odd_town.metadata = metadata
    odd_town.asked.clear()
    with trouble(Trouble.MANDATES_ODD):
        odd_office.act_for(OWN, karens)
    assert [it.path for it in odd_town.asked] == [DISCOVERY]


def test_somebody_without_a_login_of_their_own_acts_for_nobody(odd_office, karens):
    with trouble(Trouble.LOGIN_NOT_TRUSTED):
        odd_office.act_for(OwnGrant(Secret("a-token"), Secret("no token")), karens)


@pytest.mark.parametrize("path", [TOKEN, LOOK, "op/revocation"])
@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_provider_that_is_down_keeps_nobody_from_their_own_affairs(
    odd_town, odd_office, karens, path, status
):
    odd_town.told[path] = Response("", status, {"Retry-After": "30"})
    with trouble(Trouble.MANDATES_DOWN) as caught:
        odd_office.stop_acting(odd_office.act_for(OWN, karens)[0])
    assert caught.value.wait == timedelta(seconds=30)


@pytest.mark.parametrize(("privilege", "method"), [(READ, "GET"), (HANDLE, "POST")])
def test_an_errand_has_a_reference(odd_town, odd_office, privilege, method):
    odd_town.told["services/doctor/"] = {"reference": "D-\u202e17\n"}
    assert odd_office.do(ACTING, privilege) == "D-17"
    assert (odd_town.asked[-1].method, odd_town.asked[-1].path) == (method, "services/doctor/")
    assert bearing(odd_town) == [("services/doctor/", "Bearer a-token-for-karen")]


def test_nobody_telephones_through_a_machine(odd_town, odd_office):
    with trouble(Trouble.MANDATE_NOT_COVERING):
        odd_office.do(ACTING, Privilege(Area.DOCTOR, Right.CONTACT))
    assert odd_town.asked == []


def ended(reason: str) -> dict[str, str]:
    return {"WWW-Authenticate": f'Bearer error="invalid_token", error_description="{reason}"'}


@pytest.mark.parametrize(
    ("status", "headers", "why"),
    [
        (401, ended("withdrawn"), Trouble.MANDATE_WITHDRAWN),
        (401, ended("expired"), Trouble.MANDATE_EXPIRED),
        (401, ended("grantor_dead"), Trouble.GRANTOR_DEAD),
        (401, ended("The access token expired"), Trouble.SESSION_EXPIRED),
        (401, {}, Trouble.SESSION_EXPIRED),
        (403, {}, Trouble.MANDATE_NOT_COVERING),
        (404, {}, Trouble.SERVICE_ODD),
        (200, {}, Trouble.SERVICE_ODD),
        (429, {}, Trouble.SERVICE_DOWN),
        (500, {}, Trouble.SERVICE_DOWN),
    ],
)
def test_an_errand_that_is_refused_says_why(odd_town, odd_office, status, headers, why):
    odd_town.told["services/doctor/"] = Response("", status, headers)
    with trouble(why):
        odd_office.do(ACTING, HANDLE)


@pytest.mark.parametrize(
    ("status", "why"),
    [(403, Trouble.SERVICE_REFUSED), (404, Trouble.SERVICE_ODD), (503, Trouble.SERVICE_DOWN)],
)
def test_of_an_errand_of_ones_own_nobody_speaks_of_mandates(odd_town, odd_office, status, why):
    odd_town.told["services/doctor/"] = Response("", status)
    with trouble(why):
        odd_office.do(OWN, HANDLE)


def test_the_principal_gets_the_receipt_as_it_is(odd_town, odd_office, karens):
    odd_office.tell_principal(ACTING, karens, b"%PDF-1.7 done")
    told = odd_town.asked[-1]
    assert (told.path, told.body) == (f"mandates/{ID}/receipt", b"%PDF-1.7 done")
    assert told.headers["content-type"] == "application/pdf"
    assert told.headers["authorization"] == "Bearer a-token-for-karen"


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (401, Trouble.SESSION_EXPIRED),
        (403, Trouble.REGISTER_REFUSED),
        (404, Trouble.MAILBOX_CLOSED),
        (413, Trouble.MANDATES_ODD),
        (200, Trouble.MANDATES_ODD),
    ],
)
def test_a_receipt_that_is_refused_says_why(odd_town, odd_office, karens, status, why):
    odd_town.told[f"mandates/{ID}/receipt"] = Response("", status)
    with trouble(why):
        odd_office.tell_principal(ACTING, karens, b"%PDF-1.7 done")


def test_nobody_waits_long_for_a_look_or_for_the_receipt(machine, karens, monkeypatch):
    both = exchange.GLANCE + office.FAREWELL
    assert both <= timedelta(seconds=8)
    monkeypatch.setattr(exchange, "GLANCE", timedelta(seconds=0.3))
    monkeypatch.setattr(office, "FAREWELL", timedelta(seconds=0.3))
    with falling_silent(b"") as hanging, serving(dated(introspection_endpoint=f"{hanging}/look")) as url:
        for waiting in (
            lambda: machine.mandate_office(url).still_stands(ACTING),
            lambda: machine.mandate_office(hanging).tell_principal(ACTING, karens, b"%PDF"),
        ):
            begun = time.monotonic()
            with trouble(Trouble.MANDATES_DOWN):
                waiting()
            assert 0.3 <= time.monotonic() - begun < 3


def test_a_wrong_clock_is_told_as_such(machine, karens):
    machine.ahead = timedelta(hours=1)
    with serving(dated()) as url, trouble(Trouble.CLOCK_WRONG):
        machine.mandate_office(url).act_for(OWN, karens)


def dated(**bent: str) -> Starlette:
    async def answer(request: Request) -> Response:
        stamp = datetime.now(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
        return JSONResponse({**doors(f"{request.base_url}op"), **bent}, headers={"Date": stamp})

    return Starlette(routes=[Route("/{rest:path}", answer)])
