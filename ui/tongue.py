"""A language the kiosk speaks: its words, its plurals, its dates and its direction."""

import functools
import gettext
import io
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from babel import Locale
from babel.dates import format_date, get_timezone
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

CATALOGUES: Final = Path(__file__).parent.parent / "translations"
_DENMARK: Final = "Europe/Copenhagen"
_LEFT_TO_RIGHT, _ISOLATED, _END = "\u2066", "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class Language:
    """``name`` in the language itself. ``locale`` is what Babel formats by: English is British here."""

    code: str
    name: str
    locale: str


LANGUAGES: Final = (
    Language("da", "Dansk", "da"),
    Language("en", "English", "en_GB"),
    Language("ar", "العربية", "ar"),
)


def ltr(code: str) -> str:
    """A code or number that reads from left to right in any sentence (Unicode UAX #9, LRI … PDI)."""
    return f"{_LEFT_TO_RIGHT}{code}{_END}"


def isolated(text: str) -> str:
    """A name or title in its own direction inside a sentence of another (UAX #9, FSI … PDI)."""
    return f"{_ISOLATED}{text}{_END}"


class Tongue:
    """Says things in one language. Safe to use from any thread."""

    def __init__(self, language: Language, catalogue: gettext.NullTranslations) -> None:
        self.code: Final = language.code
        self._locale = Locale.parse(language.locale)
        self._catalogue = catalogue

    @property
    def right_to_left(self) -> bool:
        return self._locale.text_direction == "rtl"

    def say(self, text: str, **parts: str) -> str:
        """``text`` translated, with ``{name}`` filled from ``parts``."""
        said = self._catalogue.gettext(text) if text else ""
        return said.format(**parts) if parts else said

    def count(self, singular: str, plural: str, n: int, **parts: str) -> str:
        """The form of a text for ``n`` things; ``{n}`` is the number as the language writes it."""
        said = self._catalogue.ngettext(singular, plural, n)
        return said.format(n=self.number(n), **parts)

    def number(self, n: int) -> str:
        return ltr(format_decimal(n, locale=self._locale))

    def percent(self, hundredths: int) -> str:
        return ltr(format_percent(hundredths / 100, locale=self._locale))

    def day(self, moment: datetime) -> str:
        """The date in Denmark of an aware ``moment``, in words."""
        there = moment.astimezone(get_timezone(_DENMARK))
        return isolated(format_date(there, "long", locale=self._locale))


@functools.cache
def tongue(code: str) -> Tongue:
    """The tongue of a catalogue code. Raises :class:`StopIteration` for an unknown one: a bug."""
    language = next(language for language in LANGUAGES if language.code == code)
    return Tongue(language, _compiled(code))


def catalogue_file(code: str) -> Path:
    return CATALOGUES / code / "LC_MESSAGES" / "kiosk.po"


def _compiled(code: str) -> gettext.NullTranslations:
    # locale= matters: without it Babel resets the plural header to two forms, which is wrong for Arabic.
    with catalogue_file(code).open("rb") as source:
        catalogue = read_po(source, locale=code)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
