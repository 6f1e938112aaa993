"""Acting for somebody, at the practice town's register, provider, services and Digital Post."""

from contextlib import nullcontext
from datetime import timedelta

import pytest

from kiosk.services import MunicipalMandateOffice
from kiosk.visit.mandates import Area, Basis, Kind, Mandate, PostRight, Privilege, Right, Standing
from kiosk.visit.people import OwnGrant
from kiosk.visit.trouble import Trouble
from tests.services.clients.expecting import trouble

DOCTOR = frozenset(Privilege(Area.DOCTOR, right) for right in (Right.READ, Right.HANDLE))
MOVING = frozenset(Privilege(Area.MOVING, right) for right in (Right.READ, Right.HANDLE))
RESIDENCE = frozenset({Privilege(Area.RESIDENCE, Right.READ)})


@pytest.fixture
def office(known_machine, town) -> MunicipalMandateOffice:
    return known_machine.mandate_office(town.url)


@pytest.fixture
def held(office):
    """The one mandate of somebody under which they may act for somebody."""

    def held(grant: OwnGrant, grantor: str, scope: object = None) -> Mandate:
        found = [it for it in office.mandates(grant).received if it.grantor.name == grantor]
        return next(it for it in found if scope in (None, it.scope))

    return held


def test_a_daughter_has_three_principals_and_a_scope_for_each(office, log_in):
    found = office.mandates(log_in("dina-daughter"))
    assert {(it.grantor.name, it.basis, it.scope) for it in found.usable} == {
        ("Karen Lindqvist", Basis.READ_ACCESS, PostRight.READ),
        ("Karen Lindqvist", Basis.POWER, DOCTOR),
        ("Ulrik Lindqvist", Basis.WRITE_ACCESS, PostRight.READ_AND_WRITE),
        ("Nadia Warsame", Basis.POWER, RESIDENCE),
    }
    assert {it.grantor.language for it in found.usable} == {"da", "en"}
    assert found.given == ()


def test_what_was_given_is_listed_as_given(office, log_in):
    (given,) = office.mandates(log_in("ulrik-uncle")).given
    assert (given.holder.name, given.scope) == ("Dina Lindqvist", PostRight.READ_AND_WRITE)


def test_a_mailbox_of_somebody_is_theirs_and_ones_own_stays_ones_own(office, post, log_in, held):
    own = log_in("dina-daughter")
    grant, lasting = office.act_for(own, held(own, "Karen Lindqvist", PostRight.READ))
    assert timedelta(minutes=5) < lasting <= timedelta(hours=3)
    theirs = post.open_mailbox(grant)
    assert theirs.mailbox.owner_name == "Karen Lindqvist"
    assert post.open_mailbox(own).mailbox.owner_name == "Dina Lindqvist"
    with trouble(Trouble.MAILBOX_REFUSED):
        post.letters(own, theirs.mailbox.id, theirs.letters.folder_id, 0)


def test_reading_for_somebody_serves_them_after_a_yes(office, post, log_in, held):
    own = log_in("dina-daughter")
    grant, _ = office.act_for(own, held(own, "Karen Lindqvist", PostRight.READ))
    box = post.open_mailbox(grant)
    head = next(it for it in box.letters.heads if it.must_ask_before_opening)
    post.serve(grant, box.mailbox.id, head.id, head.version)
    letter = post.letter(grant, box.mailbox.id, head.id)
    assert post.content(grant, letter, letter.documents[0].files[0])
    post.mark_read(grant, letter)


def test_each_mechanism_opens_its_own_doors_only(office, post, log_in, held):
    own = log_in("dina-daughter")
    power, _ = office.act_for(own, held(own, "Karen Lindqvist", DOCTOR))
    access, _ = office.act_for(own, held(own, "Karen Lindqvist", PostRight.READ))
    with trouble(Trouble.MANDATE_NOT_COVERING):
        post.open_mailbox(power)
    for privilege in DOCTOR:
        assert office.do(power, privilege)
        with trouble(Trouble.MANDATE_NOT_COVERING):
            office.do(access, privilege)


def test_a_service_allows_what_the_mandate_says_and_oneself_everything(office, log_in, held):
    own = log_in("dina-daughter")
    grant, _ = office.act_for(own, held(own, "Nadia Warsame"))
    for area in Area:
        for right in (Right.READ, Right.HANDLE):
            assert office.do(own, Privilege(area, right))
            if Privilege(area, right) in RESIDENCE:
                assert office.do(grant, Privilege(area, right))
            else:
                with trouble(Trouble.MANDATE_NOT_COVERING):
                    office.do(grant, Privilege(area, right))


def test_a_mandate_that_is_taken_back_holds_for_nothing_more(office, post, town, log_in, held):
    own = log_in("viggo-volunteer")
    mandate = held(own, "Hilda Ravn")
    grant, _ = office.act_for(own, mandate)
    box = post.open_mailbox(grant)
    letter = post.letter(grant, box.mailbox.id, box.letters.heads[0].id)
    office.still_stands(grant)
    town.client.withdraw("hilda-helped", "viggo-volunteer")
    for asked in (
        lambda: office.still_stands(grant),
        lambda: post.open_mailbox(grant),
        lambda: post.content(grant, letter, letter.documents[0].files[0]),
        lambda: office.act_for(own, mandate),
    ):
        with trouble(Trouble.MANDATE_WITHDRAWN):
            asked()
    assert held(own, "Hilda Ravn").standing is Standing.WITHDRAWN
    assert post.open_mailbox(own).mailbox.owner_name == "Viggo Bruun"


def test_a_death_ends_a_mandate_that_is_in_use(office, town, log_in, held):
    own = log_in("dina-daughter")
    mandate = held(own, "Karen Lindqvist", DOCTOR)
    grant, _ = office.act_for(own, mandate)
    town.client.let_die("karen-cared-for")
    for asked in (
        lambda: office.still_stands(grant),
        lambda: office.do(grant, next(iter(DOCTOR))),
        lambda: office.act_for(own, mandate),
    ):
        with trouble(Trouble.GRANTOR_DEAD):
            asked()


@pytest.mark.parametrize(
    ("person", "grantor", "standing", "why"),
    [
        ("sami-son", "Faris Nasser", Standing.GRANTOR_DEAD, Trouble.GRANTOR_DEAD),
        ("erna-ended", "Elof Toft", Standing.EXPIRED, Trouble.MANDATE_EXPIRED),
        ("willy-waiting", "Asta Juhl", Standing.AWAITED, Trouble.MANDATE_AWAITED),
        ("petra-parent", "Frida Dahl", Standing.EXPIRED, Trouble.MANDATE_EXPIRED),
    ],
)
def test_what_is_not_in_force_is_listed_and_cannot_be_used(
    office, log_in, held, person, grantor, standing, why
):
    own = log_in(person)
    mandate = held(own, grantor)
    assert mandate.standing is standing
    assert mandate not in office.mandates(own).usable
    with trouble(why):
        office.act_for(own, mandate)


def test_nobody_acts_under_a_mandate_of_others(office, log_in, held):
    karens = held(log_in("dina-daughter"), "Karen Lindqvist", PostRight.READ)
    with trouble(Trouble.MANDATE_CHANGED):
        office.act_for(log_in("viggo-volunteer"), karens)


def test_a_company_and_a_ward_are_acted_for_under_their_own_names(office, post, log_in, held):
    sigurd = log_in("sigurd-signatory")
    company = held(sigurd, "Strandby Cykler ApS")
    assert (company.grantor.kind, company.grantor.number) == (Kind.COMPANY, "10000099")
    assert (company.basis, company.scope, company.until) == (Basis.SIGNATORY, MOVING, None)
    grant, _ = office.act_for(sigurd, company)
    assert office.do(grant, next(iter(MOVING)))
    gerda = log_in("gerda-guardian")
    grant, _ = office.act_for(gerda, held(gerda, "Walter Skov", PostRight.READ))
    assert post.open_mailbox(grant).mailbox.owner_name == "Walter Skov"


@pytest.mark.parametrize(
    ("person", "other", "basis"),
    [
        ("gustav-general", "Inga Holt", Basis.GENERAL_POWER),
        ("flora-future", "Frode Steen", Basis.FUTURE_POWER),
    ],
)
def test_a_wider_power_of_attorney_is_a_basis_too(office, post, log_in, held, person, other, basis):
    own = log_in(person)
    mandate = held(own, other)
    grant, _ = office.act_for(own, mandate)
    assert (mandate.basis, mandate.can_be_withdrawn) == (basis, basis is Basis.GENERAL_POWER)
    assert office.do(grant, next(iter(MOVING)))
    with trouble(Trouble.MANDATE_NOT_COVERING):
        post.open_mailbox(grant)


def test_ten_thousand_are_too_many_to_choose_from(office, log_in):
    with trouble(Trouble.MANDATES_TOO_MANY):
        office.mandates(log_in("mads-many"))


def test_who_has_none_has_none(office, log_in):
    found = office.mandates(log_in("anna"))
    assert (found.received, found.given) == ((), ())


def test_a_token_that_was_given_back_is_worth_nothing_and_ones_own_still_is(office, post, log_in, held):
    own = log_in("dina-daughter")
    grant, _ = office.act_for(own, held(own, "Ulrik Lindqvist"))
    other, _ = office.act_for(own, held(own, "Karen Lindqvist", PostRight.READ))
    office.stop_acting(grant)
    for asked in (office.still_stands, post.open_mailbox):
        with trouble(Trouble.SESSION_EXPIRED):
            asked(grant)
    assert post.open_mailbox(other)
    assert post.open_mailbox(own)


def test_with_the_login_all_that_was_exchanged_ends(office, provider, post, log_in, held):
    own = log_in("dina-daughter")
    mandate = held(own, "Ulrik Lindqvist")
    grant, _ = office.act_for(own, mandate)
    provider.log_out(own)
    for asked in (lambda: office.still_stands(grant), lambda: post.open_mailbox(grant)):
        with trouble(Trouble.SESSION_EXPIRED):
            asked()
    with trouble(Trouble.SESSION_EXPIRED):
        office.act_for(own, mandate)


def test_the_receipt_lies_in_the_mailbox_of_whoever_it_is_for(office, post, town, log_in, held):
    own, ulrik = log_in("dina-daughter"), log_in("ulrik-uncle")
    mandate = held(own, "Ulrik Lindqvist")
    grant, _ = office.act_for(own, mandate)
    before = post.open_mailbox(ulrik).letters.total
    office.tell_principal(grant, mandate, b"%PDF-1.7 what was done")
    town.client.withdraw("ulrik-uncle", "dina-daughter")
    office.tell_principal(grant, mandate, b"%PDF-1.7 and what was done until the end")
    assert post.open_mailbox(ulrik).letters.total == before + 2


def test_a_company_has_no_mailbox_for_a_receipt(office, log_in, held):
    own = log_in("sigurd-signatory")
    mandate = held(own, "Strandby Cykler ApS")
    grant, _ = office.act_for(own, mandate)
    with trouble(Trouble.MAILBOX_CLOSED):
        office.tell_principal(grant, mandate, b"%PDF-1.7 what was done")


@pytest.mark.parametrize(
    ("kind", "understood"),
    [
        ("older namespace", True),
        ("several groups", True),
        ("empty groups", True),
        ("scope of somebody else", True),
        ("unknown privileges", True),
        ("ten thousand groups", True),
        ("no namespace", False),
        ("foreign namespace", False),
        ("entities", False),
        ("not xml", False),
    ],
)
def test_an_odd_document_is_read_right_or_refused(office, town, log_in, held, kind, understood):
    own = log_in("dina-daughter")
    town.client.switch(mandates_document=kind)
    if understood:
        assert office.act_for(own, held(own, "Karen Lindqvist", DOCTOR))
    else:
        unclear = held(own, "Karen Lindqvist", frozenset())
        with trouble(Trouble.MANDATES_ODD):
            office.act_for(own, unclear)
        assert office.act_for(own, held(own, "Karen Lindqvist", PostRight.READ))


def test_a_list_that_says_nothing_allows_nothing(office, town, log_in):
    own = log_in("dina-daughter")
    town.client.switch(mandates_document="no groups")
    nothing = next(it for it in office.mandates(own).usable if it.scope == frozenset())
    with trouble(Trouble.MANDATES_ODD):
        office.act_for(own, nothing)


@pytest.mark.parametrize(
    ("switch", "own_errand", "errand_for_another"),
    [
        ("services_down", Trouble.SERVICE_DOWN, Trouble.SERVICE_DOWN),
        ("services_nonsense", Trouble.SERVICE_ODD, Trouble.SERVICE_ODD),
        ("services_refused", Trouble.SERVICE_REFUSED, Trouble.MANDATE_NOT_COVERING),
        ("mandates_down", None, Trouble.SERVICE_DOWN),
    ],
)
def test_a_service_that_fails_is_no_matter_of_mandates(
    office, town, log_in, held, switch, own_errand, errand_for_another
):
    own = log_in("dina-daughter")
    grant, _ = office.act_for(own, held(own, "Nadia Warsame"))
    town.client.switch(**{switch: True})
    for asking, why in ((own, own_errand), (grant, errand_for_another)):
        with trouble(why) if why else nullcontext():
            office.do(asking, next(iter(RESIDENCE)))


@pytest.mark.parametrize(
    ("switches", "listing", "acting"),
    [
        ({"mandates_down": True}, Trouble.MANDATES_DOWN, Trouble.MANDATES_DOWN),
        ({"login_down": True}, None, Trouble.MANDATES_DOWN),
        ({"mandates_nonsense": True}, Trouble.MANDATES_ODD, None),
        ({"switched_off": True}, Trouble.NETWORK_GONE, Trouble.NETWORK_GONE),
    ],
    ids=str,
)
def test_a_fault_of_the_town_has_its_name(office, town, log_in, held, switches, listing, acting):
    own = log_in("dina-daughter")
    mandate = held(own, "Ulrik Lindqvist")
    grant, _ = office.act_for(own, mandate)
    town.client.switch(**switches)
    for why, asked in (
        (listing, lambda: office.mandates(own)),
        (acting, lambda: office.act_for(own, mandate)),
        (acting, lambda: office.still_stands(grant)),
    ):
        if why is None:
            asked()
        else:
            with trouble(why):
                asked()
