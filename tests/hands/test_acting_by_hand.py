"""Everybody of the town who acts for somebody, in every language, with a finger and with keys alone."""

from kiosk.visit import states as s
from kiosk.visit.mandates import Area, DeedKind
from kiosk.visit.trouble import Trouble
from tests.hands.at_services import orders


def test_dina_acts_for_three_people_and_for_herself(visitor):
    visitor.logs_in("dina-daughter")
    visitor.chooses(s.InFolder, "Karen Lindqvist")
    assert "\u2068Karen Lindqvist\u2069" in visitor.reads()
    visitor.presses("switch")
    visitor.chooses(s.InFolder, "Ulrik Lindqvist")
    assert "Karen" not in visitor.reads()
    visitor.presses("switch")
    visitor.chooses(s.AtServices, "Nadia Warsame")
    visitor.presses("switch")
    visitor.until(s.ChoosingPrincipal)
    visitor.presses("myself")
    visitor.until(s.InFolder)
    assert "Nadia" not in visitor.reads()
    visitor.leaves()


def test_sami_is_told_with_sympathy_that_his_father_has_died(visitor):
    visitor.logs_in("sami-son")
    place = visitor.chooses(s.NotThisMandate, "Faris Nasser")
    assert place.trouble is Trouble.GRANTOR_DEAD
    visitor.sees("The person has died. Nobody can act for them here any more.")
    visitor.sees("You have done nothing wrong. We are sorry for your loss.")
    visitor.presses("back")
    visitor.until(s.ChoosingPrincipal)
    visitor.leaves()


def test_petra_sees_to_her_daughter_of_fourteen_and_reads_what_her_son_lets_her(visitor):
    visitor.logs_in("petra-parent")
    assert visitor.chooses(s.NotThisMandate, "Frida Dahl").trouble is Trouble.MANDATE_EXPIRED
    visitor.presses("back")
    visitor.chooses(s.AtServices, "Fie Dahl")
    visitor.presses("switch")
    visitor.chooses(s.InFolder, "Sofus Dahl")
    visitor.leaves()


def test_petra_takes_her_daughters_receipt_along_on_paper(visitor):
    visitor.logs_in("petra-parent")
    visitor.chooses(s.AtServices, "Fie Dahl")
    orders(visitor, Area.HEALTH_CARD)
    visitor.presses("switch")
    visitor.until(s.OfferingReceipt)
    visitor.sees("{name} has no mailbox that we could send it to.", name="Fie Dahl")
    visitor.presses("print")
    visitor.until(s.Printed)
    visitor.sees("The receipt is printed", "Take it along, and pass it on.")
    visitor.presses("onward")
    visitor.until(s.ChoosingPrincipal)
    visitor.presses("myself")
    visitor.until(s.InFolder)
    receipt = visitor.leaves().receipt
    assert (receipt.told, receipt.taken_along, receipt.untold) == (0, 1, 0)


def test_sofus_has_a_mailbox_of_his_own(visitor):
    visitor.logs_in("sofus-seventeen")
    assert visitor.until(s.InFolder).mailbox.owner_name == "Sofus Dahl"
    visitor.leaves()


def test_gerda_does_an_errand_for_her_ward_with_her_own_login(visitor):
    visitor.logs_in("gerda-guardian")
    visitor.chooses(s.AtServices, "Walter Skov")
    orders(visitor, Area.HEALTH_CARD)
    assert [deed.kind for deed in visitor.deeds] == [DeedKind.MATTER_HANDLED]
    assert visitor.leaves().receipt.told == 1


def test_sigurd_is_a_company_or_himself_and_never_both(visitor):
    visitor.logs_in("sigurd-signatory")
    visitor.chooses(s.AtServices, "Strandby Cykler ApS")
    assert "Strandby" in visitor.reads()
    visitor.presses("switch")
    visitor.until(s.ChoosingPrincipal)
    visitor.presses("myself")
    visitor.until(s.InFolder)
    assert "Strandby" not in visitor.reads()
    visitor.leaves()


def test_viggo_is_stopped_when_hilda_takes_it_back_while_he_prints(visitor):
    visitor.world.printer.set_seconds_a_page(2)
    visitor.logs_in("viggo-volunteer")
    visitor.chooses(s.InFolder, "Hilda Ravn")
    head = visitor.story.here.letters.heads[0]
    visitor.picks(head.label)
    visitor.until(s.Reading)
    visitor.presses("print")
    visitor.until(s.AskingToPrint)
    visitor.presses("print")
    visitor.until(s.Printing)
    visitor.world.town.client.withdraw("hilda-helped", "viggo-volunteer")
    visitor.story.later(visitor.story.runner.visit.limits.mandate)
    assert visitor.until(s.ActingEnded).trouble is Trouble.MANDATE_WITHDRAWN
    visitor.sees("The person has taken back your right to act for them.")
    visitor.sees("What you have done until now is not undone.")
    assert "Hilda" not in visitor.reads()
    visitor.leaves()


def test_mads_has_too_many_mandates_for_a_screen(visitor):
    visitor.logs_in("mads-many")
    place = visitor.until(s.Hindered)
    assert place.trouble is Trouble.MANDATES_TOO_MANY
    visitor.sees("There are more people you may act for than this screen can show.")
    visitor.sees("Ask the staff. You can still do your own affairs here.")
    visitor.presses("back")
    visitor.until(s.ChoosingPrincipal)
    visitor.presses("myself")
    visitor.until(s.InFolder)
    visitor.leaves()
