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
from tests.unit.cards.office import EXPIRED, NOT_YET, card, certificate, p256, p384, put_on_shelf


def damaged(name: str) -> CardFile:
    """Half the certificate is missing."""
    lines = certificate(p256()).public_bytes(Encoding.PEM).decode().splitlines()
    return msgspec.structs.replace(card(name), certificate="\n".join([*lines[:4], lines[-1]]))


@pytest.mark.parametrize(
    "troubles",
    [
        {"bank-card": "CARD_WRONG_KIND", "empty-card": "CARD_WITHOUT_CERTIFICATE"},
        {"erik-expired": "CARD_EXPIRED", "nina-not-yet": "CARD_NOT_YET_VALID"},
        {"dora-damaged": "CARD_DAMAGED", "petra-p384": "CARD_WRONG_KIND"},
    ],
    ids=" ".join,
)
def test_odd_cards(shelf: CardShelf, reader: PcscCardReader, staff_reader: PcscCardReader, troubles):
    for file in (
        card("erik-expired", dates=EXPIRED),
        card("nina-not-yet", dates=NOT_YET),
        card("petra-p384", key=p384()),
        damaged("dora-damaged"),
    ):
        put_on_shelf(shelf.cards, file)
    ours, staffs = troubles
    shelf.insert(ours)
    shelf.insert(staffs, "Medarbejderlaeser")
    shelf.settle()
    with pytest.raises(TroubleError, match=troubles[ours]):
        reader.read()
    with pytest.raises(TroubleError, match=troubles[staffs]):
        staff_reader.read()


def test_a_mute_card_is_seen_and_cannot_be_read(shelf: CardShelf, reader: PcscCardReader, ear: Ear):
    shelf.insert("mute-card")
    ear.expect(CardSeen(mute=True))
    with pytest.raises(TroubleError, match="CARD_UNREADABLE"):
        reader.read()
    shelf.remove()
    ear.expect(CardGone())


def test_two_cards_are_one_too_many(shelf: CardShelf, ear: Ear):
    shelf.insert("bank-card")
    ear.expect(CardSeen(mute=False))
    shelf.insert("empty-card", "Medarbejderlaeser")
    ear.expect(SecondCardSeen())
    shelf.remove("Borgerlaeser")
    ear.expect(CardGone())
