"""Which letters lie in whose mailbox from the start."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.training import offices
from kiosk.training.broken_letters import broken_letters
from kiosk.training.broken_letters import sender as long_sender
from kiosk.training.clock import TownClock
from kiosk.training.letter_text import LetterText, Office
from kiosk.training.memo_writer import (
    Authority,
    Child,
    Deed,
    Enclosure,
    MemoDraft,
    Paper,
    Version,
    write_memo,
)
from kiosk.training.ordinary_letters import EYES, LETTERS, LIBRARY_AS_TEXT, MEETING, WASTE_AS_HTML
from kiosk.training.people import PEOPLE, Person, Post
from kiosk.training.seed import Copy, Mailing, Seed, SeedLetter
from kiosk.training.special_letters import (
    CHILD_LETTERS,
    COURSE_AS_HTML,
    HEALTH,
    HEALTH_TITLE,
    SUMMONS,
    WELCOME_AS_TEXT,
    WRITERS,
    short_letter,
)

TEN_THOUSAND = 10_000
_PDF = "application/pdf"
_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
    "december",
)  # fmt: skip


class FirstLetters:
    """Makes them when a mailbox is made. ``folder`` keeps the prepared PDFs from start to start."""

    def __init__(self, folder: Path, clock: TownClock) -> None:
        self._folder = folder
        self._clock = clock
        self._edition = _edition()

    def __call__(self, person: Person) -> Iterator[Seed]:
        write = _Writer(person, self._clock.now(), self._kept)
        match person.post:
            case Post.TEN_THOUSAND:
                return write.many()
            case Post.UNLUCKY:
                return write.broken()
            case Post.ARABIC:
                return _all(write.arabic(), write.ordinary())
            case Post.LEGAL:
                return _all(write.summons(), write.ordinary())
            case Post.PARENT:
                return _all(write.about_a_child(PEOPLE["fie-fourteen"]), write.ordinary())
            case Post.NONE:
                return iter(())
            case Post.ORDINARY | Post.EXEMPT | Post.CLOSED:
                return write.ordinary()

    def _kept(self, key: object, make: Callable[[], bytes]) -> bytes:
        """What was made before of the same words by the same composer, else made now."""
        name = hashlib.sha256(f"{self._edition}{key!r}".encode()).hexdigest()
        path = self._folder / f"{name[:32]}.pdf"
        if not path.exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(make())
        return path.read_bytes()


class _Writer:
    """Writes the letters of one person, every other one as MeMo 1.2."""

    def __init__(
        self, person: Person, now: datetime, kept: Callable[[object, Callable[[], bytes]], bytes]
    ) -> None:
        assert person.cpr
        self._person = person
        self._cpr = person.cpr
        self._now = now
        self._kept = kept
        self._written = 0

    def ordinary(self) -> Iterator[SeedLetter]:
        for text in LETTERS:
            yield self._letter(text)
        waste = Paper(
            (Enclosure("text/html", "Nye tømmedage.html", WASTE_AS_HTML.encode()),), "Nye tømmedage"
        )
        yield self._plain(offices.WASTE, "Nye tømmedage for dit affald", waste, 8)
        library = Paper(
            (Enclosure("text/plain", "Reservation.txt", LIBRARY_AS_TEXT.encode()),), "Reservation"
        )
        yield self._plain(offices.CITIZENS, "Din bog ligger klar på biblioteket", library, 40)

    def arabic(self) -> Iterator[SeedLetter]:
        welcome = Paper(
            (Enclosure("text/plain", "welcome.txt", WELCOME_AS_TEXT.encode(), "ar"),), "مرحبا بكم"
        )
        yield self._plain(offices.CITIZENS, "مرحبا بكم في بلدية آرهوس", welcome, 1)
        course = Paper((Enclosure("text/html", "course.html", COURSE_AS_HTML.encode(), "ar"),), "دورة اللغة")
        yield self._plain(offices.CITIZENS, "دورة اللغة الدنماركية", course, 2)
        made = self._kept(HEALTH, _arabic_health)
        danish = Enclosure(_PDF, "indkaldelse.pdf", self._printed(EYES))
        both = Paper((danish, Enclosure(_PDF, "maw3id.pdf", made, "ar")), "رسالة من المستشفى")
        yield self._plain(offices.HOSPITAL, "رسالة من المستشفى", both, 3)

    def summons(self) -> Iterator[SeedLetter]:
        yield self._letter(SUMMONS, legal=True)

    def about_a_child(self, child: Person) -> Iterator[SeedLetter]:
        for text in CHILD_LETTERS:
            yield self._letter(text, child=Child(child.cpr or "", child.name))

    def broken(self) -> Iterator[SeedLetter]:
        for number, (about, papers) in enumerate(broken_letters(self._printed)):
            name = long_sender() if len(about) > 200 else offices.CITIZENS.authority.name
            draft = self._draft(Authority(name, offices.CITIZENS.authority.cvr), about, papers)
            mark = b"\xef\xbb\xbf" if number == 0 else b""
            yield SeedLetter(mark + write_memo(draft), timedelta(days=number, hours=1))

    def many(self) -> Iterator[Mailing]:
        for turn, office in enumerate(WRITERS):
            about, text = short_letter(office, turn)
            paper = Paper((Enclosure("text/plain", "brev.txt", text.encode()),), "Brev")
            memo = write_memo(self._draft(office.authority, about, (paper,)))
            numbers = range(turn or len(WRITERS), TEN_THOUSAND + 1, len(WRITERS))
            yield Mailing(memo, (_copy(office, number) for number in numbers))

    def _letter(self, text: LetterText, *, legal: bool = False, child: Child | None = None) -> SeedLetter:
        deed = (
            (Deed("Flyt din tid", "SELVBETJENING", "https://www.example.dk/tid"),) if text is MEETING else ()
        )
        papers = (Paper((Enclosure(_PDF, f"{text.about}.pdf", self._printed(text)),), text.about, deed),)
        draft = self._draft(text.office.authority, text.about, papers, text.case, legal=legal)
        draft = replace(draft, child=child, reply=text is MEETING)
        return SeedLetter(write_memo(draft), timedelta(days=text.days, hours=2), text.read)

    def _plain(self, office: Office, about: str, letter: Paper, days: int) -> SeedLetter:
        return SeedLetter(write_memo(self._draft(office.authority, about, (letter,))), timedelta(days=days))

    def _printed(self, text: LetterText, password: str | None = None) -> bytes:
        date = _danish_date(self._now - timedelta(days=text.days))
        key = (text, self._person.name, date, password)
        return self._kept(key, lambda: _letter_pdf(text, self._person.name, date, password))

    def _draft(
        self,
        sender: Authority,
        about: str,
        papers: tuple[Paper, ...],
        case: str | None = None,
        *,
        legal: bool = False,
    ) -> MemoDraft:
        self._written += 1
        version: Version = "1.1" if self._written % 2 else "1.2"
        return MemoDraft(
            sender, self._cpr, self._person.name, about, papers, self._now, version, case_id=case, legal=legal
        )


def _copy(office: Office, number: int) -> Copy:
    """Every two hours one; the newest forty have not been read."""
    behind = TEN_THOUSAND - number
    about, text = short_letter(office, number)
    return Copy(about, text, timedelta(hours=behind * 2 + 1), read=behind >= 40)


# The libraries for paper take half a second each to load: a town with its letters prepared never needs them.


def _letter_pdf(text: LetterText, recipient: str, date: str, password: str | None) -> bytes:
    from kiosk.training.paper import letter_pdf

    return letter_pdf(text, recipient, date, password)


def _arabic_health() -> bytes:
    from kiosk.training.arabic_paper import arabic_pdf

    return arabic_pdf(HEALTH_TITLE, HEALTH)


def _edition() -> str:
    """Changes with the code that sets letters on paper."""
    here = Path(__file__)
    sources = (here.with_name(name).read_bytes() for name in ("paper.py", "arabic_paper.py"))
    return hashlib.sha256(b"".join(sources)).hexdigest()


def _all(*parts: Iterator[SeedLetter]) -> Iterator[SeedLetter]:
    for part in parts:
        yield from part


def _danish_date(when: datetime) -> str:
    return f"{when.day}. {_MONTHS[when.month - 1]} {when.year}"
