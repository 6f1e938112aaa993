"""An order that changes something, and whose answer did not come: nobody may call it done, nor not done."""

from typing import Final

from kiosk.visit.trouble import Trouble

_UNTOLD: Final = frozenset(
    {
        Trouble.MAILBOX_DOWN,
        Trouble.MAILBOX_SLOW,
        Trouble.MAILBOX_ODD,
        Trouble.MANDATES_DOWN,
        Trouble.MANDATES_ODD,
        Trouble.SERVICE_DOWN,
        Trouble.SERVICE_ODD,
    }
)
"""After NETWORK_GONE it has not even set out."""


def is_untold(trouble: Trouble) -> bool:
    """After this answer to an order that changes something, it may have been done all the same."""
    return trouble in _UNTOLD
