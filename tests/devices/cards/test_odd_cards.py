"""Cards nobody can log in with, told apart before a PIN is asked for."""

import msgspec
import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from devices.cards.card_file import CardFile
from devices.cards.launcher import CardShelf
from devices.cards.pcsc import PcscCardReader
from kiosk.visit.events import CardGone, CardSeen, SecondCardSeen
from kiosk.visit.trouble import TroubleError
from tests.devices.cards.ear import Ear
from tests.unit.cards.office import EXPIRED, NOT_YET, card, certificate, p256, put_on_shelf


def damaged(name: str) -> CardFile:
    """Half the certificate is missing."""
    lines = certificate(p256()).public_bytes(Encoding.PEM).decode().splitlines()
    return msgspec.structs.replace(card(name), certificate="\n".join([*lines[:4], lines[-1]]))


@pytest.mark.parametrize(
    "troubles",
    [
        {"bank-card": "CARD_WRONG_KIND", "empty-card": "CARD_WITHOUT_CERTIFICATE"},
        {"erik-expired": "CARD_EXPIRED", "nina-not-yet": "CARD_NOT_YET_VALID"},
    ],
    ids=" ".join,
)
def test_odd_cards(shelf: CardShelf, reader: PcscCardReader, staff_reader: PcscCardReader, troubles):
    put_on_shelf(shelf.cards, card("erik-expired", dates=EXPIRED))
    put_on_shelf(shelf.cards, card("nina-not-yet", dates=NOT_YET))
    ours, staffs = troubles
    shelf.insert(ours)
    shelf.insert(staffs, "Medarbejderlaeser")
    shelf.settle()
    with pytest.raises(TroubleError, match=troubles[ours]):
        reader.read()
    with pytest.raises(TroubleError, match=troubles[staffs]):
        staff_reader.read()


def test_a_mute_card_is_told_and_a_damaged_one_beside_it_is_read(
    shelf: CardShelf, reader: PcscCardReader, staff_reader: PcscCardReader, ear: Ear
):
    put_on_shelf(shelf.cards, damaged("dora-damaged"))
    shelf.insert("mute-card")
    shelf.insert("dora-damaged", "Medarbejderlaeser")
    assert {ear.next(), ear.next()} == {CardSeen(mute=True), SecondCardSeen()}
    with pytest.raises(TroubleError, match="CARD_UNREADABLE"):
        reader.read()
    with pytest.raises(TroubleError, match="CARD_DAMAGED"):
        staff_reader.read()
    shelf.remove("Borgerlaeser")
    ear.expect(CardGone())


def test_a_card_is_told_within_half_a_second_and_so_is_one_too_many(shelf: CardShelf, ear: Ear):
    shelf.insert("bank-card")
    assert ear.until(CardSeen(mute=False)) < 0.5
    shelf.insert("empty-card", "Medarbejderlaeser")
    assert ear.until(SecondCardSeen()) < 0.5
    shelf.remove("Borgerlaeser")
    ear.expect(CardGone())
