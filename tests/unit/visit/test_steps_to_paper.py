"""From the page on the glass to the page in the hand, move by move."""

from kiosk.visit import effects as f
from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.paper import Outcome, PrintResult, Progress, Sides
from kiosk.visit.step import step
from kiosk.visit.trouble import Trouble
from tests.unit.visit.samples import ORDER, READING
from tests.unit.visit.test_steps import inside, through


def test_a_second_touch_on_print_prints_once() -> None:
    printing, first = step(inside(s.AskingToPrint(READING, Sides.TWO)), e.PrintConfirmed())
    _, second = step(printing, e.PrintConfirmed())
    assert [type(effect) for effect in first] == [f.Print]
    assert second == ()


def test_out_of_paper_and_back_goes_on_from_the_same_place() -> None:
    printing = inside(s.Printing(ORDER, READING, Sides.ONE, Progress(1, None)))
    held = through(printing, e.PrintProgressed(ORDER, Progress(1, Trouble.PAPER_OUT)))
    assert isinstance(held.state, s.SignedIn)
    assert held.state.place == s.Printing(ORDER, READING, Sides.ONE, Progress(1, Trouble.PAPER_OUT))
    mended = through(held, e.PrintProgressed(ORDER, Progress(2, None)))
    done = through(mended, e.PrintEnded(ORDER, PrintResult(Outcome.PRINTED, 3)))
    assert isinstance(done.state, s.SignedIn)
    assert done.state.session.tally.sheets_printed == 3


def test_we_do_not_know_is_an_answer() -> None:
    ended = e.PrintEnded(ORDER, PrintResult(Outcome.UNKNOWN, 1))
    done = through(inside(s.Printing(ORDER, READING, Sides.ONE, Progress(1, None))), ended)
    assert isinstance(done.state, s.SignedIn)
    assert done.state.place == s.Printed(READING, Sides.ONE, PrintResult(Outcome.UNKNOWN, 1))


def test_an_empty_printer_before_printing_can_be_filled_and_asked_again() -> None:
    asking = inside(s.AskingPrinter(ORDER, READING))
    hindered = through(asking, e.TroubleCame(ORDER, Trouble.PAPER_OUT))
    _, asked = step(hindered, e.TriedAgain())
    assert [type(effect) for effect in asked] == [f.AskPrinter]


def test_ending_while_it_prints_stops_the_printer_and_remembers_the_job() -> None:
    printing = inside(s.Printing(ORDER, READING, Sides.TWO, Progress(3, None)))
    after, asked = step(printing, e.EndAsked())
    assert [type(effect) for effect in asked] == [f.StopPrinting, f.ClosePress, f.CloseVisit, f.Wake]
    assert isinstance(after.state, s.Leaving)
    assert after.state.unfinished == s.Unfinished(ORDER, READING.pressed.pages, Sides.TWO, 3)
