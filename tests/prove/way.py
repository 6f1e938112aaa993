"""From card to paper: the whole way, on real parts."""

from collections.abc import Iterator
from typing import Final

from kiosk.station.proving import Proof
from tests.prove.paper import press_and_printer
from tests.prove.pictures import every_picture
from tests.prove.sections import whole
from tests.prove.suite import Demonstration, all_green, quick_enough, run_suite

_SUITE_BUDGET_S: Final = 120.0
_RUNS: Final = 5

_TO_PAPER: Final = "tests/journeys/test_from_card_to_paper"
_INTERRUPTED: Final = "tests/journeys/test_interrupted"

DEMONSTRATIONS: Final = (
    Demonstration(
        "card, letter, paper; printed pages are the letter's", _TO_PAPER, ("test_card_then_letter_",)
    ),
    Demonstration("code device, letter, paper", _TO_PAPER, ("test_code_device_then_letter_",)),
    Demonstration(
        "wrong PIN thrice", "tests/journeys/test_the_way_in_is_closed", ("test_a_wrong_pin_thrice",)
    ),
    Demonstration(
        "card pulled in each state",
        _INTERRUPTED,
        ("test_a_pulled_card", "test_a_card_pulled_on_the_way_in", "test_a_card_torn_out"),
    ),
    Demonstration("out of paper and back", _INTERRUPTED, ("test_out_of_paper_and_back",)),
    Demonstration("silence", _INTERRUPTED, ("test_silence_",)),
    Demonstration("mailbox down and back", _INTERRUPTED, ("test_the_mailbox_is_down_and_back",)),
    Demonstration(
        "a letter that serves is opened only after a yes", "tests/journeys", ("test_a_legal_letter",)
    ),
    Demonstration("cards through a real pcscd", "tests/devices/cards"),
    Demonstration("print through a real IPP printer, compared page by page", "tests/devices/printing"),
    Demonstration("hostile letters end in a named trouble", "tests/letters/test_hostile_letters"),
    Demonstration("Qt calls leave the references to None alone", "tests/unit/ui/test_the_binding"),
)


def proofs(*, quick: bool) -> Iterator[Proof]:
    """``quick``: without the bench, which takes several minutes and a quiet machine."""
    yield from whole("the tests", _tests)
    yield from whole("the pictures", lambda: iter([every_picture()]))
    yield from whole("press and printer", press_and_printer)
    if not quick:
        yield from whole("the bench", _figures)


def _tests() -> Iterator[Proof]:
    suite = run_suite()
    yield all_green(suite)
    yield quick_enough(suite, _SUITE_BUDGET_S)
    for demonstration in DEMONSTRATIONS:
        yield demonstration.judge(suite)


def _figures() -> Iterator[Proof]:
    # It needs an X server and a browser, which a quick proof does without.
    from tests.bench.figures import proofs as figures
    from tests.bench.measuring import measure

    measured = measure(_RUNS)
    yield from figures(measured.kiosk, measured.chromium, measured.runs)
