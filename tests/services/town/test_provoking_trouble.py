"""Every trouble of the login and the mailbox can be brought about here, as its row in the table says."""

import time
from collections.abc import Callable

import httpx
import pytest
from joserfc.errors import BadSignatureError

from kiosk.visit.trouble import Trouble
from tests.services.town import provoking_mandates
from tests.services.town.visitor import CLIENT, Visitor, said

HOUSING = "Afgørelse om boligstøtte"
Act = Callable[[Visitor], None]


def wrong_code(anna: Visitor) -> None:
    anna.begin(user_id="anna")
    assert said(anna.go_on(otp="000000"))[2] == "otp_invalid"


def three_wrong_codes(anna: Visitor) -> None:
    anna.begin(user_id="anna")
    assert said([anna.go_on(otp="000000") for _ in range(3)][-1])[2] == "otp_suspended"


def blocked_device(bo: Visitor) -> None:
    assert said(bo.begin(user_id="bo-blocked"))[2] == "otp_blocked"


def passwords(anna: Visitor, number: int) -> str | None:
    anna.begin(user_id="anna")
    anna.go_on(otp=anna.press("anna"))
    return said([anna.go_on(password="te") for _ in range(number)][-1])[2]


def wrong_password(anna: Visitor) -> None:
    assert passwords(anna, 1) == "password_invalid"


def five_wrong_passwords(anna: Visitor) -> None:
    assert passwords(anna, 5) == "password_blocked"


def nobody_here(nobody: Visitor) -> None:
    assert said(nobody.begin(user_id="nobody-here"))[2] == "mitid_identity_not_found"


def aborted(anna: Visitor) -> None:
    anna.begin(user_id="anna")
    anna.town.client.switch(login_aborted=True)
    assert said(anna.go_on(otp="000000"))[1:] == ("access_denied", "mitid_user_aborted")


def elsewhere(anna: Visitor) -> None:
    anna.log_in_by_code("anna")
    anna.town.client.log_in_elsewhere("anna")
    answer = anna.op("lease", token=anna.access, visit="one", expires_in="30")
    assert answer.json()["error"] == "held_elsewhere"


def session_ended(anna: Visitor) -> None:
    anna.begin(user_id="anna")
    anna.town.client.switch(login_session_ended=True)
    assert said(anna.go_on(otp="000000"))[1] == "invalid_session"


def low_level(lone: Visitor) -> None:
    lone.begin(user_id="lone-password")
    assert lone.enter(lone.go_on(password="lone-password-kaffe")).claims()["loa"].endswith("/Low")


def no_cpr(noor: Visitor) -> None:
    assert noor.log_in_by_code("noor-no-cpr").userinfo().json()["mitid.has_cpr"] == "false"


def bad_tokens(anna: Visitor) -> None:
    def claims(fault: str) -> dict:
        anna.town.client.switch(token=fault)
        return anna.log_in_by_card("anna").claims()

    assert claims("other audience")["aud"] != CLIENT
    assert claims("wrong nonce")["nonce"] != anna.nonce
    assert claims("wrong issuer")["iss"] != anna.town.issuer
    with pytest.raises(BadSignatureError):
        claims("wrong signature")


def login_down(anna: Visitor) -> None:
    anna.town.client.switch(login_down=True)
    assert anna.http.get(f"{anna.town.issuer}/.well-known/openid-configuration").status_code == 503


def exempt(emma: Visitor) -> None:
    assert emma.log_in_by_code("emma-exempt").mailbox()["exempt"] is True


def closed(carl: Visitor) -> None:
    assert carl.log_in_by_code("carl-closed").mailbox()["statusType"] == "CLOSED"


def too_young(fie: Visitor) -> None:
    assert fie.log_in_by_code("fie-fourteen").get("/mailboxes/").json()["mailboxes"] == []


def post_down(anna: Visitor) -> None:
    anna.log_in_by_code("anna").town.client.switch(post_down=True)
    refusal = anna.get("/mailboxes/")
    assert (refusal.status_code, refusal.json()["code"]) == (503, "service.unavailable")


def post_slow(anna: Visitor) -> None:
    anna.log_in_by_code("anna").town.client.switch(post_slow_s=0.3)
    start = time.perf_counter()
    assert anna.get("/mailboxes/").status_code == 200
    assert time.perf_counter() - start >= 0.3


def changed_elsewhere(anna: Visitor) -> None:
    letter = anna.log_in_by_code("anna").letter(HOUSING)
    anna.town.client.switch(letter_changed=True)
    assert anna.patch(letter, letter["version"], read=True).status_code == 409
    assert anna.patch(letter, anna.read(letter).json()["version"], read=True).status_code == 409


def access_refused(anna: Visitor) -> None:
    letter = anna.log_in_by_code("anna").letter(HOUSING)
    anna.town.client.switch(access_refused=True)
    assert anna.read(letter).status_code == anna.content(letter).status_code == 403
    assert anna.letters()["totalElements"] > 0


def nonsense(anna: Visitor) -> None:
    anna.log_in_by_code("anna").town.client.switch(post_nonsense=True)
    with pytest.raises(ValueError, match="Expecting value"):
        anna.get("/mailboxes/").json()


def token_expired(anna: Visitor) -> None:
    anna.log_in_by_code("anna").town.client.switch(access_token_expired=True)
    assert anna.get("/mailboxes/").status_code == 401


def deleted_elsewhere(anna: Visitor) -> None:
    letter = anna.log_in_by_code("anna").letter(HOUSING)
    anna.town.client.switch(letter_deleted=True)
    assert anna.read(letter).status_code == 404
    assert anna.letter(HOUSING) == letter


def clock_ahead(anna: Visitor) -> None:
    anna.town.client.switch(clock_ahead_s=3600)
    assert said(anna.begin(user_id="anna"))[:2] == (401, "invalid_client")


def switched_off(anna: Visitor) -> None:
    anna.town.client.switch(switched_off=True)
    with pytest.raises(httpx.TransportError):
        anna.http.get(f"{anna.town.issuer}/.well-known/openid-configuration")
    anna.town.client.reset()
    assert anna.http.get(f"{anna.town.issuer}/.well-known/openid-configuration").status_code == 200


ACTS: dict[str, Act] = {
    "login: a wrong code": wrong_code,
    "login: three wrong codes": three_wrong_codes,
    "login: bo-blocked": blocked_device,
    "login: a wrong password": wrong_password,
    "login: five wrong passwords": five_wrong_passwords,
    "login: nobody-here": nobody_here,
    "town: login aborted": aborted,
    "town: login session ended": session_ended,
    "login: lone-password": low_level,
    "login: noor-no-cpr": no_cpr,
    "town: token for another audience, wrong nonce, wrong signature, wrong issuer": bad_tokens,
    "town: login service down": login_down,
    "town: the person logged in elsewhere": elsewhere,
    "login: emma-exempt": exempt,
    "login: carl-closed": closed,
    "login: fie-fourteen": too_young,
    "town: post down": post_down,
    "town: post slow": post_slow,
    "town: letter changed elsewhere": changed_elsewhere,
    "town: access refused": access_refused,
    "town: post talks nonsense": nonsense,
    "town: access token expired": token_expired,
    "town: letter deleted elsewhere": deleted_elsewhere,
    "town: clock an hour ahead": clock_ahead,
    "town: switched off": switched_off,
    **provoking_mandates.ACTS,
}
PROVOKED_HERE = {
    trouble.row.provoke for trouble in Trouble if trouble.row.provoke.startswith(("town:", "login:"))
}


def test_every_trouble_of_the_town_has_its_act():
    assert set(ACTS) == PROVOKED_HERE


@pytest.mark.parametrize("act", ACTS)
def test_the_trouble_comes_when_it_is_provoked(visitor, act):
    ACTS[act](visitor())
