"""What every test stands on: a corner of the machine of its own for the card daemon, and a steady Qt."""

import os

import pytest

from devices.cards.namespace import enter_private_folder

pytest_plugins = ["tests.shelves"]

os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software", QSG_RENDER_LOOP="basic")


def pytest_configure(config: pytest.Config) -> None:
    """Each worker has its own ``/run/pcscd``, so any number of runs go side by side."""
    enter_private_folder()
