"""Values that keep quiet."""

import pickle

import pytest

from kiosk.visit.people import Cpr
from kiosk.visit.secrets import ForgottenError, Secret


def test_a_secret_is_read_once_asked_for_and_gone_once_forgotten() -> None:
    secret = Secret("hemmelig æøå")
    assert secret.text() == "hemmelig æøå"
    secret.forget()
    secret.forget()
    assert len(secret) == 0
    with pytest.raises(ForgottenError):
        secret.reveal()


def test_a_secret_neither_prints_nor_travels() -> None:
    secret = Secret("190875")
    assert "190875" not in f"{secret} {secret!r}"
    with pytest.raises(TypeError):
        pickle.dumps(secret)


def test_a_secret_is_poured_into_a_buffer_that_the_caller_empties() -> None:
    buffer = bytearray(b"\xff" * 8)
    Secret("190875").pour(buffer)
    assert buffer == b"190875\xff\xff"
    with pytest.raises(ValueError, match="too small"):
        Secret("190875").pour(bytearray(2))


@pytest.mark.parametrize("digits", ["670541123", "67054112345", "670541-123", "٦٧٠٥٤١١٢٣٤", "67054112E4"])
def test_a_cpr_number_has_ten_plain_digits(digits: str) -> None:
    with pytest.raises(ValueError, match="ten digits"):
        Cpr(digits)


def test_a_screen_shows_the_birth_date_and_never_the_serial() -> None:
    cpr = Cpr("6705411234")
    assert cpr.shown == "670541-••••"
    assert "1234" not in repr(cpr)
