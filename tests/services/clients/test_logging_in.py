"""The way in, at the practice town's identity provider."""

import threading
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.training.switches import TokenFault
from kiosk.visit.people import Citizen, Cpr, Level
from kiosk.visit.ports import Wanted
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble
from tests.services.clients.expecting import trouble


def with_codes(provider, press, person: str):
    assert provider.begin_code_login(Secret(person)) is Wanted.CODE
    provider.give_code(press(person))
    return provider.give_password(Secret(f"{person}-kaffe"))


@pytest.mark.parametrize("name", ["anna", "ahmed"])
def test_a_card_signs_its_owner_in(provider, card, name):
    nonce = provider.begin_card_login(card(name).certificate)
    assert len(nonce) == 32
    citizen, grant = provider.finish_card_login(card(name).sign(nonce))
    assert citizen.level >= Level.SUBSTANTIAL
    assert citizen.cpr is not None
    assert grant.access_token.reveal() not in repr(grant).encode()


def test_a_code_device_and_a_password_sign_their_owner_in(provider, press):
    citizen, _ = with_codes(provider, press, "anna")
    assert citizen == Citizen("Anna Sørensen", Cpr("6705411234"), Level.SUBSTANTIAL, citizen.subject)


def test_the_same_person_is_known_again_at_the_next_login(provider, press):
    first, _ = with_codes(provider, press, "anna")
    again, _ = with_codes(provider, press, "anna")
    other, _ = with_codes(provider, press, "ahmed")
    assert again.is_again(first)
    assert not other.is_again(first)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("erik-expired", Trouble.CARD_EXPIRED),
        ("nina-not-yet", Trouble.CARD_NOT_YET_VALID),
        ("rita-revoked", Trouble.CARD_REVOKED),
        ("otto-other-issuer", Trouble.CARD_UNKNOWN_ISSUER),
        ("gudrun-unregistered", Trouble.CARD_HOLDER_UNKNOWN),
    ],
)
def test_a_card_that_cannot_be_used_is_told_before_any_pin(provider, card, name, why):
    with trouble(why):
        provider.begin_card_login(card(name).certificate)


def test_a_damaged_certificate_is_a_damaged_card(provider):
    with trouble(Trouble.CARD_DAMAGED):
        provider.begin_card_login(b"this was a certificate once")


def test_another_cards_signature_is_refused(provider, card):
    nonce = provider.begin_card_login(card("anna").certificate)
    with trouble(Trouble.CARD_DAMAGED):
        provider.finish_card_login(card("ahmed").sign(nonce))


def test_a_signature_over_another_nonce_is_refused(provider, card):
    provider.begin_card_login(card("anna").certificate)
    with trouble(Trouble.CARD_DAMAGED):
        provider.finish_card_login(card("anna").sign(bytes(32)))


def test_a_wrong_code_can_be_said_again_and_the_third_pauses_the_device(provider, town, press):
    provider.begin_code_login(Secret("anna"))
    for left in (2, 1):
        with trouble(Trouble.CODE_WRONG) as caught:
            provider.give_code(Secret("00000x"))
        assert caught.value.tries_left == left
    with trouble(Trouble.CODE_DEVICE_SUSPENDED) as caught:
        provider.give_code(Secret("00000x"))
    assert timedelta(minutes=14) < caught.value.wait <= timedelta(minutes=15)
    town.client.renew("anna")


def test_a_right_code_after_a_wrong_one_goes_on(provider, press):
    provider.begin_code_login(Secret("ahmed"))
    with trouble(Trouble.CODE_WRONG):
        provider.give_code(Secret("00000x"))
    provider.give_code(press("ahmed"))
    with trouble(Trouble.PASSWORD_WRONG) as caught:
        provider.give_password(Secret("not-it"))
    assert caught.value.tries_left == 4
    assert provider.give_password(Secret("ahmed-kaffe"))


def test_five_wrong_passwords_block(provider, town, press):
    provider.begin_code_login(Secret("lars-legal"))
    provider.give_code(press("lars-legal"))
    for _ in range(4):
        with trouble(Trouble.PASSWORD_WRONG):
            provider.give_password(Secret("not-it"))
    with trouble(Trouble.PASSWORD_BLOCKED):
        provider.give_password(Secret("not-it"))
    town.client.renew("lars-legal")


def test_a_blocked_device_is_told_at_once(provider):
    with trouble(Trouble.CODE_DEVICE_BLOCKED):
        provider.begin_code_login(Secret("bo-blocked"))
        provider.give_code(Secret("123456"))


def test_nobody_has_that_user_id(provider):
    with trouble(Trouble.USER_UNKNOWN):
        provider.begin_code_login(Secret("nobody-here"))


def test_a_lone_password_is_not_strong_enough(provider):
    with trouble(Trouble.LEVEL_TOO_LOW):
        assert provider.begin_code_login(Secret("lone-password")) is Wanted.PASSWORD
        provider.give_password(Secret("lone-password-kaffe"))


def test_a_name_without_a_cpr_number_has_no_mailbox(provider, press):
    with trouble(Trouble.NO_CPR):
        with_codes(provider, press, "noor-no-cpr")


@pytest.mark.parametrize("fault", [it for it in TokenFault if it is not TokenFault.NONE])
def test_a_spoilt_id_token_is_not_trusted(provider, town, card, fault):
    town.client.switch(token=fault.value)
    nonce = provider.begin_card_login(card("anna").certificate)
    with trouble(Trouble.LOGIN_NOT_TRUSTED):
        provider.finish_card_login(card("anna").sign(nonce))


@pytest.mark.parametrize(
    ("switches", "why"),
    [
        ({"login_down": True}, Trouble.LOGIN_SERVICE_DOWN),
        ({"login_aborted": True}, Trouble.LOGIN_ABORTED),
        ({"clock_ahead_s": 3600}, Trouble.CLOCK_WRONG),
        ({"clock_ahead_s": -3600}, Trouble.CLOCK_WRONG),
        ({"switched_off": True}, Trouble.NETWORK_GONE),
    ],
    ids=str,
)
def test_a_fault_of_the_town_has_its_name(provider, town, switches, why):
    town.client.switch(**switches)
    with trouble(why):
        provider.begin_code_login(Secret("anna"))


def test_a_login_session_that_ended_is_too_slow(provider, town, press):
    provider.begin_code_login(Secret("anna"))
    town.client.switch(login_session_ended=True)
    with trouble(Trouble.LOGIN_TIMED_OUT):
        provider.give_code(press("anna"))


def test_the_login_goes_on_after_the_service_came_back(provider, town, press):
    provider.begin_code_login(Secret("anna"))
    town.client.switch(login_down=True)
    code = press("anna")
    with trouble(Trouble.LOGIN_SERVICE_DOWN):
        provider.give_code(code)
    town.client.reset()
    provider.give_code(code)


def test_our_own_clock_an_hour_wrong_is_seen_before_anything_is_typed(known_machine, town):
    known_machine.ahead = timedelta(hours=1)
    with trouble(Trouble.CLOCK_WRONG):
        known_machine.provider(town.issuer).begin_code_login(Secret("anna"))


def test_a_kiosk_that_nobody_registered_is_not_let_in(machine, town):
    with trouble(Trouble.LOGIN_NOT_TRUSTED):
        machine.provider(town.issuer).begin_code_login(Secret("anna"))


def test_a_new_login_forgets_the_one_before(provider, press, card):
    provider.begin_code_login(Secret("anna"))
    nonce = provider.begin_card_login(card("ahmed").certificate)
    citizen, _ = provider.finish_card_login(card("ahmed").sign(nonce))
    assert citizen.name == "Ahmed Al-Khatib"


def test_a_login_that_was_given_up_cannot_come_back_between(known_machine, town, press):
    """It hangs while somebody else begins, and gets its answer afterwards."""
    hanging, over = threading.Event(), threading.Event()

    def now():
        if threading.current_thread() is abandoned:
            hanging.set()
            over.wait(10)
        return datetime.now(UTC)

    known_machine.now = now
    provider = known_machine.provider(town.issuer)
    abandoned = threading.Thread(target=provider.begin_code_login, args=(Secret("anna"),))
    abandoned.start()
    assert hanging.wait(10)
    provider.begin_code_login(Secret("ahmed"))
    over.set()
    abandoned.join(10)
    provider.give_code(press("ahmed"))
    assert provider.give_password(Secret("ahmed-kaffe"))[0].name == "Ahmed Al-Khatib"


def test_an_answer_without_a_question_has_come_too_late(provider):
    with trouble(Trouble.LOGIN_TIMED_OUT):
        provider.give_code(Secret("123456"))


def test_after_logging_out_the_token_opens_nothing(provider, post, log_in):
    grant = log_in("anna")
    assert post.open_mailbox(grant)
    provider.log_out(grant)
    with trouble(Trouble.SESSION_EXPIRED):
        post.open_mailbox(grant)


def test_another_machine_object_can_log_out_too(known_machine, town, post, log_in):
    grant = log_in("anna")
    known_machine.provider(town.issuer).log_out(grant)
    with trouble(Trouble.SESSION_EXPIRED):
        post.open_mailbox(grant)
