"""What every test stands on: a corner of the machine of its own for the card daemon, and a steady Qt."""

import os

import pytest

from devices.cards.namespace import enter_private_folder

pytest_plugins = ["tests.shelves"]

os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software", QSG_RENDER_LOOP="basic")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--every-walk", action="store_true", help="also the walks that take longest, see tests.trace.walking"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Each worker has its own ``/run/pcscd``, so any number of runs go side by side."""
    enter_private_folder()


WAITING = (
    "tests/walks",
    "tests/journeys",
    "tests/station",
    "tests/services",
    "tests/mandates",
    "tests/devices",
    "tests/fences",
)
"""Folders whose tests mostly wait: for cards, printers, silence, processes."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest waits begin first, so that no worker is left waiting alone at the end."""
    items.sort(key=lambda item: _turn(item.nodeid))


def _turn(name: str) -> int:
    return next((turn for turn, folder in enumerate(WAITING) if name.startswith(folder)), len(WAITING))
