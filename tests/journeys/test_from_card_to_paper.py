"""The main road: log in, open a letter, print it, leave nothing."""

import subprocess
from pathlib import Path

import pikepdf
import pytest

from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.journal import What
from kiosk.visit.paper import Outcome, PrintResult, Receipt, Sides, sheets
from kiosk.visit.post import LetterHead
from kiosk.visit.secrets import Secret
from tests.journeys.story import Story


def ordinary(head: LetterHead) -> bool:
    return not head.must_ask_before_opening


def text_of(page: int, pdf: Path) -> str:
    told = subprocess.run(
        ["pdftotext", "-layout", "-f", str(page), "-l", str(page), str(pdf), "-"],
        capture_output=True,
        check=True,
        text=True,
        timeout=20,
    )
    return told.stdout


def assert_same_paper(printed: Path, shown: bytes, folder: Path) -> None:
    """What came out is what was on the glass: as many pages, and on each the same words."""
    letter = folder / "shown.pdf"
    letter.write_bytes(shown)
    with pikepdf.open(printed) as out, pikepdf.open(letter) as seen:
        assert len(out.pages) == len(seen.pages)
        pages = len(seen.pages)
    for page in range(1, pages + 1):
        assert text_of(page, printed) == text_of(page, letter)
        assert text_of(page, letter).strip()


@pytest.mark.parametrize("card", ["anna", "ahmed"])
def test_card_then_letter_then_paper(story: Story, card: str, tmp_path: Path) -> None:
    """Anna's card signs with P-256, Ahmed's with RSA-2048."""
    folder = story.logs_in_by_card(card)
    unread = folder.folder.unread
    reading = story.opens(lambda head: ordinary(head) and not head.read)
    story.prints()
    printed = story.until(s.Printed)
    assert printed.result.outcome is Outcome.PRINTED
    assert printed.result.pages_done == reading.pressed.pages
    assert_same_paper(story.world.printer.printed()[-1], reading.pressed.pdf, tmp_path)
    story.says(e.WentBack(), e.WentBack())
    assert story.until(s.InFolder).folder.unread == unread - 1
    goodbye = story.leaves()
    assert goodbye.receipt.pages_waiting == 0
    assert goodbye.receipt.files_kept == 0
    assert goodbye.receipt.logged_out
    assert goodbye.receipt.sheets_printed > 0
    assert story.whats[0] is What.CARD_SEEN
    assert {What.SIGNED_IN, What.LETTER_SHOWN, What.PRINT_ENDED, What.CLOSED} <= set(story.whats)


def test_code_device_then_letter_then_paper(story: Story, tmp_path: Path) -> None:
    story.logs_in_by_code()
    reading = story.opens(ordinary)
    story.prints()
    assert story.until(s.Printed).result.outcome is Outcome.PRINTED
    assert_same_paper(story.world.printer.printed()[-1], reading.pressed.pdf, tmp_path)
    receipt = story.leaves().receipt
    assert receipt == Receipt(0, 0, receipt.sheets_printed, logged_out=True, ended=receipt.ended)
    assert receipt.ended is not None


def test_pages_are_turned_and_zoomed_in_the_press(story: Story) -> None:
    story.logs_in_by_card()
    reading = story.opens(lambda head: ordinary(head) and head.label != "")
    width = reading.picture.width
    story.says(e.Zoomed(200))
    assert story.until(s.Reading, lambda now: now.picture.width == 2 * width).page == 1
    if reading.pressed.pages > 1:
        story.says(e.PageTurned(2))
        assert story.until(s.Reading, lambda now: now.picture.page == 2).zoom == 200


def test_the_token_is_dead_when_the_citizen_has_left(story: Story) -> None:
    story.logs_in_by_code()
    inside = story.runner.visit.state
    assert isinstance(inside, s.SignedIn)
    token = inside.session.grant.access_token.text()
    story.leaves()
    answer = story.http.get(
        f"{story.world.town.post_url}/mailboxes/", headers={"Authorization": f"Bearer {token}"}
    )
    assert answer.status_code == 401


def test_a_code_that_came_too_early_is_not_asked_of_the_town_twice(story: Story) -> None:
    """A second touch on OK is not a second code."""
    story.says(e.CodeWayChosen(), e.UserIdGiven(story.world.user_id("anna")))
    story.until(s.AskingCode)
    code = story.world.code("anna")
    story.says(e.CodeGiven(code), e.CodeGiven(Secret(code.reveal())))
    story.until(s.AskingPassword)


def test_a_letter_stopped_in_the_same_breath_stays_at_home(story: Story) -> None:
    before = len(story.world.printer.printed())
    story.logs_in_by_code()
    story.opens(ordinary)
    story.says(e.PrintAsked())
    story.until(s.AskingToPrint)
    story.says(e.PrintConfirmed(), e.PrintStopped())
    printed = story.until(s.Printed)
    assert printed.result == PrintResult(Outcome.STOPPED, 0)
    assert len(story.world.printer.printed()) == before


def test_a_second_letter_that_never_came_out_is_not_on_the_receipt(story: Story) -> None:
    """Ended in the same breath as it was asked for: the receipt counts the paper, not the wish."""
    before = len(story.world.printer.printed())
    story.logs_in_by_code()
    reading = story.opens(ordinary)
    story.prints()
    story.until(s.Printed)
    story.says(e.PrintAsked())
    story.until(s.AskingToPrint)
    story.says(e.PrintConfirmed())
    receipt = story.leaves().receipt
    assert len(story.world.printer.printed()) == before + 1
    sides = Sides.TWO if reading.pressed.pages > 1 else Sides.ONE
    assert (receipt.sheets_printed, receipt.sheets_perhaps) == (sheets(reading.pressed.pages, sides), 0)


def test_a_card_put_in_at_the_user_id_is_read_at_once(story: Story) -> None:
    story.says(e.CodeWayChosen())
    story.until(s.AskingUserId)
    story.logs_in_by_card()
