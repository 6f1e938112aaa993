"""User ID, six digits, password: step by step, with everything that can be mistyped."""

import time

import pytest

from tests.services.town.visitor import said


def test_anna_logs_in_step_by_step(visitor):
    anna = visitor()
    first = anna.begin(user_id="anna")
    assert said(first) == (401, "insufficient_authorization", None)
    assert first.json()["next"] == "code_token"
    second = anna.go_on(otp=anna.press("anna"))
    assert second.json()["next"] == "password"
    done = anna.go_on(password="anna-kaffe")
    assert done.status_code == 200
    assert set(done.json()) == {"authorization_code", "auth_session"}
    assert anna.enter(done).claims()["amr"] == ["code_token", "password"]


def test_capital_letters_in_a_user_id_do_not_matter(visitor):
    assert visitor().begin(user_id=" ANNA ").json()["next"] == "code_token"


def test_nobody_has_that_user_id(visitor):
    assert said(visitor().begin(user_id="nobody-here")) == (400, "access_denied", "mitid_identity_not_found")


def test_the_session_changes_with_every_answer_and_has_256_bits(visitor):
    anna = visitor()
    anna.begin(user_id="anna")
    seen = {anna.session}
    anna.go_on(otp="000000")
    seen.add(anna.session)
    anna.go_on(otp=anna.press("anna"))
    seen.add(anna.session)
    assert len(seen) == 3
    assert all(len(session) == 43 for session in seen)


def test_a_used_session_is_gone(visitor):
    anna = visitor()
    anna.begin(user_id="anna")
    old = anna.session
    anna.go_on(otp=anna.press("anna"))
    anna.session = old
    assert said(anna.go_on(password="anna-kaffe")) == (400, "invalid_session", None)


def test_a_session_ends_after_five_minutes(visitor, town):
    anna = visitor()
    anna.begin(user_id="anna")
    town.client.switch(clock_ahead_s=301)
    late = anna.assertion(exp=int(time.time()) + 361)
    answer = anna.http.post(
        f"{town.issuer}/connect/challenge", data={**late, "auth_session": anna.session, "otp": "000000"}
    )
    assert said(answer) == (400, "invalid_session", None)


def test_a_wrong_code_may_be_typed_again(visitor):
    anna = visitor()
    anna.begin(user_id="anna")
    wrong = anna.go_on(otp="000000")
    assert said(wrong) == (401, "insufficient_authorization", "otp_invalid")
    assert (wrong.json()["next"], wrong.json()["attempts_left"]) == ("code_token", 2)
    assert anna.go_on(otp=anna.press("anna")).json()["next"] == "password"


def test_three_wrong_codes_pause_the_device(visitor):
    anna = visitor()
    anna.begin(user_id="anna")
    answers = [anna.go_on(otp="000000") for _ in range(3)]
    assert said(answers[-1]) == (400, "access_denied", "otp_suspended")
    assert answers[-1].json()["retry_after"] == 900
    again = visitor().begin(user_id="anna")
    assert said(again) == (400, "access_denied", "otp_suspended")
    assert 890 < again.json()["retry_after"] <= 900


def test_a_code_cannot_be_used_by_whoever_looked_on(visitor):
    anna = visitor()
    code = anna.press("anna")
    anna.begin(user_id="anna")
    anna.go_on(otp=code)
    onlooker = visitor()
    onlooker.begin(user_id="anna")
    assert said(onlooker.go_on(otp=code))[2] == "otp_invalid"


def test_a_blocked_device_is_said_at_once(visitor):
    assert said(visitor().begin(user_id="bo-blocked")) == (400, "access_denied", "otp_blocked")


def test_five_wrong_passwords_block_it(visitor):
    anna = visitor()
    anna.begin(user_id="anna")
    anna.go_on(otp=anna.press("anna"))
    answers = [anna.go_on(password="te") for _ in range(5)]
    assert [answer.json().get("attempts_left") for answer in answers] == [4, 3, 2, 1, None]
    assert said(answers[0])[2] == "password_invalid"
    assert said(answers[-1]) == (400, "access_denied", "password_blocked")


def test_a_password_alone_is_level_low_and_opens_no_mailbox(visitor):
    lone = visitor()
    assert lone.begin(user_id="lone-password").json()["next"] == "password"
    lone.enter(lone.go_on(password="lone-password-kaffe"))
    assert lone.claims()["acr"] == "https://data.gov.dk/concept/core/nsis/Low"
    refusal = lone.get("/mailboxes/")
    assert refusal.status_code == 401
    assert "insufficient_user_authentication" in refusal.headers["WWW-Authenticate"]
    assert "nsis/Substantial" in refusal.headers["WWW-Authenticate"]


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"scope": "mitid"}, "invalid_scope"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"code_challenge": "short"}, "invalid_request"),
    ],
)
def test_a_request_without_what_the_profile_wants_is_refused(visitor, changed, error):
    assert said(visitor().begin(user_id="anna", **changed)) == (400, error, None)


def test_a_request_that_shows_nothing_is_refused(visitor):
    assert said(visitor().begin()) == (400, "invalid_request", None)
