"""The practice town on one side, the product's clients on the other."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding
from joserfc.jwk import ECKey

from kiosk.services import DigitalPost, MunicipalIdentityProvider, MunicipalMandateOffice, open_http
from kiosk.services.identity.proof import ClientProof
from kiosk.training.town import PracticeTown
from kiosk.visit.mandates import Mandate
from kiosk.visit.people import OwnGrant
from kiosk.visit.secrets import Secret
from tests.services.clients.odd_town import OWN, OddTown
from tests.services.clients.servers import serving

CLIENT_ID = "kiosk-7"


@dataclass
class Machine:
    """One kiosk's side: its key, its clock, its HTTP."""

    http: httpx.Client
    key: ECKey = field(default_factory=lambda: ECKey.generate_key("P-256"))
    ahead: timedelta = timedelta(0)

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def provider(self, issuer: str) -> MunicipalIdentityProvider:
        jwk = Secret(json.dumps(self.key.as_dict(private=True)))
        return MunicipalIdentityProvider(issuer, CLIENT_ID, jwk, self.now, self.http)

    def post(self, base_url: str) -> DigitalPost:
        return DigitalPost(base_url, self.http)

    def mandate_office(self, town: str) -> MunicipalMandateOffice:
        """At a town that has register, services and provider under one address."""
        issuer = f"{town}/op"
        proof = ClientProof(issuer, CLIENT_ID, self.key, self.now)
        return MunicipalMandateOffice(
            f"{town}/mandates", f"{town}/services", issuer, proof, self.now, self.http
        )


@dataclass
class Card:
    """A practice card without a reader: it signs whatever it is asked to."""

    file: Path

    @property
    def certificate(self) -> bytes:
        pem = json.loads(self.file.read_text())["certificate"].encode()
        return x509.load_pem_x509_certificate(pem).public_bytes(serialization.Encoding.DER)

    def sign(self, nonce: bytes) -> bytes:
        pem = json.loads(self.file.read_text())["key"].encode()
        key = serialization.load_pem_private_key(pem, None)
        if isinstance(key, ec.EllipticCurvePrivateKey):
            return key.sign(nonce, ec.ECDSA(hashes.SHA256()))
        return key.sign(nonce, padding.PKCS1v15(), hashes.SHA256())


@pytest.fixture(scope="session")
def running_town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticeTown]:
    with PracticeTown(tmp_path_factory.mktemp("town")) as town:
        yield town


@pytest.fixture
def town(running_town: PracticeTown) -> Iterator[PracticeTown]:
    yield running_town
    running_town.client.reset()


@pytest.fixture(scope="session")
def http() -> Iterator[httpx.Client]:
    """One for all tests: reading the system's certificates takes 50 ms."""
    with open_http() as http:
        yield http


@pytest.fixture
def machine(http: httpx.Client) -> Machine:
    return Machine(http)


@pytest.fixture
def known_machine(machine: Machine, town: PracticeTown) -> Machine:
    town.register_client(CLIENT_ID, machine.key.as_dict(private=False))
    return machine


@pytest.fixture
def provider(known_machine: Machine, town: PracticeTown) -> MunicipalIdentityProvider:
    return known_machine.provider(town.issuer)


@pytest.fixture
def post(known_machine: Machine, town: PracticeTown) -> DigitalPost:
    return known_machine.post(town.post_url)


@pytest.fixture
def card(town: PracticeTown) -> Callable[[str], Card]:
    return lambda name: Card(town.cards_folder / f"{name}.json")


@pytest.fixture
def press(town: PracticeTown) -> Callable[[str], Secret]:
    """Press somebody's code device."""
    return lambda person: Secret(town.client.press(person).code)


@pytest.fixture
def log_in(provider, card) -> Callable[[str], OwnGrant]:
    def log_in(name: str) -> OwnGrant:
        signature = card(name).sign(provider.begin_card_login(card(name).certificate))
        return provider.finish_card_login(signature)[1]

    return log_in


@pytest.fixture(scope="session")
def standing_odd_town() -> Iterator[tuple[OddTown, str]]:
    odd_town = OddTown()
    with serving(odd_town.app()) as url:
        yield odd_town, url


@pytest.fixture
def odd_town(standing_odd_town) -> OddTown:
    standing_odd_town[0].usual()
    return standing_odd_town[0]


@pytest.fixture
def odd_office(odd_town, standing_odd_town, machine) -> MunicipalMandateOffice:
    return machine.mandate_office(standing_odd_town[1])


@pytest.fixture
def karens(odd_office) -> Mandate:
    return odd_office.mandates(OWN).received[0]
