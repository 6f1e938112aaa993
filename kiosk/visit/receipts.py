"""Where a visit can be until a principal is told what was done for them, or the citizen has it on paper."""

import enum
from dataclasses import dataclass

from kiosk.visit.mandates import Deed, Mandate
from kiosk.visit.paper import Pressed


class Onward(enum.Enum):
    """Where the citizen was going when acting was laid down.

    MANDATES: to ask somebody to be allowed to do more; FORM: to do so on paper.
    """

    FOR_WHOM = "for whom"
    MANDATES = "mandates"
    FORM = "form"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Owed:
    """What was done for whom, until it is known that they know. ``order``: of its delivery to their mailbox."""

    order: int
    mandate: Mandate
    deeds: tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class TellingPrincipal:
    """The receipt is on its way; it is not waited for beyond ``timer``."""

    timer: int
    owed: Owed
    onward: Onward


@dataclass(frozen=True, slots=True)
class OfferingReceipt:
    """It did not arrive, or not in time: is it to be printed?"""

    owed: Owed
    onward: Onward


@dataclass(frozen=True, slots=True)
class ComposingReceipt:
    order: int
    back: OfferingReceipt


@dataclass(frozen=True, slots=True)
class ReceiptPages:
    """The receipt as it is printed. It is never shown."""

    back: OfferingReceipt
    pressed: Pressed


OnReceipt = TellingPrincipal | OfferingReceipt | ComposingReceipt
