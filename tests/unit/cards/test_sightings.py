"""What the visit is told, from what PC/SC says."""

import pytest

from devices.cards.sightings import Lookout, Slot, chosen
from kiosk.visit.events import CardGone, CardSeen, ReaderFound, ReaderLost, SecondCardSeen
from kiosk.visit.trouble import Trouble

OURS, STAFF = "Borgerlaeser 00 00", "Medarbejderlaeser 00 00"
EMPTY = Slot(present=False, mute=False, generation=0)


def card(generation: int = 1, mute: bool = False) -> Slot:
    return Slot(present=True, mute=mute, generation=generation)


@pytest.fixture
def look():
    lookout = Lookout("Borgerlaeser")

    def look(ours: Slot | None = None, staff: Slot = EMPTY):
        return list(lookout.look({STAFF: staff} | ({OURS: ours} if ours else {})))

    look.lookout = lookout
    return look


def test_nothing_is_said_while_all_is_as_expected(look):
    assert look(EMPTY) == []
    assert look(EMPTY) == []


def test_a_card_comes_and_goes(look):
    assert look(card(1)) == [CardSeen(mute=False)]
    assert look(card(1)) == []
    assert look(EMPTY) == [CardGone()]


def test_a_mute_card_is_said_to_be_mute(look):
    assert look(card(1, mute=True)) == [CardSeen(mute=True)]


def test_a_card_swapped_between_two_looks_went_and_came(look):
    look(card(1))
    assert look(card(3)) == [CardGone(), CardSeen(mute=False)]


def test_a_card_in_another_reader_alone_is_nobodys_business(look):
    assert look(EMPTY, staff=card()) == []


def test_two_cards_are_told_once_whichever_came_first(look):
    assert look(card(1), staff=card()) == [CardSeen(mute=False), SecondCardSeen()]
    assert look(card(1), staff=card()) == []
    assert look(EMPTY, staff=card()) == [CardGone()]
    assert look(card(3), staff=EMPTY) == [CardSeen(mute=False)]
    assert look(card(3), staff=card()) == [SecondCardSeen()]


def test_a_reader_that_goes_takes_the_card_with_it(look):
    look(card(1))
    assert look(None) == [ReaderLost(Trouble.READER_GONE), CardGone()]
    assert look(None) == []
    assert look(EMPTY) == [ReaderFound()]


def test_a_service_that_ends_is_told_once_and_its_return_too(look):
    look(card(5))
    lose = look.lookout.lose
    assert list(lose(Trouble.READER_SERVICE_DOWN)) == [ReaderLost(Trouble.READER_SERVICE_DOWN), CardGone()]
    assert list(lose(Trouble.READER_SERVICE_DOWN)) == []
    assert look(None) == [ReaderLost(Trouble.READER_GONE)]
    assert look(card(0)) == [ReaderFound(), CardSeen(mute=False)]


def test_the_first_slot_of_the_reader_with_that_name_is_meant():
    names = [STAFF, "Borgerlaeser 00 01", OURS]
    assert chosen("Borgerlaeser", names) == OURS
    assert chosen("Kortlaeser", names) is None
    assert chosen("Borgerlaeser", []) is None
