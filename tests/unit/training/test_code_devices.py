"""A code device shows real codes, each good once, and counts the wrong ones."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.training.answers import Refused, WrongTry
from kiosk.training.authenticators import CodeDevice, Password

NOW = datetime(2026, 11, 24, 12, 0, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "287082"),
        (1_111_111_109, "081804"),
        (1_234_567_890, "005924"),
        (2_000_000_000, "279037"),
        (20_000_000_000, "353130"),
    ],
)
def test_codes_are_those_of_the_standard(seconds, code):
    """RFC 6238, appendix B, the last six of its eight digits."""
    device = CodeDevice(b"12345678901234567890")
    assert device.press(datetime.fromtimestamp(seconds, UTC))[0] == code


def test_a_code_says_how_long_it_is_good():
    assert CodeDevice().press(NOW)[1] == 25


def test_a_code_is_good_once():
    device = CodeDevice()
    code, _ = device.press(NOW)
    device.check(code, NOW)
    with pytest.raises(WrongTry):
        device.check(code, NOW)


@pytest.mark.parametrize("seconds", [-30, 0, 30])
def test_a_code_may_be_one_step_early_or_late(seconds):
    device = CodeDevice()
    device.check(device.press(NOW + timedelta(seconds=seconds))[0], NOW)


@pytest.mark.parametrize("seconds", [-90, -60, 60, 90])
def test_but_not_two(seconds):
    device = CodeDevice()
    with pytest.raises(WrongTry):
        device.check(device.press(NOW + timedelta(seconds=seconds))[0], NOW)


def test_a_device_can_be_pressed_again_at_once():
    device = CodeDevice()
    for _ in range(10):
        device.check(device.press(NOW)[0], NOW)


def test_three_wrong_codes_pause_the_device_for_a_quarter_of_an_hour():
    device = CodeDevice()
    assert [tries_left(device, NOW) for _ in range(2)] == [2, 1]
    with pytest.raises(Refused, match="otp_suspended") as pause:
        device.check("wrong", NOW)
    assert pause.value.wait == timedelta(minutes=15)
    with pytest.raises(Refused, match="otp_suspended"):
        device.check(device.press(NOW)[0], NOW + timedelta(minutes=14))
    later = NOW + timedelta(minutes=15)
    device.check(device.press(later)[0], later)


def test_three_pauses_block_the_device_for_good():
    device, now = CodeDevice(), NOW
    for _ in range(2):
        spoil(device, now)
        now += timedelta(minutes=16)
    assert [tries_left(device, now) for _ in range(2)] == [2, 1]
    with pytest.raises(Refused, match="otp_blocked"):
        device.check("wrong", now)
    with pytest.raises(Refused, match="otp_blocked"):
        device.check_usable(now + timedelta(days=365))


def test_a_right_code_forgets_the_wrong_ones():
    device = CodeDevice()
    tries_left(device, NOW)
    tries_left(device, NOW)
    device.check(device.press(NOW)[0], NOW)
    assert tries_left(device, NOW) == 2


def test_five_wrong_passwords_block_it_even_for_the_right_one():
    password = Password("anna-kaffe")
    for left in (4, 3, 2, 1):
        with pytest.raises(WrongTry) as wrong:
            password.check("anna-te")
        assert wrong.value.attempts_left == left
    for given in ("anna-te", "anna-kaffe"):
        with pytest.raises(Refused, match="password_blocked"):
            password.check(given)


def tries_left(device: CodeDevice, now: datetime) -> int:
    with pytest.raises(WrongTry) as wrong:
        device.check("wrong", now)
    return wrong.value.attempts_left


def spoil(device: CodeDevice, now: datetime) -> None:
    for _ in range(2):
        tries_left(device, now)
    with pytest.raises(Refused, match="otp_suspended"):
        device.check("wrong", now)
