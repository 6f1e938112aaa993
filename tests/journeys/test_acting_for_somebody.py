"""The people of the town who act for others, each once from the card to the goodbye."""

from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pikepdf
import pytest

from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.journal import What
from kiosk.visit.mandates import Area, DeedKind, PostRight, Privilege, Right, Standing
from kiosk.visit.paper import sheets
from kiosk.visit.trouble import Trouble
from tests.journeys.story import Story, Visits
from tests.journeys.test_from_card_to_paper import ordinary
from tests.journeys.test_the_life_of_a_mandate import goes_to_mandates, looks_at, signs_by_card, writes
from tests.principals import CHOOSE_DOCTOR, MOVE_HOUSE, SEE_DOCTOR

K = TypeVar("K")
SEE_RESIDENCE = Privilege(Area.RESIDENCE, Right.READ)
ABOUT_FIE = "Dit barn er indkaldt til tandlægen"


def comes(story: Story, person: str) -> s.ChoosingPrincipal:
    """Nobody is chosen for them."""
    story.identifies_by_code(person)
    choice = story.until(s.ChoosingPrincipal)
    assert session(story).acting is None
    return choice


def session(story: Story) -> s.Session:
    state = story.runner.visit.state
    assert isinstance(state, s.SignedIn)
    return state.session


def acts_for(story: Story, name: str, there: type[K], post: bool | None = None) -> K:
    """Under the mandate of that kind."""
    choice = story.until(s.ChoosingPrincipal)
    mandate = next(
        it
        for it in choice.mandates.received
        if it.grantor.name == name and post in (None, isinstance(it.scope, PostRight))
    )
    story.says(e.PrincipalChosen(mandate.id))
    return story.until(there)


def does(story: Story, *privileges: Privilege) -> None:
    for privilege in privileges:
        story.says(e.ErrandChosen(privilege), e.ErrandConfirmed())
        story.until(s.ErrandDone)
        story.says(e.WentBack())
        story.until(s.AtServices)


def may_not(story: Story, privilege: Privilege) -> None:
    story.says(e.ErrandChosen(privilege))
    assert story.until(s.Hindered).trouble is Trouble.MANDATE_NOT_COVERING
    story.says(e.WentBack())
    story.until(s.AtServices)


def switches(story: Story) -> s.ChoosingPrincipal:
    story.says(e.SwitchAsked())
    choice = story.until(s.ChoosingPrincipal)
    assert session(story).acting is None
    return choice


def prints_receipt(story: Story) -> s.Printed:
    """It did not reach the principal; now it is on paper, and the citizen goes on."""
    story.until(s.OfferingReceipt)
    story.says(e.PrintAsked())
    printed = story.until(s.Printed)
    story.says(e.WentBack())
    return printed


def goes_on_without(story: Story) -> None:
    story.until(s.OfferingReceipt)
    story.says(e.WentBack())


def for_herself(story: Story) -> s.InFolder:
    story.until(s.ChoosingPrincipal)
    story.says(e.MyselfChosen())
    return story.until(s.InFolder)


def test_a_daughter_does_for_each_of_three_what_their_mandate_says(visits: Visits) -> None:
    dina = visits()
    choice = comes(dina, "dina-daughter")
    assert {it.grantor.name for it in choice.mandates.usable} == {
        "Karen Lindqvist",
        "Ulrik Lindqvist",
        "Nadia Warsame",
    }
    assert acts_for(dina, "Karen Lindqvist", s.InFolder, post=True).mailbox.owner_name == "Karen Lindqvist"
    dina.opens(ordinary)
    switches(dina)
    acts_for(dina, "Karen Lindqvist", s.AtServices, post=False)
    does(dina, SEE_DOCTOR, CHOOSE_DOCTOR)
    may_not(dina, MOVE_HOUSE)
    switches(dina)
    assert acts_for(dina, "Ulrik Lindqvist", s.InFolder).mailbox.owner_name == "Ulrik Lindqvist"
    dina.opens(ordinary)
    switches(dina)
    acts_for(dina, "Nadia Warsame", s.AtServices)
    does(dina, SEE_RESIDENCE)
    may_not(dina, SEE_DOCTOR)
    switches(dina)
    assert for_herself(dina).mailbox.owner_name == "Dina Lindqvist"
    receipt = dina.leaves().receipt
    assert (receipt.told, receipt.untold, receipt.logged_out) == (4, 0, True)
    assert dina.whats.count(What.ACTING_BEGUN) == dina.whats.count(What.SWITCHED) == 4

    nadia = visits()
    nadia.logs_in_by_code("nadia-neighbour")
    read = nadia.opens(lambda head: head.label == "Receipt: what somebody has done for you")
    assert "Dina Lindqvist" in read.pressed.text


def test_a_volunteer_whose_mandate_is_withdrawn_while_he_prints_is_stopped_politely(story: Story) -> None:
    comes(story, "viggo-volunteer")
    acts_for(story, "Hilda Ravn", s.InFolder)
    assert story.opens(lambda head: head.label == "Din pension næste år").pressed.pages == 3
    story.world.printer.set_seconds_a_page(0.6)
    sides = story.prints().sides
    story.until(s.Printing, lambda now: now.progress.pages_done >= 1)
    story.world.town.client.withdraw("hilda-helped", "viggo-volunteer")
    story.later(timedelta(seconds=10))
    ended = story.until(s.ActingEnded)
    out = sheets(pages_of(story.world.printer.printed()[-1]), sides)
    assert (ended.trouble, ended.sheets_out) == (Trouble.MANDATE_WITHDRAWN, out)
    owed = session(story).owed
    assert owed is not None
    assert (DeedKind.SHEETS_PRINTED, out) in {(deed.kind, deed.count) for deed in owed.deeds}
    (mandate,) = switches(story).mandates.received
    assert mandate.standing is Standing.WITHDRAWN
    receipt = story.leaves().receipt
    assert (receipt.sheets_printed, receipt.pages_waiting) == (out, 0)
    assert (receipt.told, receipt.untold) == (1, 0)


def pages_of(paper: Path) -> int:
    with pikepdf.open(paper) as pdf:
        return len(pdf.pages)


NOT_NOW = {
    "sami-son": ("Faris Nasser", Trouble.GRANTOR_DEAD),
    "erna-ended": ("Elof Toft", Trouble.MANDATE_EXPIRED),
    "willy-waiting": ("Asta Juhl", Trouble.MANDATE_AWAITED),
    "poul-parent": ("Frida Dahl", Trouble.MANDATE_EXPIRED),
}
"""His father died yesterday, her right ended, he waits, and their daughter has turned fifteen."""


@pytest.mark.parametrize("person", NOT_NOW)
def test_why_nobody_can_act_is_said_and_their_own_affairs_go_on(story: Story, person: str) -> None:
    name, why = NOT_NOW[person]
    comes(story, person)
    assert acts_for(story, name, s.NotThisMandate).trouble is why
    story.says(e.WentBack())
    story.until(s.ChoosingPrincipal)
    own = for_herself(story)
    assert own.mailbox.owner_name == story.world.people[person].name
    assert What.ACTING_BEGUN not in story.whats


def test_a_mother_of_three_acts_for_each_as_old_as_they_are(story: Story) -> None:
    comes(story, "petra-parent")
    acts_for(story, "Fie Dahl", s.AtServices)
    does(story, CHOOSE_DOCTOR)
    may_not(story, MOVE_HOUSE)
    story.says(e.PostAsked())
    story.until(s.AtServices)
    story.says(e.SwitchAsked())
    prints_receipt(story)
    assert acts_for(story, "Sofus Dahl", s.InFolder).mailbox.owner_name == "Sofus Dahl"
    switches(story)
    assert ABOUT_FIE in {head.label for head in for_herself(story).letters.heads}
    receipt = story.leaves().receipt
    assert (receipt.told, receipt.taken_along, receipt.untold) == (1, 1, 0), (
        "Fie has no mailbox for a receipt"
    )


def test_the_other_parent_finds_the_same_letter_and_may_not_read_the_eldests(story: Story) -> None:
    choice = comes(story, "poul-parent")
    assert "Sofus Dahl" not in {it.grantor.name for it in choice.mandates.received}
    assert ABOUT_FIE in {head.label for head in for_herself(story).letters.heads}


def test_who_is_fifteen_lets_her_mother_read_again(visits: Visits) -> None:
    """Until her birthday the law did."""
    frida = visits()
    frida.logs_in_by_card("frida-fifteen")
    goes_to_mandates(frida)
    frida.says(e.GivingChosen())
    writes(frida, "petra-parent", e.PostAccessChosen(), e.PostRightChosen(PostRight.READ))
    frida.says(e.SigningAsked())
    signs_by_card(frida, "frida-fifteen")
    given = frida.until(s.MandateSent).mandate
    frida.leaves()

    petra = visits()
    comes(petra, "petra-parent")
    goes_to_mandates(petra)
    looks_at(petra, given.id)
    petra.says(e.AcceptingAsked(), e.SigningAsked())
    petra.until(s.MandateSent)
    petra.says(e.WentBack())
    petra.until(s.AtMandates)
    petra.says(e.WentBack())
    petra.until(s.ChoosingPrincipal)
    petra.says(e.PrincipalChosen(given.id))
    assert petra.until(s.InFolder).mailbox.owner_name == "Frida Dahl"


def test_who_is_fourteen_has_no_mailbox_yet(story: Story) -> None:
    story.identifies_by_code("fie-fourteen")
    assert story.until(s.Hindered).trouble is Trouble.MAILBOX_NOT_YET


def test_who_may_only_phone_is_told_that_the_machine_is_not_the_place(story: Story) -> None:
    comes(story, "fanny-phone")
    told = acts_for(story, "Inga Holt", s.NotThisMandate)
    assert told.trouble is Trouble.MANDATE_OF_NO_USE
    story.says(e.WentBack())
    story.until(s.ChoosingPrincipal)
    assert for_herself(story).mailbox.owner_name == "Fanny Thrane"
    assert What.ACTING_BEGUN not in story.whats


@pytest.mark.parametrize("kind", ["no groups", "not xml", "foreign namespace"])
def test_a_power_that_nobody_can_read_is_refused_in_the_list_and_hides_no_other(
    story: Story, kind: str
) -> None:
    story.world.town.client.switch(mandates_document=kind)
    comes(story, "dina-daughter")
    told = acts_for(story, "Nadia Warsame", s.NotThisMandate)
    assert told.trouble is Trouble.MANDATE_OF_NO_USE
    story.says(e.WentBack())
    assert acts_for(story, "Ulrik Lindqvist", s.InFolder).mailbox.owner_name == "Ulrik Lindqvist"


def test_a_guardian_is_herself_all_the_time(story: Story) -> None:
    """And the ward, whose login nobody else may use, has none."""
    comes(story, "gerda-guardian")
    acts_for(story, "Walter Skov", s.AtServices, post=False)
    does(story, MOVE_HOUSE)
    switches(story)
    assert acts_for(story, "Walter Skov", s.InFolder, post=True).mailbox.owner_name == "Walter Skov"
    story.opens(ordinary)
    assert session(story).citizen.name == "Gerda Munk"
    receipt = story.leaves().receipt
    assert (receipt.told, receipt.untold) == (2, 0)
    assert story.world.people["walter-ward"].user_id == ""


def test_a_company_and_who_signs_for_it_are_kept_apart(story: Story) -> None:
    comes(story, "sigurd-signatory")
    acts_for(story, "Strandby Cykler ApS", s.AtServices)
    does(story, MOVE_HOUSE)
    may_not(story, SEE_DOCTOR)
    story.says(e.PostAsked())
    story.until(s.AtServices)
    story.says(e.SwitchAsked())
    goes_on_without(story)
    assert for_herself(story).mailbox.owner_name == "Sigurd Bang"
    story.says(e.ServicesAsked())
    story.until(s.AtServices)
    does(story, SEE_DOCTOR)
    receipt = story.leaves().receipt
    assert (receipt.deeds, receipt.told, receipt.untold) == (1, 0, 1)


def test_ten_thousand_mandates_are_too_many_to_choose_from(story: Story) -> None:
    story.identifies_by_code("mads-many")
    assert story.until(s.Hindered).trouble is Trouble.MANDATES_TOO_MANY
    story.says(e.WentBack())
    assert story.until(s.ChoosingPrincipal).mandates.received == ()
    assert for_herself(story).mailbox.owner_name == "Mads Mikkelborg"
