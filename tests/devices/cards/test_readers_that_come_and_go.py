"""The card daemon killed and restarted, the reader unplugged: told once, and all well afterwards."""

import threading
from datetime import timedelta
from pathlib import Path

import pytest

from devices.cards.launcher import CardShelf, ShelfRefusedError
from devices.cards.pcsc import PcscCardReader, readers_now
from kiosk.visit.events import CardGone, CardSeen, ReaderFound, ReaderLost
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble, TroubleError
from tests.devices.cards.ear import Ear
from tests.unit.cards.office import WRONG_PIN, today

SERVICE_DOWN = ReaderLost(Trouble.READER_SERVICE_DOWN)
READER_GONE = ReaderLost(Trouble.READER_GONE)


def test_a_killed_daemon_is_told_and_so_is_its_return(
    shelf: CardShelf, reader: PcscCardReader, ear: Ear, put_in
):
    certificate = put_in().der
    ear.expect(CardSeen(mute=False))
    with pytest.raises(TroubleError, match="PIN_WRONG"):
        reader.sign(certificate, Secret(WRONG_PIN), bytes(32))
    shelf.kill_daemon()
    ear.expect(SERVICE_DOWN, CardGone())
    with pytest.raises(TroubleError, match="READER_SERVICE_DOWN"):
        reader.read()
    with pytest.raises(TroubleError, match="READER_SERVICE_DOWN"):
        readers_now()
    shelf.plug()
    ear.until(CardSeen(mute=False))
    assert reader.read().tries_left == 2
    assert ear.silent


def test_a_daemon_killed_while_the_card_works(shelf: CardShelf, reader: PcscCardReader, put_in):
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
    waiting.join(0.2)
    shelf.kill_daemon()
    waiting.join(5)
    assert troubles == ["READER_SERVICE_DOWN"]


def test_an_unplugged_reader_is_gone_until_it_is_plugged_in(
    shelf: CardShelf, reader: PcscCardReader, ear: Ear
):
    shelf.unplug()
    ear.until(READER_GONE)
    with pytest.raises(TroubleError, match="READER_GONE"):
        reader.read()
    shelf.plug()
    ear.until(ReaderFound())


def test_a_reader_of_another_name_is_not_taken_for_ours(shelf: CardShelf):
    ear, elsewhere = Ear(), PcscCardReader("Kortlaeser", today)
    elsewhere.watch(ear.hear)
    ear.expect(READER_GONE)
    elsewhere.close()
    elsewhere.close()
    with pytest.raises(TroubleError, match="READER_GONE"):
        elsewhere.read()


def test_the_shelf_says_what_it_cannot_do(shelf: CardShelf):
    for words, why in [
        ("insert nobody", "no such card"),
        ("insert bank-card Skuffe", "no such reader"),
        ("insert ../../etc/passwd", "no such card"),
        ("delay long", "a number is wanted"),
        ("dance", "not a word of mine"),
        ("", "not a word of mine"),
    ]:
        with pytest.raises(ShelfRefusedError, match=why):
            shelf.say(words)
    shelf.insert("bank-card")
    with pytest.raises(ShelfRefusedError, match="a card is in"):
        shelf.insert("empty-card")
    assert {"bank-card", "empty-card", "mute-card"} <= set(shelf.names())


def test_a_second_shelf_leaves_the_daemon_of_the_first_alone(shelf: CardShelf, tmp_path: Path, capfd):
    with pytest.raises(OSError, match="does not start"), CardShelf(tmp_path):
        pass
    assert "another pcscd" in capfd.readouterr().err
    assert len(readers_now()) == 4
