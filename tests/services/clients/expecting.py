"""Expecting a trouble by its name."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from kiosk.visit.trouble import Trouble, TroubleError


@contextmanager
def trouble(expected: Trouble) -> Iterator[pytest.ExceptionInfo[TroubleError]]:
    with pytest.raises(TroubleError) as caught:
        yield caught
    assert caught.value.trouble.name == expected.name
