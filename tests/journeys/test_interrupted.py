"""Cards pulled, paper gone, silence, services down and back: the place is kept or the visit ends on the same road."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.training.memo_writer import Authority, Enclosure, MemoDraft, Paper, write_memo
from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.journal import What
from kiosk.visit.paper import Outcome
from kiosk.visit.trouble import Trouble
from tests.journeys.story import Story
from tests.journeys.test_from_card_to_paper import ordinary


def at_the_mailbox(story: Story) -> None:
    story.logs_in_by_card()


def at_a_letter(story: Story) -> None:
    story.logs_in_by_card()
    story.opens(ordinary)


def at_a_long_letter(story: Story) -> None:
    story.logs_in_by_card()
    reading = story.opens(lambda head: head.label == "Din pension næste år")
    assert reading.pressed.pages == 3


def at_the_printer(story: Story) -> None:
    at_a_letter(story)
    story.world.printer.set_seconds_a_page(0.4)
    story.prints()


def at_the_question(story: Story) -> None:
    at_a_letter(story)
    story.says(e.PrintAsked())
    story.until(s.AskingToPrint)


def at_the_result(story: Story) -> None:
    at_a_letter(story)
    story.prints()
    story.until(s.Printed)


def at_a_trouble(story: Story) -> None:
    folder = story.logs_in_by_card()
    story.world.town.client.switch(access_refused=True)
    story.says(e.LetterChosen(next(head.id for head in folder.letters.heads if ordinary(head))))
    story.until(s.Hindered)


def at_a_slow_mailbox(story: Story) -> None:
    folder = story.logs_in_by_card()
    story.world.town.client.switch(post_slow_s=5)
    story.says(e.LetterChosen(next(head.id for head in folder.letters.heads if ordinary(head))))
    story.until(s.FetchingLetter)


def a_summons() -> bytes:
    """A letter of its own for each story: once it is served it stays served."""
    paper = Paper((Enclosure("text/plain", "brev.txt", b"Du skal komme i retten."),))
    court, now = Authority("Retten i Lindeby", "10000013"), datetime.now(UTC)
    return write_memo(MemoDraft(court, "6603682239", "Lars", "Stævning", (paper,), now, legal=True))


def at_the_legal_question(story: Story) -> None:
    story.world.town.client.put_letter("lars-legal", a_summons())
    folder = story.logs_in_by_card("lars-legal")
    story.says(e.LetterChosen(next(head.id for head in folder.letters.heads if head.must_ask_before_opening)))
    story.until(s.AskingToServe)


def at_a_slow_serving(story: Story) -> None:
    at_the_legal_question(story)
    story.world.town.client.switch(post_slow_s=1)
    story.says(e.ServingAccepted())
    story.until(s.ServingLetter)


PLACES = [
    at_the_mailbox,
    at_a_slow_mailbox,
    at_the_legal_question,
    at_a_slow_serving,
    at_a_letter,
    at_the_question,
    at_the_printer,
    at_the_result,
    at_a_trouble,
]


@pytest.mark.parametrize("place", PLACES)
def test_a_pulled_card_covers_and_the_same_card_uncovers(
    story: Story, place: Callable[[Story], None]
) -> None:
    place(story)
    before = type(story.here)
    story.world.shelf.remove()
    story.until(s.Covered)
    story.puts_in("lars-legal" if place in {at_the_legal_question, at_a_slow_serving} else "anna")
    after = story.until(object, lambda here: not isinstance(here, s.Covered))
    assert type(after) in {before, *_AND_THEN.get(before, set())}
    assert story.whats.count(What.COVERED) == 1


_OPENED = {s.OpeningDocument, s.Reading}
_AND_THEN = {
    s.Printing: {s.Printed},
    s.FetchingLetter: _OPENED,
    s.ServingLetter: {s.FetchingLetter, *_OPENED},
}
"""Where things may have come to by themselves behind the cover."""


@pytest.mark.parametrize("place", PLACES)
def test_a_pulled_card_that_stays_away_ends_the_visit(story: Story, place: Callable[[Story], None]) -> None:
    place(story)
    story.world.shelf.remove()
    story.until(s.Covered)
    story.later(timedelta(seconds=20))
    goodbye = story.takes_everything()
    assert goodbye.why is s.Why.CARD_OUT
    assert (goodbye.receipt.pages_waiting, goodbye.receipt.files_kept) == (0, 0)


def test_a_card_pulled_during_the_warning_covers(story: Story) -> None:
    at_a_letter(story)
    story.later(timedelta(minutes=2))
    story.until(s.Warned)
    story.world.shelf.remove()
    story.until(s.Covered)
    story.puts_in("anna")
    story.until(s.Reading)


def test_a_card_pulled_while_leaving_need_not_be_asked_for(story: Story) -> None:
    at_a_letter(story)
    story.says(e.EndAsked())
    story.world.shelf.remove()
    story.until(s.Goodbye)


@pytest.mark.parametrize("printed", [False, True])
def test_a_card_pulled_when_it_is_asked_for_is_enough(story: Story, printed: bool) -> None:
    at_the_result(story) if printed else at_a_letter(story)
    story.says(e.EndAsked())
    assert story.until(s.TakingThings).card_in
    story.world.shelf.remove()
    if printed:
        # The pages are still to be taken.
        story.until(s.TakingThings, lambda now: not now.card_in)
        story.says(e.ThingsTaken())
    assert story.until(s.Goodbye).why is s.Why.ASKED


def test_another_card_never_sees_the_place(story: Story) -> None:
    at_a_letter(story)
    story.world.shelf.remove()
    story.until(s.Covered)
    story.puts_in("ahmed")
    things = story.until(s.TakingThings)
    assert things.why is s.Why.ANOTHER_CARD


@pytest.mark.parametrize("when", [s.ReadingCard, s.AskingPin])
def test_a_card_pulled_on_the_way_in_starts_the_way_again(story: Story, when: type) -> None:
    story.world.shelf.delay(timedelta(milliseconds=150))
    story.puts_in("anna")
    story.until(when)
    story.world.shelf.remove()
    assert story.until(s.Refused).trouble is Trouble.CARD_GONE
    story.world.shelf.delay(timedelta())
    story.logs_in_by_card()


def test_a_card_pulled_while_the_provider_looks_at_it_starts_the_way_again(story: Story) -> None:
    story.world.town.client.switch(login_slow_s=0.5)
    story.puts_in("anna")
    story.until(s.ShowingCard)
    story.world.shelf.remove()
    assert story.until(s.Refused).trouble is Trouble.CARD_GONE
    story.world.town.client.switch(login_slow_s=0)
    story.logs_in_by_card()


def test_a_card_pulled_while_the_provider_thinks_lets_nobody_in(story: Story) -> None:
    """The login that comes all the same is given back: the next one who puts a card in begins from the beginning."""
    story.puts_in("anna")
    story.until(s.AskingPin)
    story.world.town.client.switch(login_slow_s=0.5)
    story.says(e.PinGiven(story.world.pin("anna")))
    story.until(s.ProvingCard)
    story.world.shelf.remove()
    assert story.until(s.Refused).trouble is Trouble.CARD_GONE
    story.world.town.client.switch(login_slow_s=0)
    story.puts_in("ahmed")
    story.until(s.AskingPin)
    assert What.SIGNED_IN not in story.whats


def test_a_card_torn_out_while_it_signs_says_so(story: Story) -> None:
    story.puts_in("anna")
    story.until(s.AskingPin)
    story.world.shelf.fail(4)
    story.says(e.PinGiven(story.world.pin("anna")))
    assert story.until(s.Refused).trouble is Trouble.CARD_GONE


def test_out_of_paper_and_back_goes_on_from_the_same_page(story: Story) -> None:
    at_a_long_letter(story)
    story.world.printer.set_seconds_a_page(0.4)
    story.prints()
    story.world.printer.take_paper()
    held = story.until(s.Printing, lambda now: now.progress.held_by is not None)
    assert held.progress.held_by is Trouble.PAPER_OUT
    story.world.printer.put_paper()
    printed = story.until(s.Printed)
    assert printed.result.outcome is Outcome.PRINTED
    assert printed.result.pages_done == printed.back.pressed.pages


def test_an_empty_tray_is_said_before_anything_is_sent(story: Story) -> None:
    at_a_letter(story)
    story.world.printer.take_paper()
    story.says(e.PrintAsked())
    assert story.until(s.Hindered).trouble is Trouble.PAPER_OUT
    story.world.printer.put_paper()
    story.says(e.TriedAgain())
    story.until(s.AskingToPrint)


def test_a_printer_switched_off_in_the_middle_is_we_do_not_know(story: Story) -> None:
    at_a_long_letter(story)
    story.world.printer.set_seconds_a_page(0.5)
    story.prints()
    story.until(s.Printing, lambda now: now.progress.pages_done == 1)
    story.world.printer.switch_off()
    try:
        assert story.until(s.Printed).result.outcome is Outcome.UNKNOWN
        receipt = story.leaves().receipt
        assert receipt.pages_waiting is None
    finally:
        story.world.printer.switch_on()


def test_silence_warns_is_answered_and_then_ends(story: Story) -> None:
    at_a_letter(story)
    story.later(timedelta(minutes=2))
    story.until(s.Warned)
    story.says(e.StillHere())
    story.until(s.Reading)
    story.later(timedelta(minutes=2))
    story.until(s.Warned)
    story.later(timedelta(seconds=45))
    story.until(s.TakingThings)
    story.world.shelf.remove()
    goodbye = story.until(s.Goodbye)
    assert goodbye.why is s.Why.SILENCE
    assert goodbye.receipt.logged_out
    story.later(timedelta(seconds=15))
    story.until(s.Ended)


def test_the_mailbox_is_down_and_back(story: Story) -> None:
    story.world.town.client.switch(post_down=True)
    story.puts_in("anna")
    story.until(s.AskingPin)
    story.says(e.PinGiven(story.world.pin("anna")))
    assert story.until(s.Hindered).trouble is Trouble.MAILBOX_DOWN
    story.says(e.TriedAgain())
    assert story.until(s.Hindered).trouble is Trouble.MAILBOX_DOWN
    story.world.town.client.switch(post_down=False)
    story.says(e.TriedAgain())
    story.until(s.InFolder)


@pytest.mark.parametrize(
    ("switch", "trouble"),
    [
        ({"switched_off": True}, Trouble.NETWORK_GONE),
        ({"post_nonsense": True}, Trouble.MAILBOX_ODD),
        ({"access_refused": True}, Trouble.MAILBOX_REFUSED),
        ({"letter_deleted": True}, Trouble.LETTER_MISSING),
        ({"access_token_expired": True}, Trouble.SESSION_EXPIRED),
    ],
)
def test_a_letter_that_cannot_be_fetched_leaves_the_list_where_it_was(
    story: Story, switch: dict[str, object], trouble: Trouble
) -> None:
    folder = story.logs_in_by_card()
    story.world.town.client.switch(**switch)
    story.says(e.LetterChosen(next(head.id for head in folder.letters.heads if ordinary(head))))
    hindered = story.until(s.Hindered)
    assert hindered.trouble is trouble
    assert hindered.before in {folder, None}
    story.world.town.client.reset()
    story.leaves()


def test_a_letter_changed_elsewhere_while_it_is_read_is_still_read(story: Story) -> None:
    """Marking as read meets a 409: it is tried once more and then let be; the citizen reads on."""
    story.logs_in_by_card()
    story.world.town.client.switch(letter_changed=True)
    story.opens(ordinary)


def test_the_card_daemon_killed_in_the_middle_covers_and_comes_back(story: Story) -> None:
    at_a_letter(story)
    story.world.shelf.kill_daemon()
    story.until(s.Covered)
    story.world.shelf.plug()
    story.until(s.Reading)


def test_a_reader_that_is_gone_is_said_at_the_welcome_and_taken_back(story: Story) -> None:
    story.world.shelf.unplug()
    assert story.until(s.Welcome, lambda now: now.reader is not None).reader is not None
    story.world.shelf.plug()
    story.until(s.Welcome, lambda now: now.reader is None)
