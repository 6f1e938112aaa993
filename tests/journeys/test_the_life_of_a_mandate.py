"""A mandate from its first question to its end, with two people at the kiosk one after the other."""

from datetime import timedelta

from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.journal import What
from kiosk.visit.mandates import Form, Mandate, PostRight, Standing, Term
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble
from tests.journeys.story import Story, Visits
from tests.principals import CHOOSE_DOCTOR, SEE_DOCTOR

POWER = (e.PowerChosen(), e.PrivilegeTicked(SEE_DOCTOR), e.PrivilegeTicked(CHOOSE_DOCTOR))
ACCESS = (e.PostAccessChosen(), e.PostRightChosen(PostRight.READ_AND_WRITE))


def goes_to_mandates(story: Story) -> s.AtMandates:
    story.says(e.MandatesAsked())
    return story.until(s.AtMandates)


def comes_as_dina(story: Story) -> s.AtMandates:
    story.identifies_by_code("dina-daughter")
    story.until(s.ChoosingPrincipal)
    return goes_to_mandates(story)


def writes(story: Story, other: str, *scope: e.Said, name: str = "") -> s.ReadingBack:
    person = story.world.people[other]
    story.says(*scope, e.ScopeConfirmed(), e.OtherCprGiven(Secret(person.cpr)))
    story.says(e.OtherNameGiven(Secret(name or person.name)))
    story.says(e.UntilChosen(Term.ONE_YEAR.last_day(story.clock.now().date())))
    return story.until(s.ReadingBack)


def signs_by_card(story: Story, person: str = "anna") -> None:
    def asks(at: s.SigningMandate) -> bool:
        return isinstance(at.proof, s.Identifying) and isinstance(at.proof.way, s.AskingPin)

    story.until(s.SigningMandate, asks)
    story.says(e.PinGiven(story.world.pin(person)))


def gives(story: Story, *scope: e.Said, name: str = "") -> Mandate:
    story.logs_in_by_card()
    goes_to_mandates(story)
    story.says(e.GivingChosen())
    writes(story, "dina-daughter", *scope, name=name)
    story.says(e.SigningAsked())
    signs_by_card(story)
    return story.until(s.MandateSent).mandate


def looks_at(story: Story, mandate_id: str) -> Mandate:
    story.says(e.MandateChosen(mandate_id))
    return story.until(s.LookingAtMandate).mandate


def test_what_is_given_and_accepted_is_in_force_until_it_is_withdrawn(visits: Visits) -> None:
    anna = visits()
    mandate = gives(anna, *POWER)
    assert mandate.standing is Standing.AWAITED
    assert mandate.scope == frozenset({SEE_DOCTOR, CHOOSE_DOCTOR})
    signed = anna.whats[anna.whats.index(What.SIGNING_BEGUN) :]
    assert signed == [What.SIGNING_BEGUN, What.LOGIN_BY_CARD, What.SIGNED_IN, What.MANDATE_GIVEN]
    assert anna.leaves().receipt.logged_out

    dina = visits()
    comes_as_dina(dina)
    assert looks_at(dina, mandate.id).awaits_me
    dina.says(e.AcceptingAsked(), e.SigningAsked())
    assert dina.until(s.MandateSent).mandate.standing is Standing.IN_FORCE
    dina.says(e.WentBack())
    dina.until(s.AtMandates)
    dina.says(e.WentBack())
    assert mandate.id in {each.id for each in dina.until(s.ChoosingPrincipal).mandates.usable}
    dina.leaves()

    anna = visits()
    anna.logs_in_by_card()
    goes_to_mandates(anna)
    looks_at(anna, mandate.id)
    anna.says(e.WithdrawingAsked(), e.SigningAsked())
    assert anna.until(s.MandateSent).mandate.standing is Standing.WITHDRAWN


def test_the_citizens_own_login_goes_on_after_a_signature(story: Story) -> None:
    gives(story, *ACCESS)
    story.says(e.WentBack())
    story.until(s.AtMandates)
    for _ in range(3):
        story.later(timedelta(seconds=11))
    story.says(e.WentBack())
    folder = story.until(s.InFolder)
    story.says(
        e.LetterChosen(next(head.id for head in folder.letters.heads if not head.must_ask_before_opening))
    )
    story.until(s.Reading)


def test_what_is_asked_for_is_signed_by_the_one_who_lets_it_happen(visits: Visits) -> None:
    dina = visits()
    comes_as_dina(dina)
    dina.says(e.RequestingChosen())
    writes(dina, "anna", *ACCESS)
    dina.says(e.SigningAsked())
    mandate = dina.until(s.MandateSent).mandate
    dina.leaves()

    anna = visits()
    anna.identifies_by_card("anna")
    assert [each.id for each in anna.until(s.ChoosingPrincipal).mandates.asked] == [mandate.id]
    goes_to_mandates(anna)
    assert looks_at(anna, mandate.id).awaits_me
    anna.says(e.AcceptingAsked(), e.SigningAsked())
    signs_by_card(anna)
    assert anna.until(s.MandateSent).mandate.standing is Standing.IN_FORCE


def test_a_wrong_name_is_taken_as_a_right_one_is_and_reaches_nobody(visits: Visits) -> None:
    anna = visits()
    mandate = gives(anna, *POWER, name="Somebody Else")
    assert mandate.standing is Standing.AWAITED
    anna.leaves()
    assert comes_as_dina(visits()).mandates.find(mandate.id) is None


def test_who_is_second_to_change_a_mandate_is_told(story: Story) -> None:
    mandate = gives(story, *POWER)
    story.says(e.WentBack())
    story.until(s.AtMandates)
    story.world.town.client.switch(mandate_changed=True)
    looks_at(story, mandate.id)
    story.says(e.WithdrawingAsked(), e.SigningAsked())
    assert story.until(s.Hindered).trouble is Trouble.MANDATE_CHANGED
    story.says(e.TriedAgain())
    changed = story.until(s.AtMandates).mandates.find(mandate.id)
    assert changed is not None
    assert changed.version > mandate.version


def test_the_road_on_paper_ends_at_the_printer(story: Story) -> None:
    story.logs_in_by_card()
    goes_to_mandates(story)
    story.says(e.RequestingChosen())
    writes(story, "dina-daughter", *POWER)
    story.says(e.FormAsked(), e.FormChosen(Form.REQUEST))
    shown = story.until(s.ShowingForm)
    assert "Dina Lindqvist" in shown.pressed.text
    story.prints()
    assert story.until(s.Printed).result.pages_done == shown.pressed.pages
