"""Behind the next welcome the printer is asked whether it is empty, until it is, and the welcome says what it said."""

import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from kiosk.visit.trouble import Trouble, TroubleError
from tests.station.conftest import QUICK

OFTEN = replace(QUICK, again=timedelta(milliseconds=100))


class Answers:
    """A printer that gives one answer after the other, and then the last one for ever."""

    def __init__(self, *answers: int | Trouble) -> None:
        self.left = [*answers]
        self.times = 0

    def clear(self) -> int:
        self.times += 1
        answer = self.left.pop(0) if len(self.left) > 1 else self.left[0]
        if isinstance(answer, Trouble):
            raise TroubleError(answer)
        return answer


def test_while_the_printer_is_asked_it_is_known_which_visits_are_over(supervise, written, diary):
    alive = []

    def clear() -> int:
        alive.append([supervisor.lives(name) for name in diary.read_text().split()])
        return 0

    supervisor = supervise("appear(); sys.exit(0)", clear_printer=clear)
    supervisor.run()
    assert alive[-1] == [False, False]
    assert [False, True] in alive or [False] in alive


def test_pages_that_wait_are_written_down_and_told(supervise, written, tmp_path):
    supervisor = supervise(asking(tmp_path / "told", 1), everyone=True, clear_printer=lambda: 2)
    supervisor.run()
    assert written(supervisor)[-1] == "printer_cleared 2"
    assert (tmp_path / "told").read_text() == "[2]"


def test_a_printer_that_cannot_be_asked_is_not_said_to_be_empty(supervise, written, tmp_path):
    def offline() -> int:
        raise TroubleError(Trouble.PRINTER_OFFLINE)

    supervisor = supervise(asking(tmp_path / "told", 1), everyone=True, clear_printer=offline)
    supervisor.run()
    assert written(supervisor)[-1] == "printer_not_cleared printer_offline U07"
    assert (tmp_path / "told").read_text() == "[None]"


def test_a_printer_that_takes_its_time_is_not_known_at_first_and_told_later(supervise, written, tmp_path):
    def slowly() -> int:
        time.sleep(0.8)
        return 1

    supervisor = supervise(asking(tmp_path / "told", 2), everyone=True, clear_printer=slowly)
    supervisor.run()
    assert written(supervisor)[-1] == "printer_cleared 1"
    assert (tmp_path / "told").read_text() == "[None, 1]"


def test_a_printer_that_was_away_is_asked_until_it_is_empty_and_the_welcome_is_corrected(
    supervise, written, tmp_path
):
    printer = Answers(0, Trouble.PRINTER_OFFLINE, Trouble.PRINTER_OFFLINE, 2, 2, 0)
    supervisor = supervise(
        asking(tmp_path / "told", 3), everyone=True, clear_printer=printer.clear, patience=OFTEN
    )
    supervisor.run()
    assert (tmp_path / "told").read_text() == "[None, 2, 0]"
    assert written(supervisor)[-3:] == [
        "printer_not_cleared printer_offline U07",
        "printer_cleared 2",
        "printer_cleared 0",
    ]


def test_a_printer_that_was_away_at_the_start_is_asked_again_too(supervise, written):
    printer = Answers(Trouble.PRINTER_OFFLINE, Trouble.PRINTER_OFFLINE, 0)
    supervisor = supervise(
        "appear(); time.sleep(0.7); close_shop()", clear_printer=printer.clear, patience=OFTEN
    )
    supervisor.run()
    about_the_printer = [row for row in written(supervisor, None) if "printer" in row]
    assert about_the_printer == ["printer_not_cleared printer_offline U07", "printer_cleared 0"]


def test_a_printer_that_is_empty_is_left_alone(supervise):
    printer = Answers(0)
    supervise("appear(); time.sleep(0.7); close_shop()", clear_printer=printer.clear, patience=OFTEN).run()
    # At the start, and at the end of the one visit.
    assert printer.times == 2


def test_a_machine_stops_although_its_printer_never_answers(supervise):
    printer = Answers(Trouble.PRINTER_OFFLINE)
    supervise("appear(); close_shop()", clear_printer=printer.clear, patience=OFTEN).run()


def test_what_an_earlier_question_brings_late_says_nothing_of_the_visit_after_it(supervise, tmp_path):
    def clear() -> int:
        times.append(1)
        if len(times) == 1:
            time.sleep(1)
            return 7
        return 0

    times: list[int] = []
    supervise(
        f"""
        appear()
        if turn == 0:
            sys.exit(0)
        for _ in range(15):
            wire.say(Heartbeat())
            time.sleep(0.1)
        wire.say(StopAsked())
        while not any(isinstance(message, Close) for message in heard):
            heard.extend(wire.hear())
        told = [message.pages for message in heard if isinstance(message, LastVisit)]
        Path({str(tmp_path / "told")!r}).write_text(str(told))
        part()
        """,
        everyone=True,
        clear_printer=clear,
    ).run()
    assert (tmp_path / "told").read_text() == "[0]"


def asking(file: Path, times: int) -> str:
    """The second visit writes down what it is told about the first."""
    return f"""
        appear()
        if turn == 0:
            sys.exit(0)
        told = [wait_for(LastVisit).pages for _ in range({times})]
        Path({str(file)!r}).write_text(str(told))
        close_shop()
    """
