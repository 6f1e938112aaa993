"""The lease: who is at a machine already, and what the other machine hears."""

import httpx
import pytest

from tests.services.town.visitor import Visitor


def ask(visitor: Visitor, visit: str, **more: str) -> httpx.Response:
    return visitor.op("lease", token=visitor.access, visit=visit, **{"expires_in": "30", **more})


def test_who_is_alone_gets_the_lease_and_renews_it(visitor):
    anna = visitor().log_in_by_code("anna")
    for _ in range(2):
        answer = ask(anna, "one")
        assert (answer.status_code, answer.json()) == (200, {"expires_in": 30})


def test_a_second_machine_hears_since_when_and_nothing_about_where(visitor):
    first, second = visitor().log_in_by_code("anna"), visitor().log_in_by_card("anna")
    ask(first, "one", machine="north")
    held = ask(second, "two", machine="south")
    assert held.status_code == 409
    assert set(held.json()) == {"error", "since"}
    assert held.json()["error"] == "held_elsewhere"
    assert isinstance(held.json()["since"], int)


def test_people_do_not_stand_in_each_others_way(visitor):
    anna, ahmed = visitor().log_in_by_code("anna"), visitor().log_in_by_code("ahmed")
    assert ask(anna, "one").is_success
    assert ask(ahmed, "two").is_success


def test_a_moved_visit_is_told_at_its_next_renewal(visitor):
    first, second = visitor().log_in_by_code("anna"), visitor().log_in_by_code("anna")
    ask(first, "one")
    assert ask(second, "two", move="true").is_success
    assert ask(first, "one").status_code == 409
    assert ask(second, "two").is_success


def test_the_visit_that_has_moved_away_takes_nothing_with_it_when_it_logs_out(visitor):
    first, second, third = (visitor().log_in_by_code("anna") for _ in range(3))
    ask(first, "one")
    ask(second, "two", move="true")
    first.op("endsession", id_token_hint=first.id_token)
    assert ask(third, "three").status_code == 409
    second.op("endsession", id_token_hint=second.id_token)
    assert ask(third, "three").is_success


def test_a_machine_that_falls_silent_loses_the_lease(visitor):
    first, second = visitor().log_in_by_code("anna"), visitor().log_in_by_code("anna")
    ask(first, "one")
    first.town.client.switch(clock_ahead_s=31)
    assert ask(second, "two").is_success
    assert ask(first, "one").status_code == 409


def test_a_crashed_visit_does_not_stand_in_the_way_at_its_own_machine(visitor):
    crashed, next_one = visitor().log_in_by_code("anna"), visitor().log_in_by_code("anna")
    ask(crashed, "one", machine="north")
    assert ask(next_one, "two", machine="north").is_success
    assert ask(crashed, "one", machine="south").status_code == 409


def test_machines_without_a_name_are_not_the_same_machine(visitor):
    first, second = visitor().log_in_by_code("anna"), visitor().log_in_by_code("anna")
    ask(first, "one", machine="")
    assert ask(second, "two", machine="").status_code == 409


@pytest.mark.parametrize(("asked", "given"), [("1", 10), ("45", 45), ("999999999", 300)])
def test_a_lease_is_neither_too_short_nor_too_long(visitor, asked, given):
    anna = visitor().log_in_by_code("anna")
    assert ask(anna, "one", expires_in=asked).json() == {"expires_in": given}


@pytest.mark.parametrize("form", [{"expires_in": "x"}, {"expires_in": "-1"}, {"expires_in": ""}])
def test_a_wish_that_makes_no_sense_is_refused(visitor, form):
    assert ask(visitor().log_in_by_code("anna"), "one", **form).json() == {"error": "invalid_request"}


def test_only_who_is_logged_in_at_this_client_gets_a_lease(visitor, http):
    anna = visitor().log_in_by_code("anna")
    nobody = anna.op("lease", token="made-up", visit="one", expires_in="30")
    assert (nobody.status_code, nobody.json()) == (401, {"error": "invalid_token"})
    unproven = http.post(f"{anna.town.issuer}/connect/lease", data={"token": anna.access, "visit": "one"})
    assert unproven.json() == {"error": "invalid_client"}
    anna.op("endsession", id_token_hint=anna.id_token)
    assert ask(anna, "one").status_code == 401


def test_somebody_can_be_put_at_another_machine_and_called_back(visitor):
    anna = visitor().log_in_by_code("anna")
    anna.town.client.log_in_elsewhere("anna")
    assert ask(anna, "one").status_code == 409
    anna.town.client.reset()
    assert ask(anna, "one").is_success
