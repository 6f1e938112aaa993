"""A register of mandates that is broken, mistaken or wicked."""

import json
import traceback
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from starlette.responses import JSONResponse, Response

from kiosk.services import MunicipalMandateOffice
from kiosk.visit.mandates import Basis, Kind, PostRight, Standing
from kiosk.visit.trouble import Trouble, TroubleError
from tests import privileges
from tests.privileges import document, group, wrapped
from tests.services.clients.expecting import trouble
from tests.services.clients.odd_town import (
    ACTING,
    HANDLE,
    ID,
    KAREN,
    LIST,
    OWN,
    READ,
    access,
    bearing,
    draft,
    listed,
    mandate,
    party,
)
from tests.services.clients.servers import saying


def test_a_mandate_as_the_register_says_it(karens):
    assert (karens.id, karens.reference.name, karens.version) == (ID, "KAREN234", 3)
    assert (karens.grantor.name, karens.grantor.number, karens.grantor.kind) == (
        "Karen Holm",
        "670541-••••",
        Kind.PERSON,
    )
    assert (karens.basis, karens.scope) == (Basis.POWER, frozenset({READ, HANDLE}))
    assert (karens.until, karens.standing) == (date(2027, 1, 31), Standing.IN_FORCE)


def test_the_two_sides_and_the_two_mechanisms_are_kept_apart(odd_town, odd_office):
    odd_town.told[LIST] = listed(
        access(number=1),
        access(number=2, postRight="MESSAGE_WRITE", basis="skriveadgang", role="grantor", until=None),
        mandate(3, standing="awaited", awaitsMe=True),
    )
    found = odd_office.mandates(OWN)
    assert [it.scope for it in found.received] == [PostRight.READ, frozenset({READ, HANDLE})]
    assert [(it.scope, it.until) for it in found.given] == [(PostRight.READ_AND_WRITE, None)]
    assert [it.awaits_me for it in found.received] == [False, True]
    assert len(found.usable) == 1


def test_what_has_ended_is_known_by_its_day_whatever_its_last_day_was(odd_town, odd_office):
    odd_town.told[LIST] = listed(
        mandate(1, standing="withdrawn", endedOn="2026-11-20"),
        mandate(2, standing="grantor_dead", endedOn="2026-11-21", until=None),
        mandate(3),
    )
    days = [it.ended_on for it in odd_office.mandates(OWN).received]
    assert days == [date(2026, 11, 20), date(2026, 11, 21), None]


def saying_only(document: str, **bent: Any) -> dict[str, Any]:
    return listed(mandate(privilegesIntermediate=wrapped(document), **bent))


def test_a_company_is_known_by_its_number(odd_town, odd_office):
    firm = party("Bageriet ApS", "12345678", kind="company")
    about_firm = document(group(READ.urn, scope=privileges.FIRM))
    odd_town.told[LIST] = saying_only(about_firm, grantor=firm, basis="tegningsret")
    assert odd_office.mandates(OWN).received[0].scope == {READ}


@pytest.mark.parametrize(
    "groups",
    [
        [],
        [group()],
        [group("urn:dk:sandbox:kiosk:stars:read", "urn:dk:sandbox:kiosk:doctor:dance", "")],
        [group(READ.urn, scope="urn:dk:gov:saml:cprNumberIdentifier:6801411234")],
        [group(READ.urn, scope="urn:dk:gov:saml:cprNumberIdentifier:670541123")],
        [group(READ.urn, scope=f"urn:dk:gov:saml:productionUnitIdentifier:{KAREN}")],
        [group(READ.urn, scope=privileges.FIRM)],
        [group(READ.urn, scope=KAREN)],
        [group(READ.urn, scope="")],
        [group(READ.urn, inside=privileges.CONDITION)],
    ],
)
def test_what_is_about_somebody_else_or_unknown_or_conditional_allows_nothing(odd_town, odd_office, groups):
    odd_town.told[LIST] = saying_only(document(*groups))
    assert odd_office.mandates(OWN).received[0].scope == frozenset()
    odd_town.told[LIST] = saying_only(document(*groups, group(HANDLE.urn)))
    assert odd_office.mandates(OWN).received[0].scope == {HANDLE}


def test_two_people_of_one_birth_date_in_one_mandate_are_nonsense(odd_town, odd_office):
    twin = group(scope="urn:dk:gov:saml:cprNumberIdentifier:6705419999")
    odd_town.told[LIST] = saying_only(document(group(READ.urn), twin))
    assert odd_office.mandates(OWN).received[0].scope == frozenset()


@pytest.mark.parametrize(
    "bent",
    [
        {"postRight": "MESSAGE_BASIC"},
        {"privilegesIntermediate": None},
        {"privilegesIntermediate": "no base64"},
        {"privilegesIntermediate": wrapped(f"<!DOCTYPE x>{document(group(READ.urn))}")},
    ],
    ids=str,
)
def test_one_that_cannot_be_read_allows_nothing_and_hides_no_other(odd_town, odd_office, bent):
    odd_town.told[LIST] = listed(mandate(1, **bent), mandate(2))
    unclear, clear = odd_office.mandates(OWN).received
    assert (unclear.scope, clear.scope) == (frozenset(), {READ, HANDLE})


@pytest.mark.parametrize(
    "bent",
    [
        {"id": "../../op"},
        {"id": 7},
        {"reference": "karen234"},
        {"reference": "KAREN 234"},
        {"reference": "KAREN2345"},
        {"version": -1},
        {"version": "3"},
        {"basis": "arv"},
        {"role": "witness"},
        {"standing": "in force"},
        {"until": "tomorrow"},
        {"grantor": party(number=KAREN)},
        {"grantor": party(kind="ghost")},
        {"grantor": party(language="../da")},
        {"holder": None},
        {"privilegesIntermediate": None, "postRight": "MESSAGE_DELETE"},
    ],
    ids=str,
)
def test_a_mandate_that_makes_no_sense_is_not_guessed_at(odd_town, odd_office, bent):
    odd_town.told[LIST] = listed(mandate(**bent))
    with trouble(Trouble.MANDATES_ODD) as caught:
        odd_office.mandates(OWN)
    assert KAREN not in repr(caught.value)


def test_words_of_tomorrow_are_no_trouble_and_names_play_no_tricks(odd_town, odd_office):
    odd_town.told[LIST] = listed(mandate(stars=5, grantor=party("Karen\u202e mloH\x00", hair="grey")))
    assert odd_office.mandates(OWN).received[0].grantor.name == "Karen mloH"


@pytest.mark.parametrize("body", ["", "<html>", "[]", "null", "{}", '{"mandates": 7, "totalElements": 1}'])
def test_nonsense_from_the_register_is_named(odd_town, odd_office, body):
    odd_town.told[LIST] = Response(body)
    with trouble(Trouble.MANDATES_ODD):
        odd_office.mandates(OWN)


def many(count: int, first: int = 0, **bent: Any) -> list[dict[str, Any]]:
    return [mandate(number, **bent) for number in range(first + 1, first + count + 1)]


def test_two_hundred_can_be_chosen_from_and_one_more_cannot(odd_town, odd_office):
    odd_town.told[LIST] = [
        listed(*many(200), total=201),
        listed(*many(1, 200, standing="expired"), total=201),
    ]
    assert len(odd_office.mandates(OWN).usable) == 200
    odd_town.told[LIST] = [listed(*many(200), total=201), listed(*many(1, 200), total=201)]
    with trouble(Trouble.MANDATES_TOO_MANY):
        odd_office.mandates(OWN)


def test_thousands_that_are_over_are_not_too_many(odd_town, odd_office):
    over = many(198, 2, standing="withdrawn")
    odd_town.told[LIST] = [
        listed(*many(2), *over, total=9_000),
        *(listed(*many(200, 200 * page, standing="expired"), total=9_000) for page in range(1, 4)),
    ]
    found = odd_office.mandates(OWN)
    assert (len(found.usable), len(found.received)) == (2, 400)


def test_ten_thousand_are_not_read_to_the_end(odd_town, odd_office):
    odd_town.told[LIST] = [listed(*many(200, 200 * page), total=10_000) for page in range(3)]
    with trouble(Trouble.MANDATES_TOO_MANY):
        odd_office.mandates(OWN)
    assert [it.query for it in odd_town.asked] == ["page=0&size=200", "page=1&size=200"]


def test_a_register_that_turns_in_a_circle_is_left(odd_town, odd_office):
    odd_town.told[LIST] = listed(*many(200), total=10_000)
    with trouble(Trouble.MANDATES_TOO_MANY):
        odd_office.mandates(OWN)
    assert len(odd_town.asked) == 10


def test_a_list_that_ends_early_has_ended(odd_town, odd_office):
    odd_town.told[LIST] = [listed(*many(3), total=900), listed(total=900)]
    assert len(odd_office.mandates(OWN).received) == 3


@pytest.mark.parametrize(
    ("scope", "told"),
    [
        (frozenset({READ, HANDLE}), {"privileges": [HANDLE.urn, READ.urn]}),
        (PostRight.READ, {"postRight": "MESSAGE_BASIC"}),
        (PostRight.READ_AND_WRITE, {"postRight": "MESSAGE_WRITE"}),
    ],
)
@pytest.mark.parametrize(("send", "role"), [("give", "grantor"), ("request", "holder")])
def test_a_draft_is_sent_whole(odd_town, odd_office, scope, told, send, role):
    odd_town.told[LIST] = JSONResponse(mandate(standing="awaited", role=role), 202)
    assert getattr(odd_office, send)(OWN, draft(scope)).standing is Standing.AWAITED
    other = {"name": "Karen Holm", "cpr": KAREN}
    assert json.loads(odd_town.asked[-1].body) == {
        "role": role,
        "other": other,
        "until": "2027-01-31",
        **told,
    }
    assert bearing(odd_town) == [(LIST, "Bearer a-token-of-anna")]


STALE = 'Bearer error="insufficient_user_authentication", max_age="120"'
WEAK = 'Bearer error="insufficient_user_authentication", acr_values="https://x"'


@pytest.mark.parametrize(
    ("status", "headers", "why"),
    [
        (400, {}, Trouble.MANDATES_ODD),
        (401, {"WWW-Authenticate": STALE}, Trouble.MANDATE_NOT_SIGNED),
        (401, {"WWW-Authenticate": WEAK}, Trouble.LEVEL_TOO_LOW),
        (401, {}, Trouble.SESSION_EXPIRED),
        (403, {}, Trouble.REGISTER_REFUSED),
        (429, {"Retry-After": "1800"}, Trouble.MANDATE_REQUESTS_TOO_MANY),
        (200, {}, Trouble.MANDATES_ODD),
        (302, {"Location": "/elsewhere"}, Trouble.MANDATES_ODD),
        (503, {}, Trouble.MANDATES_DOWN),
    ],
)
def test_a_draft_that_is_refused_says_why(odd_town, odd_office, status, headers, why):
    odd_town.told[LIST] = Response("", status, headers)
    with trouble(why) as caught:
        odd_office.give(OWN, draft(PostRight.READ))
    assert caught.value.wait == (timedelta(minutes=30) if status == 429 else None)


def test_a_change_carries_the_bare_version(odd_town, odd_office, karens):
    withdrawn = odd_office.withdraw(OWN, karens)
    assert (withdrawn.standing, withdrawn.version) == (Standing.WITHDRAWN, 4)
    assert (odd_town.asked[-1].headers["if-match"], odd_town.asked[-1].body) == ("3", b"")


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (404, Trouble.MANDATE_CHANGED),
        (409, Trouble.MANDATE_CHANGED),
        (412, Trouble.MANDATE_CHANGED),
        (403, Trouble.REGISTER_REFUSED),
        (400, Trouble.MANDATES_ODD),
        (429, Trouble.MANDATES_DOWN),
        (202, Trouble.MANDATES_ODD),
    ],
)
@pytest.mark.parametrize("change", ["accept", "decline", "withdraw"])
def test_a_change_that_is_refused_says_why(odd_town, odd_office, karens, change, status, why):
    odd_town.told[f"mandates/{ID}/{change}"] = Response("", status)
    with trouble(why):
        getattr(odd_office, change)(OWN, karens)


def test_nobody_says_that_nothing_was_sent_when_it_was_on_its_way(machine, karens):
    """A list that was cut can be asked for again unharmed; what changes something may have been done."""
    with saying(b"") as url:
        odd_office = machine.mandate_office(url)
        with trouble(Trouble.NETWORK_GONE):
            odd_office.mandates(OWN)
        for sending, why in (
            (lambda: odd_office.give(OWN, draft(PostRight.READ)), Trouble.MANDATES_DOWN),
            (lambda: odd_office.withdraw(OWN, karens), Trouble.MANDATES_DOWN),
            (lambda: odd_office.do(ACTING, HANDLE), Trouble.SERVICE_DOWN),
            (lambda: odd_office.tell_principal(ACTING, karens, b"%PDF"), Trouble.MANDATES_DOWN),
        ):
            with trouble(why):
                sending()


@pytest.mark.parametrize("which", range(3))
def test_plain_http_elsewhere_is_a_wrong_setting(http, which):
    addresses = ["https://a.example", "https://b.example", "https://c.example"]
    addresses[which] = addresses[which].replace("https", "http")
    with pytest.raises(ValueError):
        MunicipalMandateOffice(*addresses, None, lambda: datetime.now(UTC), http)


def test_no_trace_of_an_error_names_anybody(odd_town, odd_office):
    odd_town.told[LIST] = listed(mandate(grantor=party(number=KAREN)))
    with pytest.raises(TroubleError) as caught:
        odd_office.mandates(OWN)
    printed = "".join(traceback.format_exception(caught.value))
    assert not any(it in printed for it in (KAREN, "Karen", "a-token-of-anna"))
