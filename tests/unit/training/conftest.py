"""The official samples, and the way in for a message."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.training.memo import Element, MemoReader

SAMPLES = Path(__file__).parents[2] / "data" / "memo"


@pytest.fixture
def sample() -> Callable[[str], bytes]:
    def read(name: str) -> bytes:
        return next(SAMPLES.glob(f"*{name}*.xml")).read_bytes()

    return read


@pytest.fixture
def parse() -> Callable[[bytes], Element]:
    def read(xml: bytes, block: int = 65536) -> Element:
        reader = MemoReader()
        for start in range(0, len(xml), block):
            reader.feed(xml[start : start + block])
        return reader.close()

    return read
