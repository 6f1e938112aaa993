"""Time limits that can be seen, more time for the asking, and a cover behind which nothing can be seen or read out."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from kiosk.visit import events
from kiosk.visit.limits import Pace
from kiosk.visit.states import AtTwoScreens, SignedIn
from tests.screens.audit import T, findings, nodes, texts
from tests.screens.states import LANGUAGES, STATES, visit
from tests.screens.test_saying_things import touch

COVERS = (
    "away",
    "away-by-code",
    "away-for-another",
    "returning-card",
    "returning-refused",
    "covered",
    "covered-for-another",
    "covered-reading",
    "covered-unreadable",
    "covered-without-reader",
    "warned",
)
PERSONAL = (
    "maja",
    "karen",
    "winther",
    "6705411234",
    "670541",
    "indkaldelse",
    "lindeby",
    "ansøgning",
    "november",
)
UNHURRIED = Pace.UNHURRIED


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cover", COVERS)
def test_nothing_personal_stands_on_a_cover_or_in_its_accessible_tree(glass, cover, language):
    glass.show(visit("reading", language))
    glass.show(visit(cover, language))
    said = " ".join(_everything_said(glass)).lower()
    assert said
    assert [word for word in PERSONAL if word in said] == []


def _everything_said(glass):
    for node in nodes(glass):
        yield from (node.text(kind) for kind in (T.Name, T.Description, T.Value, T.Help))
    yield from (item.property("text") for item in texts(glass))
    yield QAccessible.queryAccessibleInterface(glass.window).text(T.Name)


@pytest.mark.parametrize("cover", COVERS)
def test_a_cover_looks_the_same_whatever_lies_behind_it(glass, cover):
    # Whatever is drawn for the first time may stand a fraction of a pixel aside.
    _standing_still(glass, cover)
    glass.show(visit("reading"))
    over_a_letter = _standing_still(glass, cover)
    glass.show(visit("welcome"))
    assert _standing_still(glass, cover) == over_a_letter


def _standing_still(glass, name):
    glass.stage.show(visit(name))
    glass.stage.hush()
    glass.settle()
    return glass.picture()


def test_one_key_covers_and_the_letter_is_gone_with_the_next_picture(glass):
    glass.show(visit("reading"))
    glass.press(Qt.Key.Key_F9)
    assert glass.runner.heard == [events.CoverAsked()]


def test_the_key_covers_while_the_language_menu_is_open_too(glass):
    glass.show(visit("reading", "en"))
    touch(glass, "Language")
    glass.press(Qt.Key.Key_F9)
    assert glass.runner.heard == [events.CoverAsked()]


@pytest.mark.parametrize("name", STATES)
def test_the_screen_can_be_covered_wherever_somebody_is_logged_in(glass, name):
    glass.show(visit(name))
    buttons = [item for item in glass.items() if item.objectName() == "cover"]
    assert bool(buttons) == isinstance(STATES[name], SignedIn | AtTwoScreens)


def test_more_time_is_one_choice_in_the_menu_and_can_be_taken_back(glass):
    glass.show(visit("mailbox", "en"))
    touch(glass, "See and hear")
    touch(glass, "More time for everything")
    assert glass.runner.heard == [events.PaceChosen(UNHURRIED)]
    glass.show(replace(visit("mailbox", "en"), pace=UNHURRIED))
    touch(glass, "Time: Usual")
    assert glass.runner.heard == [events.PaceChosen(Pace.USUAL)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["warned", "away"])
def test_an_inspector_finds_nothing_where_there_is_more_time(glass, name, language):
    glass.show(replace(visit(name, language), pace=UNHURRIED))
    assert findings(glass) == []
    assert ":" in glass.stage.property("countdown")


def test_a_cover_that_comes_back_goes_on_counting_where_it_is(glass):
    away = visit("away")
    glass.show(away)
    assert glass.stage.property("shareLeft") > 0.9
    glass.show(visit("returning-card"))
    glass.show(replace(away, at=away.state.since + timedelta(seconds=90)))
    assert 0.15 < glass.stage.property("shareLeft") <= 0.25


def test_more_time_is_not_offered_twice(glass):
    glass.show(replace(visit("warned"), pace=UNHURRIED))
    assert not any(item.objectName() == "moreTime" for item in glass.items())


def test_the_warning_pulses_calmly_for_whoever_cannot_hear_it(glass):
    glass.show(visit("mailbox"))
    glass.show(visit("warned"))
    assert not glass.stage.property("pulse")
    glass.until(lambda: glass.stage.property("pulse"))
    assert glass.seconds_left() == 44
    glass.until(lambda: not glass.stage.property("pulse"))
    assert glass.seconds_left() == 43
