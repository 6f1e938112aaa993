"""One town for all, with its switches off and its code devices new before each story."""

from collections.abc import Callable, Iterator

import httpx
import pytest

from kiosk.training.town import PracticeTown
from tests.services.town.visitor import CLIENT, KEY, Visitor


@pytest.fixture(scope="session")
def running_town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticeTown]:
    with PracticeTown(tmp_path_factory.mktemp("town")) as town:
        town.register_client(CLIENT, KEY.as_dict(private=False))
        yield town


@pytest.fixture
def town(running_town: PracticeTown) -> Iterator[PracticeTown]:
    yield running_town
    running_town.client.reset()
    running_town.client.renew_all()


@pytest.fixture
def http() -> Iterator[httpx.Client]:
    with httpx.Client(trust_env=False, timeout=20) as client:
        yield client


@pytest.fixture
def visitor(town: PracticeTown, http: httpx.Client) -> Callable[[], Visitor]:
    return lambda: Visitor(town, http)
