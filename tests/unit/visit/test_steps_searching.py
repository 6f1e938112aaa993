"""Looking for a letter by words: asked for, found, turned page by page, and forgotten again."""

from dataclasses import replace

import pytest

from kiosk.visit import effects as f
from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.journal import Note, What, notes
from kiosk.visit.post import LetterList
from kiosk.visit.searching import Misfit, misfit
from kiosk.visit.secrets import Secret
from kiosk.visit.step import step
from kiosk.visit.trouble import Trouble
from tests import cast
from tests.unit.visit.samples import FOLDER, FOUND, ORDER, inside, place, through

WORDS = Secret("bolig")


def asked_for(now: s.Visit, said: e.Said) -> tuple[str, int, Secret | None]:
    """The folder, the page and the words of the list that is asked for."""
    _, (asked,) = step(now, said)
    assert isinstance(asked, f.ListLetters)
    return asked.folder_id, asked.page, asked.sought


def searching(found: LetterList = FOUND.letters) -> tuple[s.Visit, e.LettersListed]:
    """A search that is under way, and its answer."""
    now = through(inside(FOLDER), e.SearchAsked(), e.SearchGiven(WORDS))
    return now, e.LettersListed(now.last_order, found)


def test_words_are_looked_for_in_the_folder_that_is_shown() -> None:
    asking = through(inside(FOLDER), e.SearchAsked())
    assert place(asking) == s.AskingSearch(FOLDER)
    assert asked_for(asking, e.SearchGiven(WORDS)) == (FOLDER.letters.folder_id, 0, WORDS)
    now, answer = searching()
    assert place(through(now, answer)) == FOUND


def test_going_back_leaves_the_list_as_it_was() -> None:
    assert place(through(inside(FOUND), e.SearchAsked(), e.WentBack())) == FOUND
    now, late = searching()
    assert place(through(now, e.WentBack(), late)) == FOLDER


def test_turning_the_pages_keeps_the_words() -> None:
    assert asked_for(inside(FOUND), e.ListPageChosen(2)) == ("folder-1", 2, FOUND.letters.sought)


def test_a_letter_that_was_read_leads_back_to_what_was_found() -> None:
    now = through(inside(FOUND), e.LetterChosen("letter-1"))
    now = through(now, e.LetterFetched(now.last_order, cast.letter()))
    now = through(now, e.FileFetched(now.last_order, b"%PDF"))
    now = through(now, e.FilePressed(now.last_order, cast.PRESSED))
    assert isinstance(place(now), s.Reading)
    back = place(through(now, e.WentBack()))
    assert isinstance(back, s.InFolder)
    assert back.letters.sought is FOUND.letters.sought
    assert back.letters.heads[0].read


@pytest.mark.parametrize("said", [e.SearchCleared(), e.FolderChosen("folder-1"), e.FolderChosen("folder-2")])
def test_clearing_and_choosing_a_folder_forget_the_words(said: e.Said) -> None:
    assert asked_for(inside(FOUND), said)[1:] == (0, None)


def test_there_is_nothing_to_clear_in_a_whole_folder() -> None:
    before = inside(FOLDER)
    assert step(before, e.SearchCleared()) == (before, ())


@pytest.mark.parametrize(
    ("words", "flaw"),
    [
        ("", Misfit.TOO_SHORT),
        ("a", Misfit.TOO_SHORT),
        (" a ", Misfit.TOO_SHORT),
        ("*,|&", Misfit.TOO_SHORT),
        ("øl", None),
        ("٢٠", None),
        ("a 1", None),
        ("a" * 60, None),
        ("a" * 61, Misfit.TOO_LONG),
        (" " * 61, Misfit.TOO_LONG),
    ],
)
def test_words_that_are_too_short_or_too_long_are_asked_for_again(words: str, flaw: Misfit | None) -> None:
    assert misfit(Secret(words)) is flaw
    asking = inside(s.AskingSearch(FOLDER))
    after, asked = step(asking, e.SearchGiven(Secret(words)))
    if flaw is None:
        assert [type(effect) for effect in asked] == [f.ListLetters]
    else:
        assert (place(after), asked) == (s.AskingSearch(FOLDER, flaw), ())


def test_a_search_that_failed_is_tried_again_with_the_same_words() -> None:
    now, _ = searching()
    down = through(now, e.TroubleCame(now.last_order, Trouble.MAILBOX_DOWN))
    assert isinstance(place(down), s.Hindered)
    assert asked_for(down, e.TriedAgain()) == ("folder-1", 0, WORDS)
    assert place(through(down, e.WentBack())) == FOLDER


def noted(before: s.Visit, event: e.Event) -> tuple[Note, ...]:
    return notes(before, event, step(before, event)[0])


@pytest.mark.parametrize(("total", "count"), [(120, 120), (0, 0), (6705411234, 99_999), (-1, 0)])
def test_only_the_number_of_hits_is_noted(total: int, count: int) -> None:
    now, answer = searching(replace(FOUND.letters, total=total))
    assert noted(now, answer) == (Note(What.LETTERS_SEARCHED, count=count),)


def test_neither_turning_a_page_nor_turning_back_is_a_search() -> None:
    now, _ = searching()
    assert noted(now, e.WentBack()) == ()
    turning = through(inside(FOUND), e.ListPageChosen(1))
    assert noted(turning, e.LettersListed(turning.last_order, FOUND.letters)) == ()


def test_a_search_that_ends_behind_a_cover_is_noted_too() -> None:
    now, answer = searching()
    assert noted(through(now, e.CoverAsked()), answer) == (Note(What.LETTERS_SEARCHED, count=120),)


def test_the_words_stand_in_no_repr() -> None:
    now, answer = searching()
    for shown in (now, answer, step(now, answer), e.SearchGiven(WORDS), inside(s.AskingSearch(FOUND))):
        assert "bolig" not in repr(shown)


def test_other_orders_are_not_looked_at() -> None:
    now, _ = searching()
    assert step(now, e.LettersListed(ORDER, FOUND.letters))[0].state is now.state
