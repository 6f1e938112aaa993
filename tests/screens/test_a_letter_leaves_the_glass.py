"""The picture of a page is on the glass once, and gone soon after the letter is closed."""

import time
from dataclasses import replace
from weakref import ref

import pytest
from PySide6.QtTest import QTest

from kiosk.visit.states import SignedIn
from tests.screens.states import drawn_page, visit

SOON_S = 5.0


def reading(picture):
    shown = visit("reading")
    state = shown.state
    assert isinstance(state, SignedIn)
    return replace(shown, state=replace(state, place=replace(state.place, picture=picture)))


def test_the_picture_of_a_page_is_gone_soon_after_the_letter_is_closed(glass):
    picture = drawn_page(width=100)
    gone = ref(picture)
    glass.show(reading(picture))
    del picture
    assert gone()
    glass.show(visit("mailbox"))
    soon = time.monotonic() + SOON_S
    while gone() and time.monotonic() < soon:
        QTest.qWait(20)
    assert gone() is None


def test_a_page_that_was_covered_comes_back_though_its_pixels_were_handed_over(glass):
    shown = reading(drawn_page(width=100))
    glass.show(shown)
    before = glass.picture()
    glass.show(visit("covered"))
    glass.show(shown)
    assert glass.picture() == before


def test_pixels_are_handed_over_once():
    picture = drawn_page(width=100)
    picture.hand_over()
    with pytest.raises(RuntimeError):
        picture.hand_over()
