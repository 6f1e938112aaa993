"""A Digital Post that says less, more or other than it documents."""

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kiosk.services import DigitalPost
from kiosk.visit.people import Grant, OwnGrant
from kiosk.visit.post import DocumentType, FolderType, MessageType
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble
from tests.services.clients.expecting import trouble
from tests.services.clients.servers import serving

GRANT = OwnGrant(Secret("a-token"), Secret("an-id-token"))
ACTING = Grant(Secret("a-token-for-somebody"), Secret(b""))
OWN, INBOX, LETTER = (str(uuid.UUID(int=n)) for n in (1, 2, 3))
MAILBOXES, SUMMARY = "mailboxes/", f"mailboxes/{OWN}/folders/summary/"
LIST, ONE = f"mailboxes/{OWN}/messages/", f"mailboxes/{OWN}/messages/{LETTER}"


def mailbox(number: int = 1, access: str = "OWNER", **more: Any) -> dict[str, Any]:
    owner = {"id": str(uuid.UUID(int=number)), "ownerName": "Anna Holm", "ownerType": "CITIZEN"}
    return {**owner, "statusType": "ACTIVE", "exempt": False, "access": {"accessType": access}, **more}


def message(**more: Any) -> dict[str, Any]:
    known = {"id": LETTER, "version": 7, "folderId": INBOX, "receivedDateTime": "2026-11-24T10:00:00Z"}
    return {**known, "messageType": "REGULAR", "read": False, **more}


def inbox(**more: Any) -> dict[str, Any]:
    return {"folder": {"id": INBOX, "folderType": "INBOX", "name": "Indbakke", **more}}


@dataclass
class OddPost:
    """Says what ``told`` has for a path; a list there is said item by item. Remembers what it was asked."""

    told: dict[str, Any] = field(default_factory=dict)
    asked: list[tuple[str, str, dict[str, str], bytes]] = field(default_factory=list)

    def app(self) -> Starlette:
        return Starlette(routes=[Route("/{rest:path}", self._answer, methods=["GET", "PATCH"])])

    def usual(self) -> None:
        self.told = {
            MAILBOXES: {"mailboxes": [mailbox()], "totalPages": 1},
            SUMMARY: {"folderMessageSummaryList": [inbox()]},
            LIST: {"messages": [message()], "totalPages": 1, "totalElements": 1},
            ONE: message(),
        }
        self.asked.clear()

    async def _answer(self, request: Request) -> Response:
        path = request.path_params["rest"]
        self.asked.append((request.method, path, dict(request.headers), await request.body()))
        told = self.told[path]
        if isinstance(told, list):
            told = told.pop(0)
        return Response(status_code=told) if isinstance(told, int) else JSONResponse(told)


@pytest.fixture(scope="module")
def standing() -> Iterator[tuple[OddPost, str]]:
    odd = OddPost()
    with serving(odd.app()) as url:
        yield odd, url


@pytest.fixture
def odd(standing) -> OddPost:
    standing[0].usual()
    return standing[0]


@pytest.fixture
def post(odd, standing, http) -> DigitalPost:
    return DigitalPost(standing[1] + "/", http)


def test_the_own_mailbox_is_chosen_among_those_that_can_be_seen(odd, post):
    odd.told[MAILBOXES] = [
        {
            "mailboxes": [mailbox(9, "PARTY_REPRESENTATIVE"), mailbox(8, ownerType="ORGANISATION")],
            "totalPages": 2,
        },
        {"mailboxes": [mailbox(7, "SOMETHING_NEW"), mailbox(6, access=None) | {"access": None}, mailbox()]},
    ]
    assert post.open_mailbox(GRANT).mailbox.id == OWN


@pytest.mark.parametrize("owner_type", ["CITIZEN", "ORGANISATION"])
def test_acting_for_somebody_opens_theirs_and_never_ones_own(odd, post, owner_type):
    represented = mailbox(1, "PARTY_REPRESENTATIVE", ownerType=owner_type)
    odd.told[MAILBOXES] = {"mailboxes": [mailbox(8), represented]}
    assert post.open_mailbox(ACTING).mailbox.id == OWN


@pytest.mark.parametrize(
    ("mailboxes", "why"),
    [
        ([mailbox()], Trouble.MAILBOX_CLOSED),
        ([mailbox(9, "PARTY_REPRESENTATIVE", statusType="CLOSED")], Trouble.MAILBOX_CLOSED),
        ([mailbox(9, "PARTY_REPRESENTATIVE", exempt=True)], Trouble.MAILBOX_EXEMPT),
        ([mailbox(number, "PARTY_REPRESENTATIVE") for number in (8, 9)], Trouble.MAILBOX_ODD),
    ],
)
def test_nobody_elses_mailbox_to_open(odd, post, mailboxes, why):
    odd.told[MAILBOXES] = {"mailboxes": mailboxes}
    with trouble(why):
        post.open_mailbox(ACTING)


@pytest.mark.parametrize(
    ("mailboxes", "why"),
    [
        ([], Trouble.MAILBOX_CLOSED),
        ([mailbox(9, "PARTY_REPRESENTATIVE")], Trouble.MAILBOX_CLOSED),
        ([mailbox(statusType="CLOSED")], Trouble.MAILBOX_CLOSED),
        ([mailbox(exempt=True)], Trouble.MAILBOX_EXEMPT),
        ([mailbox(id="../../etc")], Trouble.MAILBOX_ODD),
        (7, Trouble.MAILBOX_ODD),
    ],
)
def test_no_mailbox_to_open(odd, post, mailboxes, why):
    odd.told[MAILBOXES] = {"mailboxes": mailboxes}
    with trouble(why):
        post.open_mailbox(GRANT)


def test_a_mailbox_without_an_inbox_is_nonsense(odd, post):
    odd.told[SUMMARY] = {"folderMessageSummaryList": [inbox(folderType="SENT")]}
    with trouble(Trouble.MAILBOX_ODD):
        post.open_mailbox(GRANT)


def test_words_of_tomorrow_and_missing_members_are_no_trouble(odd, post):
    odd.told[SUMMARY] = {"folderMessageSummaryList": [inbox(colour="red"), inbox(folderType="ARCHIVE")]}
    odd.told[LIST] = {"messages": [message(messageType="NEWS", label=None, sender=None, read=None, stars=5)]}
    opened = post.open_mailbox(GRANT)
    assert [it.folder_type for it in opened.folders] == [FolderType.INBOX, FolderType.UNKNOWN]
    head = opened.letters.heads[0]
    assert (head.message_type, head.label, head.read) == (MessageType.UNKNOWN, "", False)


def test_a_sender_cannot_play_tricks_with_names(odd, post):
    file = {"id": OWN, "encodingFormat": "text/plain\r\n", "filename": "a\u202etxt.exe", "language": "da"}
    document = {"id": OWN, "documentType": "NEW_KIND", "label": "Bilag\x00\x1b[2J", "files": [file]}
    odd.told[ONE] = message(
        label="Husk\u2066 dette\n\n", sender={"label": "\u202dSkat"}, documents=[document]
    )
    letter = post.letter(GRANT, OWN, LETTER)
    assert (letter.head.label, letter.head.sender) == ("Husk dette", "Skat")
    shown = letter.documents[0]
    assert (shown.document_type, shown.label) == (DocumentType.UNKNOWN, "Bilag [2J")
    assert (shown.files[0].filename, shown.files[0].encoding_format) == ("atxt.exe", "text/plain")


def test_a_letter_from_no_time_is_nonsense(odd, post):
    odd.told[ONE] = message(receivedDateTime="yesterday")
    with trouble(Trouble.MAILBOX_ODD):
        post.letter(GRANT, OWN, LETTER)


def patches(odd: OddPost) -> list[tuple[str, dict[str, bool]]]:
    return [
        (headers["if-match"], json.loads(body)) for method, _, headers, body in odd.asked if method == "PATCH"
    ]


def test_marking_read_says_the_bare_version_and_nothing_else(odd, post):
    letter = post.letter(GRANT, OWN, LETTER)
    post.mark_read(GRANT, letter)
    post.mark_read(GRANT, letter)
    assert patches(odd) == [("7", {"read": True})]


def test_a_stale_version_is_read_again_once(odd, post):
    letter = post.letter(GRANT, OWN, LETTER)
    odd.told[ONE] = [409, message(version=9), message(version=10)]
    post.mark_read(GRANT, letter)
    assert patches(odd) == [("7", {"read": True}), ("9", {"read": True})]


def test_and_not_twice(odd, post):
    letter = post.letter(GRANT, OWN, LETTER)
    odd.told[ONE] = [409, message(version=9), 409]
    with trouble(Trouble.MAILBOX_CHANGED):
        post.mark_read(GRANT, letter)


def test_a_yes_to_an_old_version_serves_nothing(odd, post):
    odd.told[ONE] = [409]
    with trouble(Trouble.MAILBOX_CHANGED):
        post.serve(GRANT, OWN, LETTER, 7)
    assert patches(odd) == [("7", {"legallyNotified": True})]


def test_another_visit_does_not_know_what_this_one_has_done(odd, post, standing, http):
    post.mark_read(GRANT, post.letter(GRANT, OWN, LETTER))
    assert post.letters(GRANT, OWN, INBOX, 0).heads[0].read
    assert not DigitalPost(standing[1], http).letters(GRANT, OWN, INBOX, 0).heads[0].read
