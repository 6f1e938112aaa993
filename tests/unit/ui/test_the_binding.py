"""Void Qt calls must not eat references.

PySide6 6.12.0 on Python 3.11 drops one reference to None per void call, and one to True per emit, until the process
aborts. From Python 3.12 on None is immortal: the interpreter counts it no more, a library of the stable ABI like
PySide6 still does, so its count drifts by about one per call, up or down, from a reserve of 2**32 (PEP 683).
"""

import sys

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QStringListModel, QTimer, Signal

from ui.panel import application

CALLS = 100


class Bell(QObject):
    rung = Signal()

    def hear(self) -> None:
        pass


RESERVE = 2**31
IMMORTAL = sys.version_info >= (3, 12)


@pytest.fixture(scope="module")
def kept():
    """So many that a binding that eats references fails this test and does not end the process.

    Not where None is immortal: there a list of so many would count it out of the range that makes it so (PEP 683).
    """
    application()
    return [] if IMMORTAL else [None] * 200_000 + [True] * 200_000 + [False] * 200_000


def _name(bell: Bell) -> None:
    bell.setObjectName("x")


def _events(_bell: Bell) -> None:
    QCoreApplication.processEvents()


def _timer(_bell: Bell) -> None:
    timer = QTimer()
    timer.start(1000)
    timer.stop()


def _ring(bell: Bell) -> None:
    bell.rung.connect(bell.hear)
    bell.rung.emit()
    bell.rung.disconnect(bell.hear)


def _reset(_bell: Bell) -> None:
    model = QStringListModel()
    model.beginResetModel()
    model.endResetModel()


@pytest.mark.parametrize("call", [_name, _events, _timer, _ring, _reset])
def test_a_hundred_calls_leave_the_references_alone(kept, call):
    bell = Bell()
    call(bell)
    before = [sys.getrefcount(value) for value in (None, True, False)]
    for _ in range(CALLS):
        call(bell)
    after = [sys.getrefcount(value) for value in (None, True, False)]
    for one, other in zip(before, after, strict=True):
        assert other > RESERVE if IMMORTAL else other - one > -0.3 * CALLS
