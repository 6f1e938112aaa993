"""Logins that are going on: what each has shown so far and what it is asked for next."""

import base64
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from kiosk.training.answers import (
    ChipWanted,
    CodeWanted,
    OAuthError,
    PasswordWanted,
    Refused,
    SessionGone,
    Wanted,
)
from kiosk.training.authenticators import Authenticators
from kiosk.training.card_check import CardKey, check_certificate, check_signature
from kiosk.training.card_office import CardOffice
from kiosk.training.clock import TownClock
from kiosk.training.people import PEOPLE, Codes, Person, by_user_id
from kiosk.visit.people import Level

_LIFETIME = timedelta(minutes=5)
_MOST_REQUESTS = 20
_MOST_LOGINS = 500


@dataclass(frozen=True, slots=True)
class Proven:
    """Who it is, how surely, and by what (``amr`` values of the Nets eID Broker)."""

    person: Person
    level: Level
    amr: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the client wants of the whole login, from its first request."""

    client_id: str
    code_challenge: str
    nonce: str | None

    @classmethod
    def from_form(cls, client_id: str, form: Mapping[str, str]) -> "Asked":
        """Raises :class:`OAuthError` where the draft or PKCE (RFC 7636) wants something else."""
        if form.get("response_type") != "code":
            raise OAuthError("unsupported_response_type")
        if "openid" not in form.get("scope", "").split():
            raise OAuthError("invalid_scope")
        challenge = form.get("code_challenge", "")
        if form.get("code_challenge_method") != "S256" or len(challenge) != 43:
            raise OAuthError("invalid_request")
        return cls(client_id, challenge, form.get("nonce"))


@dataclass(slots=True)
class Login:
    """One login. ``wanted`` is missing once it is done; the session is kept for a later step up."""

    asked: Asked
    person: Person
    wanted: Wanted | None
    born: datetime
    key: CardKey | None = field(default=None, repr=False)
    requests: int = 1


class Logins:
    """Every login by its ``auth_session``: 256 random bits, new with every answer, five minutes, twenty requests."""

    def __init__(self, office: CardOffice, clock: TownClock) -> None:
        self._office = office
        self._clock = clock
        self._going_on: dict[str, Login] = {}
        self._authenticators = {person.id: Authenticators.of(person) for person in PEOPLE.values()}

    def authenticators(self, person: Person) -> Authenticators:
        return self._authenticators[person.id]

    def renew_authenticators(self, person: Person) -> None:
        """Hand out a new code device and password, as after a block."""
        self._authenticators[person.id] = Authenticators.of(person)

    def begin(self, asked: Asked, form: Mapping[str, str]) -> tuple[str, Wanted]:
        """The first request of a login. Raises :class:`Refused`."""
        now = self._clock.now()
        if "certificate" in form:
            person, key = check_certificate(form["certificate"], self._office, now)
            login = Login(asked, person, ChipWanted(secrets.token_bytes(32)), now, key)
        elif "user_id" in form:
            person = self._known(form["user_id"])
            login = Login(asked, person, self._first_wanted(person, now), now)
        else:
            raise OAuthError("invalid_request")
        assert login.wanted
        return self._keep(login), login.wanted

    def take(self, auth_session: str, client_id: str) -> Login:
        """The login of a following request; its ``auth_session`` is used up. Raises :class:`SessionGone`."""
        login = self._going_on.pop(auth_session, None)
        if login is None or login.asked.client_id != client_id or login.wanted is None:
            raise SessionGone
        login.requests += 1
        if self._clock.now() - login.born > _LIFETIME or login.requests > _MOST_REQUESTS:
            raise SessionGone
        return login

    def put_back(self, login: Login) -> str:
        """The ``auth_session`` for the next request."""
        return self._keep(login)

    def answer(self, login: Login, form: Mapping[str, str]) -> Proven | None:
        """Take what was wanted. ``None`` when more is wanted. Raises :class:`Refused` and :class:`WrongTry`."""
        match login.wanted:
            case ChipWanted(challenge):
                return self._signed(login, challenge, _value(form, "signature"))
            case CodeWanted():
                device = self.authenticators(login.person).device
                assert device
                device.check(_value(form, "otp"), self._clock.now())
                login.wanted = PasswordWanted(after_code=True)
                return None
            case PasswordWanted(after_code):
                self.authenticators(login.person).password.check(_value(form, "password"))
                login.wanted = None
                return _by_password(login.person, after_code)
            case None:
                raise SessionGone

    def _signed(self, login: Login, challenge: bytes, signature: str) -> Proven:
        assert login.key
        check_signature(login.key, signature, challenge)
        login.wanted = None
        return Proven(login.person, Level.SUBSTANTIAL, ("u2f_token",))

    def _known(self, user_id: str) -> Person:
        person = by_user_id(user_id)
        if person is None or person.codes is Codes.NOTHING:
            raise Refused("mitid_identity_not_found")
        return person

    def _first_wanted(self, person: Person, now: datetime) -> Wanted:
        device = self.authenticators(person).device
        if device is None:
            return PasswordWanted(after_code=False)
        device.check_usable(now)
        return CodeWanted()

    def _keep(self, login: Login) -> str:
        if len(self._going_on) >= _MOST_LOGINS:
            self._going_on.pop(next(iter(self._going_on)))
        auth_session = secrets.token_urlsafe(32)
        self._going_on[auth_session] = login
        return auth_session


def wanted_as_members(wanted: Wanted) -> dict[str, str]:
    """What is wanted, as members of the answer."""
    match wanted:
        case ChipWanted(challenge):
            return {"next": "chip", "challenge": base64.urlsafe_b64encode(challenge).rstrip(b"=").decode()}
        case CodeWanted():
            return {"next": "code_token"}
        case PasswordWanted():
            return {"next": "password"}


def _value(form: Mapping[str, str], name: str) -> str:
    if name not in form:
        raise OAuthError("invalid_request")
    return form[name]


def _by_password(person: Person, after_code: bool) -> Proven:
    if after_code:
        return Proven(person, Level.SUBSTANTIAL, ("code_token", "password"))
    return Proven(person, Level.LOW, ("password",))
