"""Cards in a real reader stack: certificate and tries before the PIN, the PIN once, a signature that holds."""

import pytest

from devices.cards.launcher import CardShelf
from devices.cards.pcsc import PcscCardReader, exclusive
from devices.cards.piv import PivSession
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble, TroubleError
from tests.unit.cards.office import (
    PEDANTIC,
    PIN,
    PLAIN,
    TERSE,
    WRONG_PIN,
    check_signature,
    p256,
    rsa_2048,
    told,
)

NONCE = bytes(range(32))


@pytest.mark.parametrize("makes", [(PLAIN, PLAIN), (TERSE, PEDANTIC)], ids=["plain", "odd makes"])
def test_cards_log_in_with_keys_of_both_kinds(
    shelf: CardShelf, reader: PcscCardReader, staff_reader: PcscCardReader, issue, makes
):
    files = [issue("anna", key=p256(), manners=makes[0]), issue("bent", key=rsa_2048(), manners=makes[1])]
    shelf.insert("anna")
    shelf.insert("bent", "Medarbejderlaeser")
    shelf.settle()
    for file, place in zip(files, (reader, staff_reader), strict=True):
        facts = place.read()
        assert (facts.certificate, facts.tries_left) == (file.der, 3)
        check_signature(facts.certificate, place.sign(facts.certificate, Secret(PIN), NONCE), NONCE)
        assert place.read() == facts


def refused(reader: PcscCardReader, certificate: bytes, pin: str) -> tuple[Trouble, int | None]:
    with pytest.raises(TroubleError) as caught:
        reader.sign(certificate, Secret(pin), NONCE)
    assert not any(pin in text for text in told(caught.value))
    return caught.value.trouble, caught.value.tries_left


def test_wrong_pins_block_the_card_and_it_stays_blocked(reader: PcscCardReader, put_in):
    put_in()
    certificate = reader.read().certificate
    assert refused(reader, certificate, "12345") == (Trouble.PIN_WRONG, 3)
    assert refused(reader, certificate, WRONG_PIN) == (Trouble.PIN_WRONG, 2)
    assert refused(reader, certificate, WRONG_PIN) == (Trouble.PIN_WRONG, 1)
    assert reader.read().tries_left == 1
    assert refused(reader, certificate, WRONG_PIN) == (Trouble.PIN_BLOCKED, 0)
    assert reader.read().tries_left == 0
    assert refused(reader, certificate, PIN) == (Trouble.PIN_BLOCKED, 0)


def test_a_swapped_card_gets_no_pin(shelf: CardShelf, reader: PcscCardReader, issue, put_in):
    put_in("anna")
    certificate = reader.read().certificate
    issue("bente")
    shelf.remove()
    shelf.insert("bente")
    shelf.settle()
    assert refused(reader, certificate, WRONG_PIN) == (Trouble.ANOTHER_CARD, None)
    assert reader.read().tries_left == 3


def test_nobody_else_may_sign_meanwhile_and_the_pin_is_forgotten_afterwards(reader: PcscCardReader, put_in):
    put_in()
    certificate = reader.read().certificate
    with exclusive("Borgerlaeser") as transmit:
        session = PivSession(transmit)
        session.select()
        session.verify(Secret(PIN))
        assert refused(reader, certificate, PIN) == (Trouble.CARD_BUSY, None)
    with exclusive("Borgerlaeser") as transmit:
        assert transmit(bytes.fromhex("0087119A00"))[-2:] != b"\x90\x00"
        session = PivSession(transmit)
        session.select()
        assert session.tries_left() == 3
