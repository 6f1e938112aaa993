"""Digital Post at ``/apis/v1``: the API that viewers use, with the names and habits of version 1.68."""

import asyncio
import base64
import math
import re
from collections.abc import Awaitable, Callable

import msgspec
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from kiosk.training.callers import Callers
from kiosk.training.clock import TownClock
from kiosk.training.folding import words
from kiosk.training.mailboxes import Mailboxes, iso
from kiosk.training.memo import BadMemoError
from kiosk.training.memo_intake import read_memo, receipt, refused
from kiosk.training.memo_shapes import Arrival
from kiosk.training.message_shapes import Message
from kiosk.training.post_access import Reader
from kiosk.training.post_answers import answer_to, send
from kiosk.training.post_changes import change, check_answered
from kiosk.training.post_refusals import (
    PostRefusal,
    forbidden,
    not_found,
    unauthenticated,
)
from kiosk.training.post_shapes import Mailbox, MessagePatchCommand
from kiosk.training.post_store import SORTABLE, PostStore
from kiosk.training.switches import Switches

_MOST_ON_A_PAGE = 1000
_LONGEST_SEARCH = 256
_NEWEST_FIRST = "receivedDateTime:desc"
Endpoint = Callable[[Request, Reader], Awaitable[Response]]


class PostOffice:
    """Its endpoints. ``switches`` is asked anew for every request."""

    def __init__(
        self,
        store: PostStore,
        mailboxes: Mailboxes,
        callers: Callers,
        clock: TownClock,
        switches: Callable[[], Switches],
    ) -> None:
        self._store = store
        self._mailboxes = mailboxes
        self._callers = callers
        self._clock = clock
        self._switches = switches

    def routes(self) -> list[Route]:
        """Mounted at ``/apis/v1``."""
        message = "/mailboxes/{mailbox}/messages/{message}"
        return [
            Route("/memos/", self._take_in, methods=["POST"]),
            self._route("/mailboxes/", self._list_mailboxes),
            self._route("/mailboxes/{mailbox}", self._one_mailbox),
            self._route("/mailboxes/{mailbox}/folders/", self._list_folders),
            self._route("/mailboxes/{mailbox}/folders/summary/", self._summarise_folders),
            self._route("/mailboxes/{mailbox}/messages/", self._list_messages),
            self._route(message, self._one_message),
            self._route(message, self._patch_message, "PATCH"),
            self._route(message, self._delete_message, "DELETE"),
            self._route(f"{message}/reply", self._reply, "POST"),
            self._route(f"{message}/send", self._send, "POST"),
            self._route(f"{message}/documents/", self._list_documents),
            self._route(f"{message}/documents/{{document}}/files/{{file}}/content", self._content),
        ]

    def _route(self, path: str, endpoint: Endpoint, method: str = "GET") -> Route:
        async def answer(request: Request) -> Response:
            try:
                switches = self._switches()
                await asyncio.sleep(switches.post_slow_s)
                if switches.post_down:
                    raise PostRefusal(503, "service.unavailable")
                reader = self._reader(request, switches)
                await self._mailboxes.open(reader.owner)
                if switches.post_nonsense:
                    return Response("<html><h1>Velkommen</h1>", media_type="text/html")
                return await endpoint(request, reader)
            except PostRefusal as refusal:
                return refusal.response()

        return Route(path, answer, methods=[method])

    def _reader(self, request: Request, switches: Switches) -> Reader:
        if switches.access_token_expired:
            raise unauthenticated()
        return Reader.of(self._callers.of(request))

    async def _list_mailboxes(self, request: Request, reader: Reader) -> Response:
        mailbox = self._mailboxes.of(reader.owner)
        found = [reader.shown(mailbox)] if mailbox else []
        return _answer(_envelope("mailboxes", found, 0, max(len(found), 1), len(found)))

    async def _one_mailbox(self, request: Request, reader: Reader) -> Response:
        return _answer(reader.shown(self._mailbox(request, reader)))

    async def _list_folders(self, request: Request, reader: Reader) -> Response:
        folders = self._store.folders(self._open(request, reader).id)
        return _answer(_envelope("folders", folders, 0, len(folders), len(folders)))

    async def _summarise_folders(self, request: Request, reader: Reader) -> Response:
        summary = self._store.summary(self._open(request, reader).id)
        return _answer({"folderMessageSummaryList": summary})

    async def _list_messages(self, request: Request, reader: Reader) -> Response:
        mailbox = self._open(request, reader)
        page, size = _number(request, "page", 0, 0), _number(request, "size", 100, 1)
        if size > _MOST_ON_A_PAGE:
            raise PostRefusal(400, "parameter.invalid", "size")
        order = _order(request.query_params.get("sortFields", _NEWEST_FIRST))
        folder_id = request.query_params.get("folderId")
        sought = _sought(request.query_params.get("any", ""))
        total, bodies = self._store.page(mailbox.id, folder_id, order, page, size, sought)
        messages = [msgspec.Raw(body) for body in bodies]
        return _answer(_envelope("messages", messages, page, size, total))

    async def _one_message(self, request: Request, reader: Reader) -> Response:
        return _answer(self._letter(request, reader))

    async def _list_documents(self, request: Request, reader: Reader) -> Response:
        return _answer({"documents": self._letter(request, reader).documents})

    async def _patch_message(self, request: Request, reader: Reader) -> Response:
        letter = self._letter(request, reader)
        self._check_version(request, letter)
        change(letter, await _command(request), self._folder_ids(letter), iso(self._clock.now()))
        self._store.replace(letter)
        return _answer(letter)

    async def _delete_message(self, request: Request, reader: Reader) -> Response:
        reader.check_is_owner()
        letter = self._letter(request, reader)
        self._check_version(request, letter)
        check_answered(letter)
        self._store.delete(letter.id)
        return Response(status_code=204)

    async def _reply(self, request: Request, reader: Reader) -> Response:
        reader.check_may_write()
        letter = self._letter(request, reader)
        folders = self._store.folders(letter.mailboxId)
        draft = answer_to(letter, reader.owner, folders, iso(self._clock.now()))
        self._store.deliver([Arrival(draft, {})])
        return _answer(draft, 201)

    async def _send(self, request: Request, reader: Reader) -> Response:
        reader.check_may_write()
        draft = self._letter(request, reader)
        self._check_version(request, draft)
        send(draft, self._store.folders(draft.mailboxId), iso(self._clock.now()))
        self._store.replace(draft)
        return _answer(draft)

    async def _content(self, request: Request, reader: Reader) -> Response:
        letter = self._letter(request, reader)
        check_answered(letter)
        document = next((d for d in letter.documents if d.id == request.path_params["document"]), None)
        file = (
            next((f for f in document.files if f.id == request.path_params["file"]), None)
            if document
            else None
        )
        content = self._store.content(letter.id, file.id) if file else None
        if file is None or content is None:
            raise not_found()
        return Response(content, headers={"Content-Type": _media_type(file.encodingFormat)})

    async def _take_in(self, request: Request) -> Response:
        """Senders' intake. In the practice town everybody may send."""
        if self._switches().post_down:
            return PostRefusal(503, "service.unavailable").response()
        try:
            envelope = await self._mailboxes.take_in(await read_memo(request.stream()))
        except BadMemoError as bad:
            return refused(bad).response()
        except ClientDisconnect:
            return PostRefusal(400, "memo.xml.malformed").response()
        return _answer(receipt(envelope, iso(self._clock.now())), 201)

    def _mailbox(self, request: Request, reader: Reader) -> Mailbox:
        mailbox = self._mailboxes.of(reader.owner)
        if mailbox is None or mailbox.id != request.path_params["mailbox"]:
            raise forbidden()
        return mailbox

    def _open(self, request: Request, reader: Reader) -> Mailbox:
        mailbox = self._mailbox(request, reader)
        if mailbox.statusType == "CLOSED":
            raise forbidden("mailbox.closed")
        return mailbox

    def _letter(self, request: Request, reader: Reader) -> Message:
        mailbox = self._open(request, reader)
        if self._switches().access_refused:
            raise forbidden()
        letter = self._store.message(mailbox.id, request.path_params["message"])
        if letter is None or self._switches().letter_deleted:
            raise not_found()
        return letter

    def _check_version(self, request: Request, letter: Message) -> None:
        if self._switches().letter_changed:
            letter.version += 1
            self._store.replace(letter)
        version = request.headers.get("if-match", "").strip('"')
        if not version:
            raise PostRefusal(400, "if.match.missing", "If-Match")
        if version != str(letter.version):
            raise PostRefusal(409, "version.conflict")

    def _folder_ids(self, letter: Message) -> set[str]:
        return {folder.id for folder in self._store.folders(letter.mailboxId)}


def _media_type(claimed: str) -> str:
    """What the sender claims, unless it cannot stand in a header (RFC 9110, 5.5)."""
    return claimed if re.fullmatch(r"[!-~]+(; ?[!-~]+)*", claimed) else "application/octet-stream"


async def _command(request: Request) -> MessagePatchCommand:
    try:
        return msgspec.json.decode(await request.body(), type=MessagePatchCommand)
    except msgspec.DecodeError as wrong:
        raise PostRefusal(400, "parameter.invalid", "body") from wrong


def _order(fields: str) -> list[tuple[str, bool]]:
    """``sortFields=field:asc,field2:desc`` as columns, and whether descending."""
    order: list[tuple[str, bool]] = []
    for part in fields.split(","):
        name, _, direction = part.partition(":")
        if name not in SORTABLE or direction not in ("", "asc", "desc"):
            raise PostRefusal(400, "parameter.invalid", "sortFields")
        order.append((SORTABLE[name], direction == "desc"))
    return order


def _sought(text: str) -> list[tuple[str, ...]]:
    """``any=a,b``: one of them. How the real one compares texts is not public: here it is a reader's eye."""
    if len(text) > _LONGEST_SEARCH:
        raise PostRefusal(400, "parameter.invalid", "any")
    return [found for part in text.split(",") if (found := words(part))]


def _number(request: Request, name: str, default: int, least: int) -> int:
    text = request.query_params.get(name, str(default))
    if not (text.isascii() and text.isdigit() and len(text) < 8 and int(text) >= least):
        raise PostRefusal(400, "parameter.invalid", name)
    return int(text)


def _envelope(name: str, items: object, page: int, size: int, total: int) -> dict[str, object]:
    count = len(items) if isinstance(items, list) else 0  # pyright: ignore[reportUnknownArgumentType]
    pages = math.ceil(total / size) if size else 0
    cursor = base64.b64encode(msgspec.json.encode([(page + 1) * size])).decode()
    return {
        "currentPage": page,
        **({"next": cursor} if page + 1 < pages else {}),
        "totalPages": pages,
        "elementsOnPage": count,
        "totalElements": total,
        name: items,
    }


def _answer(content: object, status: int = 200) -> Response:
    return Response(msgspec.json.encode(content), status, {"Cache-Control": "no-store"}, "application/json")
