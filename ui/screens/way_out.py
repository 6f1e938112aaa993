"""The screens at the end: everything closed, things taken, the receipt."""

from dataclasses import dataclass, field
from datetime import datetime

from kiosk.visit.paper import Receipt
from kiosk.visit.states import Goodbye, Leaving, TakingThings, Visit, Why
from ui.screens.scene import Scene
from ui.tongue import Tongue


@dataclass(frozen=True, slots=True)
class LeavingScreen:
    pass


@dataclass(frozen=True, slots=True)
class TakingThingsScreen:
    """``card``: it is still in. ``pages``: there are pages in the printer's tray, as a sentence; else empty."""

    title: str
    card: bool
    pages: str
    why: str


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """One thing that was counted. ``good``: as it should be."""

    said: str
    good: bool


@dataclass(frozen=True, slots=True)
class GoodbyeScreen:
    """``drawing`` names the picture."""

    title: str
    why: str
    drawing: str
    receipt: tuple[ReceiptRow, ...] = field(repr=False)


def leaving(visit: Visit, state: Leaving) -> Scene:
    return Scene(LeavingScreen(), end=False, slow=visit.limits.slow, occasion=state.order)


def taking_things(visit: Visit, state: TakingThings, tongue: Tongue) -> Scene:
    pages = _lying(state.receipt, tongue)
    model = TakingThingsScreen(
        title=_take(state.card_in, bool(pages), tongue),
        card=state.card_in,
        pages=pages,
        why=_why(state.why, tongue),
    )
    return Scene(model, end=False, countdown=visit.limits.leave, occasion=state.timer)


def _lying(receipt: Receipt, tongue: Tongue) -> str:
    if not receipt.sheets_at_most:
        return ""
    if receipt.sheets_perhaps:
        most = receipt.sheets_at_most
        return tongue.count(
            "Up to {n} sheet lies in the printer", "Up to {n} sheets lie in the printer", most
        )
    return tongue.count(
        "{n} sheet lies in the printer", "{n} sheets lie in the printer", receipt.sheets_printed
    )


def _take(card: bool, pages: bool, tongue: Tongue) -> str:
    if card and pages:
        return tongue.say("Take your card and your pages")
    return tongue.say("Take your card") if card else tongue.say("Take your pages")


def goodbye(visit: Visit, state: Goodbye, tongue: Tongue) -> Scene:
    receipt = _receipt(state.receipt, tongue)
    model = GoodbyeScreen(
        title=tongue.say("Thank you. Goodbye!"),
        why=_why(state.why, tongue),
        drawing="shield" if all(row.good for row in receipt) else "trouble",
        receipt=receipt,
    )
    return Scene(model, end=False, countdown=visit.limits.goodbye, occasion=state.timer)


def _why(why: Why, tongue: Tongue) -> str:
    match why:
        case Why.ASKED:
            return ""
        case Why.SILENCE:
            return tongue.say("The visit was ended because nobody touched the screen.")
        case Why.CARD_OUT:
            return tongue.say("The visit was ended because the card was taken out.")
        case Why.READER_LOST:
            return tongue.say("The visit was ended because the card reader stopped working.")
        case Why.AWAY:
            return tongue.say("The visit was ended because nobody came back to the covered screen.")
        case Why.ANOTHER_CARD:
            return tongue.say("The visit was ended because another card was put in.")
        case Why.MOVED:
            return tongue.say("The visit was moved to another screen.")


def _receipt(receipt: Receipt, tongue: Tongue) -> tuple[ReceiptRow, ...]:
    logged_out = (
        ReceiptRow(tongue.say("You are logged out"), good=True)
        if receipt.logged_out
        else ReceiptRow(
            tongue.say("The login service did not answer. Your login ends by itself soon."), good=False
        )
    )
    rows = [ReceiptRow(_ended(receipt.ended, tongue), good=True), logged_out]
    if receipt.sheets_at_most:
        rows.append(_printed(receipt, tongue))
    rows += _for_others(receipt, tongue)
    rows += [_waiting_pages(receipt.pages_waiting, tongue), _kept_files(receipt.files_kept, tongue)]
    return tuple(rows)


def _for_others(receipt: Receipt, tongue: Tongue) -> list[ReceiptRow]:
    """What was done for somebody, and whether they know."""
    done = tongue.count(
        "You did {n} thing for somebody else. They get a receipt.",
        "You did {n} things for somebody else. They get a receipt.",
        receipt.deeds,
    )
    printed = tongue.count(
        "{n} receipt was printed. Take it along, and pass it on.",
        "{n} receipts were printed. Take them along, and pass them on.",
        receipt.taken_along,
    )
    untold = tongue.count(
        "{n} receipt may not have arrived. Tell the person what you did.",
        "{n} receipts may not have arrived. Tell the persons what you did.",
        receipt.untold,
    )
    rows = (
        (receipt.deeds, ReceiptRow(done, good=True)),
        (receipt.taken_along, ReceiptRow(printed, good=True)),
        (receipt.untold, ReceiptRow(untold, good=False)),
    )
    return [row for count, row in rows if count]


def _printed(receipt: Receipt, tongue: Tongue) -> ReceiptRow:
    if receipt.sheets_perhaps:
        most = receipt.sheets_at_most
        said = tongue.count("Up to {n} sheet was printed", "Up to {n} sheets were printed", most)
        return ReceiptRow(said, good=False)
    sheets = tongue.count("{n} sheet was printed", "{n} sheets were printed", receipt.sheets_printed)
    return ReceiptRow(sheets, good=True)


def _ended(moment: datetime | None, tongue: Tongue) -> str:
    if moment is None:
        return tongue.say("Your visit has ended")
    return tongue.say("Your visit ended at {time}", time=tongue.time_of(moment))


def _waiting_pages(pages: int | None, tongue: Tongue) -> ReceiptRow:
    if pages is None:
        return ReceiptRow(tongue.say("The printer did not answer. Ask the staff to look at it."), good=False)
    waiting = tongue.count("{n} page waits in the printer", "{n} pages wait in the printer", pages)
    return ReceiptRow(waiting, good=pages == 0)


def _kept_files(files: int | None, tongue: Tongue) -> ReceiptRow:
    if files is None:
        return ReceiptRow(tongue.say("This machine is still clearing up after you."), good=False)
    kept = tongue.count(
        "{n} file of yours is kept on this machine", "{n} files of yours are kept on this machine", files
    )
    return ReceiptRow(kept, good=files == 0)
