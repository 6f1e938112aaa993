"""The PIV conversation, with cards of every make, without a reader in between."""

import msgspec
import pytest

from devices.cards import tlv
from devices.cards.card_file import CardFile, Manners
from devices.cards.certificate import Algorithm, algorithm_of
from devices.cards.piv import PivSession
from devices.cards.simulated import simulated
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble, TroubleError
from tests.unit.cards.office import (
    MAKES,
    PEDANTIC,
    PIN,
    PLAIN,
    TERSE,
    TODAY,
    WRONG_PIN,
    card,
    check_signature,
    p256,
    rsa_2048,
    told,
)  # fmt: skip

NONCE = bytes(range(32))
EVERY_MAKE = pytest.mark.parametrize("manners", MAKES.values(), ids=MAKES)


def talk(file: CardFile) -> PivSession:
    chip = simulated(file)
    session = PivSession(lambda apdu: chip.transmit(bytes(apdu)))
    session.select()
    return session


def refused(session: PivSession, pin: str) -> tuple[Trouble, int | None]:
    with pytest.raises(TroubleError) as caught:
        session.verify(Secret(pin))
    assert not any(pin in text for text in told(caught.value))
    return caught.value.trouble, caught.value.tries_left


@EVERY_MAKE
@pytest.mark.parametrize("key", [p256, rsa_2048])
def test_a_card_signs_what_its_certificate_proves(manners: Manners, key):
    session = talk(card(key=key(), manners=manners))
    certificate = session.certificate()
    assert session.tries_left() == 3
    session.verify(Secret(PIN))
    check_signature(certificate, session.sign(algorithm_of(certificate, TODAY), NONCE), NONCE)


@EVERY_MAKE
def test_wrong_pins_are_counted_down_to_blocked(manners: Manners):
    session = talk(card(manners=manners, tries=5))
    assert [refused(session, WRONG_PIN) for _ in range(5)] == [
        *((Trouble.PIN_WRONG, left) for left in (4, 3, 2, 1)),
        (Trouble.PIN_BLOCKED, 0),
    ]
    assert session.tries_left() == 0
    assert refused(session, PIN) == (Trouble.PIN_BLOCKED, 0)


def test_the_right_pin_gives_all_tries_back():
    session = talk(card(manners=TERSE))
    refused(session, WRONG_PIN)
    session.verify(Secret(PIN))
    assert session.tries_left() == 3


@pytest.mark.parametrize("pin", ["", "12345", "123456789", "12345a", "12３456"])
def test_what_cannot_be_a_pin_costs_no_try(pin: str):
    session = talk(card())
    refused(session, WRONG_PIN)
    with pytest.raises(TroubleError) as caught:
        session.verify(Secret(pin))
    assert (caught.value.trouble, caught.value.tries_left) == (Trouble.PIN_WRONG, 2)
    assert session.tries_left() == 2


@pytest.mark.parametrize(("manners", "left"), [(PLAIN, 2), (PEDANTIC, 3)])
def test_makes_differ_in_what_five_digits_cost(manners: Manners, left: int):
    chip = simulated(card(manners=manners))
    session = PivSession(lambda apdu: chip.transmit(bytes(apdu)))
    session.select()
    chip.transmit(bytes.fromhex("0020008008") + b"12345\xff\xff\xff")
    assert session.tries_left() == left


def test_a_form_of_pin_that_the_card_dislikes_is_asked_about():
    answers = iter(["6A80", "63C2"])
    with pytest.raises(TroubleError) as caught:
        PivSession(lambda _: bytes.fromhex(next(answers))).verify(Secret(PIN))
    assert (caught.value.trouble, caught.value.tries_left) == (Trouble.PIN_WRONG, 2)


def test_nobody_signs_without_a_pin_and_power_makes_the_card_forget():
    chip = simulated(card())
    session = PivSession(lambda apdu: chip.transmit(bytes(apdu)))
    session.select()
    session.verify(Secret(PIN))
    chip.restart()
    session.select()
    with pytest.raises(TroubleError) as caught:
        session.sign(Algorithm.ECC_P256, NONCE)
    assert caught.value.trouble is Trouble.CARD_DAMAGED


def test_a_card_that_is_verified_from_the_start_is_not_believed():
    with pytest.raises(TroubleError, match="CARD_DAMAGED"):
        PivSession(lambda _: bytes.fromhex("9000")).tries_left()


def test_a_key_that_the_card_does_not_have_is_damage():
    session = talk(card(key=p256()))
    session.verify(Secret(PIN))
    with pytest.raises(TroubleError, match="CARD_DAMAGED"):
        session.sign(Algorithm.RSA_2048, NONCE)


def test_a_bank_card_is_of_the_wrong_kind():
    with pytest.raises(TroubleError, match="CARD_WRONG_KIND"):
        talk(CardFile("bank-card", "bank"))


def test_an_empty_card_has_no_certificate():
    with pytest.raises(TroubleError, match="CARD_WITHOUT_CERTIFICATE"):
        talk(CardFile("empty-card", "empty")).certificate()


def answer_with(content: bytes) -> PivSession:
    return PivSession(lambda _: content + b"\x90\x00")


def test_an_empty_object_is_no_certificate():
    for content in (tlv.encode(0x53, b""), tlv.encode(0x53, tlv.encode(0x70, b""))):
        with pytest.raises(TroubleError, match="CARD_WITHOUT_CERTIFICATE"):
            answer_with(content).certificate()


@pytest.mark.parametrize("content", [b"", b"\x53\x05\x70", tlv.encode(0x53, b"\x70\x09\x01")])
def test_a_damaged_object_is_a_damaged_card(content: bytes):
    with pytest.raises(TroubleError, match="CARD_DAMAGED"):
        answer_with(content).certificate()


def test_a_certificate_that_says_gzip_and_is_not_is_damage():
    with pytest.raises(TroubleError, match="CARD_DAMAGED"):
        answer_with(tlv.encode(0x53, tlv.encode(0x70, b"no gzip") + b"\x71\x01\x01")).certificate()


@pytest.mark.parametrize("sw", ["6F00", "6581", "6982"])
def test_an_answer_of_any_other_kind_is_damage(sw: str):
    for ask in (PivSession.certificate, PivSession.tries_left):
        with pytest.raises(TroubleError, match="CARD_DAMAGED"):
            ask(PivSession(lambda _: bytes.fromhex(sw)))


def test_a_signature_that_is_wrapped_in_nonsense_is_damage():
    with pytest.raises(TroubleError, match="CARD_DAMAGED"):
        answer_with(tlv.encode(0x7C, b"\x81\x00")).sign(Algorithm.ECC_P256, NONCE)


def test_a_card_file_says_nothing_of_its_keys():
    assert PIN not in repr(card())
    assert "PRIVATE" not in repr(card())


def test_manners_are_a_closed_list():
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"politeness": true}', type=Manners)
