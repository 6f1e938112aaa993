"""Everybody has told a story in every language and by either hand, and whoever has not is named."""

from xml.sax.saxutils import quoteattr

from kiosk.station.proving import Proof
from tests.hands.manners import ALL_SIX
from tests.prove.manners import EXPECTED, in_every_manner
from tests.prove.suite import Suite, read_cases

MANNERS = [str(manner) for manner in ALL_SIX]


def story(manner: str, *people: str, inside: str = "", file: str = "tests.hands.test_family") -> str:
    told = f'<properties><property name="people" value={quoteattr(" ".join(people))}/></properties>'
    return f'<testcase classname="{file}" name="test_it[{manner}]">{told}{inside}</testcase>'


def everybody(*but: tuple[str, str]) -> list[str]:
    return [story(manner, each) for manner in MANNERS for each in EXPECTED if (each, manner) not in but]


def judged(*cases: str) -> Proof:
    return in_every_manner(Suite(tuple(read_cases(f"<testsuite>{''.join(cases)}</testsuite>")), 0.0, 0))


def test_everybody_in_all_six_holds() -> None:
    proof = judged(*everybody())
    assert proof.holds
    assert proof.figure == f"{len(EXPECTED)} people, each in all 6"


def test_one_manner_that_one_person_lacks_does_not_hold_and_is_named() -> None:
    proof = judged(*everybody(("fie-fourteen", "keys-ar")))
    assert (proof.holds, proof.figure) == (False, "fie-fourteen lacks keys-ar")


def test_somebody_who_tells_nothing_at_all_is_missed() -> None:
    proof = judged(*everybody(*(("stine-staff", manner) for manner in MANNERS)))
    assert not proof.holds
    assert proof.figure.startswith("stine-staff lacks")


def test_whoever_tells_a_story_that_nobody_expected_tells_it_in_all_six() -> None:
    assert judged(*everybody(), story("finger-da", "dorte")).figure.startswith("dorte lacks finger-ar")


def test_a_story_of_two_counts_for_both() -> None:
    together = [story(manner, "fie-fourteen", "frida-fifteen") for manner in MANNERS]
    without = [(each, manner) for each in ("fie-fourteen", "frida-fifteen") for manner in MANNERS]
    assert judged(*everybody(*without), *together).holds


def test_a_story_that_broke_off_or_was_told_elsewhere_has_shown_nothing() -> None:
    lacking = everybody(("mads-many", "keys-en"))
    for case in (
        story("keys-en", "mads-many", inside="<failure>no</failure>"),
        story("keys-en", "mads-many", file="tests.journeys.test_family"),
    ):
        assert judged(*lacking, case).figure == "mads-many lacks keys-en"
