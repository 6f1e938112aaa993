"""A file on the bench of the press: which way it goes, and what is there to look at afterwards."""

from kiosk.letters.pages import Pages
from kiosk.letters.rebuild import rebuild
from kiosk.letters.sniff import Kind, kind_of
from kiosk.letters.wire import LARGEST_FILE, MOST_PAGES, Open
from kiosk.visit.trouble import Trouble, TroubleError


class OpenedFile:
    """A safe PDF made of a file, and its pages. Raises the B troubles."""

    def __init__(self, request: Open) -> None:
        self.pdf = _safe_pdf(request)
        self.pages = Pages(self.pdf)
        if self.pages.count > MOST_PAGES:
            raise TroubleError(Trouble.LETTER_TOO_LARGE)
        if len(self.pdf) > LARGEST_FILE:
            raise TroubleError(Trouble.LETTER_TOO_LARGE)


def _safe_pdf(request: Open) -> bytes:
    match kind_of(request.content, request.claimed):
        case Kind.PDF:
            return rebuild(request.content)
        case _:
            raise TroubleError(Trouble.LETTER_UNSHOWABLE)
