"""The conversation at the authorization challenge endpoint (draft-ietf-oauth-first-party-apps-03, 5)."""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from kiosk.services.identity.proof import ClientProof
from kiosk.services.identity.refusals import demand_up, refusal
from kiosk.services.told import Told
from kiosk.services.wire import Answer, Wire
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble, TroubleError


class _Turn(Told, rename=None):
    """Success and error answers together (draft, 5.2), with the members this profile adds."""

    authorization_code: str | None = None
    auth_session: str | None = None
    error: str = ""
    error_description: str = ""
    next: str = ""
    challenge: str = ""
    attempts_left: int | None = None
    retry_after: int | None = None


@dataclass(frozen=True, slots=True)
class Chip:
    """The card shall sign ``nonce``."""

    nonce: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class CodeToken:
    """The six digits of the code device are wanted."""


@dataclass(frozen=True, slots=True)
class Password:
    """The password is wanted."""


@dataclass(frozen=True, slots=True)
class Done:
    """The authorization code."""

    code: Secret


Next = Chip | CodeToken | Password | Done


class Conversation:
    """One login, question by question. ``auth_session`` may change with every answer."""

    def __init__(
        self, wire: Wire, endpoint: str, proof: ClientProof, refusals: Mapping[str, Trouble]
    ) -> None:
        self._wire = wire
        self._endpoint = endpoint
        self._proof = proof
        self._refusals = refusals
        self._session: Secret | None = None

    def say(self, **members: str) -> Next:
        """Send the first request, or the answer to the last question; what is wanted next.

        Raises the trouble behind the provider's words, with ``tries_left`` and ``wait`` as it said them. After
        CODE_WRONG and PASSWORD_WRONG the same question can be answered again.
        """
        answer = demand_up(self._wire.ask("POST", self._endpoint, form=self._form(members)))
        turn = self._wire.understand(answer, _Turn)
        if turn.auth_session is not None:
            self._session = Secret(turn.auth_session)
        return self._next(answer, turn)

    def _form(self, members: Mapping[str, str]) -> dict[str, str]:
        session = {} if self._session is None else {"auth_session": self._session.text()}
        return {**self._proof.form(), **session, **members}

    def _next(self, answer: Answer, turn: _Turn) -> Next:
        if answer.status == 200 and turn.authorization_code:
            return Done(Secret(turn.authorization_code))
        if turn.error == "insufficient_authorization" and not turn.error_description:
            return _wanted(turn)
        raise TroubleError(
            refusal(self._refusals, turn.error, turn.error_description),
            tries_left=turn.attempts_left,
            wait=_wait(turn),
        )


def _wanted(turn: _Turn) -> Next:
    match turn.next:
        case "chip":
            return Chip(_nonce(turn.challenge))
        case "code_token":
            return CodeToken()
        case "password":
            return Password()
        case _:
            raise TroubleError(Trouble.LOGIN_NOT_TRUSTED)


def _nonce(challenge: str) -> bytes:
    """32 bytes exactly: the card never signs what somebody else has chosen the shape of."""
    try:
        nonce = base64.b64decode(challenge + "=" * (-len(challenge) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as cause:
        raise TroubleError(Trouble.LOGIN_NOT_TRUSTED) from cause
    if len(nonce) != 32:
        raise TroubleError(Trouble.LOGIN_NOT_TRUSTED)
    return nonce


def _wait(turn: _Turn) -> timedelta | None:
    return None if turn.retry_after is None else timedelta(seconds=min(max(turn.retry_after, 0), 10**6))
