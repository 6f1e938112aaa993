"""Somebody at a kiosk, as the town sees them: logs in over the wire and reads letters."""

import base64
import hashlib
import json
import secrets
import ssl
import time
import uuid
from dataclasses import dataclass, field, replace

import httpx
from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet

from kiosk.training.town import PracticeTown

CLIENT = "kiosk-1"
KEY = ECKey.generate_key("P-256")
ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token"
BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


@dataclass
class Visitor:
    town: PracticeTown
    http: httpx.Client
    verifier: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    nonce: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    session: str = ""
    access: str = ""
    id_token: str = ""
    ahead: int = 0

    def assertion(self, **changed: object) -> dict[str, str]:
        now = int(time.time()) + self.ahead
        claims = {"iss": CLIENT, "sub": CLIENT, "aud": self.town.issuer, "iat": now, "exp": now + 60}
        claims |= {"jti": str(uuid.uuid4()), **changed}
        signed = jwt.encode({"alg": "ES256"}, claims, KEY, algorithms=["ES256"])
        return {"client_id": CLIENT, "client_assertion_type": BEARER, "client_assertion": signed}

    def op(self, name: str, **form: str) -> httpx.Response:
        return self.http.post(f"{self.town.issuer}/connect/{name}", data={**self.assertion(), **form})

    def begin(self, **form: str) -> httpx.Response:
        challenge = base64url(hashlib.sha256(self.verifier.encode()).digest())
        asked = {
            "response_type": "code", "scope": "openid mitid ssn", "code_challenge": challenge,
            "code_challenge_method": "S256", "nonce": self.nonce,
        }  # fmt: skip
        return self._kept(self.op("challenge", **{**asked, **form}))

    def go_on(self, **form: str) -> httpx.Response:
        return self._kept(self.op("challenge", auth_session=self.session, **form))

    def press(self, person: str) -> str:
        return self.town.client.press(person).code

    def log_in_by_code(self, person: str) -> "Visitor":
        self.begin(user_id=person)
        self.go_on(otp=self.press(person))
        return self.enter(self.go_on(password=f"{person}-kaffe"))

    def log_in_by_card(self, person: str) -> "Visitor":
        wanted = self.begin(certificate=self.certificate(person)).json()
        return self.enter(self.go_on(signature=self.sign(person, wanted["challenge"])))

    def certificate(self, person: str) -> str:
        return base64.b64encode(ssl.PEM_cert_to_DER_cert(self._card(person)["certificate"])).decode()

    def sign(self, person: str, challenge: str) -> str:
        key = load_pem_private_key(self._card(person)["key"].encode(), None)
        data = base64.urlsafe_b64decode(challenge + "=" * (-len(challenge) % 4))
        if isinstance(key, ec.EllipticCurvePrivateKey):
            return base64url(key.sign(data, ec.ECDSA(SHA256())))
        return base64url(key.sign(data, padding.PKCS1v15(), SHA256()))

    def enter(self, done: httpx.Response) -> "Visitor":
        tokens = self.redeem(done.json()["authorization_code"]).raise_for_status().json()
        self.access, self.id_token = tokens["access_token"], tokens["id_token"]
        return self

    def redeem(self, code: str, verifier: str | None = None) -> httpx.Response:
        form = {"grant_type": "authorization_code", "code": code, "code_verifier": verifier or self.verifier}
        return self.op("token", **form)

    def claims(self) -> dict:
        keys = self.http.get(f"{self.town.issuer}/.well-known/jwks.json").json()
        return jwt.decode(self.id_token, KeySet.import_key_set(keys), algorithms=["RS256"]).claims

    def userinfo(self) -> httpx.Response:
        return self.http.get(f"{self.town.issuer}/connect/userinfo", headers=self._bearer())

    def get(self, path: str, **params: object) -> httpx.Response:
        return self.http.get(f"{self.town.post_url}{path}", params=params, headers=self._bearer())

    def mailbox(self) -> dict:
        return self.get("/mailboxes/").json()["mailboxes"][0]

    def letters(self, **params: object) -> dict:
        return self.get(f"/mailboxes/{self.mailbox()['id']}/messages/", **params).json()

    def letter(self, about: str) -> dict:
        return next(letter for letter in self.letters()["messages"] if letter["label"] == about)

    def read(self, letter: dict) -> httpx.Response:
        return self.get(path_of(letter))

    def to_letter(self, method: str, letter: dict, end: str = "", version: int = 1) -> httpx.Response:
        headers = self._bearer() | {"If-Match": str(version)}
        return self.http.request(method, f"{self.town.post_url}{path_of(letter)}{end}", headers=headers)

    def patch(self, letter: dict, version: object, **change: object) -> httpx.Response:
        headers = self._bearer() | ({"If-Match": str(version)} if version is not None else {})
        return self.http.patch(f"{self.town.post_url}{path_of(letter)}", json=change, headers=headers)

    def content(self, letter: dict, document: int = 0, file: int = 0) -> httpx.Response:
        found = letter["documents"][document]
        return self.get(
            f"{path_of(letter)}/documents/{found['id']}/files/{found['files'][file]['id']}/content"
        )

    def wait(self, seconds: int) -> "Visitor":
        """So much later."""
        self.ahead = seconds
        self.town.client.switch(clock_ahead_s=seconds)
        return self

    def mandates(self, **params: object) -> dict:
        return self.http.get(self._register(""), params=params, headers=self._bearer()).json()

    def mandate(self, other: str, basis: str = "") -> dict:
        """The first with somebody of that name on a side, and of that basis."""
        return next(
            each
            for each in self.mandates()["mandates"]
            if other in {each["grantor"]["name"], each["holder"]["name"]} and basis in each["basis"]
        )

    def send(self, **draft: object) -> httpx.Response:
        return self.http.post(self._register(""), json=draft, headers=self._bearer())

    def decide(self, mandate: dict, verb: str, version: object = None) -> httpx.Response:
        headers = self._bearer() | {"If-Match": str(mandate["version"] if version is None else version)}
        return self.http.post(self._register(f"{mandate['id']}/{verb}"), headers=headers)

    def exchange(self, mandate: dict, **changed: str) -> httpx.Response:
        form = {
            "grant_type": "urn:ietf:params:oauth:grant-type:token-exchange", "subject_token": self.access,
            "subject_token_type": ACCESS_TOKEN, "representation_id": mandate["id"],
        }  # fmt: skip
        return self.op("token", **form | changed)

    def acting(self, mandate: dict) -> "Visitor":
        """The same person at the same kiosk, with the token for that principal."""
        return replace(self, access=self.exchange(mandate).raise_for_status().json()["access_token"])

    def introspect(self) -> dict:
        return self.op("introspect", token=self.access).raise_for_status().json()

    def errand(self, area: str, method: str = "GET") -> httpx.Response:
        return self.http.request(method, f"{self.town.url}/services/{area}/", headers=self._bearer())

    def tell(
        self, mandate: dict, pdf: bytes = b"%PDF-1.7 done", kind: str = "application/pdf"
    ) -> httpx.Response:
        headers = self._bearer() | {"Content-Type": kind}
        return self.http.post(self._register(f"{mandate['id']}/receipt"), content=pdf, headers=headers)

    def _register(self, path: str) -> str:
        return f"{self.town.url}/mandates/{path}"

    def _kept(self, response: httpx.Response) -> httpx.Response:
        self.session = response.json().get("auth_session", "")
        return response

    def _bearer(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.access}"} if self.access else {}

    def _card(self, person: str) -> dict[str, str]:
        return json.loads((self.town.cards_folder / f"{person}.json").read_bytes())


def path_of(letter: dict) -> str:
    return f"/mailboxes/{letter['mailboxId']}/messages/{letter['id']}"


def base64url(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def code(response: httpx.Response) -> tuple[int, str]:
    """How the register, the services and Digital Post say no."""
    return response.status_code, response.json()["code"]


def said(response: httpx.Response) -> tuple[int, str | None, str | None]:
    """The three things that a refusal is known by."""
    answer = response.json()
    return response.status_code, answer.get("error"), answer.get("error_description")
