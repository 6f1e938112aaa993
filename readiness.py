"""Whether a machine is ready for a citizen: all that a visit needs is asked once, and nobody logs in."""

import time
from collections.abc import Callable, Iterator
from typing import Final

import httpx
from joserfc.jwk import ECKey

from devices.cards.pcsc import readers_now
from devices.printing.printer import IppPrinter
from devices.sound.alsa import NoSoundError
from devices.sound.chime import check
from kiosk.fences.fence import UntriedError
from kiosk.fences.press import NEEDED
from kiosk.fences.report import UnfencedError
from kiosk.letters.starting import own_press
from kiosk.services.identity.discovery import Metadata, discover
from kiosk.services.identity.proof import ClientProof
from kiosk.services.identity.refusals import FAULTS
from kiosk.services.mandates.exchange import ExchangeDesk
from kiosk.services.mandates.office import MunicipalMandateOffice
from kiosk.services.post.office import DigitalPost
from kiosk.services.wire import Wire, open_http
from kiosk.speech.starting import can_speak
from kiosk.station.clock import WallClock
from kiosk.station.proving import Proof
from kiosk.station.record import look_at_journal
from kiosk.station.room import NoRoomError, describe, find_parent
from kiosk.station.settings import Settings
from kiosk.visit.mandates import Area, Privilege, Right
from kiosk.visit.people import OwnGrant
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble, TroubleError
from ui.catalogues import reviewed
from ui.tongue import LANGUAGES

_NOBODY: Final = OwnGrant(Secret("nobody"), Secret("nobody"))


def proofs(settings: Settings, fenced: Callable[[], str]) -> list[Proof]:
    """``fenced`` tells which fences this machine has, or raises what a :class:`kiosk.fences.report.Lack` does.

    It is asked before anything here starts a thread.
    """
    return [_proof(what, look) for what, look in _claims(settings, fenced)]


def _proof(what: str, look: Callable[[], str]) -> Proof:
    """``look`` returns the figure, or raises what is expected to be wrong."""
    begun = time.monotonic()
    try:
        figure, holds = f"{look()} ({time.monotonic() - begun:.2f} s)", True
    except TroubleError as error:
        figure, holds = f"{error.trouble.row.code} {error.trouble.row.happened}", False
    except (NoRoomError, NoSoundError, UnfencedError, UntriedError) as error:
        figure, holds = str(error), False
    return Proof(what, figure, "ready", holds)


def _claims(settings: Settings, fenced: Callable[[], str]) -> Iterator[tuple[str, Callable[[], str]]]:
    printer = IppPrinter(settings.printer, fingerprint=settings.printer_certificate or None)
    yield "there is a room for visits", lambda: describe(find_parent(settings.room_parent))
    yield "a visit, a letter and the voice are fenced in", fenced
    yield "the card reader is there", lambda: _find_reader(settings.reader)
    yield "the identity provider answers, and the clocks agree", lambda: _ask_provider(settings)
    yield "the identity provider lets people act for others", lambda: _ask_for_exchange(settings)
    yield "Digital Post answers, and lets nobody in without a login", lambda: _knock_at_post(settings)
    yield "the register of mandates does, too", lambda: _knock_at_register(settings)
    yield "and the services", lambda: _knock_at_services(settings)
    yield "the printer has A4 and no trouble", lambda: printer.check() or settings.printer
    yield "a time limit can be heard", lambda: _listen_for(settings.loudspeaker)
    yield "the glass can be heard", lambda: _listen_to_glass(settings)
    yield "the languages, and those that somebody who lives in them has read", _count_languages
    yield "the journal can be written", lambda: look_at_journal(settings)
    yield "the press can be made, and what its cage lacks here", _make_press


def _count_languages() -> str:
    read = [language.name for language in LANGUAGES if reviewed(language.code)]
    return f"{len(LANGUAGES)}, of them read: {', '.join(read) or 'none'}; in law the Danish text counts"


def _find_reader(wanted: str) -> str:
    for name in readers_now():
        if name.startswith(wanted):
            return name
    raise TroubleError(Trouble.READER_GONE)


def _ask_provider(settings: Settings) -> str:
    with open_http() as http:
        return _discovered(settings, http).issuer


def _ask_for_exchange(settings: Settings) -> str:
    with open_http() as http:
        metadata = _discovered(settings, http)
        ExchangeDesk(Wire(http, FAULTS), metadata, _nobodys_proof(settings))
        return metadata.token_endpoint


def _discovered(settings: Settings, http: httpx.Client) -> Metadata:
    return discover(Wire(http, FAULTS), settings.issuer, WallClock().now())


def _nobodys_proof(settings: Settings) -> ClientProof:
    """With a key that nobody has registered: nothing that is asked here needs one that is."""
    return ClientProof(settings.issuer, settings.client_id, ECKey.generate_key("P-256"), WallClock().now)


def _knock_at_post(settings: Settings) -> str:
    with open_http() as http:
        post = DigitalPost(f"{settings.post}/apis/v1", http)
        return _shut(settings.post, Trouble.MAILBOX_ODD, lambda: post.open_mailbox(_NOBODY))


def _knock_at_register(settings: Settings) -> str:
    with open_http() as http:
        office = _office(settings, http)
        return _shut(settings.mandates, Trouble.MANDATES_ODD, lambda: office.mandates(_NOBODY))


def _knock_at_services(settings: Settings) -> str:
    with open_http() as http:
        office = _office(settings, http)
        errand = Privilege(Area.RESIDENCE, Right.READ)
        return _shut(settings.services, Trouble.MANDATES_ODD, lambda: office.do(_NOBODY, errand))


def _office(settings: Settings, http: httpx.Client) -> MunicipalMandateOffice:
    proof = _nobodys_proof(settings)
    return MunicipalMandateOffice(
        settings.mandates, settings.services, settings.issuer, proof, WallClock().now, http
    )


def _shut(door: str, odd: Trouble, knock: Callable[[], object]) -> str:
    """The door, when it answers that nobody is logged in. One that is open is ``odd``."""
    try:
        knock()
    except TroubleError as error:
        if error.trouble is Trouble.SESSION_EXPIRED:
            return door
        raise
    raise TroubleError(odd)


def _listen_to_glass(settings: Settings) -> str:
    """A word is made as for a visit, and nobody hears it; then the headphones are looked for."""
    if not can_speak():
        raise NoSoundError("Nothing can be said: is espeak-ng installed?")
    if settings.headphones:
        return f"in {check(settings.headphones)}"
    return "no headphones are set: private words are heard nowhere"


def _listen_for(loudspeaker: str) -> str:
    """Without a loudspeaker the warning is only seen: a machine may be ready without, but the report says so."""
    return (
        check(loudspeaker) if loudspeaker else "no loudspeaker is set: the warning is only seen, and pulses"
    )


def _make_press() -> str:
    with own_press() as press:
        missing = press.missing()
    if not NEEDED.isdisjoint(missing):
        raise UnfencedError(", ".join(missing))
    return ", ".join(missing) or "nothing"
