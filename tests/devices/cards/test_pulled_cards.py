"""Cards that leave at every moment, and cards that take their time."""

import threading
import time
from datetime import timedelta

import msgspec
import pytest

from devices.cards.launcher import CardShelf
from devices.cards.pcsc import PcscCardReader
from kiosk.visit.events import CardGone, CardSeen
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import TroubleError
from tests.devices.cards.ear import Ear
from tests.unit.cards.office import PIN, check_signature, put_on_shelf

NONCE = bytes(range(32))


@pytest.mark.parametrize("commands", [(1, 2), (3, 4)], ids=str)
def test_a_card_torn_out_during_any_command_is_gone(
    shelf: CardShelf, reader: PcscCardReader, staff_reader: PcscCardReader, issue, commands: tuple[int, int]
):
    """SELECT and certificate; VERIFY and the signature."""
    file = issue("anna")
    shelf.insert("anna")
    put_on_shelf(shelf.cards, msgspec.structs.replace(file, name="twin"))
    shelf.insert("twin", "Medarbejderlaeser")
    shelf.settle()
    for place, command in zip((reader, staff_reader), commands, strict=True):
        shelf.fail(command)
        with pytest.raises(TroubleError, match="CARD_GONE"):
            place.sign(file.der, Secret(PIN), NONCE)
    assert set(shelf.state().readers.values()) == {None}


def test_a_card_torn_out_while_it_is_read_can_come_back(
    shelf: CardShelf, reader: PcscCardReader, ear: Ear, issue
):
    certificate = issue("anna").der
    shelf.insert("anna")
    ear.expect(CardSeen(mute=False))
    shelf.fail(3)
    with pytest.raises(TroubleError, match="CARD_GONE"):
        reader.read()
    shelf.insert("anna")
    ear.expect(CardGone(), CardSeen(mute=False))
    check_signature(certificate, reader.sign(certificate, Secret(PIN), NONCE), NONCE)


def test_a_card_pulled_before_pcsc_has_looked_is_as_gone_as_one_pulled_long_ago(
    shelf: CardShelf, reader: PcscCardReader, put_in
):
    certificate = put_in().der
    reader.read()
    shelf.remove()
    with pytest.raises(TroubleError, match="CARD_GONE"):
        reader.sign(certificate, Secret(PIN), NONCE)
    shelf.settle()
    with pytest.raises(TroubleError, match="CARD_GONE"):
        reader.sign(certificate, Secret(PIN), NONCE)


def test_pulling_a_silent_card_ends_the_wait(shelf: CardShelf, reader: PcscCardReader, put_in):
    put_in()
    shelf.delay(timedelta(minutes=1))
    troubles: list[str] = []

    def read() -> None:
        try:
            reader.read()
        except TroubleError as error:
            troubles.append(error.trouble.name)

    waiting = threading.Thread(target=read)
    waiting.start()
    waiting.join(0.3)
    assert waiting.is_alive()
    pulled = time.monotonic()
    shelf.remove()
    waiting.join(5)
    assert troubles == ["CARD_GONE"]
    assert time.monotonic() - pulled < 1
