"""A letter that is looked for by words, read, and the search forgotten again."""

import pytest

from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.journal import Note, What
from kiosk.visit.secrets import Secret
from tests.journeys.story import Story


def looks_for(story: Story, words: str) -> s.InFolder:
    story.says(e.SearchAsked())
    story.until(s.AskingSearch)
    story.says(e.SearchGiven(Secret(words)))
    return story.until(s.InFolder)


def test_a_letter_is_found_read_and_all_letters_come_back(story: Story) -> None:
    everything = story.logs_in_by_card()
    found = looks_for(story, "BOLIGSTOETTE")
    assert [head.label for head in found.letters.heads] == ["Afgørelse om boligstøtte"]
    story.opens(lambda head: True)
    story.says(e.WentBack())
    assert [head.read for head in story.until(s.InFolder).letters.heads] == [True]
    story.says(e.SearchCleared())
    back = story.until(s.InFolder, lambda here: here.letters.sought is None)
    assert back.letters.total == everything.letters.total
    assert [note for note in story.notes if note.what is What.LETTERS_SEARCHED] == [
        Note(What.LETTERS_SEARCHED, count=1)
    ]


def test_many_hits_are_turned_page_by_page_and_another_folder_forgets_the_words(story: Story) -> None:
    everything = story.logs_in_by_code("tina-ten-thousand")
    found = looks_for(story, everything.letters.heads[0].sender)
    assert found.letters.pages > 1
    story.says(e.ListPageChosen(1))
    second = story.until(s.InFolder, lambda here: here.letters.page == 1)
    assert second.letters.total == found.letters.total
    assert {head.sender for head in second.letters.heads} == {everything.letters.heads[0].sender}
    story.says(e.FolderChosen(second.folders[-1].id))
    assert story.until(s.InFolder).letters.sought is None


@pytest.mark.parametrize("words", ["x", "x" * 61])
def test_words_that_cannot_be_looked_for_are_asked_for_again(story: Story, words: str) -> None:
    story.logs_in_by_code()
    story.says(e.SearchAsked(), e.SearchGiven(Secret(words)))
    assert story.until(s.AskingSearch).flaw is not None
    assert looks_for(story, "zebra").letters.heads == ()


def test_a_search_in_the_middle_of_which_the_post_office_fails_goes_on_when_it_is_back(story: Story) -> None:
    story.logs_in_by_code()
    story.world.town.client.switch(post_down=True)
    story.says(e.SearchAsked(), e.SearchGiven(Secret("boligstøtte")))
    story.until(s.Hindered)
    story.world.town.client.reset()
    story.says(e.TriedAgain())
    assert story.until(s.InFolder).letters.total == 1
