"""Orders to the register of mandates: in which order they are carried out, and what becomes of a token."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from queue import SimpleQueue

import pytest

from kiosk.visit import answers as a
from kiosk.visit import effects as f
from kiosk.visit import orders_of_mandates as o
from kiosk.visit import states as s
from kiosk.visit.mandates import (
    Deed,
    DeedKind,
    Draft,
    FilledIn,
    Form,
    Mandate,
    Mandates,
    Privilege,
    Reference,
    Standing,
)
from kiosk.visit.paper import Pressed
from kiosk.visit.people import Citizen, Grant
from kiosk.visit.performing import Performer
from kiosk.visit.ports import Ports
from kiosk.visit.post import OpenedMailbox
from kiosk.visit.trouble import Trouble, TroubleError
from tests import cast, delegates, principals
from tests.clock import StoryClock
from tests.principals import AN_HOUR, KAREN, KARENS_POST, MANDATES, NOW, OTTO, OTTOS_POST

DEEDS = (Deed(DeedKind.LETTER_READ, NOW),)
DRAFT = delegates.read_back(s.AtServices()).draft


@dataclass
class SmallTown:
    """A register, a post office, a provider and a pen, which keep what was asked of them in one list."""

    asked: list[str] = field(default_factory=list)
    opened: threading.Event = field(default_factory=threading.Event)
    listed: threading.Event = field(default_factory=threading.Event)
    looked: threading.Event = field(default_factory=threading.Event)
    wrong: Trouble | None = None

    def mandates(self, grant: Grant) -> Mandates:
        self.listed.wait(5)
        return MANDATES

    def act_for(self, grant: Grant, mandate: Mandate) -> tuple[Grant, timedelta]:
        return principals.grant(mandate.grantor), AN_HOUR

    def do(self, grant: Grant, privilege: Privilege) -> str:
        return "sag-1"

    def still_stands(self, grant: Grant) -> None:
        self.looked.wait(5)
        if self.wrong:
            raise TroubleError(self.wrong)

    def stop_acting(self, grant: Grant) -> None:
        self.asked.append(f"gave back {grant.access_token.text()}")
        if self.wrong:
            raise TroubleError(self.wrong)

    def give(self, grant: Grant, draft: Draft) -> Mandate:
        self.opened.wait(5)
        self.asked.append(f"given with {grant.access_token.text()}")
        if self.wrong:
            raise TroubleError(self.wrong)
        return delegates.GIVEN

    def request(self, grant: Grant, draft: Draft) -> Mandate:
        return replace(delegates.GIVEN, reference=Reference("REQUEST2"))

    def accept(self, grant: Grant, mandate: Mandate) -> Mandate:
        return replace(mandate, standing=Standing.IN_FORCE)

    def decline(self, grant: Grant, mandate: Mandate) -> Mandate:
        return replace(mandate, standing=Standing.DECLINED)

    def withdraw(self, grant: Grant, mandate: Mandate) -> Mandate:
        return replace(mandate, standing=Standing.WITHDRAWN)

    def compose_form(self, form: Form, filled_in: FilledIn, citizen: Citizen, language: str) -> Pressed:
        self.asked.append(f"{form.name} for {citizen.name} about {filled_in.name} in {language}")
        return cast.PRESSED

    def compose_receipt(self, mandate: Mandate, deeds: tuple[Deed, ...], language: str) -> bytes:
        return f"{len(deeds)} in {language}".encode()

    def press_receipt(self, mandate: Mandate, deeds: tuple[Deed, ...]) -> Pressed:
        self.asked.append(f"{len(deeds)} for {mandate.grantor.name} to be printed")
        return cast.PRESSED

    def tell_principal(self, grant: Grant, mandate: Mandate, receipt: bytes) -> None:
        self.asked.append(f"told {mandate.grantor.name}: {receipt.decode()}")
        if self.wrong:
            raise TroubleError(self.wrong)

    def open_mailbox(self, grant: Grant) -> OpenedMailbox:
        self.opened.wait(5)
        self.asked.append(f"opened with {grant.access_token.text()}")
        return cast.OPENED

    def log_out(self, grant: Grant) -> None:
        self.asked.append("logged out")

    def clear(self) -> int:
        return 0

    def close(self) -> None:
        pass

    def files_kept(self) -> int:
        return 0

    def ring(self) -> None:
        pass


class Works:
    """A performer in that town, and the answers that come out of it."""

    def __init__(self) -> None:
        self.town = SmallTown()
        self.town.listed.set()
        self.town.looked.set()
        self._answers: SimpleQueue[a.Answer | Exception] = SimpleQueue()
        town = self.town
        self.performer = Performer(Ports(*(town,) * 9, StoryClock()), self._answers.put)  # type: ignore[arg-type]

    def asks(self, *effects: f.Effect) -> None:
        for effect in effects:
            self.performer.perform(effect)

    def answer(self) -> a.Answer | Exception:
        return self._answers.get(timeout=5)


def forgotten(grant: Grant) -> bool:
    """Waits for it: a token is overwritten behind everything that may still hold it."""
    until = time.monotonic() + 5
    while len(grant.access_token) + len(grant.id_token) and time.monotonic() < until:
        time.sleep(0.01)
    return len(grant.access_token) == len(grant.id_token) == 0


@pytest.fixture
def works() -> Iterator[Works]:
    works = Works()
    yield works
    for held_up in (works.town.opened, works.town.listed, works.town.looked):
        held_up.set()
    works.performer.close()


def test_every_order_has_its_answer(works: Works) -> None:
    works.asks(o.ListMandates(1, cast.grant()), o.ActFor(2, cast.grant(), KARENS_POST))
    assert works.answer() == a.MandatesListed(1, MANDATES)
    begun = works.answer()
    assert isinstance(begun, a.ActingBegun)
    assert (begun.order, begun.lasting) == (2, AN_HOUR)
    works.asks(o.CheckMandate(3, begun.grant))
    assert works.answer() == a.MandateStands(3)


def test_what_the_register_says_of_a_mandate_is_a_trouble_like_any_other(works: Works) -> None:
    works.town.wrong = Trouble.MANDATE_WITHDRAWN
    works.asks(o.CheckMandate(3, principals.grant(KAREN)))
    assert works.answer() == a.TroubleCame(3, Trouble.MANDATE_WITHDRAWN)


def test_a_principal_is_told_in_their_own_language(works: Works) -> None:
    works.asks(o.TellPrincipal(1, principals.grant(OTTO), OTTOS_POST, DEEDS))
    assert works.answer() == a.PrincipalTold(1)
    assert works.town.asked == [f"told {OTTO.name}: 1 in en"]


def test_a_token_is_forgotten_only_after_all_that_was_asked_with_it(works: Works) -> None:
    token = principals.grant(KAREN)
    works.asks(f.OpenMailbox(1, token), o.StopActing(token))
    assert len(token.access_token) > 0
    works.town.opened.set()
    assert works.answer() == a.MailboxOpened(1, cast.OPENED)
    assert forgotten(token)
    right = f"the right to act for {KAREN.name}"
    assert works.town.asked == [f"opened with {right}", f"gave back {right}"]


def test_a_letter_that_hangs_keeps_nobody_from_the_next_choice_nor_the_token_from_being_given_back(
    works: Works,
) -> None:
    token = principals.grant(KAREN)
    works.asks(f.OpenMailbox(1, token), o.StopActing(token), o.ListMandates(2, cast.grant()))
    assert works.answer() == a.MandatesListed(2, MANDATES)
    works.asks(o.TellPrincipal(3, principals.grant(OTTO), OTTOS_POST, DEEDS))
    assert works.answer() == a.PrincipalTold(3)
    assert works.town.asked[0] == f"gave back the right to act for {KAREN.name}"
    assert len(token.access_token) > 0
    works.town.opened.set()
    assert works.answer() == a.MailboxOpened(1, cast.OPENED)
    assert forgotten(token)


def test_what_hung_when_the_citizen_was_logged_out_is_no_bug(works: Works) -> None:
    own = cast.grant()
    works.asks(f.OpenMailbox(1, own), f.OpenMailbox(2, own), f.CloseVisit(3, own))
    assert isinstance(works.answer(), a.VisitClosed)
    works.town.opened.set()
    works.asks(f.OpenMailbox(4, cast.grant()))
    assert works.answer() == a.MailboxOpened(4, cast.OPENED)


def test_a_token_that_cannot_be_given_back_is_forgotten_all_the_same(works: Works) -> None:
    works.town.wrong = Trouble.MANDATES_DOWN
    token = principals.grant(KAREN)
    works.asks(o.StopActing(token))
    assert forgotten(token)


def test_the_principal_is_told_and_the_token_given_back_before_the_citizen_is_logged_out(
    works: Works,
) -> None:
    token = principals.grant(KAREN)
    works.asks(
        o.TellPrincipal(1, token, KARENS_POST, DEEDS), o.StopActing(token), f.CloseVisit(2, cast.grant())
    )
    assert [works.answer().order, works.answer().order] == [1, 2]  # type: ignore[union-attr]
    assert [what.split()[0] for what in works.town.asked] == ["told", "gave", "logged"]


def test_a_principal_who_cannot_be_told_does_not_hold_up_the_end(works: Works) -> None:
    works.town.wrong = Trouble.MAILBOX_CLOSED
    token = principals.grant(KAREN)
    works.asks(
        o.TellPrincipal(1, token, KARENS_POST, DEEDS), o.StopActing(token), f.CloseVisit(2, cast.grant())
    )
    assert works.answer() == a.TroubleCame(1, Trouble.MAILBOX_CLOSED)
    assert isinstance(works.answer(), a.VisitClosed)


def test_every_change_of_a_mandate_is_answered_with_what_has_become_of_it(works: Works) -> None:
    own, wanted = cast.grant(), delegates.WANTED
    works.asks(o.RequestMandate(1, own, DRAFT), o.AcceptMandate(2, own, wanted))
    works.asks(o.DeclineMandate(3, own, wanted), o.WithdrawMandate(4, own, wanted))
    assert works.answer() == a.MandateTaken(1, replace(delegates.GIVEN, reference=Reference("REQUEST2")))
    for order, standing in ((2, Standing.IN_FORCE), (3, Standing.DECLINED), (4, Standing.WITHDRAWN)):
        assert works.answer() == a.MandateTaken(order, replace(wanted, standing=standing))


@pytest.mark.parametrize("wrong", [None, Trouble.MANDATES_DOWN], ids=["taken", "not taken"])
def test_the_login_that_signed_ends_after_what_it_signed_and_before_the_visit(
    works: Works, wrong: Trouble | None
) -> None:
    works.town.wrong = wrong
    signature = cast.grant()
    works.asks(o.GiveMandate(1, signature, DRAFT), o.EndSignature(signature), f.CloseVisit(2, cast.grant()))
    assert len(signature.access_token) > 0
    works.town.opened.set()
    assert works.answer().order == 1  # type: ignore[union-attr]
    assert isinstance(works.answer(), a.VisitClosed)
    assert works.town.asked == ["given with access", "logged out", "logged out"]
    assert forgotten(signature)


def test_a_form_is_composed_where_letters_are_pressed(works: Works) -> None:
    works.asks(o.ComposeForm(1, Form.REQUEST, FilledIn("Dorte"), cast.ANNA, "ar"))
    assert works.answer() == a.FilePressed(1, cast.PRESSED)
    assert works.town.asked == ["REQUEST for Anna Testborg about Dorte in ar"]


def test_so_is_a_receipt_that_is_to_be_printed(works: Works) -> None:
    works.asks(o.ComposeReceipt(1, KARENS_POST, DEEDS))
    assert works.answer() == a.FilePressed(1, cast.PRESSED)
    assert works.town.asked == [f"1 for {KAREN.name} to be printed"]


def test_a_register_that_hangs_does_not_hold_up_the_end_of_who_acts_for_nobody(works: Works) -> None:
    works.town.listed.clear()
    works.asks(o.ListMandates(1, cast.grant()), f.CloseVisit(2, cast.grant()))
    assert isinstance(works.answer(), a.VisitClosed)


def test_a_look_that_hangs_holds_up_no_errand(works: Works) -> None:
    token = principals.grant(KAREN)
    works.town.looked.clear()
    works.asks(o.CheckMandate(1, token), o.DoErrand(2, token, principals.CHOOSE_DOCTOR))
    assert works.answer() == a.ErrandAnswered(2, "sag-1")
    works.town.looked.set()
    assert works.answer() == a.MandateStands(1)
