"""The hands of a citizen who leaves something everywhere, and remembers all of it."""

import os
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import httpx

from devices.cards.card_file import read_card
from tests.bench import places
from tests.bench.glass import Glass
from tests.bench.processes import is_gone
from tests.journeys.story import World
from tests.trace.canaries import Canary, Digits, Word, certificate, word
from tests.trace.headphones import F1, SHIFT, Headphones, is_speaker, is_voice
from tests.trace.holding import lacking, lacking_below
from tests.trace.kiosk import Kiosk
from tests.trace.letter import Letter

VERA: Final = "vera-vanish"
VILMA: Final = "vilma-vanish"
_BY_DESIGN: Final = frozenset({"journal and log", "memory of the supervisor", "files"})
_TRIES: Final = 4
_NOTICES_S: Final = 5.0
_REST_S: Final = 0.3


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stays when a visit ends: an X server, a message bus, a printer.

    ``theirs``: folders that the other side keeps for itself.
    """

    display: str
    display_server: int
    bus: int
    printer: Path
    theirs: Sequence[Path]


class Vera:
    """She types, seeks, reads and prints what nobody else does, for herself and for Vilma, at each of her visits.

    ``canaries``: whatever of hers the visit was seen to hold; ``before``: those of the visits before. ``glances`` is
    called wherever a citizen stands still: something is typed, shown, printed, gone wrong, or over.
    """

    def __init__(self, world: World, kiosk: Kiosk, glass: Glass, around: Surroundings) -> None:
        self.world, self.kiosk, self.glass, self.around = world, kiosk, glass, around
        self.canaries: list[Canary] = []
        self.before: list[Canary] = []
        self.glances: Callable[[], None] = lambda: None
        self.person = world.people[VERA]
        self._came = 0
        self._lasting: list[Canary] = []
        self._letter, self._of_vilma = Letter(), Letter()
        self._headphones: Headphones | None = None
        self._voices: set[int] = set()

    def comes(self) -> None:
        """To a welcome. Two letters have come as well, one to her and one to Vilma."""
        self.kiosk.until_welcome()
        self.glass.rest(_REST_S)
        self._came, self._lasting = len(self.kiosk.notes()), []
        self._headphones = None
        self.before, self.canaries = [*self.before, *self.canaries], []
        self._letter, self._of_vilma = Letter(), Letter()
        for owner, letter in ((VERA, self._letter), (VILMA, self._of_vilma)):
            self.world.town.client.put_letter(owner, letter.memo(owner))

    def until(self, what: str) -> None:
        """It is noted of this visit."""
        self.kiosk.until_noted(what, self._came)

    def has_left(self) -> bool:
        return "left" in self.kiosk.notes()[self._came :]

    # What adds to the canaries

    def types(self, what: Word | Digits, asked_by: places.Place | None = None) -> None:
        """Letter by letter until the visit holds it; then Enter. ``asked_by``: what brings up the question."""
        for _ in range(_TRIES):
            if asked_by:
                self.taps(asked_by)
            self.glass.rest(_REST_S)
            self.glass.display.type(what.text)
            self.glass.rest()
            if not self._missing(what):
                break
            # The question came later than it seemed.
            self.glass.display.type("\b" * len(what.text))
        assert what in self.canaries, f"{what.what} does not reach the visit"
        self.glances()
        self.glass.display.type("\n")

    def types_code(self) -> None:
        self.types(Digits("code", self.world.town.client.press(VERA).code))

    def taps_pin(self) -> None:
        pin = Digits("PIN", self.person.pin or "")
        self.glass.rest(_REST_S)
        for sign in pin.text:
            self.glass.tap(*places.digit(sign))
            self.glass.rest(0.05)
        self._is_held(pin)
        self.glances()
        self.glass.tap(*places.OK)

    def is_in(self) -> None:
        """Who she is and for whom she may act, as the login and the register have told it."""
        self.until("signed_in")
        self.glass.rest(_REST_S)
        token, cpr = self.world.town.given_tokens[-1], self.person.cpr or ""
        _, claims, signature = self.world.town.given_id_tokens[-1].split(".")
        self._keeps(
            Word("surname", self.person.name.split()[-1]),
            Word("CPR number", cpr),
            Word("principal's surname", self.world.people[VILMA].name.split()[-1]),
            Word("access token", token),
            Word("ID token", claims),
            Word("ID token's signature", signature),
            *self._mandate(token),
        )
        self.canaries.append(Word("CPR number with its line", f"{cpr[:6]}-{cpr[6:]}"))

    def shows_her_card(self) -> None:
        """It stays in, so the visit keeps what it has read of it."""
        card = read_card((self.world.shelf.cards / f"{VERA}.json").read_bytes())
        self._keeps(*certificate(card.der))

    def acts_for_vilma(self) -> None:
        """Reads a letter of hers; then she may choose again."""
        self._goes_for(places.FIRST_PRINCIPAL)
        token = Word("principal's access token", self.world.town.given_tokens[-1])
        self._opens(places.FIRST_LETTER_OF_ANOTHER)
        self._is_held(token, *self._of_vilma.parts)
        self.is_read_to(self._of_vilma)
        self.glances()
        self.taps_until(places.CHANGE_PERSON, "switched")

    def goes_for_herself(self) -> None:
        self._goes_for(places.MYSELF)

    def seeks_in_vain(self) -> None:
        """For a word that stands in no letter; then she wants to see all of them again."""
        self.types(word("search word"), asked_by=places.SEARCH)
        self.until("letters_searched")
        self.glances()
        self.taps(places.ALL_LETTERS)

    def opens_her_letter(self) -> None:
        self._opens(places.FIRST_LETTER)
        self._keeps(*self._letter.parts)
        self.is_read_to(self._letter)
        self.glances()

    # What she hears

    def listens(self) -> None:
        """With headphones on, and the one key that can be felt."""
        (room,) = self.kiosk.rooms.iterdir()
        headphones = self._headphones = Headphones(room)
        self.glass.display.strike(F1)
        self.kiosk.until(lambda: headphones.heard() > 0, "the voice")
        self._speaking()

    def loses_her_speaker(self) -> None:
        """In the middle of her letter; another one begins it again, unasked."""
        self.is_read_to(self._letter)
        before = self._speaking()
        for pid in filter(is_speaker, before):
            os.kill(pid, signal.SIGKILL)
        self.kiosk.until(lambda: all(map(is_gone, before)), "the end of the speaker and its program")
        self._hears(self._letter)

    def hears_nobody(self) -> None:
        """Whoever has spoken to her is gone."""
        assert [pid for pid in self._voices if not is_gone(pid)] == []

    def hushes(self) -> None:
        """By a key that does nothing else."""
        self.glass.display.strike(SHIFT)

    def is_read_to(self, letter: Letter) -> None:
        """If she listens: the letter on the glass, from its beginning."""
        if self._headphones is not None:
            self.glass.display.strike(F1)
            self._hears(letter)

    def _hears(self, letter: Letter) -> None:
        """It is in the hands of speaker and program just now."""

        def is_read() -> bool:
            speaking = self._speaking()
            return len(speaking) > 1 and not any(lacking([pid], [letter.text]) for pid in speaking)

        self.kiosk.until(is_read, "a letter that is read aloud")

    def _speaking(self) -> list[int]:
        """Speaker and program, as many as there are now."""
        speaking = [pid for pid in self.kiosk.processes() if is_voice(pid)]
        self._voices.update(speaking)
        return speaking

    # The rest of what she does

    def begins_to_print(self) -> None:
        self.taps(places.PRINT)
        self.glass.rest(0.5)
        self.taps_until(places.YES_PRINT, "print_begun")
        self.glances()

    def prints(self) -> None:
        """Every page; then back to the letter."""
        self.begins_to_print()
        self.until("print_ended")
        self.taps(places.BACK_TO_WELCOME)
        self.glass.rest(_REST_S)

    def takes_everything(self) -> None:
        """Card and paper; the goodbye stands there then."""
        self.world.shelf.remove()
        self.taps(places.DONE)
        self.glass.rest(_REST_S)
        self.glances()

    def taps(self, place: places.Place) -> None:
        """Until something else stands there."""
        for _ in range(_TRIES):
            before = self.glass.rest(_REST_S)
            self.glass.tap(*place)
            if self.kiosk.sees(lambda: self.glass.view() != before, _NOTICES_S):  # noqa: B023 - called at once
                return

    def taps_until(self, place: places.Place, what: str) -> None:
        """It is noted. A touch on a screen that came later than it seemed is lost."""
        since = len(self.kiosk.notes())
        for _ in range(_TRIES):
            self.glass.rest(_REST_S)
            self.glass.tap(*place)
            if self.kiosk.sees(lambda: what in self.kiosk.notes()[since:], _NOTICES_S):
                return
        self.kiosk.until_noted(what, since)

    def kills(self, how: signal.Signals) -> None:
        """The visit; then the card goes, so that the next one does not read it."""
        os.kill(self.kiosk.visit_process(), how)
        self.world.shelf.remove()

    # What is known from outside

    def still_holds_it(self) -> None:
        """All that a visit keeps as long as it lasts, in the moment before it ends. Her letter is read to her."""
        self._is_held(*self._lasting)
        self.is_read_to(self._letter)

    def waits_in_the_spool(self) -> None:
        """The letter, at the printer."""
        missing = lacking_below(self.around.printer / "spool", [self._letter.text])
        assert missing == [], "the printer does not hold what it could leave behind"

    def _goes_for(self, whom: places.Place) -> None:
        self.taps_until(whom, "mailbox_shown")

    def _opens(self, place: places.Place) -> None:
        self.taps_until(place, "letter_shown")
        self.glass.rest(_REST_S)

    def _mandate(self, token: str) -> Sequence[Word]:
        asked = httpx.get(
            f"{self.world.town.url}/mandates/", headers={"Authorization": f"Bearer {token}"}, trust_env=False
        )
        (mandate,) = asked.json()["mandates"]
        return (
            Word("mandate's id", mandate["id"]),
            Word("mandate's reference", mandate["reference"], _BY_DESIGN),
        )

    def _keeps(self, *canaries: Canary) -> None:
        self._is_held(*canaries)
        self._lasting += canaries

    def _is_held(self, *canaries: Canary) -> None:
        """To look for it later and find nothing means something only when it was there once."""
        assert self._missing(*canaries) == [], "the visit does not hold what it could leave behind"

    def _missing(self, *canaries: Canary) -> Sequence[str]:
        """What the visit does not hold. The others are canaries from now on."""
        missing = lacking(self.kiosk.processes()[1:], canaries)
        self.canaries += [each for each in canaries if each not in (*missing, *self.canaries)]
        return [canary.what for canary in missing]
