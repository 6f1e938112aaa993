"""Every way into a visit, up to the mailbox."""

from collections.abc import Callable
from typing import Final

from tests.bench import places
from tests.trace.canaries import Word, word
from tests.trace.vera import VERA, Vera

Way = Callable[[Vera], None]


def by_card(vera: Vera) -> None:
    """With a PIN, after a login by code ended at a mistyped password. She acts for Vilma first."""
    _begins_by_code(vera)
    vera.types(word("mistyped password"))
    vera.glass.rest(0.5)
    vera.glances()
    vera.taps(places.BACK_TO_WELCOME)
    vera.glass.rest(0.5)
    puts_card_in(vera)
    vera.acts_for_vilma()
    vera.goes_for_herself()


def by_code(vera: Vera) -> None:
    """With user ID, code and password. She is here for herself alone."""
    _begins_by_code(vera)
    vera.types(Word("password", vera.person.password))
    vera.is_in()
    vera.goes_for_herself()


def by_ear(vera: Vera) -> None:
    """By card, with everything read aloud to her, in headphones: her letter, and the one that she reads for Vilma."""
    vera.listens()
    puts_card_in(vera)
    vera.acts_for_vilma()
    vera.goes_for_herself()


def puts_card_in(vera: Vera) -> None:
    """And types the PIN: she is asked for whom she is here."""
    vera.world.shelf.insert(VERA)
    vera.until("login_by_card")
    vera.taps_pin()
    vera.is_in()
    vera.shows_her_card()


def _begins_by_code(vera: Vera) -> None:
    vera.taps_until(places.CODE, "login_by_code")
    vera.types(Word("user ID", vera.person.user_id))
    vera.types_code()


WAYS: Final[tuple[Way, ...]] = (by_card, by_code, by_ear)
