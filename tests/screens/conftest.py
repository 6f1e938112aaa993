"""One glass for all tests of screens."""

import pytest

from tests.screens.glass import TestedGlass
from tests.screens.states import visit


@pytest.fixture(scope="session")
def put_up():
    glass = TestedGlass(visit("welcome"))
    yield glass
    glass.take_down()
    assert glass.warnings == []


@pytest.fixture
def glass(put_up):
    """The glass; a QML warning during the test fails it."""
    put_up.come_to_front()
    put_up.warnings.clear()
    yield put_up
    assert put_up.warnings == []
