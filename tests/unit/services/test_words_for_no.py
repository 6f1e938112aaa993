"""The tables from an outside system's words to troubles."""

import re
from pathlib import Path

import httpx
import pytest

from kiosk.services.identity.refusals import CARD_REFUSALS, REFUSALS, refusal
from kiosk.services.post.refusals import STATUSES, demand_ok
from kiosk.services.unauthorized import trouble_of_401
from kiosk.services.wire import Answer, is_private, open_http
from kiosk.visit.people import Grant, OwnGrant
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble, TroubleError

PROFILE = Path(__file__).parents[3] / "docs" / "first-party-login.md"


def documented() -> list[str]:
    """The words of the profile's table of ``error_description``."""
    table = PROFILE.read_text().split("| `error_description` | meaning |")[1].split("\n\n")[0]
    rows = [line.split("|") for line in table.splitlines() if line]
    return [word for row in rows for word in re.findall(r"`([a-z_]+)`", row[1])]


def test_every_documented_word_has_a_trouble():
    words = documented()
    assert len(words) >= 14
    assert set(words) <= set(REFUSALS)


@pytest.mark.parametrize(
    ("error", "description", "trouble"),
    [
        ("access_denied", "otp_suspended", Trouble.CODE_DEVICE_SUSPENDED),
        ("access_denied", "", Trouble.LOGIN_ABORTED),
        ("access_denied", "a_word_from_tomorrow", Trouble.LOGIN_ABORTED),
        ("invalid_session", "", Trouble.LOGIN_TIMED_OUT),
        ("invalid_client", "", Trouble.LOGIN_NOT_TRUSTED),
        ("redirect_to_web", "", Trouble.LOGIN_NOT_TRUSTED),
        ("", "", Trouble.LOGIN_NOT_TRUSTED),
    ],
)
def test_the_description_counts_before_the_error(error: str, description: str, trouble: Trouble):
    assert refusal(REFUSALS, error, description) is trouble


def test_a_card_that_nobody_knows_is_not_a_mistyped_user_id():
    assert refusal(REFUSALS, "access_denied", "mitid_identity_not_found") is Trouble.USER_UNKNOWN
    assert refusal(CARD_REFUSALS, "access_denied", "mitid_identity_not_found") is Trouble.CARD_HOLDER_UNKNOWN


@pytest.mark.parametrize(
    ("status", "trouble"), [*STATUSES.items(), (302, Trouble.MAILBOX_ODD), (422, Trouble.MAILBOX_ODD)]
)
def test_a_status_is_a_trouble(status: int, trouble: Trouble):
    own = OwnGrant(Secret("access"), Secret("identity"))
    with pytest.raises(TroubleError) as caught:
        demand_ok(Answer(status, httpx.Headers(), b""), own)
    assert caught.value.trouble is trouble


def test_whoever_acts_for_somebody_and_is_refused_is_not_covered():
    acting = Grant(Secret("access"), Secret(b""))
    with pytest.raises(TroubleError) as caught:
        demand_ok(Answer(403, httpx.Headers(), b""), acting)
    assert caught.value.trouble is Trouble.MANDATE_NOT_COVERING


@pytest.mark.parametrize(
    ("challenge", "trouble"),
    [
        (None, Trouble.SESSION_EXPIRED),
        ("Bearer", Trouble.SESSION_EXPIRED),
        ('Bearer error="invalid_token"', Trouble.SESSION_EXPIRED),
        ('Bearer error="invalid_token", error_description="The token expired"', Trouble.SESSION_EXPIRED),
        ('Bearer error="invalid_token", error_description="eaten"', Trouble.SESSION_EXPIRED),
        ('Bearer error="invalid_token", error_description="expired"', Trouble.MANDATE_EXPIRED),
        ('Bearer error="invalid_token",error_description="withdrawn"', Trouble.MANDATE_WITHDRAWN),
        ('Bearer error_description="grantor_dead", error="invalid_token"', Trouble.GRANTOR_DEAD),
        ('Bearer error="insufficient_user_authentication", acr_values="x"', Trouble.LEVEL_TOO_LOW),
        ('Bearer error="insufficient_user_authentication", max_age="120"', Trouble.MANDATE_NOT_SIGNED),
    ],
)
def test_a_401_says_what_has_ended_or_is_too_weak(challenge: str | None, trouble: Trouble):
    headers = httpx.Headers({} if challenge is None else {"WWW-Authenticate": challenge})
    assert trouble_of_401(Answer(401, headers, b"")) is trouble


@pytest.mark.parametrize("seconds", ["3", "120"])
def test_an_answer_can_say_how_long_to_wait(seconds: str):
    with open_http() as http:
        http.headers["Retry-After"] = seconds
        assert Answer(503, http.headers, b"").wait.total_seconds() == int(seconds)


@pytest.mark.parametrize(
    ("url", "private"),
    [
        ("https://login.example/op", True),
        ("http://127.0.0.1:8000/op", True),
        ("http://127.8.8.8/op", True),
        ("http://[::1]:80/op", True),
        ("http://login.example/op", False),
        ("http://localhost/op", False),
        ("http://10.0.0.1/op", False),
        ("http://127.0.0.1.example/op", False),
        ("https://user:pw@login.example/op", False),
        ("https:///op", False),
        ("file:///etc/passwd", False),
        ("//login.example/op", False),
        ("http://[::1", False),
        ("", False),
    ],
)
def test_only_tls_and_loopback_are_private(url: str, private: bool):
    assert is_private(url) is private
