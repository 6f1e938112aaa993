"""What a visit does, move by move."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.visit import effects as f
from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.limits import Limits
from kiosk.visit.paper import Outcome, PrintResult, Progress, Receipt, Sides
from kiosk.visit.secrets import Secret
from kiosk.visit.step import step
from kiosk.visit.trouble import Trouble
from tests import cast
from tests.unit.visit.samples import FOLDER, ORDER, PIN, READING, WAYS, inside, session, through, visit


def test_a_new_visit_speaks_danish_and_a_chosen_language_stays_for_the_visit() -> None:
    start = s.Visit(Limits())
    assert start.language == "da"
    assert through(start, e.LanguageChosen("ar"), e.CodeWayChosen()).language == "ar"


def test_tries_are_known_before_the_pin_is_asked_for() -> None:
    reading, asked = step(s.Visit(Limits()), e.CardSeen(mute=False))
    assert asked == (f.ReadCard(1),)
    showing = through(reading, e.CardRead(1, cast.CARD, 3))
    asking = through(showing, e.NonceGiven(2, b"nonce"))
    assert asking.state == s.Identifying(s.AskingPin(cast.CARD, b"nonce", 3, timer=3))


def test_a_card_with_one_try_left_says_so_before_the_pin_is_typed() -> None:
    asking = through(
        s.Visit(Limits()), e.CardSeen(mute=False), e.CardRead(1, cast.CARD, 1), e.NonceGiven(2, b"n")
    )
    assert isinstance(asking.state, s.Identifying)
    assert isinstance(asking.state.way, s.AskingPin)
    assert asking.state.way.setback == s.Setback(Trouble.PIN_LAST_TRY, 1)


def test_a_blocked_card_is_never_asked_for_a_pin() -> None:
    refused = through(s.Visit(Limits()), e.CardSeen(mute=False), e.CardRead(1, cast.CARD, 0))
    assert refused.state == s.Refused(Trouble.PIN_BLOCKED, card_in=True)


def test_a_wrong_pin_is_asked_again_with_the_tries_that_the_card_says() -> None:
    signing = visit(s.Identifying(s.CardSigning(ORDER, PIN)))
    once = asks_for_pin(through(signing, e.TroubleCame(ORDER, Trouble.PIN_WRONG, tries_left=2)))
    assert (once.tries_left, once.setback) == (2, s.Setback(Trouble.PIN_WRONG, 2))
    twice = asks_for_pin(through(signing, e.TroubleCame(ORDER, Trouble.PIN_WRONG, tries_left=1)))
    assert (twice.tries_left, twice.setback) == (1, s.Setback(Trouble.PIN_LAST_TRY, 1))


def asks_for_pin(now: s.Visit) -> s.AskingPin:
    assert isinstance(now.state, s.Identifying)
    assert isinstance(now.state.way, s.AskingPin)
    return now.state.way


def test_a_pin_that_takes_long_is_signed_with_a_nonce_that_the_provider_still_knows() -> None:
    waiting = visit(s.Identifying(PIN))
    renewing, asked = step(waiting, e.TimeCame(PIN.timer))
    assert asked == (
        f.BeginCardLogin(ORDER + 2, cast.CARD),
        f.Wake(ORDER + 3, timedelta(minutes=2)),
    )
    fresh = through(renewing, e.NonceGiven(ORDER + 2, b"fresh"))
    _, (signing,) = step(fresh, e.PinGiven(Secret("190875")))
    assert isinstance(signing, f.SignWithCard)
    assert signing.nonce == b"fresh"


def test_a_nonce_that_cannot_be_renewed_is_asked_for_again_later() -> None:
    renewing = through(visit(s.Identifying(PIN)), e.TimeCame(PIN.timer))
    still = asks_for_pin(through(renewing, e.TroubleCame(ORDER + 2, Trouble.LOGIN_SERVICE_DOWN)))
    assert still.nonce == PIN.nonce
    _, asked = step(renewing, e.TimeCame(still.timer))
    assert isinstance(asked[0], f.BeginCardLogin)


@pytest.mark.parametrize("tries", [0, None])
def test_the_last_wrong_pin_blocks_whichever_word_the_card_has_for_it(tries: int | None) -> None:
    signing = visit(s.Identifying(s.CardSigning(ORDER, PIN)))
    over = through(signing, e.TroubleCame(ORDER, Trouble.PIN_WRONG, tries_left=tries))
    assert over.state == s.Refused(Trouble.PIN_BLOCKED, card_in=True)


def test_a_pin_is_in_the_event_and_in_the_effect_and_in_no_state() -> None:
    after, asked = step(visit(s.Identifying(PIN)), e.PinGiven(Secret("190875")))
    assert asked[0].pin.text() == "190875"  # type: ignore[union-attr]
    assert "190875" not in repr(after)
    assert "190875" not in repr(asked)


def test_a_late_answer_to_an_abandoned_order_means_nothing() -> None:
    left = through(visit(s.Identifying(s.ShowingCard(ORDER, cast.CARD, 3))), e.WentBack())
    assert step(left, e.NonceGiven(ORDER, b"nonce")) == (left, ())


def test_a_login_that_comes_after_turning_back_is_given_back() -> None:
    left = through(visit(s.Identifying(s.CheckingPassword(ORDER))), e.WentBack())
    granted = cast.grant()
    _, asked = step(left, e.LoggedIn(ORDER, cast.ANNA, granted))
    assert asked == (f.LogOut(granted),)


def test_three_wrong_codes_say_how_long_to_wait() -> None:
    checking = visit(s.Identifying(s.CheckingCode(ORDER)))
    came = e.TroubleCame(ORDER, Trouble.CODE_DEVICE_SUSPENDED, wait=timedelta(minutes=14, seconds=5))
    assert through(checking, came).state == s.Refused(Trouble.CODE_DEVICE_SUSPENDED, card_in=True, minutes=15)


def test_a_password_alone_is_asked_for_where_the_provider_wants_no_code() -> None:
    checking = visit(s.Identifying(s.CheckingUserId(ORDER)))
    assert through(checking, e.PasswordWanted(ORDER)).state == s.Identifying(s.AskingPassword())


@pytest.mark.parametrize("way", [way for way in WAYS if not isinstance(way, s.InvitingCard)][:5])
def test_a_card_pulled_on_the_way_in_closes_the_way_and_a_card_put_in_opens_it_again(way: s.Way) -> None:
    pulled = through(visit(s.Identifying(way)), e.CardGone())
    assert pulled.state == s.Refused(Trouble.CARD_GONE, card_in=False)
    again, asked = step(pulled, e.CardSeen(mute=False))
    assert isinstance(asked[0], f.ReadCard)
    assert again.card_in


def test_a_legal_letter_is_never_fetched_without_a_yes() -> None:
    stopped, asked = step(inside(FOLDER), e.LetterChosen(cast.LEGAL.id))
    assert asked == ()
    assert isinstance(stopped.state, s.SignedIn)
    assert stopped.state.place == s.AskingToServe(FOLDER, cast.LEGAL)
    _, asked = step(stopped, e.ServingAccepted())
    assert [type(effect) for effect in asked] == [f.ServeLetter]


def test_not_now_leaves_a_legal_letter_alone() -> None:
    before = inside(FOLDER)
    back, asked = step(through(before, e.LetterChosen(cast.LEGAL.id)), e.WentBack())
    assert asked == ()
    assert back.state == before.state


def test_a_legal_letter_changed_elsewhere_is_listed_anew_before_it_is_asked_again() -> None:
    serving = inside(s.ServingLetter(ORDER, FOLDER, cast.LEGAL))
    hindered = through(serving, e.TroubleCame(ORDER, Trouble.MAILBOX_CHANGED))
    _, asked = step(hindered, e.TriedAgain())
    assert [type(effect) for effect in asked] == [f.ListLetters]


def test_a_served_letter_is_not_asked_about_again() -> None:
    serving = inside(s.ServingLetter(ORDER, FOLDER, cast.LEGAL))
    fetching = through(serving, e.LetterServed(ORDER))
    back = through(fetching, e.WentBack())
    assert isinstance(back.state, s.SignedIn)
    _, asked = step(back, e.LetterChosen(cast.LEGAL.id))
    assert [type(effect) for effect in asked] == [f.FetchLetter]


def test_a_letter_counts_as_read_only_when_its_first_page_is_on_the_glass() -> None:
    fetching, asked = step(inside(FOLDER), e.LetterChosen("letter-1"))
    assert [type(effect) for effect in asked] == [f.FetchLetter]
    opening, asked = step(fetching, e.LetterFetched(fetching.last_order, cast.letter()))
    assert [type(effect) for effect in asked] == [f.FetchFile]
    pressing, asked = step(opening, e.FileFetched(opening.last_order, b"%PDF"))
    assert [type(effect) for effect in asked] == [f.PressFile]
    _, asked = step(pressing, e.FilePressed(pressing.last_order, cast.PRESSED))
    assert [type(effect) for effect in asked] == [f.MarkRead]


def test_going_back_from_a_letter_shows_it_as_read_and_empties_the_press() -> None:
    opening = inside(s.OpeningDocument(ORDER, FOLDER, cast.letter(documents=2), 0))
    reading = through(opening, e.FilePressed(ORDER, cast.PRESSED))
    back, asked = step(reading, e.WentBack())
    assert asked == (f.ClosePress(),)
    assert isinstance(back.state, s.SignedIn)
    assert isinstance(back.state.place, s.InFolder)
    assert back.state.place.letters.heads[0].read
    assert back.state.place.folder.unread == 1


def test_a_letter_is_marked_as_read_once_however_many_of_its_documents_are_opened() -> None:
    opening = inside(s.OpeningDocument(ORDER, FOLDER, cast.letter(documents=2), 0))
    reading, first = step(opening, e.FilePressed(ORDER, cast.PRESSED))
    other = through(reading, e.DocumentChosen(1))
    fetched = through(other, e.FileFetched(other.last_order, b"%PDF"))
    again, second = step(fetched, e.FilePressed(fetched.last_order, cast.PRESSED))
    assert [type(effect) for effect in (*first, *second)] == [f.MarkRead]
    assert isinstance(again.state, s.SignedIn)
    assert isinstance(again.state.place, s.Reading)
    assert again.state.place.back.folder.unread == 1


def test_the_page_that_was_asked_for_last_is_the_one_that_is_shown() -> None:
    turned = through(inside(READING), e.PageTurned(2), e.PageTurned(3))
    late = through(turned, e.PageDrawn(turned.last_order - 1, cast.PICTURE))
    assert isinstance(late.state, s.SignedIn)
    assert isinstance(late.state.place, s.Reading)
    assert late.state.place.wanted == turned.last_order


@pytest.mark.parametrize("page", [0, 1, 4])
def test_there_is_no_page_before_the_first_or_after_the_last(page: int) -> None:
    before = inside(READING)
    assert step(before, e.PageTurned(page)) == (before, ())


def test_a_mailbox_that_is_down_and_back_opens_at_the_second_try() -> None:
    down = through(inside(s.OpeningMailbox(ORDER)), e.TroubleCame(ORDER, Trouble.MAILBOX_DOWN))
    assert isinstance(down.state, s.SignedIn)
    assert isinstance(down.state.place, s.Hindered)
    again, asked = step(down, e.TriedAgain())
    assert isinstance(asked[0], f.OpenMailbox)
    back = through(again, e.MailboxOpened(again.last_order, cast.OPENED))
    assert isinstance(back.state, s.SignedIn)
    assert isinstance(back.state.place, s.InFolder)


def test_a_login_that_has_run_out_only_leaves_the_end() -> None:
    over = through(
        inside(s.FetchingLetter(ORDER, FOLDER, cast.head())), e.TroubleCame(ORDER, Trouble.SESSION_EXPIRED)
    )
    assert isinstance(over.state, s.SignedIn)
    assert over.state.place == s.Hindered(Trouble.SESSION_EXPIRED)
    assert step(over, e.WentBack()) == (over, ())


def test_another_document_can_be_chosen_when_one_cannot_be_shown() -> None:
    opening = inside(s.OpeningDocument(ORDER, FOLDER, cast.letter(documents=2), 0))
    hindered = through(opening, e.TroubleCame(ORDER, Trouble.LETTER_UNSHOWABLE))
    other, asked = step(hindered, e.DocumentChosen(1))
    assert isinstance(asked[0], f.FetchFile)
    assert isinstance(other.state, s.SignedIn)


def test_a_closing_that_hangs_says_what_is_not_known_and_goes_on() -> None:
    leaving = visit(s.Leaving(ORDER, ORDER + 1, s.Tally(2), s.Why.ASKED, card_in=False))
    things = through(leaving, e.TimeCame(ORDER + 1))
    assert isinstance(things.state, s.TakingThings)
    assert things.state.receipt == Receipt(None, None, 2, logged_out=False)


def closed_after(*events: e.Event, done: int = 0) -> Receipt:
    """A visit that ended while its second letter, of three sheets, was printed; the first was two sheets."""
    signed_in = replace(session(), tally=s.Tally(2))
    printing = s.Printing(ORDER, READING, Sides.ONE, Progress(done, None))
    leaving = through(visit(s.SignedIn(signed_in, printing)), e.EndAsked())
    leaving = replace(leaving, card_in=False)
    closed = through(leaving, *events, e.VisitClosed(leaving.state.order, cast.RECEIPT))
    assert isinstance(closed.state, s.TakingThings)
    return closed.state.receipt


def test_a_job_that_leaving_stopped_counts_as_the_printer_tells_it() -> None:
    at_home = closed_after(e.PrintEnded(ORDER, PrintResult(Outcome.STOPPED, 0)))
    assert (at_home.sheets_printed, at_home.sheets_perhaps) == (2, 0)
    one_out = closed_after(e.PrintEnded(ORDER, PrintResult(Outcome.STOPPED, 1)))
    assert (one_out.sheets_printed, one_out.sheets_perhaps) == (3, 0)
    refused = closed_after(e.TroubleCame(ORDER, Trouble.PRINTER_OFFLINE))
    assert (refused.sheets_printed, refused.sheets_perhaps) == (2, 0)


def test_a_job_whose_end_nobody_tells_may_have_come_out_as_a_whole() -> None:
    untold = closed_after(e.PrintProgressed(ORDER, Progress(1, None)))
    assert (untold.sheets_printed, untold.sheets_perhaps) == (3, READING.pressed.pages - 1)
    lost = closed_after(e.PrintEnded(ORDER, PrintResult(Outcome.UNKNOWN, 1)))
    assert lost == untold
    assert untold.sheets_at_most == 2 + READING.pressed.pages


def test_pages_that_may_lie_there_are_asked_for_too() -> None:
    unfinished = s.Unfinished(ORDER - 1, 1, Sides.ONE)
    leaving = visit(s.Leaving(ORDER, ORDER + 1, s.Tally(), s.Why.ASKED, card_in=False, unfinished=unfinished))
    assert isinstance(through(leaving, e.TimeCame(ORDER + 1)).state, s.TakingThings)


def test_a_lost_reader_is_still_lost_after_another_way_was_tried() -> None:
    lost = through(s.Visit(Limits()), e.ReaderLost(Trouble.READER_GONE), e.CodeWayChosen(), e.WentBack())
    assert lost.state == s.Welcome(Trouble.READER_GONE)
    assert through(lost, e.ReaderFound()).state == s.Welcome()


def test_a_card_left_in_is_asked_for_until_it_is_taken() -> None:
    leaving = visit(s.Leaving(ORDER, ORDER + 1, s.Tally(), s.Why.ASKED, card_in=True))
    things = through(leaving, e.VisitClosed(ORDER, cast.RECEIPT))
    assert isinstance(things.state, s.TakingThings)
    still = through(things, e.TimeCame(things.state.timer), e.ThingsTaken())
    assert isinstance(still.state, s.TakingThings)
    assert isinstance(through(still, e.CardGone()).state, s.Goodbye)


def test_pages_are_asked_for_before_the_goodbye() -> None:
    printed = Receipt(0, 0, 2, logged_out=True)
    leaving = visit(s.Leaving(ORDER, ORDER + 1, s.Tally(2), s.Why.ASKED, card_in=False))
    things = through(leaving, e.VisitClosed(ORDER, cast.RECEIPT))
    assert isinstance(things.state, s.TakingThings)
    goodbye = through(things, e.ThingsTaken())
    assert goodbye.state == s.Goodbye(goodbye.last_order, printed, s.Why.ASKED)


def test_after_the_goodbye_the_process_goes() -> None:
    _, asked = step(visit(s.Goodbye(ORDER, cast.RECEIPT, s.Why.ASKED)), e.TimeCame(ORDER))
    assert asked == (f.Vanish(),)


@pytest.mark.parametrize("setback", [None, s.Setback(Trouble.USER_UNKNOWN)])
def test_a_card_put_in_at_the_user_id_begins_the_way_by_card(setback: s.Setback | None) -> None:
    asking = s.Visit(Limits(), s.Identifying(s.AskingUserId(setback)))
    reading, asked = step(asking, e.CardSeen(mute=False))
    assert reading.state == s.Identifying(s.ReadingCard(1))
    assert asked == (f.ReadCard(1),)
    assert through(asking, e.CardSeen(mute=True)).state == s.Refused(Trouble.CARD_UNREADABLE, card_in=True)


@pytest.mark.parametrize("way", [s.CheckingUserId(ORDER), s.AskingCode(), s.AskingPassword()])
def test_a_card_put_in_while_a_code_login_goes_on_does_not_disturb_it(way: s.Way) -> None:
    before = s.Visit(Limits(), s.Identifying(way))
    after, asked = step(before, e.CardSeen(mute=False))
    assert (after.state, asked) == (before.state, ())
