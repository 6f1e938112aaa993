"""Digital Post over its view-client API: one citizen's mailbox during one visit."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Final

import httpx

from kiosk.services.post import letters, shapes
from kiosk.services.post.done import Done
from kiosk.services.post.refusals import FAULTS, demand_ok
from kiosk.services.post.searching import searched
from kiosk.services.wire import Answer, Wire, is_private
from kiosk.visit.people import Grant, OwnGrant
from kiosk.visit.post import FileRef, FolderType, Letter, LetterHead, LetterList, OpenedMailbox
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble, TroubleError

_LARGEST: Final = 100 * 1000 * 1000
"""A message from an authority is at most 99.5 MB."""

_LONG: Final = timedelta(minutes=2)
_MOST_MAILBOX_PAGES: Final = 20
_ON_A_PAGE: Final = 50
_NEWEST_FIRST: Final = "receivedDateTime:desc"


class DigitalPost:
    """``PostOffice`` over HTTPS. It remembers what this visit has read and served, so it lives for one visit.

    Unreachable at all is NETWORK_GONE; other failings as :data:`kiosk.services.post.refusals.STATUSES` says.
    """

    def __init__(self, base_url: str, http: httpx.Client, page_size: int = _ON_A_PAGE) -> None:
        """``base_url`` ends in ``/apis/v1``. Raises :class:`ValueError` for plain HTTP to another machine."""
        if not is_private(base_url):
            raise ValueError("the Digital Post address is neither HTTPS nor on loopback")
        self._base = base_url.rstrip("/")
        self._wire = Wire(http, FAULTS)
        self._bulk = Wire(http, replace(FAULTS, large=Trouble.LETTER_TOO_LARGE))
        self._page_size = page_size
        self._done = Done()

    def open_mailbox(self, grant: Grant) -> OpenedMailbox:
        """The citizen's own mailbox; with a grant to act for somebody, theirs.

        Raises MAILBOX_CLOSED when there is none or it is closed, and MAILBOX_EXEMPT.
        """
        found = self._mailbox(grant)
        if found is None or found.status_type == "CLOSED":
            raise TroubleError(Trouble.MAILBOX_CLOSED)
        if found.exempt:
            raise TroubleError(Trouble.MAILBOX_EXEMPT)
        mailbox = letters.mailbox(found)
        folders = letters.folders(self._summary(grant, mailbox.id))
        inbox = next((it for it in folders if it.folder_type is FolderType.INBOX), None)
        if inbox is None:
            raise TroubleError(Trouble.MAILBOX_ODD)
        return OpenedMailbox(mailbox, folders, self.letters(grant, mailbox.id, inbox.id, 0))

    def letters(
        self, grant: Grant, mailbox_id: str, folder_id: str, page: int, sought: Secret | None = None
    ) -> LetterList:
        """One page of a folder, or of what is ``sought`` there, newest first, as this visit knows the letters to be.

        The API takes search words in the URL and nowhere else: nothing of ours may write a URL down.
        """
        asked = {
            "folderId": folder_id,
            "page": str(page),
            "size": str(self._page_size),
            "sortFields": _NEWEST_FIRST,
            **({"any": searched(sought)} if sought is not None else {}),
        }
        answer = self._get(grant, f"/mailboxes/{mailbox_id}/messages/", asked)
        found = self._wire.understand(answer, shapes.MessageSearchResult)
        return LetterList(
            folder_id=folder_id,
            heads=tuple(self._head(it) for it in found.messages),
            page=page,
            pages=found.total_pages or 0,
            total=found.total_elements or 0,
            sought=sought,
        )

    def letter(self, grant: Grant, mailbox_id: str, letter_id: str) -> Letter:
        """One letter, as it is now, without the content of its documents."""
        told = self._message(grant, mailbox_id, letter_id)
        return letters.letter(mailbox_id, self._head(told), told)

    def serve(self, grant: Grant, mailbox_id: str, letter_id: str, version: int) -> None:
        """PATCH ``legallyNotified``. A stale version is MAILBOX_CHANGED at once: the yes was to another letter."""
        command = shapes.MessagePatchCommand(legally_notified=True)
        demand_ok(self._patch(grant, _path(mailbox_id, letter_id), version, command), grant)
        self._done.served(letter_id)

    def mark_read(self, grant: Grant, letter: Letter) -> None:
        """PATCH ``read``. A stale version is read again once: somebody else's flag must not keep ours away."""
        if self._done.over(letter.head).read:
            return
        path = _path(letter.mailbox_id, letter.head.id)
        command = shapes.MessagePatchCommand(read=True)
        answer = self._patch(grant, path, letter.head.version, command)
        if answer.status == 409:
            present = self._message(grant, letter.mailbox_id, letter.head.id)
            answer = self._patch(grant, path, present.version, command)
        demand_ok(answer, grant)
        self._done.read(letter.head.id)

    def content(self, grant: Grant, letter: Letter, file: FileRef) -> bytes:
        """The bytes of one file, at most 100 MB. Never of a letter that waits for the citizen's yes."""
        if letter.head.must_ask_before_opening:
            raise TroubleError(Trouble.MAILBOX_REFUSED)
        if file.size > _LARGEST:
            raise TroubleError(Trouble.LETTER_TOO_LARGE)
        path = _path(letter.mailbox_id, letter.head.id)
        url = f"{self._base}{path}/documents/{file.document_id}/files/{file.id}/content"
        asked = {"Accept": "*/*"}
        answer = self._bulk.ask(
            "GET", url, bearer=grant.access_token, headers=asked, limit=_LARGEST, within=_LONG
        )
        return demand_ok(answer, grant).body

    def _mailbox(self, grant: Grant) -> shapes.Mailbox | None:
        """Two that are represented under one mandate are nonsense: nobody could say whose is on the screen."""
        if isinstance(grant, OwnGrant):
            return next((it for it in self._mailboxes(grant) if _is_own(it)), None)
        represented = [it for it in self._mailboxes(grant) if _is_represented(it)]
        if len(represented) > 1:
            raise TroubleError(Trouble.MAILBOX_ODD)
        return next(iter(represented), None)

    def _mailboxes(self, grant: Grant) -> Iterator[shapes.Mailbox]:
        """Own and represented ones, over as many pages as there are."""
        for page in range(_MOST_MAILBOX_PAGES):
            answer = self._get(grant, "/mailboxes/", {"page": str(page), "size": "50"})
            found = self._wire.understand(answer, shapes.MailboxSearchResult)
            yield from found.mailboxes
            if page + 1 >= (found.total_pages or 0):
                return

    def _summary(self, grant: Grant, mailbox_id: str) -> tuple[shapes.FolderMessageSummary, ...]:
        answer = self._get(grant, f"/mailboxes/{mailbox_id}/folders/summary/")
        return self._wire.understand(answer, shapes.FolderMessageSummaryResult).folder_message_summary_list

    def _message(self, grant: Grant, mailbox_id: str, letter_id: str) -> shapes.Message:
        return self._wire.understand(self._get(grant, _path(mailbox_id, letter_id)), shapes.Message)

    def _head(self, told: shapes.Message) -> LetterHead:
        try:
            return self._done.over(letters.head(told))
        except ValueError as cause:
            raise TroubleError(Trouble.MAILBOX_ODD) from cause

    def _get(self, grant: Grant, path: str, params: dict[str, str] | None = None) -> Answer:
        answer = self._wire.ask("GET", f"{self._base}{path}", bearer=grant.access_token, params=params)
        return demand_ok(answer, grant)

    def _patch(self, grant: Grant, path: str, version: int, command: shapes.MessagePatchCommand) -> Answer:
        """``If-Match`` is the bare number, as viewers send it, not a quoted entity tag."""
        return self._wire.ask(
            "PATCH",
            f"{self._base}{path}",
            bearer=grant.access_token,
            headers={"If-Match": str(version)},
            json=command,
            changes=True,
        )


def _path(mailbox_id: str, letter_id: str) -> str:
    return f"/mailboxes/{mailbox_id}/messages/{letter_id}"


def _is_own(mailbox: shapes.Mailbox) -> bool:
    """Not one that the citizen may only look into for somebody else, and not a company's."""
    return (
        mailbox.access is not None
        and mailbox.access.access_type == "OWNER"
        and mailbox.owner_type != "ORGANISATION"
    )


def _is_represented(mailbox: shapes.Mailbox) -> bool:
    return mailbox.access is not None and mailbox.access.access_type == "PARTY_REPRESENTATIVE"
