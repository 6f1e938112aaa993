"""The one shelf of practice cards of a worker: there is one card daemon, so there cannot be two."""

from collections.abc import Iterator

import pytest

from devices.cards.launcher import CardShelf


@pytest.fixture(scope="session")
def standing_shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CardShelf]:
    """pcscd, two readers and no card; ``/run/pcscd`` is this worker's own since it started."""
    with CardShelf(tmp_path_factory.mktemp("cards")) as shelf:
        yield shelf
