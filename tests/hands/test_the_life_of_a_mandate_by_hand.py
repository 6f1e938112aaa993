"""A mandate explained, given, asked for, answered, taken back and printed, by everybody's own hand."""

from kiosk.visit import states as s
from kiosk.visit.mandates import Area, Form, PostRight, Privilege, Right, Standing
from kiosk.visit.scope_words import AREAS, POST_RIGHTS
from tests.hands.at_mandates import (
    begins_to,
    confirms,
    for_a_year,
    goes_to_mandates,
    looks_at,
    looks_at_what_is_asked,
    names,
    standing,
    ticks,
    to_the_list,
    writes_access,
)
from tests.hands.manners import in_the_other_three, in_three_manners

SEE_DOCTOR = Privilege(Area.DOCTOR, Right.READ)
CHOOSE_DOCTOR = Privilege(Area.DOCTOR, Right.HANDLE)


def test_anna_gives_dina_says_yes_and_anna_takes_it_back(visitors):
    anna = visitors()
    anna.logs_in_by_card("anna")
    goes_to_mandates(anna)
    anna.presses("give")
    anna.until(s.AskingWhich)
    anna.presses("power")
    anna.until(s.AskingScope)
    ticks(anna, SEE_DOCTOR)
    ticks(anna, CHOOSE_DOCTOR)
    anna.presses("next")
    names(anna, "dina-daughter")
    back = for_a_year(anna)
    anna.sees("Is this right?", AREAS[Area.DOCTOR], "{name} (you)", name="Anna Sørensen")
    anna.sees("You sign by logging in once more. Then {name} is asked to say yes.", name="Dina Lindqvist")
    assert anna.tongue.date_said(back.draft.until) in anna.reads()
    anna.presses("sign")
    anna.signs_by_card("anna")
    given = anna.until(s.MandateSent).mandate
    anna.sees("You have signed")
    assert given.reference.name[:4] in anna.reads()
    assert standing(to_the_list(anna), given.id) is Standing.AWAITED
    anna.leaves()

    dina = visitors()
    dina.logs_in("dina-daughter")
    goes_to_mandates(dina)
    dina.sees("Waiting for your answer")
    assert looks_at(dina, "Anna Sørensen").mandate.scope == frozenset({SEE_DOCTOR, CHOOSE_DOCTOR})
    dina.sees("Do you want to act for {name}?", "It waits for your answer.", name="Anna Sørensen")
    begins_to(dina, "accept")
    confirms(dina)
    dina.sees("You have said yes", "You can act for {name} from now on.", name="Anna Sørensen")
    dina.presses("switch")
    dina.chooses(s.AtServices, "Anna Sørensen")
    dina.hears("You are {me}. You act for {principal}.", me="Dina Lindqvist", principal="Anna Sørensen")
    dina.leaves()

    anna = visitors()
    anna.logs_in_by_card("anna")
    assert standing(goes_to_mandates(anna), given.id) is Standing.IN_FORCE
    looks_at(anna, "Dina Lindqvist")
    anna.sees("What {name} may do for you", name="Dina Lindqvist")
    begins_to(anna, "withdraw")
    anna.sees("Do you want to take it back from {name}?", name="Dina Lindqvist")
    confirms(anna)
    anna.sees("You have taken it back")
    anna.sees("From now on, {name} can do nothing for you.", name="Dina Lindqvist")
    assert standing(to_the_list(anna), given.id) is Standing.WITHDRAWN
    anna.leaves()


def test_dina_asks_and_nadia_lets_her_read_and_write_by_signing(visitors):
    dina = visitors()
    dina.logs_in("dina-daughter")
    goes_to_mandates(dina)
    dina.presses("request")
    writes_access(dina, "nadia-neighbour", PostRight.READ_AND_WRITE)
    dina.sees("Is this right?", POST_RIGHTS[PostRight.READ_AND_WRITE])
    dina.sees("{name} is asked. You can act when the answer is yes.", name="Nadia Warsame")
    dina.presses("sign")
    asked = dina.until(s.MandateSent).mandate
    dina.sees("Your request is sent")
    dina.leaves()

    nadia = visitors()
    nadia.logs_in("nadia-neighbour")
    goes_to_mandates(nadia)
    nadia.sees("Waiting for your answer")
    assert looks_at_what_is_asked(nadia, "Dina Lindqvist").mandate.id == asked.id
    nadia.sees("May {name} act for you?", name="Dina Lindqvist")
    begins_to(nadia, "accept")
    nadia.sees("You sign by logging in once more. You can take it back at any time.")
    nadia.presses("yes")
    nadia.signs_by_code("nadia-neighbour")
    nadia.until(s.MandateSent)
    nadia.sees("{name} can act for you from now on.", name="Dina Lindqvist")
    assert standing(to_the_list(nadia), asked.id) is Standing.IN_FORCE
    nadia.leaves()


def test_willy_says_no_to_asta_and_asta_can_see_it(visitors):
    willy = visitors()
    willy.logs_in("willy-waiting")
    goes_to_mandates(willy)
    offered = looks_at_what_is_asked(willy, "Asta Juhl").mandate
    begins_to(willy, "decline")
    willy.sees("Do you want to say no to {name}?", name="Asta Juhl")
    willy.sees("{name} can see that you said no. You need not say why.", name="Asta Juhl")
    confirms(willy)
    willy.sees("You have said no")
    willy.leaves()

    asta = visitors()
    asta.logs_in("asta-asked")
    assert standing(goes_to_mandates(asta), offered.id) is Standing.DECLINED
    asta.sees("Declined")
    asta.leaves()


@in_the_other_three
def test_dina_gives_back_what_ulrik_has_let_her_do(visitor):
    visitor.logs_in("dina-daughter")
    goes_to_mandates(visitor)
    held = looks_at(visitor, "Ulrik Lindqvist").mandate
    visitor.sees("What you may do for {name}", "It is in force.", name="Ulrik Lindqvist")
    begins_to(visitor, "withdraw")
    visitor.sees("From now on, you can do nothing for {name}.", name="Ulrik Lindqvist")
    confirms(visitor)
    visitor.sees("You have given it back")
    assert standing(to_the_list(visitor), held.id) is Standing.WITHDRAWN
    visitor.leaves()


@in_three_manners
def test_frida_lets_her_mother_read_what_she_could_read_until_the_birthday(visitors):
    frida = visitors()
    frida.logs_in_by_card("frida-fifteen")
    goes_to_mandates(frida)
    frida.presses("give")
    writes_access(frida, "petra-parent")
    frida.sees("If the other person opens a legal notice, it counts as if you had read it.")
    frida.presses("sign")
    frida.signs_by_card("frida-fifteen")
    frida.until(s.MandateSent)
    frida.leaves()

    petra = visitors()
    petra.logs_in("petra-parent")
    goes_to_mandates(petra)
    looks_at_what_is_asked(petra, "Frida Dahl")
    begins_to(petra, "accept")
    confirms(petra)
    petra.presses("switch")
    assert (
        petra.chooses(
            s.InFolder, "Frida Dahl", petra.tongue.say(POST_RIGHTS[PostRight.READ])
        ).mailbox.owner_name
        == "Frida Dahl"
    )
    petra.hears("You are {me}. You act for {principal}.", me="Petra Dahl", principal="Frida Dahl")
    petra.leaves()


def test_ahmed_has_it_explained_before_he_chooses(visitor):
    visitor.logs_in_by_card("ahmed")
    goes_to_mandates(visitor)
    visitor.sees("You have given nothing, and nobody has given you anything.")
    visitor.presses("explain")
    visitor.until(s.ExplainingMandates)
    visitor.sees(
        "Letters or services: which do you need?",
        "Example: Your eyes are bad. Your daughter reads your letters for you.",
        "Example: You are ill. Your son chooses a new doctor for you.",
    )
    visitor.presses("back")
    visitor.until(s.AtMandates)
    visitor.leaves()


@in_three_manners
def test_erna_prints_the_form_that_asks_elof_once_more(visitor):
    before = set(visitor.world.printer.printed())
    visitor.logs_in("erna-ended")
    visitor.chooses(s.NotThisMandate, "Elof Toft")
    visitor.presses("form")
    visitor.until(s.ChoosingForm)
    visitor.sees("Which form do you need?")
    visitor.presses(Form.REQUEST.value)
    pages = visitor.until(s.ShowingForm).pressed.pages
    visitor.sees("I ask for access to Digital Post")
    visitor.presses("print")
    visitor.until(s.AskingToPrint)
    visitor.presses("print")
    assert visitor.until(s.Printed).result.pages_done == pages
    assert len(set(visitor.world.printer.printed()) - before) == 1
    receipt = visitor.leaves().receipt
    assert receipt.sheets_printed >= 1
    assert receipt.pages_waiting == 0


@in_the_other_three
def test_dina_prints_what_she_has_typed_for_ulrik_to_sign(visitor):
    visitor.logs_in("dina-daughter")
    goes_to_mandates(visitor)
    visitor.presses("request")
    writes_access(visitor, "ulrik-uncle", PostRight.READ_AND_WRITE)
    visitor.presses("form")
    visitor.until(s.ChoosingForm)
    visitor.sees("What you have typed stands on it already.")
    visitor.presses(Form.AUTHORISATION_TO_SIGN.value)
    shown = visitor.until(s.ShowingForm)
    assert "Ulrik Lindqvist" in shown.pressed.text
    visitor.presses("print")
    visitor.until(s.AskingToPrint)
    visitor.presses("print")
    assert visitor.until(s.Printed).result.pages_done == shown.pressed.pages
    visitor.leaves()
