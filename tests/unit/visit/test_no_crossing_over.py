"""Whatever was done for one principal, nothing of it is there when the citizen acts for the next."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.moves import inside_of
from kiosk.visit.paper import Outcome, PrintResult
from kiosk.visit.trouble import Trouble
from tests import cast, principals
from tests.principals import AN_HOUR, KAREN, MANDATES, OTTO, OTTOS_POST
from tests.unit.visit.lives import everything, happenings, live
from tests.unit.visit.samples import ON_RECEIPT, for_another, inside, through, visit

TOKEN = f"the right to act for {KAREN.name}"
OF_KAREN = (
    *("Karen", "720344", TOKEN, "KARENP23", "KARENQ23"),
    *("mailbox-1", "folder-1", "letter-1", "boligstøtte", "Kære", "%PDF", "sag-1"),
)
"""Her name and number, the right to act for her and what it is called, her mailbox, her letters, her matters."""

WAYS = st.lists(st.integers(0, 11), max_size=12)


def in_the_open(now: s.Visit) -> s.Visit:
    """Without a cover or a warning, and with what was under way answered."""
    kept = inside_of(now.state)
    assume(kept is not None and kept.session.acting is not None)
    assert kept is not None
    job = kept.place.job if isinstance(kept.place, s.ActingEnding) else kept.place
    order = getattr(job, "order", 0)
    return through(
        replace(now, state=kept),
        e.LetterServed(order),
        e.ErrandAnswered(order, "sag-1"),
        e.PrintEnded(order, PrintResult(Outcome.UNKNOWN, 3)),
    )


def to_the_choice(now: s.Visit, ways: list[int]) -> s.Visit:
    """Past the receipt, on one of the ways there are."""
    for way in (*ways, *[0] * 6):
        kept = inside_of(now.state)
        happens = around(kept.place) if kept else ()
        if kept and happens:
            now = through(replace(now, state=kept), happens[way % len(happens)])
    return now


def around(place: s.Place) -> tuple[e.Event, ...]:
    """What can happen around a receipt before the citizen goes on."""
    match place:
        case s.TellingPrincipal(timer, owed):
            not_told = e.TroubleCame(owed.order, Trouble.MAILBOX_CLOSED)
            return e.PrincipalTold(owed.order), not_told, e.TimeCame(timer)
        case s.ComposingReceipt(order):
            return (
                e.FilePressed(order, cast.PRESSED),
                e.TroubleCame(order, Trouble.LETTER_BROKEN),
                e.WentBack(),
            )
        case s.AskingPrinter(order, s.ReceiptPages()):
            return e.PrinterReady(order), e.TroubleCame(order, Trouble.PAPER_OUT), e.WentBack()
        case s.Printing(order, s.ReceiptPages()):
            return tuple(e.PrintEnded(order, PrintResult(how, 3)) for how in Outcome)
        case s.OfferingReceipt() | s.Printed(s.ReceiptPages()) | s.Hindered(before=s.OfferingReceipt()):
            return e.WentBack(), e.PrintAsked(), e.TriedAgain()
        case _:
            return ()


def switched(asking: s.Visit) -> s.Visit:
    """To Otto, by the choice of him."""
    choosing = through(asking, e.MandatesListed(asking.last_order, MANDATES))
    beginning = through(choosing, e.PrincipalChosen(OTTOS_POST.id))
    begun = through(beginning, e.ActingBegun(beginning.last_order, principals.grant(OTTO), AN_HOUR))
    return through(begun, *(e.PrincipalTold(receipt.order) for receipt in begun.telling.under_way))


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([visit(state) for state in for_another()]), happenings(12), WAYS)
def test_nothing_of_the_one_is_within_reach_while_the_citizen_acts_for_the_other(
    begin: s.Visit, choices: list[int], ways: list[int]
) -> None:
    leaving = through(in_the_open(live(begin, choices)), e.SwitchAsked())
    holds_nothing_of_karen(switched(to_the_choice(leaving, ways)))


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([inside(place) for place in ON_RECEIPT]), happenings(12), WAYS)
def test_nothing_is_left_of_her_receipt_either_whatever_happens_around_it(
    begin: s.Visit, choices: list[int], ways: list[int]
) -> None:
    lived = live(begin, choices)
    kept = inside_of(lived.state)
    assume(kept is not None and kept.session.acting is None)
    assert kept is not None
    assume(bool(around(kept.place)))
    asking = to_the_choice(replace(lived, state=kept), ways)
    assume(inside_of(asking.state) is not None)
    holds_nothing_of_karen(switched(asking))


def holds_nothing_of_karen(after: s.Visit) -> None:
    kept = inside_of(after.state)
    assert kept is not None
    assert kept.session.acting is not None
    assert kept.session.acting.mandate is OTTOS_POST
    left = everything(after)
    for word in OF_KAREN:
        assert word not in left


def test_before_the_switch_all_of_it_is_within_reach() -> None:
    """Or finding nothing afterwards would mean nothing."""
    found = " ".join(everything(visit(state)) for state in for_another())
    for word in OF_KAREN:
        assert word in found
    for place in ON_RECEIPT:
        assert "Karen" in everything(inside(place))
