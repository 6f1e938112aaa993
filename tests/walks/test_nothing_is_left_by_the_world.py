"""A fault around the kiosk ends the visit, and nothing is left of it anywhere."""

from collections.abc import Callable

import pytest

from tests.trace.kiosk import Vera
from tests.trace.looking import Step
from tests.trace.roads import BY_THE_WORLD

pytestmark = pytest.mark.timeout(300)


@pytest.mark.parametrize("road", BY_THE_WORLD)
def test_nothing_is_left_of_a_visit_that_ended(
    road: Step, nothing_is_left: Callable[[Step, Step], None]
) -> None:
    nothing_is_left(Vera.logs_in_by_code, road)
