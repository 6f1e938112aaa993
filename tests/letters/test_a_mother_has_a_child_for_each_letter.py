"""The mother never sees a letter, outlives every child, and no child sees the letter of another."""

import os
import select
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from kiosk.letters.line import Seat, Warm, said
from kiosk.letters.press import ChildPress
from kiosk.letters.process import PressProcess
from kiosk.letters.starting import socket_pair, start_mother
from kiosk.letters.wire import Draw, Drawn, Open, Opened
from kiosk.visit.trouble import Trouble, TroubleError
from tests.bench.processes import children, is_gone
from tests.letters import hostile_pdf
from tests.letters.conftest import Pages, claim, own_line
from tests.letters.drafts import letter
from tests.letters.family import dirty, holds, sockets, until

ROOT = Path(__file__).parents[2]
CANARY = b"Kanariefugl670541"
HARD = hostile_pdf.tiny_pattern()


def _open(press: PressProcess, content: bytes, seconds: float = 6) -> Pages:
    answer, (pdf, text, _) = press.ask(Open("text/plain", "da", 200), Opened, seconds, content)
    return Pages(answer.pages, text.decode(), pdf)


def test_nothing_of_a_letter_is_in_the_mother_nor_in_the_child_of_the_next() -> None:
    with own_line() as (line, mother):
        with PressProcess(line) as press:
            assert CANARY.decode() in _open(press, b"Hej " + CANARY).text
            (child,) = children(mother)
            assert holds(child, CANARY)
            assert not holds(mother, CANARY)
        assert is_gone(child)
        with PressProcess(line) as press:
            _open(press, b"Hej")
            (child,) = children(mother)
            assert not holds(child, CANARY)
            assert not holds(mother, CANARY)


def test_a_child_that_hangs_is_ended_and_the_mother_goes_on() -> None:
    with own_line() as (line, mother):
        with PressProcess(line) as press, pytest.raises(TroubleError) as caught:
            _open(press, HARD, 0.5)
        assert caught.value.trouble is Trouble.LETTER_TOO_HARD
        assert children(mother) == []
        with PressProcess(line) as press:
            assert _open(press, letter(3)).pages == 3


@pytest.mark.parametrize(
    ("number", "trouble"),
    [(signal.SIGSEGV, Trouble.LETTER_BROKEN), (signal.SIGABRT, Trouble.LETTER_TOO_HARD)],
)
def test_a_child_that_breaks_down_takes_only_its_letter_with_it(number: int, trouble: Trouble) -> None:
    with own_line() as (line, mother):
        with PressProcess(line) as press:
            _open(press, b"Hej")
            os.kill(children(mother)[0], number)
            with pytest.raises(TroubleError) as caught:
                _open(press, b"Hej")
            assert caught.value.trouble is trouble
        with PressProcess(line) as press:
            assert _open(press, b"Hej").pages == 1


def test_a_child_that_refuses_its_letter_is_ended() -> None:
    with own_line() as (line, mother):
        press = PressProcess(line)
        with pytest.raises(TroubleError) as caught:
            _open(press, b"\0\1\2\3")
        assert caught.value.trouble is Trouble.LETTER_UNSHOWABLE
        assert not press.alive()
        assert children(mother) == []
        press.kill()


def test_a_child_that_stands_still_is_ended_all_the_same() -> None:
    with own_line() as (line, mother):
        with PressProcess(line) as press:
            _open(press, b"Hej")
            (child,) = children(mother)
            os.kill(child, signal.SIGSTOP)
        assert is_gone(child)


def test_the_next_child_ends_the_one_before() -> None:
    with own_line() as (line, mother), PressProcess(line) as first:
        _open(first, b"Hej")
        (before,) = children(mother)
        with PressProcess(line) as second:
            _open(second, b"Hej")
            assert is_gone(before)
            assert len(children(mother)) == 1


def test_a_child_has_only_its_own_way_out() -> None:
    """It cannot speak for its mother: of all sockets it has only the one of its letter."""
    with own_line() as (line, mother), PressProcess(line) as press:
        _open(press, b"Hej")
        (child,) = children(mother)
        assert len(sockets(child)) == 1
        assert len(sockets(mother)) == 1
        assert not sockets(child) & sockets(mother)


def test_mother_and_child_are_small_while_a_letter_is_read() -> None:
    """Half of what a press by itself would take; a page as large as the glass has left no trace in it."""
    with own_line() as (line, mother), PressProcess(line) as press:
        _open(press, letter(3))
        press.ask(Draw(2, 2000), Drawn, 6)
        (child,) = children(mother)
        until(lambda: dirty(mother, child) < 32 << 10)


def test_a_dead_mother_is_a_named_trouble_at_once() -> None:
    ours, theirs = socket_pair()
    mother = start_mother(theirs)
    with ChildPress(ours) as press:
        assert press.open(letter(), claim("application/pdf")).pages == 2
        (child,) = children(mother.pid)
        mother.kill()
        mother.wait()
        until(lambda: is_gone(child))
        began = time.monotonic()
        for say in (lambda: press.draw(1, 100), lambda: press.open(letter(), claim("application/pdf"))):
            with pytest.raises(TroubleError) as caught:
                say()
            assert caught.value.trouble is Trouble.LETTER_TOO_HARD
        press.warm()
        press.close()
        assert time.monotonic() - began < 3


def test_a_mother_who_comes_late_is_waited_for() -> None:
    """The visit begins before there is anybody at the other end of the line."""
    ours, theirs = socket_pair()
    with ChildPress(ours) as press:
        press.warm()
        pages: list[int] = []
        opening = threading.Thread(
            target=lambda: pages.append(press.open(letter(), claim("application/pdf")).pages)
        )
        opening.start()
        mother = start_mother(theirs)
        opening.join(20)
        assert pages == [2]
    mother.wait(5)


def test_a_mother_whose_news_nobody_read_leaves_in_good_order() -> None:
    ours, theirs = socket_pair()
    mother = start_mother(theirs)
    with ours:
        ours.send(said(Warm()))
        assert select.select([ours], [], [], 20)[0] == [ours]
    assert mother.wait(5) == os.EX_OK


def test_all_die_with_the_kiosk() -> None:
    code = """if True:
        from kiosk.letters.process import PressProcess
        from kiosk.letters.wire import Draw, Drawn, Open, Opened
        from tests.letters.conftest import own_line
        with own_line() as (line, mother):
            with PressProcess(line) as press:
                press.ask(Open("text/plain", "da", 200), Opened, 20, b"Hej")
                print(mother, flush=True)
                input()
    """
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as kiosk:
        assert kiosk.stdout is not None
        mother = int(kiosk.stdout.readline())
        (child,) = children(mother)
        kiosk.kill()
        kiosk.wait()
    until(lambda: is_gone(mother))
    until(lambda: is_gone(child))


def test_a_child_dies_with_its_mother() -> None:
    ours, theirs = socket_pair()
    mother = start_mother(theirs)
    with ChildPress(ours) as press:
        press.open(b"Hej", claim("text/plain"))
        (child,) = children(mother.pid)
        mother.kill()
        mother.wait()
        until(lambda: is_gone(child))


def test_a_paper_has_a_seat_beside_the_letter_and_only_one() -> None:
    with own_line() as (line, mother):
        with PressProcess(line) as press, PressProcess(line, Seat.PAPER) as paper:
            assert _open(press, letter(2)).pages == 2
            assert _open(paper, letter(3)).pages == 3
            assert len(children(mother)) == 2
            with PressProcess(line, Seat.PAPER) as next_paper:
                assert _open(next_paper, letter(4)).pages == 4
                assert len(children(mother)) == 2
            assert press.ask(Draw(2, 100), Drawn, 6)[0].page == 2
        assert children(mother) == []


def test_no_child_has_a_way_to_the_other() -> None:
    with own_line() as (line, mother), PressProcess(line) as press, PressProcess(line, Seat.PAPER) as paper:
        _open(press, b"Hej " + CANARY)
        _open(paper, b"Hej")
        first, second = children(mother)
        assert not sockets(first) & sockets(second)
        assert not holds(second, CANARY)
        assert not any("pidfd" in str(each.readlink()) for each in Path(f"/proc/{second}/fd").iterdir())
