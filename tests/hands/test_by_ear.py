"""The three main journeys by three keys and the voice alone."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kiosk.visit import states as s
from tests.hands.ear import Ear
from tests.hands.visitor import Visitor
from tests.journeys.story import World
from tests.screens.glass import TestedGlass

LANGUAGES = ("da", "en", "ar")


@pytest.fixture(params=LANGUAGES)
def listener(request, practice: World, press, put_up: TestedGlass, tmp_path: Path) -> Iterator[Visitor]:
    """Somebody who has pressed the key of the voice at the welcome."""
    practice.lay_out_cards()
    put_up.come_to_front()
    put_up.warnings.clear()
    ear = Ear()
    with ExitStack() as stack:
        stack.callback(practice.mend)
        ear.listen(put_up)
        stack.callback(put_up.glass.reader().sleep)
        yield Visitor(put_up, ear, request.param, practice, press, tmp_path, stack)
        put_up.glass.connect_runner(put_up.runner)
    assert put_up.warnings == []


def test_anna_logs_in_by_card_has_a_letter_read_to_her_and_prints_it(listener):
    listener.logs_in_by_card("anna")
    newest = listener.until(s.InFolder).letters.heads[0]
    listener.picks(newest.label)
    letter = listener.until(s.Reading)
    first_line = letter.pressed.words(1).splitlines()[0]
    assert listener.hand.hears(first_line)
    listener.presses("print")
    listener.until(s.AskingToPrint)
    listener.presses("print")
    listener.until(s.Printed)
    assert listener.hand.hears(listener.tongue.say("Take your pages from the printer now."))
    listener.leaves()
    assert listener.person("anna").pin not in listener.hand.log.words()


def test_ahmed_logs_in_by_code_device_and_hears_his_letters_in_headphones_only(listener):
    listener.logs_in("ahmed")
    newest = listener.until(s.InFolder).letters.heads[0]
    listener.picks(newest.label)
    listener.until(s.Reading)
    listener.leaves()
    assert listener.hand.hears(newest.label)
    assert newest.label not in listener.hand.log.loud()
    for secret in (listener.person("ahmed").password, listener.person("ahmed").cpr):
        assert secret not in listener.hand.log.words()


def test_dina_acts_for_karen_and_hears_for_whom(listener):
    listener.logs_in("dina-daughter")
    listener.chooses(s.InFolder, "Karen Lindqvist")
    assert listener.hand.hears("Karen Lindqvist")
    listener.presses("switch")
    listener.until(s.ChoosingPrincipal)
    listener.presses("myself")
    listener.until(s.InFolder)
    listener.leaves()
