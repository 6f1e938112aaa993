"""What may be done for somebody and what not, the way to more, and whose things a cover hides; without any glass."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.visit.acting import ActingEnded, AtServices, ForAnother
from kiosk.visit.events import SwitchAsked
from kiosk.visit.limits import Limits
from kiosk.visit.mandates import MADE_ELSEWHERE, Area, Basis, PostRight, Privilege, Right, Scope
from kiosk.visit.places import Place
from kiosk.visit.scope_words import AREAS
from kiosk.visit.states import Away, Covered, DoingErrand, SignedIn, State, Visit
from kiosk.visit.step import step
from kiosk.visit.trouble import Trouble
from tests.screens.acting_states import (
    DOCTOR,
    FOR_A_COMPANY,
    FOR_A_WARD,
    FOR_THE_LONGEST_NAME,
    LONGEST,
    NOON,
    NOT_COVERED,
    UNDER_POST,
    UNDER_POWER,
)
from tests.screens.delegating_states import PLACES
from tests.screens.states import KARENS_LETTER, LANGUAGES, SESSION, STATES
from ui.screens.scene import Scene, ViewModel
from ui.screens.strip import ActingStrip, ScopeRow, strip
from ui.screens.visit import scene
from ui.tongue import tongue

EVERYTHING = [Privilege(area, right) for area in Area for right in Right]
SCOPES = st.one_of(st.frozensets(st.sampled_from(EVERYTHING), min_size=1), st.sampled_from(PostRight))


def plain(text: str) -> str:
    return text.translate(dict.fromkeys((0x2066, 0x2068, 0x2069)))


def shown(state: State, language: str = "en") -> Scene:
    seen = scene(Visit(Limits(), state, language), tongue(language))
    assert seen is not None
    return seen


def acting_at(place: Place, acting: ForAnother) -> SignedIn:
    return SignedIn(replace(SESSION, acting=acting), place)


def holding(scope: Scope, basis: Basis | None = None) -> ForAnother:
    basis = basis or (Basis.READ_ACCESS if isinstance(scope, PostRight) else Basis.POWER)
    return replace(UNDER_POWER, mandate=replace(UNDER_POWER.mandate, scope=scope, basis=basis))


def listed(scope: Scope) -> dict[str, ScopeRow]:
    return {row.said: row for row in strip(holding(scope), SESSION.citizen, tongue("en")).scope}


# What is covered, and what not


def test_each_right_stands_for_itself_and_what_is_not_held_is_grey_with_the_reason() -> None:
    rows = listed(DOCTOR)
    not_held = ScopeRow("Choice of doctor: by phone or in person", False, "Not covered by: Power of attorney")
    assert rows["Choice of doctor: see how it stands"] == ScopeRow(
        "Choice of doctor: see how it stands", covered=True, why_not=""
    )
    assert rows["Choice of doctor: handle it"].covered
    assert rows[not_held.said] == not_held
    assert rows["Moving house"].why_not == "Not covered by: Power of attorney"


def test_to_phone_is_covered_but_not_here() -> None:
    rows = listed(frozenset({Privilege(Area.MOVING, Right.CONTACT)}))
    phoning = rows["Moving house: by phone or in person"]
    assert (phoning.covered, phoning.why_not) == (True, "You may, but not at this machine")
    assert not rows["Moving house: see how it stands"].covered


def test_a_guardian_with_two_mandates_is_not_told_that_guardianship_holds_for_one_thing_alone() -> None:
    """Gerda has one for letters and one for services: it is this one that does not hold."""
    of_letters, of_services = (holding(scope, Basis.GUARDIAN) for scope in (PostRight.READ, DOCTOR))
    rows = {row.said: row.why_not for row in strip(of_letters, SESSION.citizen, tongue("en")).scope}
    assert rows["Moving house"] == "Not covered: this right holds for letters only"
    rows = {row.said: row.why_not for row in strip(of_services, SESSION.citizen, tongue("en")).scope}
    assert (
        rows["Read and print letters in Digital Post"] == "Not covered: this right does not hold for letters"
    )
    assert rows["Moving house"] == "Not covered by: Guardianship"
    assert (
        listed(DOCTOR)["Read and print letters in Digital Post"].why_not
        == "Not covered by: Power of attorney"
    )


@given(SCOPES)
def test_nothing_is_hidden_and_nothing_is_said_to_be_covered_that_is_not(scope: Scope) -> None:
    rows = list(listed(scope).values())
    held = scope if isinstance(scope, frozenset) else frozenset()
    for area in Area:
        name = tongue("en").say(AREAS[area])
        about = [row for row in rows if row.said.partition(":")[0] == name]
        rights = [right for right in Right if Privilege(area, right) in held]
        assert sum(row.covered for row in about) == len(rights)
        assert len(about) == (len(Right) if rights else 1)
    assert all(row.covered or row.why_not for row in rows)
    assert [row.covered for row in rows] == sorted((row.covered for row in rows), reverse=True)


# The way to more


def test_whoever_touches_what_is_grey_finds_the_way_to_more() -> None:
    model = shown(acting_at(NOT_COVERED, UNDER_POWER)).model
    assert (model.more, model.form, model.back) == (True, True, True)
    assert model.first == "You ask as yourself. You stop acting for this person first."


def strip_at(place: Place, acting: ForAnother) -> ActingStrip:
    band = shown(acting_at(place, acting)).strip
    assert isinstance(band, ActingStrip)
    return band


def test_the_list_of_what_is_covered_has_it_too_but_not_while_something_is_being_done() -> None:
    at_rest = strip_at(AtServices(), UNDER_POWER)
    assert (at_rest.more, at_rest.form) == (True, True)
    busy = strip_at(DoingErrand(1, Privilege(Area.DOCTOR, Right.HANDLE)), UNDER_POWER)
    assert (busy.more, busy.form, busy.first) == (False, False, "")


def test_no_button_offers_to_turn_to_somebody_else_while_pages_come_out() -> None:
    """It would do nothing: they are stopped first, or waited for."""
    printing = STATES["acting-printing"]
    assert step(Visit(Limits(), printing), SwitchAsked()) == (Visit(Limits(), printing), ())
    assert not shown(printing).strip.may_switch
    for name in ("acting-reading", "acting-at-services", "acting-trouble", "acting-asking-to-print"):
        assert shown(STATES[name]).strip.may_switch
        moved, _ = step(Visit(Limits(), STATES[name]), SwitchAsked())
        assert moved.state != STATES[name]


@pytest.mark.parametrize("acting", [FOR_A_WARD, FOR_A_COMPANY, holding(DOCTOR, Basis.PARENT)])
def test_there_is_no_way_where_nobody_could_give_more(acting: ForAnother) -> None:
    model, band = shown(acting_at(NOT_COVERED, acting)).model, strip_at(AtServices(), acting)
    assert (model.more, model.form, model.first) == (False, False, "")
    assert (band.more, band.form, band.first) == (False, False, "")


# Who has decided it


def in_the_trouble(basis: Basis, language: str) -> ViewModel:
    return shown(acting_at(NOT_COVERED, holding(DOCTOR, basis)), language).model


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("basis", sorted(MADE_ELSEWHERE, key=lambda basis: basis.name))
def test_staff_and_citizen_read_who_decides_and_not_to_ask_whoever_cannot_give(
    basis: Basis, language: str
) -> None:
    for here in (in_the_trouble, _ended):
        given, decided = here(Basis.POWER, language), here(basis, language)
        assert given.staff != decided.staff
        assert given.advice != decided.advice
        assert given.code == decided.code


def _ended(basis: Basis, language: str) -> ViewModel:
    return shown(SignedIn(SESSION, ActingEnded(Trouble.MANDATE_WITHDRAWN, None, basis)), language).model


def test_a_ward_has_taken_nothing_back() -> None:
    assert _ended(Basis.GUARDIAN, "en").happened == "Your right to act for this person has ended."
    assert _ended(Basis.POWER, "en").happened == "The person has taken back your right to act for them."


# Covers


COVERED = acting_at(KARENS_LETTER, UNDER_POST)
OVER_ANOTHER: dict[str, tuple[State, str]] = {
    "away": (
        Away(COVERED, 1, 2, datetime.min.replace(tzinfo=NOON.tzinfo)),
        "Nobody can see the letters of the person you act for while you are away.",
    ),
    "card out": (
        Covered(COVERED, 1),
        "The letters of the person you act for are covered, so nobody can see them.",
    ),
}


@pytest.mark.parametrize(("cover", "said"), OVER_ANOTHER.values(), ids=OVER_ANOTHER)
def test_a_cover_says_whose_letters_it_hides_and_names_nobody(cover: State, said: str) -> None:
    assert shown(cover).model.hidden == said
    for language in LANGUAGES:
        assert "Karen" not in str(shown(cover, language).model)


def test_over_ones_own_letters_it_says_so() -> None:
    mine = Covered(SignedIn(SESSION, KARENS_LETTER), 1)
    assert shown(mine).model.hidden == "Your letters are covered, so nobody can see them."


# Long names


def test_a_title_shortens_a_long_name_to_its_beginning_and_its_end_and_the_whole_stands_below() -> None:
    for name in ("looking-at-mandate-longest", "asking-to-withdraw-longest"):
        model = shown(SignedIn(SESSION, PLACES[name])).model
        assert "\u2068Wilhelmina-Antoinette Gyldenkrone\u00a0…\u00a0Å\u2069" in model.title
        assert LONGEST.name in " ".join((getattr(model, "then", ""), *(row.said for row in model.facts)))


def test_whoever_signs_reads_for_whom_in_full_before_and_hears_it_in_full() -> None:
    asked = shown(SignedIn(SESSION, PLACES["signing-mandate-longest"].back)).model
    assert any(LONGEST.name in row.said for row in asked.facts)
    band = shown(SignedIn(SESSION, PLACES["signing-mandate-longest"])).strip
    assert LONGEST.name not in band.title
    assert LONGEST.name in plain(band.said)


def test_the_band_has_both_names_in_full() -> None:
    band = strip_at(AtServices(), FOR_THE_LONGEST_NAME)
    assert plain(band.principal) == LONGEST.name
    assert plain(band.short) == "Wilhelmina-Antoinette Gyldenkrone\u00a0…\u00a0Å"
