"""A language the kiosk speaks: its words, its plurals, its dates and its direction."""

import functools
from dataclasses import dataclass
from datetime import date, datetime
from gettext import NullTranslations
from typing import TYPE_CHECKING, Final

from ui.catalogues import read_catalogue

if TYPE_CHECKING:
    from babel import Locale

_DENMARK: Final = "Europe/Copenhagen"
_LEFT_TO_RIGHT, _ISOLATED, _END = "\u2066", "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class Language:
    """``name`` in the language itself. ``locale`` is what Babel formats by: English is British here."""

    code: str
    name: str
    locale: str
    right_to_left: bool = False


LANGUAGES: Final = (
    Language("da", "Dansk", "da"),
    Language("en", "English", "en_GB"),
    Language("kl", "Kalaallisut", "kl"),
    Language("fo", "Føroyskt", "fo"),
    Language("de", "Deutsch", "de"),
    Language("ar", "العربية", "ar", right_to_left=True),
    Language("tr", "Türkçe", "tr"),
    Language("uk", "Українська", "uk"),
    Language("pl", "Polski", "pl"),
    Language("ro", "Română", "ro"),
    Language("fa", "فارسی", "fa", right_to_left=True),
    Language("ur", "اردو", "ur", right_to_left=True),
    Language("bs", "Bosanski", "bs"),
    Language("so", "Soomaali", "so"),
    Language("ti", "ትግርኛ", "ti"),
    Language("ru", "Русский", "ru"),
)

_NAMES: Final = {language.name: language.code for language in LANGUAGES}


def ltr(code: str) -> str:
    """A code or number that reads from left to right in any sentence (Unicode UAX #9, LRI … PDI)."""
    return f"{_LEFT_TO_RIGHT}{code}{_END}"


def isolated(text: str) -> str:
    """A name or title in its own direction inside a sentence of another (UAX #9, FSI … PDI)."""
    return f"{_ISOLATED}{text}{_END}"


class Tongue:
    """Says things in one language. Safe to use from any thread.

    Babel is loaded for the first number or date: it takes longer than the first picture, which has neither.
    """

    def __init__(self, language: Language, catalogue: NullTranslations) -> None:
        self.code: Final = language.code
        self.right_to_left: Final = language.right_to_left
        self._name = language.locale
        self._catalogue = catalogue
        self._own: set[str] = set()

    @functools.cached_property
    def _locale(self) -> "Locale":
        from babel import Locale

        return Locale.parse(self._name)

    def warm_up(self) -> None:
        """Load now what the first number would have to wait for."""
        self.number(1)

    def say(self, text: str, **parts: str) -> str:
        """``text`` translated, with ``{name}`` filled from ``parts``."""
        said = self._catalogue.gettext(text) if text else ""
        if parts:
            return said.format(**parts)
        self._own.add(said)
        return said

    def is_its_own(self, text: str) -> bool:
        """Whether it is a text that this tongue has said word for word, so that nothing in it is anybody's."""
        return text in self._own or text in _NAMES

    def language_of(self, text: str) -> str:
        """The code of the language that it is the name of, else of this one."""
        return _NAMES.get(text, self.code)

    def count(self, singular: str, plural: str, n: int, **parts: str) -> str:
        """The form of a text for ``n`` things; ``{n}`` is the number as the language writes it."""
        said = self._catalogue.ngettext(singular, plural, n)
        return said.format(n=self.number(n), **parts)

    def time_left(self, seconds: int) -> str:
        """As words; minutes when it is long. Nothing of anybody is in it."""
        if seconds < 100:
            said = self.count("{n} second left", "{n} seconds left", seconds)
        else:
            said = self.count("{n} minute left", "{n} minutes left", round(seconds / 60))
        self._own.add(said)
        return said

    def number(self, n: int) -> str:
        from babel.numbers import format_decimal

        return ltr(format_decimal(n, locale=self._locale))

    def clock(self, seconds: int) -> str:
        """A short time: seconds below a hundred, else minutes and seconds."""
        if seconds < 100:
            return self.number(seconds)
        from babel.numbers import format_decimal

        minutes, rest = divmod(seconds, 60)
        parts = (format_decimal(n, form, self._locale) for n, form in ((minutes, "0"), (rest, "00")))
        return ltr(":".join(parts))

    def percent(self, hundredths: int) -> str:
        from babel.numbers import format_percent

        return ltr(format_percent(hundredths / 100, locale=self._locale))

    def time(self, minute: int) -> str:
        """The time of day, given as minutes since midnight."""
        from datetime import time

        from babel.dates import format_time

        return isolated(format_time(time(*divmod(minute, 60)), "short", locale=self._locale))

    def time_of(self, moment: datetime) -> str:
        """The time of day in Denmark of an aware ``moment``."""
        from zoneinfo import ZoneInfo

        there = moment.astimezone(ZoneInfo(_DENMARK))
        return self.time(there.hour * 60 + there.minute)

    def day(self, moment: datetime) -> str:
        """The date in Denmark of an aware ``moment``, in words."""
        from zoneinfo import ZoneInfo

        return self.date_said(moment.astimezone(ZoneInfo(_DENMARK)))

    def date_said(self, day: date) -> str:
        """A day in words."""
        from babel.dates import format_date

        return isolated(format_date(day, "long", locale=self._locale))


@functools.cache
def tongue(code: str) -> Tongue:
    """The tongue of a catalogue code. Raises :class:`StopIteration` for an unknown one: a bug."""
    language = next(language for language in LANGUAGES if language.code == code)
    return Tongue(language, read_catalogue(code))
