"""Everything that can stop a login, each in its own words."""

import pytest

from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.journal import What
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble
from tests.journeys.story import Story


def test_a_wrong_pin_thrice_blocks_the_card_and_says_so_before_the_next_one(story: Story) -> None:
    """Tina, because nobody else needs her card afterwards: a blocked card stays blocked."""
    story.puts_in("tina-ten-thousand")
    assert story.until(s.AskingPin).tries_left == 3
    for left, setback in ((2, Trouble.PIN_WRONG), (1, Trouble.PIN_LAST_TRY)):
        story.says(e.PinGiven(Secret("999999")))
        asking = story.until(s.AskingPin)
        assert asking.tries_left == left
        assert asking.setback == s.Setback(setback, left)
    story.says(e.PinGiven(Secret("999999")))
    assert story.until(s.Refused).trouble is Trouble.PIN_BLOCKED
    told = [(note.what, note.detail, note.count) for note in story.notes]
    assert told == [
        (What.CARD_SEEN, None, None),
        (What.LOGIN_BY_CARD, None, 3),
        (What.SET_BACK, Trouble.PIN_WRONG, 2),
        (What.SET_BACK, Trouble.PIN_WRONG, 1),
        (What.LOGIN_REFUSED, Trouble.PIN_BLOCKED, None),
    ]
    story.world.shelf.remove()
    story.until(s.Refused, lambda refused: not refused.card_in)
    story.puts_in("tina-ten-thousand")
    assert story.until(s.Refused, lambda refused: refused.card_in).trouble is Trouble.PIN_BLOCKED
    assert What.SIGNED_IN not in story.whats


def test_a_pin_that_is_too_short_spends_no_try(story: Story) -> None:
    story.puts_in("anna")
    story.until(s.AskingPin)
    story.says(e.PinGiven(Secret("1234")))
    assert story.until(s.AskingPin).tries_left == 3


@pytest.mark.parametrize(
    ("card", "trouble"),
    [
        ("erik-expired", Trouble.CARD_EXPIRED),
        ("nina-not-yet", Trouble.CARD_NOT_YET_VALID),
        ("rita-revoked", Trouble.CARD_REVOKED),
        ("otto-other-issuer", Trouble.CARD_UNKNOWN_ISSUER),
        ("gudrun-unregistered", Trouble.CARD_HOLDER_UNKNOWN),
        ("dora-damaged", Trouble.CARD_DAMAGED),
        ("bank-card", Trouble.CARD_WRONG_KIND),
        ("empty-card", Trouble.CARD_WITHOUT_CERTIFICATE),
        ("mute-card", Trouble.CARD_UNREADABLE),
    ],
)
def test_a_card_that_does_not_do_is_told_before_any_pin(story: Story, card: str, trouble: Trouble) -> None:
    story.puts_in(card)
    assert story.until(s.Refused).trouble is trouble
    assert What.LOGIN_BY_CARD not in story.whats


@pytest.mark.parametrize(
    ("person", "trouble"),
    [("bo-blocked", Trouble.CODE_DEVICE_BLOCKED)],
)
def test_a_blocked_code_device_closes_the_way(story: Story, person: str, trouble: Trouble) -> None:
    story.says(e.CodeWayChosen(), e.UserIdGiven(story.world.user_id(person)))
    here = story.until(object, lambda now: isinstance(now, s.Refused | s.AskingCode))
    if isinstance(here, s.AskingCode):
        story.says(e.CodeGiven(Secret("000000")))
    assert story.until(s.Refused).trouble is trouble


def test_three_wrong_codes_pause_the_code_device(story: Story) -> None:
    story.says(e.CodeWayChosen(), e.UserIdGiven(story.world.user_id("uma-unlucky")))
    story.until(s.AskingCode)
    for _ in range(2):
        story.says(e.CodeGiven(Secret("000000")))
        story.until(s.AskingCode, lambda asking: asking.setback is not None)
    story.says(e.CodeGiven(Secret("000000")))
    refused = story.until(s.Refused)
    assert refused.trouble is Trouble.CODE_DEVICE_SUSPENDED
    assert refused.minutes == 15
    story.world.town.client.renew("uma-unlucky")


def test_nobody_has_that_user_id(story: Story) -> None:
    story.says(e.CodeWayChosen(), e.UserIdGiven(Secret("nobody-here")))
    asking = story.until(s.AskingUserId, lambda asking: asking.setback is not None)
    assert asking.setback == s.Setback(Trouble.USER_UNKNOWN)


def test_a_password_alone_is_too_weak_for_digital_post(story: Story) -> None:
    story.says(e.CodeWayChosen(), e.UserIdGiven(story.world.user_id("lone-password")))
    story.until(s.AskingPassword)
    story.says(e.PasswordGiven(story.world.password("lone-password")))
    assert story.until(s.Refused).trouble is Trouble.LEVEL_TOO_LOW


@pytest.mark.parametrize(
    ("switch", "trouble"),
    [
        ({"login_down": True}, Trouble.LOGIN_SERVICE_DOWN),
        ({"login_aborted": True}, Trouble.LOGIN_ABORTED),
        ({"clock_ahead_s": 3600}, Trouble.CLOCK_WRONG),
        ({"switched_off": True}, Trouble.NETWORK_GONE),
    ],
)
def test_a_login_service_in_trouble_costs_no_pin(
    story: Story, switch: dict[str, object], trouble: Trouble
) -> None:
    story.world.town.client.switch(**switch)
    story.puts_in("anna")
    assert story.until(s.Refused).trouble is trouble


@pytest.mark.parametrize("fault", ["other audience", "wrong nonce", "wrong signature", "wrong issuer"])
def test_a_token_that_is_not_ours_is_not_believed(story: Story, fault: str) -> None:
    story.world.town.client.switch(token=fault)
    story.puts_in("anna")
    story.until(s.AskingPin)
    story.says(e.PinGiven(story.world.pin("anna")))
    assert story.until(s.Refused).trouble is Trouble.LOGIN_NOT_TRUSTED


@pytest.mark.parametrize(
    ("person", "trouble"),
    [("emma-exempt", Trouble.MAILBOX_EXEMPT), ("carl-closed", Trouble.MAILBOX_CLOSED)],
)
def test_a_mailbox_that_cannot_be_opened_says_why(story: Story, person: str, trouble: Trouble) -> None:
    story.says(e.CodeWayChosen(), e.UserIdGiven(story.world.user_id(person)))
    story.until(s.AskingCode)
    story.says(e.CodeGiven(story.world.code(person)))
    story.until(s.AskingPassword)
    story.says(e.PasswordGiven(story.world.password(person)))
    assert story.until(s.Hindered) == s.Hindered(trouble, s.AtServices())


def test_somebody_without_a_number_has_no_mailbox(story: Story) -> None:
    story.says(e.CodeWayChosen(), e.UserIdGiven(story.world.user_id("noor-no-cpr")))
    story.until(s.AskingCode)
    story.says(e.CodeGiven(story.world.code("noor-no-cpr")))
    story.until(s.AskingPassword)
    story.says(e.PasswordGiven(story.world.password("noor-no-cpr")))
    assert story.until(s.Refused).trouble is Trouble.NO_CPR
