"""What was read back is signed by logging in once more, and sent to the register."""

import pytest

from kiosk.visit import effects as f
from kiosk.visit import events as e
from kiosk.visit import orders_of_mandates as o
from kiosk.visit import states as s
from kiosk.visit.journal import Note, What, notes
from kiosk.visit.mandates import PostRight, Reference
from kiosk.visit.people import Level
from kiosk.visit.secrets import Secret
from kiosk.visit.step import step
from kiosk.visit.trouble import Trouble
from tests import cast, delegates
from tests.unit.visit.samples import FOLDER, MANDATES, ORDER, READ_BACK, inside, place, through
from tests.unit.visit.test_steps_away import ANNA_LESS_SURELY, STRANGER, with_code, with_pin

REQUEST = delegates.read_back(FOLDER, s.Requesting(), PostRight.READ)
ACCEPTING = s.AskingToChange(s.LookingAtMandate(MANDATES, delegates.WANTED), s.Accepting())
UNSIGNED = (
    REQUEST,
    s.AskingToChange(s.LookingAtMandate(MANDATES, delegates.OFFERED), s.Accepting()),
    s.AskingToChange(s.LookingAtMandate(MANDATES, delegates.WANTED), s.Declining()),
    s.AskingToChange(s.LookingAtMandate(MANDATES, delegates.GIVEN), s.Withdrawing()),
)


def proof(now: s.Visit) -> object:
    at = place(now)
    assert isinstance(at, s.SigningMandate)
    return at.proof.way if isinstance(at.proof, s.Identifying) else at.proof


def signed(settled: s.Place = READ_BACK) -> tuple[s.Visit, tuple[f.Effect, ...], e.LoggedIn]:
    proving = with_pin(through(inside(settled), e.SigningAsked()))
    login = e.LoggedIn(proving.last_order, cast.ANNA, cast.grant())
    return *step(proving, login), login


def test_whoever_lets_somebody_act_signs_with_the_card_that_is_in() -> None:
    signing, asked = step(inside(READ_BACK), e.SigningAsked())
    assert asked == (f.ReadCard(signing.last_order),)
    sending, asked, login = signed()
    assert asked == (o.GiveMandate(sending.last_order, login.grant, READ_BACK.draft),)
    assert place(sending) == s.SendingMandate(sending.last_order, READ_BACK, login.grant)


def test_whoever_came_by_code_device_signs_by_code_device() -> None:
    proving = with_code(through(inside(READ_BACK, card=False), e.SigningAsked()))
    _, asked = step(proving, e.LoggedIn(proving.last_order, cast.ANNA, again := cast.grant()))
    assert [(type(effect), effect.grant) for effect in asked] == [(o.GiveMandate, again)]


def test_the_grantor_who_accepts_signs_too() -> None:
    sending, asked, login = signed(ACCEPTING)
    assert asked == (o.AcceptMandate(sending.last_order, login.grant, delegates.WANTED),)


@pytest.mark.parametrize(
    ("settled", "order"),
    [*zip(UNSIGNED, (o.RequestMandate, o.AcceptMandate, o.DeclineMandate, o.WithdrawMandate), strict=True)],
)
def test_what_gives_nobody_a_right_over_the_citizen_is_sent_at_once(settled: s.Place, order: type) -> None:
    before = inside(settled)
    assert isinstance(before.state, s.SignedIn)
    sending, asked = step(before, e.SigningAsked())
    assert [(type(effect), effect.grant) for effect in asked] == [(order, before.state.session.grant)]
    sent, asked = step(sending, e.MandateTaken(sending.last_order, delegates.GIVEN))
    assert isinstance(place(sent), s.MandateSent)
    assert asked == (), "no login to end: the citizen's own goes on"


def test_the_login_that_signed_ends_with_what_it_signed() -> None:
    for answer, leads_to in (
        (e.MandateTaken(0, delegates.GIVEN), s.MandateSent),
        (e.TroubleCame(0, Trouble.MANDATES_DOWN), s.Hindered),
    ):
        sending, _, login = signed()
        after, asked = step(sending, with_order(answer, sending.last_order))
        assert isinstance(place(after), leads_to)
        assert asked == (o.EndSignature(login.grant),)


def test_what_may_have_been_taken_is_looked_at_before_it_is_sent_once_more() -> None:
    sending, _, _ = signed()
    event = e.TroubleCame(sending.last_order, Trouble.MANDATES_DOWN)
    lost = through(sending, event)
    assert place(lost) == s.Hindered(Trouble.OUTCOME_UNKNOWN, READ_BACK.mandates, e.MandatesAsked())
    assert isinstance(place(through(lost, e.TriedAgain())), s.FetchingMandates)
    assert Note(What.MANDATE_PERHAPS_CHANGED) in notes(sending, event, lost)
    gone = through(sending, e.TroubleCame(sending.last_order, Trouble.NETWORK_GONE))
    assert place(through(gone, e.WentBack())) == READ_BACK


def with_order(answer: e.MandateTaken | e.TroubleCame, order: int) -> e.Event:
    told = answer.mandate if isinstance(answer, e.MandateTaken) else answer.trouble
    return type(answer)(order, told)  # type: ignore[arg-type]


@pytest.mark.parametrize("who", [STRANGER, ANNA_LESS_SURELY], ids=["another", "less surely"])
def test_nobody_else_signs_and_nothing_is_sent(who) -> None:
    proving = with_pin(through(inside(READ_BACK), e.SigningAsked()))
    refused, asked = step(proving, e.LoggedIn(proving.last_order, who, theirs := cast.grant()))
    assert asked == (f.LogOut(theirs),)
    assert proof(refused) == s.Refused(Trouble.ANOTHER_PERSON, card_in=True)
    assert isinstance(proof(through(refused, e.TriedAgain())), s.ReadingCard)
    assert place(through(refused, e.WentBack())) == READ_BACK


def test_another_card_does_not_sign() -> None:
    signing = through(inside(READ_BACK), e.SigningAsked())
    refused = through(signing, e.CardRead(signing.last_order, cast.OTHER_CARD, 3))
    assert proof(refused) == s.Refused(Trouble.ANOTHER_PERSON, card_in=True)


def test_only_the_way_in_of_the_first_time_signs() -> None:
    by_card = through(inside(READ_BACK), e.SigningAsked())
    assert through(by_card, e.CodeWayChosen()) == by_card
    by_code = through(inside(READ_BACK, card=False), e.SigningAsked())
    assert place(through(by_code, e.CardSeen(mute=False))) == place(by_code)


def test_a_wrong_pin_is_asked_again_and_a_signature_can_be_thought_over() -> None:
    signing = with_pin(through(inside(READ_BACK), e.SigningAsked()))
    asking = through(inside(READ_BACK), e.SigningAsked())
    asking = through(asking, e.CardRead(asking.last_order, cast.CARD, 3))
    asking = through(asking, e.NonceGiven(asking.last_order, b"nonce"), e.PinGiven(Secret("000000")))
    again = through(asking, e.TroubleCame(asking.last_order, Trouble.PIN_WRONG, tries_left=2))
    assert isinstance(proof(again), s.AskingPin)
    for now in (signing, again):
        assert place(through(now, e.WentBack())) == READ_BACK


def test_a_login_that_comes_after_the_citizen_went_back_is_given_back() -> None:
    proving = with_pin(through(inside(READ_BACK), e.SigningAsked()))
    late = e.LoggedIn(proving.last_order, cast.ANNA, cast.grant())
    after, asked = step(through(proving, e.WentBack()), late)
    assert place(after) == READ_BACK
    assert asked == (f.LogOut(late.grant),)


@pytest.mark.parametrize("covering", [e.CoverAsked(), e.CardGone()], ids=["asked", "card pulled"])
def test_a_signature_is_given_up_under_a_cover(covering: e.Event) -> None:
    proving = with_pin(through(inside(READ_BACK), e.SigningAsked()))
    for now in (proving, through(proving, e.TimeIsShort())):
        covered = through(now, covering).state
        assert isinstance(covered, s.Away | s.Covered)
        assert covered.kept.place == READ_BACK
        late = e.LoggedIn(proving.last_order, cast.ANNA, cast.grant())
        assert step(through(now, covering), late)[1] == (f.LogOut(late.grant),)


def test_leaving_in_the_middle_ends_the_login_that_signed() -> None:
    sending, _, login = signed()
    _, asked = step(sending, e.EndAsked())
    kinds = [type(effect) for effect in asked]
    assert o.EndSignature(login.grant) in asked
    assert kinds.index(o.EndSignature) < kinds.index(f.CloseVisit)


def test_who_is_second_to_change_a_mandate_is_told_and_sees_the_list_anew() -> None:
    sending = through(inside(UNSIGNED[-1]), e.SigningAsked())
    told = through(sending, e.TroubleCame(sending.last_order, Trouble.MANDATE_CHANGED))
    assert place(told) == s.Hindered(Trouble.MANDATE_CHANGED, MANDATES, e.MandatesAsked())
    _, asked = step(told, e.TriedAgain())
    assert [type(effect) for effect in asked] == [o.ListMandates]


def test_a_signature_that_was_not_taken_is_given_once_more() -> None:
    sending, _, _ = signed()
    refused = through(sending, e.TroubleCame(sending.last_order, Trouble.MANDATE_NOT_SIGNED))
    assert isinstance(place(through(refused, e.TriedAgain())), s.SigningMandate)
    assert place(through(refused, e.WentBack())) == READ_BACK


def test_too_many_requests_keep_what_was_written() -> None:
    sending = through(inside(REQUEST), e.SigningAsked())
    hindered = through(sending, e.TroubleCame(sending.last_order, Trouble.MANDATE_REQUESTS_TOO_MANY))
    assert through(hindered, e.TriedAgain()) == hindered
    assert place(through(hindered, e.WentBack())) == REQUEST


def test_a_second_touch_sends_once() -> None:
    sending = through(inside(REQUEST), e.SigningAsked())
    assert step(sending, e.SigningAsked()) == (sending, ())


@pytest.mark.parametrize(
    ("settled", "what"),
    [
        (READ_BACK, What.MANDATE_GIVEN),
        (ACCEPTING, What.MANDATE_ACCEPTED),
        (UNSIGNED[0], What.MANDATE_REQUESTED),
        (UNSIGNED[1], What.MANDATE_ACCEPTED),
        (UNSIGNED[2], What.MANDATE_DECLINED),
        (UNSIGNED[3], What.MANDATE_WITHDRAWN),
    ],
)
def test_every_step_of_its_life_is_noted_by_the_reference_alone(settled, what: What) -> None:
    sending = inside(s.SendingMandate(ORDER, settled))
    taken = e.MandateTaken(ORDER, delegates.GIVEN)
    after, _ = step(sending, taken)
    assert notes(sending, taken, after) == (Note(what, Reference("DQRTE234")),)


def test_the_journal_says_that_somebody_was_asked_to_sign_and_who_was_refused() -> None:
    before = inside(READ_BACK, card=False)
    asking = through(before, e.SigningAsked())
    assert notes(before, e.SigningAsked(), asking) == (Note(What.SIGNING_BEGUN), Note(What.LOGIN_BY_CODE))
    proving = with_code(asking)
    login = e.LoggedIn(proving.last_order, STRANGER, cast.grant())
    refused = through(proving, login)
    assert notes(proving, login, refused) == (
        Note(What.SIGNED_IN, Level.HIGH),
        Note(What.LOGIN_REFUSED, Trouble.ANOTHER_PERSON),
    )
