"""The acts that bring about every trouble of acting for somebody."""

import pytest

from tests.services.town.drafts import draft
from tests.services.town.visitor import Visitor, code, said


def nobody_lets_them(anna: Visitor) -> None:
    assert anna.log_in_by_card("anna").mandates() == {"mandates": [], "totalElements": 0}


def refused(visitor: Visitor, person: str, other: str) -> str | None:
    visitor.log_in_by_card(person)
    return said(visitor.exchange(visitor.mandate(other)))[2]


def expired(erna: Visitor) -> None:
    assert refused(erna, "erna-ended", "Elof Toft") == "mandate_expired"


def awaited(willy: Visitor) -> None:
    assert refused(willy, "willy-waiting", "Asta Juhl") == "mandate_awaited"


def grantor_dead(sami: Visitor) -> None:
    assert refused(sami, "sami-son", "Faris Nasser") == "grantor_dead"


def withdrawn(viggo: Visitor) -> None:
    acting = viggo.log_in_by_card("viggo-volunteer").acting(viggo.mandate("Hilda Ravn"))
    viggo.town.client.withdraw("hilda-helped", "viggo-volunteer")
    assert acting.introspect()["ended"] == "withdrawn"


def not_covering(dina: Visitor) -> None:
    dina.log_in_by_card("dina-daughter")
    acting = dina.acting(dina.mandate("Nadia Warsame"))
    assert code(acting.errand("residence", "POST")) == (403, "privilege.missing")


def declined(asta: Visitor) -> None:
    asta.log_in_by_card("asta-asked")
    asta.decide(asta.mandate("Willy Juhl"), "decline")
    willy = Visitor(asta.town, asta.http).log_in_by_card("willy-waiting")
    assert "declined" in {each["standing"] for each in willy.mandates()["mandates"]}


def too_many(mads: Visitor) -> None:
    assert mads.log_in_by_card("mads-many").mandates(size=1)["totalElements"] == 10_000


def changed(asta: Visitor) -> None:
    mandate = asta.log_in_by_card("asta-asked").mandate("Willy Juhl")
    asta.decide(mandate, "accept")
    assert code(asta.decide(mandate, "decline")) == (409, "version.conflict")


def down(anna: Visitor) -> None:
    anna.log_in_by_card("anna").town.client.switch(mandates_down=True)
    assert anna.mandates()["code"] == "service.unavailable"


def nonsense(anna: Visitor) -> None:
    anna.log_in_by_card("anna").town.client.switch(mandates_nonsense=True)
    with pytest.raises(ValueError, match="Expecting value"):
        anna.mandates()


def six_requests(anna: Visitor) -> None:
    anna.log_in_by_card("anna")
    assert [anna.send(**draft()).status_code for _ in range(6)][-1] == 429


def login_too_old(anna: Visitor) -> None:
    anna.log_in_by_card("anna").wait(122)
    assert code(anna.send(**draft("grantor"))) == (401, "authentication.too.old")


def services_down(anna: Visitor) -> None:
    anna.log_in_by_card("anna").town.client.switch(services_down=True)
    assert code(anna.errand("doctor")) == (503, "service.unavailable")


def services_nonsense(anna: Visitor) -> None:
    anna.log_in_by_card("anna").town.client.switch(services_nonsense=True)
    assert anna.errand("doctor").text.startswith("<html>")


def services_refused(anna: Visitor) -> None:
    anna.log_in_by_card("anna").town.client.switch(services_refused=True)
    assert code(anna.errand("doctor", "POST")) == (403, "access.denied")


def fourteen(fie: Visitor) -> None:
    assert code(fie.log_in_by_card("fie-fourteen").send(**draft("grantor"))) == (403, "access.denied")


def only_by_phone(fanny: Visitor) -> None:
    acting = fanny.log_in_by_code("fanny-phone").acting(fanny.mandate("Inga Holt"))
    assert code(acting.errand("doctor", "POST")) == (403, "privilege.missing")
    assert code(acting.errand("residence")) == (403, "privilege.missing")


def answer_lost(anna: Visitor) -> None:
    anna.log_in_by_card("anna").town.client.switch(answers_lost=True)
    assert anna.errand("doctor", "POST").status_code == 504
    assert anna.send(**draft()).status_code == 504
    assert anna.mandates()["totalElements"] == 1


def token_that_ran_out(viggo: Visitor) -> None:
    acting = viggo.log_in_by_card("viggo-volunteer").acting(viggo.mandate("Hilda Ravn"))
    acting.op("revocation", token=acting.access)
    assert acting.introspect() == {"active": False}
    assert viggo.introspect()["active"]


ACTS = {
    "town: somebody without mandates asks for whom to act": nobody_lets_them,
    "town: a mandate whose last day has passed": expired,
    "town: the mandate is withdrawn while it is used": withdrawn,
    "town: an act that the mandate does not hold": not_covering,
    "town: a mandate that waits for an answer": awaited,
    "town: a mandate that was declined": declined,
    "town: the grantor died yesterday": grantor_dead,
    "town: somebody with ten thousand mandates": too_many,
    "town: two sessions change one mandate": changed,
    "town: the register of mandates is down": down,
    "town: the register answers nonsense": nonsense,
    "town: six requests in an hour": six_requests,
    "town: the login that signs is too old": login_too_old,
    "town: an answer is lost on its way back": answer_lost,
    "town: a token for a principal that has run out": token_that_ran_out,
    "town: the services are down": services_down,
    "town: the services talk nonsense": services_nonsense,
    "town: the services let nobody in": services_refused,
    "town: somebody who is fourteen gives a mandate": fourteen,
    "town: somebody who may only phone for another": only_by_phone,
}
