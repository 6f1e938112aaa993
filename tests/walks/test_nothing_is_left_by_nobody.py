"""Nobody ends the visit: it ends by itself, and nothing is left of it anywhere."""

from collections.abc import Callable

import pytest

from tests.trace.kiosk import Vera
from tests.trace.looking import Step
from tests.trace.roads import by_silence

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def silence() -> str:
    return "20 s"


def test_nothing_is_left_of_a_visit_that_ended(nothing_is_left: Callable[[Step, Step], None]) -> None:
    nothing_is_left(Vera.logs_in_by_card, by_silence)
