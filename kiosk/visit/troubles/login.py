"""Logging in."""

from typing import Final

from kiosk.visit.troubles.row import (
    AGAIN,
    BACK,
    CHECK_NETWORK,
    CITIZEN,
    END,
    NOTHING_LOST,
    OTHER_WAY,
    STAFF,
    TIME,
    YOURS_STILL_THERE,
    row,
)
from kiosk.visit.words import words

CODE_WRONG: Final = row(
    "L01", CITIZEN, BACK,
    words("That code was not right."),
    words("Press the button on your code device and type the new code."),
    not_meant=words("Your code device is not blocked."),
    provoke="login: a wrong code",
)  # fmt: skip
CODE_DEVICE_SUSPENDED: Final = row(
    "L02", TIME, END,
    words("The code was wrong three times. The code device is paused."),
    words("Wait a quarter of an hour and try again, or log in with a card."),
    OTHER_WAY,
    not_meant=words("Your code device is not blocked for good."),
    provoke="login: three wrong codes",
)  # fmt: skip
CODE_DEVICE_BLOCKED: Final = row(
    "L03", STAFF, END,
    words("The code device is blocked."),
    words("Ask the staff for a new code device."),
    words("A blocked code device cannot be opened again. The person needs a new one."),
    not_meant=YOURS_STILL_THERE,
    provoke="login: bo-blocked",
)  # fmt: skip
PASSWORD_WRONG: Final = row(
    "L04", CITIZEN, BACK,
    words("That password was not right."),
    words("Try again, slowly. Capital and small letters count."),
    not_meant=words("Your login is not blocked."),
    provoke="login: a wrong password",
)  # fmt: skip
PASSWORD_BLOCKED: Final = row(
    "L05", STAFF, END,
    words("The password was wrong too many times and is blocked."),
    words("Ask the staff. They can help you to get a new password."),
    words("The person needs an activation code for a new password."),
    not_meant=YOURS_STILL_THERE,
    provoke="login: five wrong passwords",
)  # fmt: skip
USER_UNKNOWN: Final = row(
    "L06", CITIZEN, BACK,
    words("We do not know that user ID."),
    words("Look at each letter and try again. A user ID is not your CPR number."),
    not_meant=NOTHING_LOST,
    provoke="login: nobody-here",
)  # fmt: skip
LOGIN_ABORTED: Final = row(
    "L07", CITIZEN, END,
    words("The login was stopped."),
    words("Start again when you are ready."),
    not_meant=NOTHING_LOST,
    provoke="town: login aborted",
)  # fmt: skip
LOGIN_TIMED_OUT: Final = row(
    "L08", CITIZEN, END,
    words("The login took too long, so it was stopped to keep you safe."),
    words("Start again. Take the time you need."),
    not_meant=NOTHING_LOST,
    provoke="town: login session ended",
)  # fmt: skip
LEVEL_TOO_LOW: Final = row(
    "L09", STAFF, END,
    words("This login is not strong enough for Digital Post."),
    words("Log in with a card or a code device, or ask the staff."),
    words("Digital Post asks for level Substantial. A password alone is level Low."),
    provoke="login: lone-password",
)  # fmt: skip
NO_CPR: Final = row(
    "L10", STAFF, END,
    words("Your login has no CPR number, so there is no mailbox to open."),
    words("Is it a card for work? Then use your own card or code device. Otherwise ask the staff."),
    words("Staff cards open no mailbox. People without a CPR number have no Digital Post: help at the desk."),
    provoke="login: noor-no-cpr",
)  # fmt: skip
LOGIN_NOT_TRUSTED: Final = row(
    "L11", STAFF, END,
    words("The answer from the login service could not be trusted."),
    words("Do not type your code again here. Ask the staff."),
    words("Call the technician and give the code. Do not use this machine until it is mended."),
    provoke="town: token for another audience, wrong nonce, wrong signature, wrong issuer",
)  # fmt: skip
LOGIN_SERVICE_DOWN: Final = row(
    "L12", TIME, AGAIN,
    words("The login service does not answer."),
    words("Wait a moment and try again."),
    CHECK_NETWORK,
    provoke="town: login service down",
)  # fmt: skip
ANOTHER_PERSON: Final = row(
    "L13", CITIZEN, END,
    words("This is not the login that the screen was covered with."),
    words("Come back with the card or the code device that you began with, or end the visit."),
    words("Somebody else has covered the screen and comes back soon. If not, end the visit."),
    not_meant=words("What is behind the cover stays covered."),
    provoke="a screen that was covered by hand, and another person's card or code device",
)  # fmt: skip
LOGGED_IN_ELSEWHERE: Final = row(
    "L14", CITIZEN, END,
    words("You are already logged in at another screen."),
    words("If that was not you, end here and tell the staff at once."),
    words("Ask if the person has left another screen without ending. If not, somebody else may have the card"
          " or the code device: help to have it blocked."),
    not_meant=YOURS_STILL_THERE,
    provoke="town: the person logged in elsewhere",
)  # fmt: skip
