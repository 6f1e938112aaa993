"""What is written down of a mandate's life: given, asked for, answered, withdrawn; by its reference, never by names."""

from typing import assert_never

from kiosk.visit.delegating import (
    Accepting,
    Change,
    Declining,
    Giving,
    MandateSent,
    Purpose,
    Requesting,
    SendingMandate,
    Withdrawing,
)
from kiosk.visit.forms import ComposingForm, ShowingForm
from kiosk.visit.notes import Note, What
from kiosk.visit.states import SignedIn


def delegating_notes(before: SignedIn, after: SignedIn) -> tuple[Note, ...]:
    """What the register has taken, and what was put on paper instead."""
    match before.place, after.place:
        case SendingMandate(), MandateSent(mandate=mandate, sent=sent):
            return (Note(_what(sent), mandate.reference),)
        case ComposingForm(), ShowingForm(pressed=pressed):
            return (Note(What.FORM_SHOWN, count=pressed.pages),)
        case _:
            return ()


def _what(sent: Purpose | Change) -> What:
    match sent:
        case Giving():
            return What.MANDATE_GIVEN
        case Requesting():
            return What.MANDATE_REQUESTED
        case Accepting():
            return What.MANDATE_ACCEPTED
        case Declining():
            return What.MANDATE_DECLINED
        case Withdrawing():
            return What.MANDATE_WITHDRAWN
        case _:
            assert_never(sent)
