"""Letters that are looked for by words of the citizen: found page by page, and nobody told what was looked for."""

import logging
import traceback

import pytest

from kiosk.services import DigitalPost
from kiosk.services.post.searching import searched
from kiosk.visit.people import Grant
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble, TroubleError
from tests.services.clients.expecting import trouble
from tests.services.clients.servers import falling_silent, saying
from tests.trace.canaries import word

GRANT = Grant(Secret("a-token-of-anna"), Secret("an-id-token"))
HALF = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"


@pytest.fixture
def look(post, log_in):
    grant = log_in("anna")
    box = post.open_mailbox(grant)

    def look(words: str, page: int = 0, office: DigitalPost = post):
        return office.letters(grant, box.mailbox.id, box.letters.folder_id, page, Secret(words))

    return look


def test_the_list_says_what_was_sought_and_shows_it_to_nobody(look):
    found = look("boligstøtte")
    assert [head.label for head in found.heads] == ["Afgørelse om boligstøtte"]
    assert (found.total, found.pages, found.sought.text()) == (1, 1, "boligstøtte")
    assert "boligstøtte" not in repr(found)


def test_what_fits_nothing_is_an_empty_list(look):
    found = look("zebra")
    assert (found.heads, found.total) == ((), 0)


def test_many_hits_come_page_by_page(look, known_machine, town):
    office = DigitalPost(town.post_url, known_machine.http, page_size=2)
    first = look("aarhus kommune", office=office)
    pages = [look("aarhus kommune", page, office) for page in range(first.pages)]
    assert first.pages > 1
    assert sum(len(page.heads) for page in pages) == first.total
    assert {head.sender for page in pages for head in page.heads} == {"Aarhus Kommune"}


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("  skat   2026 ", "skat 2026"),
        ("skat,bolig", "skat bolig"),
        ("*", ""),
        ("!skat|bolig&", "skat bolig"),
        ("BS-1204/2026", "BS-1204/2026"),
        ("رسالة", "رسالة"),
    ],
)
def test_signs_that_mean_something_to_the_post_office_are_only_gaps(typed, asked):
    assert searched(Secret(typed)) == asked


def test_a_sign_that_means_something_in_a_url_means_nothing(look):
    assert look("boligstøtte&folderId=%00#?+").heads == ()
    assert look("boligstøtte").total == 1


@pytest.mark.parametrize(
    ("switches", "why"),
    [({"post_down": True}, Trouble.MAILBOX_DOWN), ({"switched_off": True}, Trouble.NETWORK_GONE)],
    ids=str,
)
def test_a_search_that_fails_is_a_trouble_as_any(look, town, switches, why):
    town.client.switch(**switches)
    with trouble(why):
        look("boligstøtte")


@pytest.mark.parametrize("answer", [b"", HALF, b"HTTP/1.1 400 No\r\nContent-Length: 0\r\n\r\n", None])
def test_no_log_and_no_error_has_the_words_however_the_search_fails(http, monkeypatch, caplog, answer):
    sought = word("search word")
    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(http, "timeout", 0.3)
    server = falling_silent(b"") if answer is None else saying(answer)
    with server as url, pytest.raises(TroubleError) as caught:
        DigitalPost(url, http).letters(GRANT, "mailbox", "folder", 0, Secret(sought.text))
    told = [*traceback.format_exception(caught.value), repr(caught.value.__cause__), caplog.text]
    assert sought.text not in "".join(told)
