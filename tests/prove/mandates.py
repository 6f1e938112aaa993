"""Acting for another person: who may do what for whom, by the law, by the kiosk and by the services."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from hypothesis import HealthCheck, Phase, given, settings

from kiosk.station.proving import Proof, at_most, reported
from kiosk.visit.mandates import PostRight
from tests.letters import make_pictures as papers
from tests.mandates.court import Court, Minutes
from tests.mandates.hearing import Ruling
from tests.mandates.lots import Night, Sheet, nights
from tests.mandates.oracle import Act
from tests.mandates.townspeople import in_words, questions, sheets
from tests.prove.manners import in_every_manner
from tests.prove.sections import whole
from tests.prove.suite import Demonstration, Suite, read_cases

_ROOT: Final = Path(__file__).parents[2]
_TIMEOUT_S: Final = 2400
_NIGHTS: Final = 300
_NIGHTS_IN_A_HURRY: Final = 30
_EXCHANGES: Final = 50
_EXCHANGE_BUDGET_MS: Final = 250.0
"""For exchange and introspection together, on loopback: nobody notices that a person was chosen."""

_STORIES: Final = "tests/journeys/test_acting_for_somebody"
_MORE: Final = "tests/journeys/test_asking_for_more"
_JUDGES: Final = "tests/mandates/test_three_judges"
_CROSSING: Final = "tests/journeys/test_nothing_crosses_over"
_REGISTER: Final = "tests/services/town/test_giving_and_asking"

DEMONSTRATIONS: Final = (
    Demonstration("a daughter with three principals, switching", _STORIES, ("test_a_daughter",)),
    Demonstration("withdrawn while he prints: a polite stop, pages told", _STORIES, ("test_a_volunteer",)),
    Demonstration("dead, expired, awaited, turned fifteen: a screen each", _STORIES, ("test_why_nobody",)),
    Demonstration(
        "14, 15 and 17 years old, and their parents",
        _STORIES,
        ("test_a_mother", "test_the_other_parent", "test_who_is_fourteen", "test_who_is_fifteen"),
    ),
    Demonstration("a guardian, never by the ward's login", _STORIES, ("test_a_guardian",)),
    Demonstration("a company and a private identity, kept apart", _STORIES, ("test_a_company",)),
    Demonstration("ten thousand mandates", _STORIES, ("test_ten_thousand",)),
    Demonstration("staff that act as the citizen: no type for it", "tests/mandates/test_what_is_impossible"),
    Demonstration(
        "a mandate from its first question to its end", "tests/journeys/test_the_life_of_a_mandate"
    ),
    Demonstration("who may give, until when, how freshly signed", "tests/mandates/test_giving"),
    Demonstration(
        "nobody learns whether there is such a person",
        _REGISTER,
        ("test_nobody_learns", "test_only_the_right"),
    ),
    Demonstration("request and authorisation on paper", "tests/letters/test_papers_of_mandates"),
    Demonstration("two mechanisms, two forms: asked before who signs", "tests/hands/test_two_forms_by_hand"),
    Demonstration(
        "a signed paper at the desk, with a second look", "tests/services/town/test_papers_at_the_desk"
    ),
    Demonstration(
        "a request on a wider power holds, one without it waits: law = kiosk = services",
        "tests/mandates/test_papers_and_wider_powers",
    ),
    Demonstration(
        "what has ended is told for thirty days",
        "tests/unit/visit/test_steps_acting",
        ("test_what_has_ended", "test_nobody_is_asked_for_ever"),
    ),
    Demonstration(
        "the services refuse, whatever a glass says", "tests/services/town/test_services_for_another"
    ),
    Demonstration("Digital Post refuses, and serves the owner", "tests/services/town/test_post_of_another"),
    Demonstration("two sessions change one mandate", "tests/services/town/test_changing_mandates"),
    Demonstration(
        "an odd OIO-BPP document, read right or refused", "tests/services/clients/test_an_odd_register"
    ),
    Demonstration(
        "one that may only phone, or that nobody can read: said in the list",
        _STORIES,
        ("test_who_may_only", "test_a_power"),
    ),
    Demonstration("a sixth request within the hour has to wait", _REGISTER, ("test_a_sixth",)),
    Demonstration(
        "a receipt in the principal's own mailbox", "tests/services/town/test_receipts_for_principals"
    ),
    Demonstration(
        "a receipt on paper, where it does not reach the principal", "tests/journeys/test_a_receipt_on_paper"
    ),
    Demonstration("what is not covered: said, and the way to ask for more", _MORE),
    Demonstration("nothing goes along to the asking for more", "tests/unit/visit/test_asking_for_more"),
    Demonstration("by hand: everybody who acts for somebody", "tests/hands/test_acting_by_hand"),
    Demonstration("by hand: the family and the desk", "tests/hands/test_the_family_and_the_desk_by_hand"),
    Demonstration("by hand: the life of a mandate", "tests/hands/test_the_life_of_a_mandate_by_hand"),
    Demonstration("by hand: before and after acting", "tests/hands/test_before_and_after_by_hand"),
    Demonstration("by hand: asking for more", "tests/hands/test_asking_for_more_by_hand"),
    Demonstration(
        "random visits ask for nothing beyond the mandate", "tests/mandates/test_nothing_beyond_the_mandate"
    ),
    Demonstration("law, kiosk and services agree", _JUDGES, ("test_law",)),
    Demonstration("a register that holds something else is found out", _JUDGES, ("test_a_register",)),
    Demonstration("nobody acts under what somebody else holds", _JUDGES, ("test_nobody",)),
    Demonstration(
        "nothing crosses over: glass, voice log, printer, notes, memory",
        _CROSSING,
        ("test_nothing_of_the_one", "test_nor_is"),
    ),
    Demonstration("each kind of cross-over, planted, is found", _CROSSING, ("test_what_crosses_over",)),
)


def proofs(*, quick: bool) -> Iterator[Proof]:
    """``quick``: with fewer nights by lot."""
    with tempfile.TemporaryDirectory(prefix="prove-") as folder, Court(Path(folder)) as court:
        yield from whole("the people of the town", lambda: _people(court))
        yield from whole("the exchange", lambda: _exchange(court))
        yield from whole("the nights", lambda: _nights(court, _NIGHTS_IN_A_HURRY if quick else _NIGHTS))
    yield from whole("the papers", _papers)
    yield from whole("the tests", _tests)


def _people(court: Court) -> Iterator[Proof]:
    about = sheets()
    rulings = court.sit_by_day(about, questions(about))
    for number, sheet in enumerate(about):
        yield _row(sheet, [ruling for ruling in rulings if ruling.sheet == number])


def _row(sheet: Sheet, rulings: Sequence[Ruling]) -> Proof:
    """One person's acts for one other, and their outcome."""
    against = "; ".join(str(ruling) for ruling in rulings if not ruling.agreed)
    what = f"{sheet.paper.holder} for {sheet.paper.grantor}, {sheet.basis.value}"
    return Proof(
        what,
        against or _outcome(sheet.paper.words, rulings),
        "law = kiosk = services",
        not against and bool(rulings),
    )


def _outcome(words: frozenset[Act], rulings: Sequence[Ruling]) -> str:
    """What is allowed, or why nothing is, not even what stands in it."""
    asked = {ruling.act: ruling.law for ruling in rulings if ruling.act}
    allowed = [act for act, objections in asked.items() if not objections]
    if allowed:
        return f"{in_words(allowed)}; no to the {len(asked) - len(allowed)} others"
    held = [objections for act, objections in asked.items() if act in words] or list(asked.values())
    return f"nothing: {', '.join(sorted(min(held, key=len)))}"


def _exchange(court: Court) -> Iterator[Proof]:
    dina = court.kiosk.logs_in("dina-daughter")
    mandate = next(it for it in dina.mandates().usable if isinstance(it.scope, PostRight))
    took = list[float]()
    for _ in range(_EXCHANGES):
        begun = time.perf_counter()
        court.kiosk.office.act_for(dina.grant, mandate)
        took.append((time.perf_counter() - begun) * 1000)
    yield at_most(
        f"a token for a principal, exchanged and looked at; median of {_EXCHANGES}",
        statistics.median(took),
        _EXCHANGE_BUDGET_MS,
        lambda value: f"{value:.0f} ms",
    )


def _nights(court: Court, many: int) -> Iterator[Proof]:
    court.minutes, begun = Minutes(), time.perf_counter()
    _sit(court, many)
    minutes, seconds = court.minutes, time.perf_counter() - begun
    yield reported(
        "random mandates, scopes, seconds and acts",
        f"{minutes.cases} cases in {minutes.nights} nights, {minutes.allowed} allowed, {seconds:.0f} s",
    )
    yield reported("asked across the end of a second, so not judged", str(minutes.undecided))
    figure = "; ".join((str(len(minutes.against)), *minutes.against[:1]))
    yield Proof("law, kiosk or services disagree", figure, "0", minutes.cases > 0 and not minutes.against)


def _sit(court: Court, many: int) -> None:
    @settings(
        max_examples=many,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        phases=[Phase.generate],
    )
    @given(nights())
    def sit(night: Night) -> None:
        court.sit(night)

    sit()


def _tests() -> Iterator[Proof]:
    suite = _run()
    for demonstration in DEMONSTRATIONS:
        yield demonstration.judge(suite)
    yield in_every_manner(suite)


def _papers() -> Iterator[Proof]:
    """Made anew, they are the pictures that were looked at."""
    with tempfile.TemporaryDirectory(prefix="prove-") as folder:
        papers.make(Path(folder))
        made = [path.relative_to(folder) for path in sorted(Path(folder).rglob("*.png"))]
        same = [path for path in made if _is_same(Path(folder) / path, _ROOT / "docs/pictures" / path)]
    figure = f"{len(same)} of {len(made)} as they are in docs/pictures"
    yield Proof("forms and receipt as pictures, in da, en, ar", figure, "all", 0 < len(made) == len(same))


def _is_same(made: Path, kept: Path) -> bool:
    return kept.exists() and made.read_bytes() == kept.read_bytes()


def _run() -> Suite:
    files = sorted({f"{demonstration.file}.py" for demonstration in DEMONSTRATIONS})
    with tempfile.TemporaryDirectory(prefix="prove-") as folder:
        told = Path(folder) / "tests.xml"
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-n2",
            "--dist=loadfile",
            f"--junitxml={told}",
            *files,
        ]
        done = subprocess.run(command, cwd=_ROOT, stdin=subprocess.DEVNULL, timeout=_TIMEOUT_S, check=False)
        cases = read_cases(told.read_text(encoding="utf-8")) if told.exists() else ()
        return Suite(tuple(cases), 0.0, done.returncode)
