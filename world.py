"""The world of one visit: every role of it played by the real thing. Loaded when the welcome stands already."""

import argparse
import os
import socket
from collections.abc import Callable, Sequence
from pathlib import Path

from devices.cards.pcsc import PcscCardReader
from devices.printing.printer import IppPrinter
from devices.printing.sender import Sender
from devices.sound.chime import AlsaChime
from devices.sound.silent import SilentChime
from kiosk.letters.press import ChildPress
from kiosk.letters.scrivener import PressScrivener
from kiosk.letters.wire import Mark
from kiosk.services.identity.proof import ClientProof, client_key
from kiosk.services.identity.provider import MunicipalIdentityProvider
from kiosk.services.mandates.office import MunicipalMandateOffice
from kiosk.services.post.office import DigitalPost
from kiosk.services.wire import open_http
from kiosk.speech.lasting import LastingVoice
from kiosk.speech.voice import Voice
from kiosk.station.bare import CREDENTIALS
from kiosk.station.clock import WallClock
from kiosk.station.room import MemoryRoom
from kiosk.station.settings import Settings
from kiosk.station.vault import CredentialsKeyring, Vault
from kiosk.visit.ports import Chime, Ports
from speaking import QuietPlayer, SpokenMouth, Ways
from ui.tongue import tongue
from ui.voice.mouth import Tidings


def open_world(settings: Settings, arguments: argparse.Namespace) -> Ports:
    """What a visit asks things of, with the files and words that the supervisor gave it on its command line."""
    clock = WallClock()
    http = open_http()
    vault = Vault(CredentialsKeyring(Path(os.environ[CREDENTIALS])))
    provider = MunicipalIdentityProvider(
        settings.issuer, settings.client_id, vault.client_key(), clock.now, http, arguments.machine
    )
    fingerprint = settings.printer_certificate or None
    sender = Sender(arguments.machine, arguments.visit)
    press = ChildPress(
        socket.socket(fileno=arguments.press),
        settings.limits.page_pixels,
        mark=Mark.TRAINING if settings.training else None,
    )
    return Ports(
        card_reader=PcscCardReader(settings.reader, clock.now),
        identity_provider=provider,
        post_office=DigitalPost(f"{settings.post}/apis/v1", http),
        mandate_office=MunicipalMandateOffice(
            settings.mandates,
            settings.services,
            settings.issuer,
            ClientProof(settings.issuer, settings.client_id, client_key(vault.client_key()), clock.now),
            clock.now,
            http,
        ),
        press=press,
        scrivener=PressScrivener(press, tongue),
        printer=IppPrinter(settings.printer, sender=sender, fingerprint=fingerprint),
        room=MemoryRoom(arguments.room),
        chime=_chime(settings.loudspeaker),
        clock=clock,
    )


def open_mouth(
    settings: Settings, lines: Sequence[int], ask: Callable[[], None], tidings: Tidings
) -> SpokenMouth:
    """What reads the glass aloud; ``ask`` has the supervisor start a speaker at the other end of the next line."""
    headphones, loudspeaker = (
        QuietPlayer(device, tidings.heard) if device else None
        for device in (settings.headphones, settings.loudspeaker)
    )
    unused = iter(lines)

    def open_voice(ended: Callable[[bool], None]) -> Voice:
        ask()
        return Voice(socket.socket(fileno=next(unused)), ended)

    voice = LastingVoice(open_voice, tidings.back, tidings.gone)
    return SpokenMouth(voice, Ways(headphones, loudspeaker))


def _chime(loudspeaker: str) -> Chime:
    return AlsaChime(loudspeaker) if loudspeaker else SilentChime()
