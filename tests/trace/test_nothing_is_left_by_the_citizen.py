"""The citizen ends the visit, and nothing is left of it anywhere."""

import pytest

from tests.trace.kiosk import Vera
from tests.trace.looking import Report, leave_by
from tests.trace.roads import BY_THE_CITIZEN, Road


@pytest.mark.parametrize("road", BY_THE_CITIZEN)
def test_nothing_is_left_of_a_visit_that_ended(road: Road, vera: Vera, report: Report) -> None:
    leave_by(road, vera, report)
