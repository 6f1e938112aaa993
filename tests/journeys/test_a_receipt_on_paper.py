"""What was done for somebody reaches them: in their mailbox, or on paper that the citizen passes on."""

from datetime import timedelta

import pypdfium2

from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.journal import What
from kiosk.visit.trouble import Trouble
from tests.journeys.story import Story
from tests.journeys.test_acting_for_somebody import (
    SEE_RESIDENCE,
    acts_for,
    does,
    for_herself,
    goes_on_without,
    prints_receipt,
)

NADIA = "Nadia Warsame"
MORE_THAN_A_CITIZEN_WAITS = timedelta(seconds=8)


def comes_by_card(story: Story) -> None:
    """The daughter, who may see where her neighbour lives, and does."""
    story.identifies_by_card("dina-daughter")
    acts_for(story, NADIA, s.AtServices)
    does(story, SEE_RESIDENCE)


def lines(story: Story) -> list[str]:
    """What came out last, page by page."""
    with pypdfium2.PdfDocument(story.world.printer.printed()[-1]) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def test_a_receipt_that_is_refused_is_printed_in_the_language_of_whom_it_is_for(story: Story) -> None:
    comes_by_card(story)
    story.world.town.client.switch(mandates_down=True)
    story.says(e.EndAsked())
    owed = story.until(s.OfferingReceipt).owed
    assert owed.mandate.grantor.name == NADIA
    assert story.runner.visit.telling.of(owed.order).trouble is Trouble.MANDATES_DOWN  # type: ignore[union-attr]
    prints_receipt(story)
    story.world.shelf.remove()
    receipt = story.takes_everything().receipt
    assert (receipt.told, receipt.taken_along, receipt.untold, receipt.pages_waiting) == (0, 1, 0, 0)
    english, danish = lines(story)
    assert "What was done for you" in english
    assert NADIA in english
    assert "Det blev gjort for dig" in danish
    assert story.whats.count(What.RECEIPT_PRINTED) == story.whats.count(What.PRINCIPAL_NOT_TOLD) == 1


def test_a_receipt_that_is_late_is_waited_for_no_longer_than_eight_seconds_and_counted_when_it_arrives(
    story: Story,
) -> None:
    comes_by_card(story)
    story.world.town.client.switch(mandates_slow_s=2)
    story.says(e.SwitchAsked())
    story.until(s.TellingPrincipal)
    story.later(MORE_THAN_A_CITIZEN_WAITS)
    order = story.until(s.OfferingReceipt).owed.order
    assert story.runner.visit.telling.of(order).under_way  # type: ignore[union-attr]
    story.world.town.client.switch(mandates_slow_s=0)
    goes_on_without(story)
    for_herself(story)
    receipt = story.leaves().receipt
    assert (receipt.told, receipt.untold) == (1, 0)


def test_a_second_word_ends_the_visit_at_once_and_the_receipt_still_arrives(story: Story) -> None:
    comes_by_card(story)
    story.world.town.client.switch(mandates_slow_s=2)
    story.says(e.EndAsked())
    story.until(s.TellingPrincipal)
    story.says(e.EndAsked())
    story.until(s.Leaving)
    story.world.shelf.remove()
    assert story.takes_everything().receipt.told == 1


def test_who_ends_and_takes_the_card_is_not_held_up(story: Story) -> None:
    comes_by_card(story)
    story.world.town.client.switch(mandates_down=True)
    story.says(e.EndAsked())
    story.until(s.OfferingReceipt)
    story.world.shelf.remove()
    goodbye = story.until(s.Goodbye)
    assert goodbye.why is s.Why.ASKED
    assert goodbye.receipt.untold == 1


def test_a_printer_that_is_out_of_paper_is_filled_and_the_receipt_printed(story: Story) -> None:
    comes_by_card(story)
    story.world.town.client.switch(mandates_down=True)
    story.world.printer.take_paper()
    story.says(e.SwitchAsked())
    story.until(s.OfferingReceipt)
    story.says(e.PrintAsked())
    assert story.until(s.Hindered).trouble is Trouble.PAPER_OUT
    story.world.printer.put_paper()
    story.world.town.client.switch(mandates_down=False)
    story.says(e.TriedAgain())
    story.until(s.Printed)
    story.says(e.WentBack())
    for_herself(story)
    assert story.leaves().receipt.taken_along == 1
