"""The town as a whole: marked as training, on loopback alone, quick to start, with every fault on a switch."""

import logging
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from email.utils import parsedate_to_datetime

import httpx
import pytest

from kiosk.training.client import UnknownInTownError
from kiosk.training.people import PEOPLE
from kiosk.training.switches import Switches
from kiosk.training.town import PracticeTown


def test_every_answer_says_training(town, http):
    paths = ["/op/.well-known/openid-configuration", "/apis/v1/mailboxes/", "/practice/people", "/nowhere"]
    assert {http.get(town.url + path).headers["X-Practice-Town"] for path in paths} == {"TRAINING"}


def test_discovery_names_what_the_wire_says(town, http):
    found = http.get(f"{town.issuer}/.well-known/openid-configuration").json()
    assert found["issuer"] == town.issuer == f"{town.url}/op"
    ends = ("challenge", "token", "userinfo", "revocation", "endsession")
    names = ("authorization_challenge", "token", "userinfo", "revocation", "end_session")
    for name, end in zip(names, ends, strict=True):
        assert found[f"{name}_endpoint"] == f"{town.issuer}/connect/{end}"
    assert found["id_token_signing_alg_values_supported"] == ["RS256"]
    assert found["token_endpoint_auth_methods_supported"] == ["private_key_jwt"]


def test_people_are_listed_with_what_happens_to_them(town):
    people = {person.id: person for person in town.client.people()}
    assert set(people) == set(PEOPLE)
    assert people["anna"].card == "anna"
    assert people["bo-blocked"].card is None
    assert people["lone-password"].has_code_device is False
    assert all(person.cpr is None or int(person.cpr[:2]) > 60 for person in people.values())


def test_the_clock_goes_ahead_for_everything(town, http, visitor):
    anna = visitor().log_in_by_code("anna")
    town.client.switch(clock_ahead_s=3600)
    date = parsedate_to_datetime(http.get(f"{town.issuer}/.well-known/openid-configuration").headers["Date"])
    assert 3590 < date.timestamp() - time.time() <= 3601
    assert anna.begin(user_id="anna").json() == {"error": "invalid_client"}


def test_switches_keep_what_is_not_named(town):
    assert town.client.switch(post_down=True) == Switches(post_down=True)
    assert town.client.switch(list_lag_ms=50) == Switches(post_down=True, list_lag_ms=50)
    assert town.client.switches() == Switches(post_down=True, list_lag_ms=50)
    assert town.client.reset() == Switches()


def test_a_town_that_is_off_hears_its_switches_even_if_a_body_comes_apart_from_its_head(town):
    town.client.switch(switched_off=True)
    body = b'{"switched_off": false}'
    head = f"POST /practice/switches HTTP/1.1\r\nHost: town\r\nContent-Length: {len(body)}\r\n"
    address = httpx.URL(town.url)
    with socket.create_connection((address.host, address.port), timeout=10) as line:
        # Whoever expects this answer knows that the head has arrived alone (RFC 9110, 10.1.1).
        line.sendall(head.encode() + b"Expect: 100-continue\r\n\r\n")
        assert line.recv(4096).startswith(b"HTTP/1.1 100 ")
        line.sendall(body)
        assert line.recv(4096).startswith(b"HTTP/1.1 200 ")
    assert not town.client.switches().switched_off


def test_nobody_hears_from_the_log_who_was_asked_for(town, http, caplog):
    caplog.set_level(logging.DEBUG)
    assert http.post(f"{town.url}/practice/code-device/anna/press").status_code == 200
    assert [record for record in caplog.records if record.name.startswith("uvicorn")] == []


@pytest.mark.parametrize("wrong", [{"post_dwon": True}, {"post_down": "yes"}, {"token": "odd"}])
def test_a_misspelt_switch_is_refused(town, wrong):
    with pytest.raises(UnknownInTownError):
        town.client.switch(**wrong)
    assert town.client.switches() == Switches()


@pytest.mark.parametrize("call", ["press", "renew"])
def test_nobody_by_that_name(town, call):
    with pytest.raises(UnknownInTownError):
        getattr(town.client, call)("nobody-here")


def test_the_big_mailbox_is_filled_and_turned_quickly(visitor):
    tina = visitor().log_in_by_code("tina-ten-thousand")
    assert tina.letters(size=1)["totalElements"] == 10_000
    took = []
    for page in (0, 100, 199):
        start = time.process_time()
        letters = tina.letters(page=page, size=50)
        took.append(time.process_time() - start)
        assert letters["elementsOnPage"] == 50
    assert min(took) < 0.1


def test_a_second_start_is_quick(tmp_path):
    with PracticeTown(tmp_path):
        pass
    start = time.process_time()
    with PracticeTown(tmp_path) as town:
        assert town.client.people()
    assert time.process_time() - start < 1


@contextmanager
def program(folder):
    command = [sys.executable, "-m", "kiosk.training", "--folder", str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        yield child
        child.wait(10)


@pytest.mark.parametrize("end", ["its input", "SIGTERM"])
def test_the_program_says_ready_and_ends_when_told(tmp_path, end):
    with program(tmp_path) as child:
        line = child.stdout.readline().decode()
        url = re.fullmatch(r"READY (http://127\.0\.0\.1:\d+)\n", line)[1]
        assert httpx.get(f"{url}/practice/people", trust_env=False).status_code == 200
        if end == "SIGTERM":
            child.send_signal(signal.SIGTERM)
        else:
            child.stdin.close()
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{url}/practice/people", trust_env=False)
