"""What was done for a principal: sent to them, or printed for the citizen to pass on."""

from dataclasses import dataclass, field

from kiosk.visit.acting import ReceiptSent
from kiosk.visit.receipts import OfferingReceipt, Owed
from kiosk.visit.states import Visit
from kiosk.visit.trouble import Trouble
from ui.screens.mandate import shortened
from ui.screens.scene import Scene
from ui.screens.waiting import WaitingScreen
from ui.tongue import Tongue, isolated


@dataclass(frozen=True, slots=True)
class OfferingReceiptScreen:
    """``why``: it is offered."""

    title: str = field(repr=False)
    why: str = field(repr=False)
    holds: str


def telling_principal(owed: Owed, tongue: Tongue) -> WaitingScreen:
    title = tongue.say("We are sending the receipt to {name}", name=_name(owed))
    return WaitingScreen(title, back=False)


def offering_receipt(visit: Visit, place: OfferingReceipt, tongue: Tongue) -> Scene:
    name, short = _name(place.owed), shortened(place.owed.mandate.grantor.name)
    model = OfferingReceiptScreen(
        title=tongue.say("Do you want to print the receipt for {name}?", name=isolated(short)),
        why=_why(visit.telling.of(place.owed.order), name, tongue),
        holds=tongue.say(
            "This receipt says what was done. It does not say what the letters and the matters were about."
        ),
    )
    return Scene(model)


def _why(sent: ReceiptSent | None, name: str, tongue: Tongue) -> str:
    """As it is known by now."""
    match sent:
        case ReceiptSent(told=True):
            return tongue.say("{name} has got the receipt after all.", name=name)
        case ReceiptSent(trouble=Trouble.MAILBOX_CLOSED):
            return tongue.say("{name} has no mailbox that we could send it to.", name=name)
        case ReceiptSent(trouble=Trouble()):
            return tongue.say("We could not send it to {name}.", name=name)
        case _:
            return tongue.say("We do not know if it has reached {name}.", name=name)


def _name(owed: Owed) -> str:
    return isolated(owed.mandate.grantor.name)
