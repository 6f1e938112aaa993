"""What is in the mailbox: legal letters, broken letters, letters in other forms."""

import pytest

from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.journal import What
from kiosk.visit.trouble import Trouble
from tests.journeys.story import Story


def test_a_legal_letter_is_served_only_after_a_yes(story: Story) -> None:
    folder = story.logs_in_by_code("lars-legal")
    legal = next(head for head in folder.letters.heads if head.must_ask_before_opening)
    story.says(e.LetterChosen(legal.id))
    story.until(s.AskingToServe)
    story.says(e.WentBack())
    assert story.until(s.InFolder) == folder
    assert not _served(story, legal.id)
    story.says(e.LetterChosen(legal.id), e.ServingAccepted())
    story.until(s.Reading)
    assert _served(story, legal.id)
    assert What.LETTER_SERVED in story.whats
    story.says(e.WentBack())
    back = story.until(s.InFolder)
    assert not next(head for head in back.letters.heads if head.id == legal.id).must_ask_before_opening


def _served(story: Story, letter_id: str) -> bool:
    """As the town has it, asked with the citizen's own token."""
    inside = story.runner.visit.state
    assert isinstance(inside, s.SignedIn)
    place = inside.place
    folder = place if isinstance(place, s.InFolder) else place.back  # type: ignore[union-attr]
    answer = story.http.get(
        f"{story.world.town.post_url}/mailboxes/{folder.mailbox.id}/messages/{letter_id}",
        headers={"Authorization": f"Bearer {inside.session.grant.access_token.text()}"},
    )
    return bool(answer.json()["legallyNotified"])


def test_every_broken_letter_ends_in_a_named_trouble_and_the_next_one_opens(story: Story) -> None:
    folder = story.logs_in_by_code("uma-unlucky")
    met: set[Trouble] = set()
    shown = 0
    for head in folder.letters.heads:
        story.says(e.LetterChosen(head.id))
        here = story.until(object, lambda now: isinstance(now, s.Reading | s.Hindered))
        if isinstance(here, s.Hindered):
            met.add(here.trouble)
        else:
            shown += 1
        story.says(e.WentBack())
        story.until(s.InFolder)
    assert {
        Trouble.LETTER_BROKEN,
        Trouble.LETTER_LOCKED,
        Trouble.LETTER_UNSHOWABLE,
        Trouble.LETTER_EMPTY,
    } <= met
    assert shown >= 4


@pytest.mark.parametrize("person", ["anna", "ahmed"])
def test_an_ordinary_mailbox_opens_letter_by_letter(story: Story, person: str) -> None:
    folder = story.logs_in_by_code(person)
    for head in folder.letters.heads:
        if head.must_ask_before_opening:
            continue
        story.says(e.LetterChosen(head.id))
        reading = story.until(s.Reading)
        assert reading.pressed.text.strip()
        story.says(e.WentBack())
        story.until(s.InFolder)


def test_ten_thousand_letters_come_a_page_at_a_time(story: Story) -> None:
    folder = story.logs_in_by_code("tina-ten-thousand")
    assert folder.letters.total == 10_000
    story.says(e.ListPageChosen(folder.letters.pages - 1))
    last = story.until(s.InFolder, lambda now: now.letters.page == folder.letters.pages - 1)
    assert last.letters.heads
