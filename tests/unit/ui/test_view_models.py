"""What a visit looks like, without any glass."""

import dataclasses
from datetime import timedelta

import pytest

from kiosk.visit.limits import Limits
from kiosk.visit.paper import Progress
from kiosk.visit.states import Ended, Refused, TakingThings, Visit, Why
from kiosk.visit.trouble import Trouble
from kiosk.visit.troubles.row import Mender, Then
from tests.screens.states import NOT_GOOD, STATES, visit
from ui.screens.interrupted import CoveredScreen
from ui.screens.visit import scene
from ui.tongue import tongue


def shown(name: str, language: str = "en"):
    return scene(visit(name), tongue(language)).model


@pytest.mark.parametrize("name", STATES)
def test_a_view_model_is_the_same_for_the_same_visit(name):
    assert scene(visit(name), tongue("da")) == scene(visit(name), tongue("da"))


@pytest.mark.parametrize("name", STATES)
def test_end_stands_wherever_somebody_is_known(name):
    known = type(STATES[name]).__name__ in {
        "SignedIn",
        "AtTwoScreens",
        "Covered",
        "Away",
        "Returning",
        "Warned",
        "Identifying",
        "Refused",
    }
    assert scene(visit(name), tongue("da")).end == known


def test_an_ended_visit_shows_nothing_new():
    assert scene(dataclasses.replace(visit("goodbye"), state=Ended()), tongue("da")) is None


def test_a_cover_asks_for_the_card_only_where_that_helps():
    assert shown("covered").title == "Put your card back in"
    unreadable, gone = Trouble.CARD_UNREADABLE.row, Trouble.READER_GONE.row
    hidden = "Your letters are covered, so nobody can see them."
    assert shown("covered-unreadable") == CoveredScreen(
        unreadable.happened, hidden, unreadable.do_now, reading=False
    )
    assert shown("covered-without-reader").title == gone.happened
    pulled = dataclasses.replace(visit("covered-unreadable", "en"), card_in=False)
    model = scene(pulled, tongue("en")).model
    assert (model.title, model.advice) == ("Put your card back in", unreadable.do_now)


def test_the_time_of_a_cover_that_somebody_looked_in_on_has_run_on():
    away = visit("away")
    assert scene(away, tongue("da")).gone == timedelta(0)
    later = dataclasses.replace(away, at=away.state.since + timedelta(seconds=50))
    assert scene(later, tongue("da")).gone == timedelta(seconds=50)


def test_tries_left_are_counted():
    assert "3" in shown("asking-pin").tries
    assert shown("asking-pin-last-try").tries == "You have \u20661\u2069 try left."


def test_the_mailbox_says_where_in_ten_thousand_letters_one_is():
    model = shown("mailbox-later-page")
    assert model.range.replace("\u2066", "").replace("\u2069", "") == "Letters 201 to 250 of 10,000"
    assert (model.newer, model.older) == (3, 5)


def test_the_mailbox_says_how_surely_the_provider_knows_who_is_here():
    assert shown("mailbox").level == "Assurance level: substantial"


def test_a_list_says_what_it_was_looked_for_by():
    assert shown("mailbox").sought == ""
    assert shown("mailbox-found").sought == "You searched for “\u2068samtale\u2069”"
    assert shown("mailbox-found-nothing").nothing == "No letters fit."
    assert (shown("mailbox-empty").nothing, shown("mailbox-empty").advice) == (
        "There are no letters here.",
        "",
    )


def test_what_was_looked_for_is_in_no_repr():
    assert "samtale" not in repr(shown("mailbox-found"))
    assert "samtale" not in repr(visit("mailbox-found"))


def test_words_that_cannot_be_looked_for_are_asked_for_again():
    assert shown("asking-search").setback == ""
    assert shown("asking-search-again").advice == "Type at least \u20662\u2069 letters or digits."
    assert shown("asking-search-too-long").title == "Search in \u2068Børnehave og skole\u2069"


def test_a_covered_visit_tells_nothing_personal():
    text = repr(dataclasses.astuple(shown("covered")))
    assert "Maja" not in text
    assert "Lindeby" not in text


def test_view_models_keep_letters_out_of_their_repr():
    assert "Lindeby" not in repr(shown("mailbox"))
    assert "Maja" not in repr(shown("mailbox"))


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("printed", "The letter is printed"),
        ("printed-stopped", "The printing was stopped"),
        ("printed-failed", "The letter was not printed to the end"),
        ("printed-unknown", "We do not know if everything was printed"),
    ],
)
def test_the_end_of_a_job_is_told_as_it_was(name, title):
    assert shown(name).title == title


def test_a_job_stopped_before_any_page_was_counted_promises_no_empty_tray():
    model = shown("printed-stopped-early")
    assert model.said == "So far no page has come out."
    assert model.advice == "A sheet may still come out. Wait a moment, and take what comes."


def test_a_receipt_is_only_good_when_everything_was_counted_and_found_gone():
    assert all(row.good for row in shown("goodbye").receipt)
    assert [row.good for row in shown("goodbye-not-good").receipt] == [True, False, False, False, False]


def test_a_trouble_offers_only_what_makes_sense():
    document = shown("trouble-document")
    assert (document.again, document.back, len(document.documents)) == (False, True, 3)
    assert shown("trouble-refused").code.strip("\u2066\u2069") == Trouble.CARD_WRONG_KIND.row.code


def test_a_printer_that_halts_before_anything_was_sent_promises_nothing():
    model = shown("trouble-no-paper")
    assert model.not_meant == "Nothing has been printed yet, and nothing is lost."
    assert model.advice == "Ask the staff to look at the printer, then try again."


@pytest.mark.parametrize(
    ("name", "again", "start_over"),
    [("trouble-refused", True, True), ("trouble-passing", True, False), ("trouble-wait", False, True)],
)
def test_a_closed_way_in_is_tried_again_where_that_may_help(name, again, start_over):
    assert (shown(name).again, shown(name).start_over) == (again, start_over)


def refused(trouble: Trouble, *, card_in: bool):
    state = Visit(Limits(), Refused(trouble, card_in=card_in), card_in=card_in)
    return scene(state, tongue("en")).model


@pytest.mark.parametrize("trouble", [it for it in Trouble if it.row.code[0] in "KLR"])
def test_the_same_card_is_not_tried_again_where_only_the_staff_can_help(trouble):
    if trouble.row.mender is Mender.STAFF and trouble.row.then is not Then.AGAIN:
        assert not refused(trouble, card_in=True).again
    assert refused(trouble, card_in=True).start_over is (trouble.row.then is not Then.AGAIN)


def test_whoever_comes_with_a_card_for_work_is_shown_the_way_to_their_own_letters():
    told = refused(Trouble.NO_CPR, card_in=True)
    assert told.advice.startswith("Is it a card for work? Then use your own card or code device.")
    assert (told.again, told.start_over, told.code_way) == (False, True, True)
    assert not refused(Trouble.NO_CPR, card_in=False).code_way


def test_a_second_wrong_code_does_not_look_like_the_first():
    assert shown("asking-code-again").advice.endswith("You have \u20662\u2069 tries left.")


@pytest.mark.parametrize(("language", "said"), [("da", "Op til"), ("en", "Up to"), ("ar", "على الأكثر")])
def test_a_receipt_does_not_say_that_paper_came_out_which_perhaps_did_not(language: str, said: str) -> None:
    """One sheet is sure, one more the printer was stopped at and did not tell of."""
    rows = shown("goodbye-not-good", language).receipt
    assert any(said in row.said and not row.good for row in rows)
    taking = TakingThings(1, card_in=False, receipt=NOT_GOOD, why=Why.ASKED)
    told = scene(dataclasses.replace(visit("taking-pages"), state=taking), tongue(language))
    assert said.lower() in told.model.pages.lower()


@pytest.mark.parametrize(
    ("language", "pages_done", "said"),
    [
        ("en", 0, "0 of 3 pages are out"),
        ("en", 1, "1 of 3 pages is out"),
        ("en", 2, "2 of 3 pages are out"),
        ("da", 1, "1 af 3 sider er kommet ud"),
        ("ar", 0, "لم تخرج أي صفحة من 3 صفحات"),
        ("ar", 1, "خرجت صفحة واحدة من 3 صفحات"),
        ("ar", 2, "خرجت صفحتان من 3 صفحات"),
    ],
)
def test_the_pages_that_are_out_bend_the_verb_and_those_of_the_letter_the_noun(language, pages_done, said):
    here = visit("printing")
    place = dataclasses.replace(here.state.place, progress=Progress(pages_done, None))
    printing = dataclasses.replace(here, state=dataclasses.replace(here.state, place=place))
    pages = scene(printing, tongue(language)).model.pages
    assert pages.translate(dict.fromkeys((0x2066, 0x2069))) == said
