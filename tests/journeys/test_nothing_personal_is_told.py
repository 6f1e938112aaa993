"""Whatever is typed, mistyped, read and printed: nothing of it is noted, said over the wire, or put into a log."""

import logging
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from kiosk.station.dictation import as_note
from kiosk.station.journal import Journal
from kiosk.station.notes import Moment
from kiosk.station.wire import as_message
from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.notes import What
from kiosk.visit.secrets import Secret
from tests.journeys.story import Story
from tests.trace.canaries import Canary, Digits, Word, word
from tests.trace.letter import Letter
from tests.trace.search import search

VERA = "vera-vanish"


class Told:
    """Everything that leaves a visit on the side of the machine, while it lasts and after it."""

    def __init__(
        self, folder: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
    ) -> None:
        self._folder, self._logged, self._printed = folder, caplog, capfd

    def by(self, story: Story) -> bytes:
        """Its notes as they go over the wire and as they lie in the journal, its logs, and what it printed."""
        said = [msgspec.json.encode(as_message(note)) for note in story.notes]
        out, err = self._printed.readouterr()
        logs = "\n".join(
            record.getMessage() for record in self._logged.records if record.levelno >= logging.INFO
        )
        return b"\n".join([*said, self._journal_of(story), logs.encode(), out.encode(), err.encode()])

    def _journal_of(self, story: Story) -> bytes:
        file = self._folder / "journal.db"
        with closing(Journal(file, bytes(32))) as journal:
            for note in story.notes:
                journal.write(Moment("f00d", datetime.now(UTC), timedelta()), as_note(as_message(note)))
            return b"".join(part.read_bytes() for part in self._folder.glob("journal.db*"))


@pytest.fixture
def told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> Iterator[Told]:
    with caplog.at_level(logging.INFO):
        yield Told(tmp_path, caplog, capfd)


def of_vera(story: Story) -> list[Canary]:
    vera = story.world.people[VERA]
    cpr = vera.cpr or ""
    return [
        Word("surname", vera.name.split()[-1]),
        Word("CPR number", cpr),
        Word("CPR number with its line", f"{cpr[:6]}-{cpr[6:]}"),
        Digits("PIN", vera.pin or ""),
        Word("user ID", vera.user_id),
        Word("password", vera.password),
    ]


def comes_in(story: Story, letter: Letter) -> None:
    """By card, for herself; the letter lies in her mailbox."""
    story.world.town.client.put_letter(VERA, letter.memo(VERA))
    story.puts_in(VERA)
    story.until(s.AskingPin)
    story.says(e.PinGiven(story.world.pin(VERA)))
    story.until(s.ChoosingPrincipal)
    story.says(e.MyselfChosen())
    story.until(s.InFolder)


def test_a_letter_with_words_that_are_nowhere_else_is_read_and_printed(story: Story, told: Told) -> None:
    letter = Letter()
    comes_in(story, letter)
    story.opens(lambda head: head.label == letter.about.text)
    story.prints()
    story.until(s.Printed)
    story.leaves()
    assert {What.SIGNED_IN, What.LETTER_SHOWN, What.PRINT_ENDED, What.CLOSED} <= set(story.whats)
    assert search(told.by(story), [*of_vera(story), *letter.parts]) == set()


def test_what_was_looked_for_is_told_to_nobody(story: Story, told: Told) -> None:
    """Found, not found, and in the middle of which the post office fell silent."""
    sought, letter = word("search word"), Letter()
    comes_in(story, letter)
    for words in (sought, letter.about):
        story.says(e.SearchAsked(), e.SearchGiven(Secret(words.text)))
        story.until(s.InFolder)
    story.world.town.client.switch(post_down=True)
    story.says(e.SearchAsked(), e.SearchGiven(Secret(sought.text)))
    story.until(s.Hindered)
    story.world.town.client.reset()
    story.leaves()
    assert [note.count for note in story.notes if note.what is What.LETTERS_SEARCHED] == [0, 1]
    assert search(told.by(story), [*of_vera(story), sought, *letter.parts]) == set()


def test_mistakes_are_not_repeated_to_anybody(story: Story, told: Told) -> None:
    """A CPR number as user ID, a wrong code, a password into the wrong field: what people do."""
    typed: list[Word | Digits] = [
        Word("CPR number as user ID", "6705411234"),
        Digits("wrong code", "918273"),
        word("wrong password"),
    ]
    story.says(e.CodeWayChosen(), e.UserIdGiven(Secret(typed[0].text)))
    story.until(s.AskingUserId, lambda here: here.setback is not None)
    story.says(e.UserIdGiven(story.world.user_id(VERA)))
    story.until(s.AskingCode)
    story.says(e.CodeGiven(Secret(typed[1].text)))
    story.until(s.AskingCode, lambda here: here.setback is not None)
    code = story.world.code(VERA)
    typed.append(Digits("code", code.text()))
    story.says(e.CodeGiven(code))
    story.until(s.AskingPassword)
    story.says(e.PasswordGiven(Secret(typed[2].text)))
    story.until(s.AskingPassword, lambda here: here.setback is not None)
    story.leaves()
    assert search(told.by(story), [*of_vera(story), *typed]) == set()


def test_a_wrong_pin_is_counted_but_not_told(story: Story, told: Told) -> None:
    wrong = Digits("wrong PIN", "918273")
    story.puts_in(VERA)
    story.until(s.AskingPin)
    story.says(e.PinGiven(Secret(wrong.text)))
    story.until(s.AskingPin, lambda here: here.setback is not None)
    story.leaves()
    assert search(told.by(story), [*of_vera(story), wrong]) == set()


def test_the_search_would_find_it(story: Story, told: Told) -> None:
    leak = word("leak")
    logging.getLogger("anything").info("GET /people/%s", leak.text)
    assert search(told.by(story), [leak]) != set()
