"""Whatever was done for one principal, nothing of it is there when the citizen acts for the next."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.moves import inside_of
from kiosk.visit.paper import Outcome, PrintResult
from tests import principals
from tests.principals import AN_HOUR, KAREN, MANDATES, OTTO, OTTOS_POST
from tests.unit.visit.lives import everything, happenings, live
from tests.unit.visit.samples import for_another, through, visit

TOKEN = f"the right to act for {KAREN.name}"
OF_KAREN = (
    *("Karen", "720344", TOKEN, "KARENP23", "KARENQ23"),
    *("mailbox-1", "folder-1", "letter-1", "boligstøtte", "Kære", "%PDF", "sag-1"),
)
"""Her name and number, the right to act for her and what it is called, her mailbox, her letters, her matters."""


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


def switched(now: s.Visit) -> s.Visit:
    """From Karen to Otto, by the choice between the two."""
    asking = through(now, e.SwitchAsked())
    choosing = through(asking, e.MandatesListed(asking.last_order, MANDATES))
    beginning = through(choosing, e.PrincipalChosen(OTTOS_POST.id))
    begun = through(beginning, e.ActingBegun(beginning.last_order, principals.grant(OTTO), AN_HOUR))
    return through(begun, *(e.PrincipalTold(receipt.order) for receipt in begun.telling.under_way))


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([visit(state) for state in for_another()]), happenings(12))
def test_nothing_of_the_one_is_within_reach_while_the_citizen_acts_for_the_other(
    begin: s.Visit, choices: list[int]
) -> None:
    after = switched(in_the_open(live(begin, choices)))
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
