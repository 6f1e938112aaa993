"""What the provider calls whoever acts and whoever is acted for, so that a journal can without their names."""

from kiosk.visit.mandates import PostRight


def test_both_are_called_by_names_of_the_providers_that_stay_the_same(known_machine, town, log_in):
    office = known_machine.mandate_office(town.url)

    def acts(mandate):
        grant, _ = office.act_for(own, mandate)
        return grant.helper, grant.principal

    own = log_in("dina-daughter")
    karens = [it for it in office.mandates(own).usable if it.grantor.name == "Karen Lindqvist"]
    post = next(it for it in karens if it.scope is PostRight.READ)
    power = next(it for it in karens if it.scope is not PostRight.READ)
    helper, principal = acts(post)
    assert None not in (helper, principal)
    assert helper != principal
    assert acts(power) == (helper, principal)
