"""The citizen ends the visit, and nothing is left of it anywhere."""

from collections.abc import Callable

import pytest

from tests.trace.kiosk import Vera
from tests.trace.looking import Step
from tests.trace.roads import by_taking_the_card, by_the_button

pytestmark = pytest.mark.timeout(300)


@pytest.mark.parametrize(
    ("way_in", "road"), [(Vera.logs_in_by_card, by_taking_the_card), (Vera.logs_in_by_code, by_the_button)]
)
def test_nothing_is_left_of_a_visit_that_ended(
    way_in: Step, road: Step, nothing_is_left: Callable[[Step, Step], None]
) -> None:
    nothing_is_left(way_in, road)
