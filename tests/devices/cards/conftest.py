"""A shelf of practice cards beside a real pcscd, one for each worker, with empty readers after each test."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from devices.cards.card_file import CardFile
from devices.cards.launcher import CardShelf
from devices.cards.pcsc import PcscCardReader
from tests.devices.cards.ear import Ear
from tests.unit.cards.office import card, put_on_shelf, today


@pytest.fixture
def shelf(standing_shelf: CardShelf) -> Iterator[CardShelf]:
    """The shelf for one test. Afterwards all is in order again, and PC/SC has seen that the readers are empty."""
    yield standing_shelf
    standing_shelf.fail(0)
    standing_shelf.delay(timedelta(0))
    standing_shelf.remove()
    # A fresh pcscd knows no ghost of the last card, and is there sooner than an old one looks.
    standing_shelf.plug()
    standing_shelf.settle()


@pytest.fixture
def issue(shelf: CardShelf):
    """Issue a new card, with all its tries, and lay it on the shelf: see ``card`` for what it can be."""

    def issue(name: str = "anna", **what) -> CardFile:
        return put_on_shelf(Path(shelf.cards), card(name, **what))

    return issue


@pytest.fixture
def put_in(shelf: CardShelf, issue):
    """Issue a new card, put it in, and wait until PC/SC sees it."""

    def put_in(name: str = "anna", **what) -> CardFile:
        file = issue(name, **what)
        shelf.insert(name)
        shelf.settle()
        return file

    return put_in


@pytest.fixture
def reader(shelf: CardShelf) -> PcscCardReader:
    """The citizen's reader; nobody watches it."""
    return PcscCardReader("Borgerlaeser", today)


@pytest.fixture
def staff_reader(shelf: CardShelf) -> PcscCardReader:
    """The same behind the desk: a card in each saves half a second, for pcscd looks only so often."""
    return PcscCardReader("Medarbejderlaeser", today)


@pytest.fixture
def ear(reader: PcscCardReader) -> Iterator[Ear]:
    """Hears what the citizen's reader tells."""
    ear = Ear()
    reader.watch(ear.hear)
    yield ear
    reader.close()
