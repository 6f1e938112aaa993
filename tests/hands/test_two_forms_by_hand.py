"""An empty form is about services or about letters: it is asked which, and each of the two is another form."""

from kiosk.visit import states as s
from kiosk.visit.mandates import Form
from kiosk.visit.scope_words import AREAS, POST_RIGHTS
from kiosk.visit.trouble import Trouble
from tests.hands.visitor import Visitor
from ui.tongue import tongue

DANISH = tongue("da")
SQUARES = {"power": 4 * 3, "post": 2}
"""Four areas with three rights each; to read, or to read and write."""


def asks_for_a_form(visitor: Visitor) -> None:
    """Nobody has let Anna act for them yet."""
    visitor.logs_in("anna")
    visitor.until(s.InFolder)
    visitor.presses("forOthers")
    assert visitor.until(s.Hindered).trouble is Trouble.MANDATE_MISSING
    visitor.presses("form")
    visitor.until(s.AskingWhichForm)
    visitor.sees("What is the form about?", "Power of attorney", "Access to Digital Post")


def looks_at_the_form(visitor: Visitor, mechanism: str) -> str:
    """All that stands on it."""
    visitor.presses(mechanism)
    visitor.until(s.ChoosingForm)
    visitor.sees("Which form do you need?", "You fill in the rest by hand.")
    visitor.presses(Form.AUTHORISATION_TO_SIGN.value)
    text = visitor.until(s.ShowingForm).pressed.text
    assert text.count("☐") == SQUARES[mechanism]
    return text


def goes_back_to_the_question(visitor: Visitor) -> None:
    visitor.presses("back")
    visitor.until(s.ChoosingForm)
    visitor.presses("back")
    visitor.until(s.AskingWhichForm)


def test_anna_looks_at_both_forms_and_prints_the_one_for_letters(visitor):
    before = set(visitor.world.printer.printed())
    asks_for_a_form(visitor)
    of_services = looks_at_the_form(visitor, "power")
    visitor.sees("Somebody lets me act for them")
    goes_back_to_the_question(visitor)
    of_letters = looks_at_the_form(visitor, "post")
    visitor.sees("Somebody gives me access to their Digital Post")
    letters, services = ([DANISH.say(each) for each in words.values()] for words in (POST_RIGHTS, AREAS))
    assert all(said in of_letters and said not in of_services for said in letters)
    assert all(said in of_services and said not in of_letters for said in services)
    visitor.presses("print")
    visitor.until(s.AskingToPrint)
    visitor.presses("print")
    visitor.until(s.Printed)
    assert len(set(visitor.world.printer.printed()) - before) == 1
    visitor.leaves()


def test_anna_has_it_explained_before_she_chooses_a_form(visitor):
    asks_for_a_form(visitor)
    visitor.presses("explain")
    visitor.until(s.ExplainingMandates)
    visitor.sees("Letters or services: which do you need?")
    visitor.presses("back")
    visitor.until(s.AskingWhichForm)
    visitor.presses("back")
    visitor.until(s.ChoosingPrincipal)
    visitor.leaves()
