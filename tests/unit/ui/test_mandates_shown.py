"""What the glass says of mandates, without any glass."""

import re
from dataclasses import replace

import pytest

from kiosk.visit.limits import Limits
from kiosk.visit.mandates import PostRight, Standing
from kiosk.visit.people import Cpr
from kiosk.visit.states import (
    AskingOther,
    AskingOtherName,
    AtServices,
    Before,
    Hindered,
    OpeningMailbox,
    ReadingBack,
    SignedIn,
    Visit,
)
from kiosk.visit.trouble import Trouble
from tests.screens.acting_states import UNDER_POST
from tests.screens.delegating_states import GIVEN_POST, LIST, PLACES, SIGNED, sent
from tests.screens.states import FIRST_PAGE, LANGUAGES, SESSION, visit
from ui.screens.interrupted import TroubleScreen
from ui.screens.strip import strip
from ui.screens.visit import scene
from ui.tongue import tongue


def at(place: object, language: str = "en"):
    return scene(Visit(Limits(), SignedIn(SESSION, place), language), tongue(language)).model


def shown(name: str, language: str = "en"):
    return scene(visit(name), tongue(language)).model


def plain(text: str) -> str:
    return text.translate(dict.fromkeys((0x2060, 0x2066, 0x2068, 0x2069)))


def test_what_waits_for_an_answer_stands_first_and_what_has_ended_last():
    rows = shown("at-mandates").mandates
    groups = [row.group for row in rows]
    assert list(dict.fromkeys(groups)) == ["Waiting for your answer", "You have given", "You have received"]
    for group in set(groups):
        ended = [bool(row.why_not) for row in rows if row.group == group]
        assert ended == sorted(ended)


def test_nothing_is_left_out_of_the_list():
    mandates = LIST.mandates
    assert {row.id for row in shown("at-mandates").mandates} == {
        each.id for each in (*mandates.given, *mandates.received)
    }


def test_what_waits_for_an_answer_is_not_greyed_out():
    waiting = [row for row in shown("at-mandates").mandates if row.group == "Waiting for your answer"]
    assert [row.why_not for row in waiting] == ["", ""]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PLACES)
def test_the_serial_of_a_cpr_number_stands_on_no_screen(name, language):
    model = shown(name, language)
    assert not any("1234" in str(getattr(model, field)) for field in model.__dataclass_fields__)


@pytest.mark.parametrize("name", PLACES)
def test_nobody_is_named_in_a_repr(name):
    model = repr(scene(visit(name), tongue("en")))
    assert not any(personal in model for personal in ("Bo Berg", "Astrid", "Karen", "610150"))


def test_what_is_read_back_is_what_was_asked():
    facts = [(row.name, plain(row.said)) for row in shown("reading-back-power").facts]
    assert facts == [
        ("Who acts", "Bo Berg · 610150-••••"),
        ("For whom", "Maja Winther (you)"),
        ("What it is about", "Choice of doctor: read · handle"),
        ("Last day", "20 November 2027"),
    ]


def test_whoever_asks_is_the_one_who_acts():
    holder, grantor = shown("reading-back-to-request").facts[:2]
    assert plain(holder.said) == "Maja Winther (you)"
    assert plain(grantor.said).startswith("Hans-Christian")


def test_serving_is_said_before_access_to_the_post_is_signed():
    assert "legal notice" in shown("reading-back").caution
    assert shown("reading-back-power").caution == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_after_sending_do_not_tell_whether_there_is_such_a_person(language):
    """The mandate is as the register has it, whichever person it is: only the names and numbers may differ."""
    known = shown("mandate-signed", language)
    place = PLACES["mandate-signed"]
    stranger = replace(place.mandate.holder, name="Nobody At All", number="")
    unknown = at(sent(replace(place.mandate, holder=stranger), place.sent), language)
    assert unknown.said == known.said.replace("Bo Berg", "Nobody At All")
    assert (unknown.title, unknown.remark) == (known.title, known.remark)


def test_a_yes_that_the_other_side_still_owes_is_not_said_to_be_in_force():
    accepted = PLACES["mandate-accepted"]
    waiting = replace(accepted.mandate, standing=Standing.AWAITED)
    assert plain(at(sent(waiting, accepted.sent)).said) == "It waits for an answer from Karen Winther."
    assert not at(sent(waiting, accepted.sent)).may_act


@pytest.mark.parametrize(("months", "said"), [(0, "3 months"), (1, "1 year"), (2, "3 years"), (3, "5 years")])
def test_a_term_is_said_with_its_last_day(months, said):
    term = shown("asking-until").terms[months]
    assert plain(term.said) == said
    assert term.until[:4] in plain(term.day)


def test_the_strip_of_a_signature_says_what_is_signed():
    strip = scene(visit("signing-mandate-pin"), tongue("en")).strip
    assert plain(strip.title) == "You are signing: Bo Berg may act for you"
    assert plain(strip.what) == "Read access to Digital Post, until 20 November 2027"


def test_what_is_covered_and_cannot_be_done_here_says_so():
    writing = replace(UNDER_POST, mandate=replace(UNDER_POST.mandate, scope=PostRight.READ_AND_WRITE))
    answering = strip(writing, SESSION.citizen, tongue("en")).scope[2]
    assert (answering.said, answering.covered) == ("Answer letters in Digital Post", True)
    assert answering.why_not == "Not at this machine, but at home"
    assert strip(UNDER_POST, SESSION.citizen, tongue("en")).scope[2].why_not.startswith("Not covered by")


def test_a_very_long_name_leaves_room_for_the_keyboard():
    name = "Wilhelmina " * 12
    draft = replace(SIGNED.back, name=name, back=AskingOtherName(AskingOther(GIVEN_POST), Cpr("6101501234")))
    signing = replace(PLACES["signing-mandate-pin"], back=ReadingBack(draft, SIGNED.until))
    strip = scene(Visit(Limits(), SignedIn(SESSION, signing), "en"), tongue("en")).strip
    assert len(plain(strip.title)) < 80
    assert "…" in strip.title


def test_whom_one_can_act_for_here_stands_first_and_the_others_stand_there_with_the_reason():
    rows = {plain(row.name): row for row in shown("choosing-principal").principals}
    assert rows["Rigmor Toft"].why_not == "Nothing can be done at this machine"
    assert plain(rows["Rigmor Toft"].spoken).endswith("Nothing can be done at this machine")
    greyed = [bool(row.why_not) for row in shown("choosing-principal").principals]
    assert greyed == sorted(greyed)
    assert [rows[name].why_not for name in ("Ole Nabo", "Poul Winther")] == ["Expired", "The person has died"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_is_said_in_the_language_of_whoever_reads_it(language):
    told = shown("not-this-mandate-of-no-use", language)
    assert (told.renewable, told.form, plain(told.code)) == (True, True, "A20")


def for_karen(trouble: Trouble, before: Before = FIRST_PAGE, language: str = "en") -> TroubleScreen:
    place = Hindered(trouble, before)
    return scene(
        Visit(Limits(), SignedIn(replace(SESSION, acting=UNDER_POST), place)), tongue(language)
    ).model


def test_whoever_acts_for_somebody_reads_whose_mailbox_is_closed():
    exempt = for_karen(Trouble.MAILBOX_EXEMPT, AtServices())
    assert (
        plain(exempt.happened) == "Karen Winther is exempt from Digital Post, so the letters come on paper."
    )
    assert plain(exempt.advice) == "Ask the staff how Karen Winther can get Digital Post back."
    assert (
        plain(for_karen(Trouble.MAILBOX_CLOSED, AtServices()).happened)
        == "The mailbox of Karen Winther is closed."
    )
    assert at(Hindered(Trouble.MAILBOX_CLOSED, AtServices())).happened == "This mailbox is closed."


def test_to_read_letters_for_somebody_is_not_to_phone_for_them():
    """Contact is a right of its own, and no access to the post holds it."""
    for trouble in Trouble:
        if trouble.row.code.startswith("B"):
            assert "Call the sender" not in for_karen(trouble).advice


OF_ONES_OWN = re.compile(r"\b(your (letter|mailbox|phone)|you are exempt)", re.IGNORECASE)


@pytest.mark.parametrize("trouble", [it for it in Trouble if it.row.code[0] in "PABUM"])
def test_no_trouble_calls_the_principals_letters_mine(trouble):
    model = for_karen(trouble)
    assert not OF_ONES_OWN.search(" ".join((model.happened, model.not_meant, model.advice)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_acts_waits_for_the_principals_mailbox(language):
    opening = SignedIn(replace(SESSION, acting=UNDER_POST), OpeningMailbox(1))
    assert "Karen Winther" in scene(Visit(Limits(), opening), tongue(language)).model.title
    assert "Karen" not in at(OpeningMailbox(1), language).title
