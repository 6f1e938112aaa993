"""Carries out what a visit asks of the world, each order on its own lane, and brings the answer back as an event."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import timedelta
from typing import TypeVar, assert_never

from kiosk.visit.effects import (
    AskPrinter,
    BeginCardLogin,
    BeginCodeLogin,
    ClearPrinter,
    ClosePress,
    CloseVisit,
    DrawPage,
    Effect,
    FetchFile,
    FetchLetter,
    FinishCardLogin,
    GiveCode,
    GivePassword,
    ListLetters,
    LogOut,
    MarkRead,
    MoveLease,
    OpenMailbox,
    PressFile,
    Print,
    ReadCard,
    RingChime,
    ServeLetter,
    SignWithCard,
    StopPrinting,
    TakeLease,
    Vanish,
    Wake,
    WarmPress,
)
from kiosk.visit.events import (
    Answer,
    CardRead,
    CardSigned,
    CodeWanted,
    FileFetched,
    FilePressed,
    FoundElsewhere,
    LeaseTaken,
    LetterFetched,
    LetterMarkedRead,
    LetterServed,
    LettersListed,
    LoggedIn,
    MailboxOpened,
    NonceGiven,
    PageDrawn,
    PasswordWanted,
    PrintEnded,
    PrinterReady,
    PrintProgressed,
    TimeCame,
    TroubleCame,
    VisitClosed,
)
from kiosk.visit.lease import Held, HeldElsewhere
from kiosk.visit.orders_of_mandates import (
    AcceptMandate,
    ActFor,
    CheckMandate,
    ComposeForm,
    ComposeReceipt,
    DeclineMandate,
    DoErrand,
    EndSignature,
    GiveMandate,
    ListMandates,
    RequestMandate,
    StopActing,
    TellPrincipal,
    WithdrawMandate,
)
from kiosk.visit.paper import Progress, Receipt
from kiosk.visit.people import Grant
from kiosk.visit.performing_mandates import mandate_answer, stop_acting
from kiosk.visit.ports import Ports, Wanted
from kiosk.visit.secrets import ForgottenError, Secret
from kiosk.visit.trouble import TroubleError

_T = TypeVar("_T")
_PRINTER_TELLS = 2.0  # seconds
_OTHERS_ARE_TOLD = 8.0  # seconds
_UNDER_WAY_ENDS = 3.0  # seconds
Post = Callable[[Answer | Exception], None]


class Performer:
    """Gives every port a lane of its own, so that a slow card never holds up the mailbox, nor either the glass.

    ``post`` takes answers, and bugs as the exceptions they are, from any thread.
    """

    def __init__(self, ports: Ports, post: Post) -> None:
        self._ports = ports
        self._post = post
        self._lanes: dict[str, ThreadPoolExecutor] = {}
        self._last: dict[str, Future[None]] = {}
        self._stop = threading.Event()
        self._job: Future[None] | None = None
        self._given_back: Future[None] | None = None
        self._closing = False

    def perform(self, effect: Effect) -> None:
        """Start what ``effect`` asks for; returns at once."""
        ports = self._ports
        match effect:
            case Wake(order, after):
                ports.clock.call_after(after, lambda: self._post(TimeCame(order)))
            case ReadCard() | SignWithCard():
                self._run("card", effect.order, lambda: self._with_card(effect))
            case BeginCardLogin() | FinishCardLogin() | BeginCodeLogin() | GiveCode() | GivePassword():
                self._run("login", effect.order, lambda: self._log_in(effect))
            case TakeLease(order, grant, lasting):
                # On the lane of the logins: a renewal never meets a grant that has been given back.
                self._run("login", order, lambda: self._lease(order, grant, lasting, moving=False))
            case MoveLease(order, grant, lasting):
                self._run("login", order, lambda: self._lease(order, grant, lasting, moving=True))
            case OpenMailbox() | ListLetters() | ServeLetter() | FetchLetter() | FetchFile():
                self._run("post", effect.order, lambda: self._with_post(effect))
            case MarkRead():
                self._run("marks", effect.order, lambda: self._mark_read(effect))
            case PressFile() | ComposeForm() | ComposeReceipt() | DrawPage():
                self._run("press", effect.order, lambda: self._with_press(effect))
            case WarmPress():
                self._start("press", ports.press.warm)
            case ClosePress():
                self._start("press", ports.press.close)
            case AskPrinter(order):
                self._run("printer", order, lambda: self._printer_ready(order))
            case Print(order):
                # One for each job, made before the job is under way: a stop cannot come too early, nor hit the next.
                self._stop = stop = threading.Event()
                self._job = self._run("printer", order, lambda: self._print(effect, stop))
            case StopPrinting():
                self._stop.set()
            case ClearPrinter():
                self._start("printer", self._pages_waiting)
            case (
                ListMandates()
                | ActFor()
                | DoErrand()
                | GiveMandate()
                | RequestMandate()
                | AcceptMandate()
                | DeclineMandate()
                | WithdrawMandate()
            ):
                self._run("mandates", effect.order, lambda: mandate_answer(ports, effect))
            case TellPrincipal(order):
                # On a lane of their own: whoever has turned to the next principal does not wait for a farewell.
                self._run("farewells", order, lambda: mandate_answer(ports, effect))
            case EndSignature(grant):
                self._give_back(grant, lambda: self._signed_off(grant), "mandates")
            case CheckMandate(order):
                # On a lane of its own: a look that takes long holds up no errand.
                self._run("looks", order, lambda: mandate_answer(ports, effect))
            case StopActing(grant):
                lanes = ("mandates", "post", "marks", "looks")
                self._give_back(grant, lambda: stop_acting(ports, grant), *lanes)
            case RingChime():
                self._start("chime", ports.chime.ring)
            case LogOut(grant):
                self._start("login", lambda: self._logged_out(grant))
            case CloseVisit(order, grant):
                # On the lane of the logins: one that is still under way is over before it is counted what is left.
                self._closing = True
                self._run("login", order, lambda: self._close(order, grant))
            case Vanish():
                ports.card_reader.close()
            case _:
                assert_never(effect)

    def close(self) -> None:
        """Take no more orders; what is under way is not waited for."""
        for lane in self._lanes.values():
            lane.shutdown(wait=False, cancel_futures=True)

    def _run(self, lane: str, order: int, work: Callable[[], Answer]) -> Future[None]:
        return self._start(lane, lambda: self._post(_answer(order, work)))

    def _start(self, lane: str, work: Callable[[], object]) -> Future[None]:
        pool = self._lanes.setdefault(lane, ThreadPoolExecutor(1, thread_name_prefix=lane))
        self._last[lane] = pool.submit(self._guarded, work)
        return self._last[lane]

    def _guarded(self, work: Callable[[], object]) -> None:
        try:
            work()
        except ForgottenError as bug:
            # The citizen is logged out: nobody waits for what was asked before, and hung behind something.
            if not self._closing:
                self._post(bug)
        except Exception as bug:
            self._post(bug)

    def _give_back(self, grant: Grant, give_back: Callable[[], object], *lanes: str) -> None:
        """Soon, whatever hangs; overwritten only once nothing on these lanes can find it forgotten."""
        asked = [self._last[lane] for lane in lanes if lane in self._last]

        def say_farewell() -> None:
            wait(asked, _UNDER_WAY_ENDS)
            give_back()

        def forget() -> None:
            wait((*asked, given_back))
            grant.forget()

        given_back = self._given_back = self._start("farewells", say_farewell)
        self._start("forgetting", forget)

    def _with_card(self, effect: ReadCard | SignWithCard) -> Answer:
        reader = self._ports.card_reader
        match effect:
            case ReadCard(order):
                facts = reader.read()
                return CardRead(order, facts.certificate, facts.tries_left)
            case SignWithCard(order, certificate, pin, nonce):
                return CardSigned(order, _used_up(pin, lambda: reader.sign(certificate, pin, nonce)))

    def _log_in(
        self, effect: BeginCardLogin | FinishCardLogin | BeginCodeLogin | GiveCode | GivePassword
    ) -> Answer:
        provider = self._ports.identity_provider
        match effect:
            case BeginCardLogin(order, certificate):
                return NonceGiven(order, provider.begin_card_login(certificate))
            case FinishCardLogin(order, signature):
                return LoggedIn(order, *provider.finish_card_login(signature))
            case BeginCodeLogin(order, user_id):
                wanted = _used_up(user_id, lambda: provider.begin_code_login(user_id))
                return CodeWanted(order) if wanted is Wanted.CODE else PasswordWanted(order)
            case GiveCode(order, code):
                _used_up(code, lambda: provider.give_code(code))
                return PasswordWanted(order)
            case GivePassword(order, password):
                return LoggedIn(order, *_used_up(password, lambda: provider.give_password(password)))

    def _lease(self, order: int, grant: Grant, lasting: timedelta, *, moving: bool) -> Answer:
        match self._ports.identity_provider.take_lease(grant, lasting, moving=moving):
            case Held(renew):
                return LeaseTaken(order, renew)
            case HeldElsewhere(since):
                return FoundElsewhere(order, since)

    def _with_post(self, effect: OpenMailbox | ListLetters | ServeLetter | FetchLetter | FetchFile) -> Answer:
        office = self._ports.post_office
        match effect:
            case OpenMailbox(order, grant):
                return MailboxOpened(order, office.open_mailbox(grant))
            case ListLetters(order, grant, mailbox_id, folder_id, page, sought):
                return LettersListed(order, office.letters(grant, mailbox_id, folder_id, page, sought))
            case ServeLetter(order, grant, mailbox_id, letter_id, version):
                office.serve(grant, mailbox_id, letter_id, version)
                return LetterServed(order)
            case FetchLetter(order, grant, mailbox_id, letter_id):
                return LetterFetched(order, office.letter(grant, mailbox_id, letter_id))
            case FetchFile(order, grant, letter, file):
                return FileFetched(order, office.content(grant, letter, file))

    def _mark_read(self, effect: MarkRead) -> Answer:
        self._ports.post_office.mark_read(effect.grant, effect.letter)
        return LetterMarkedRead(effect.order)

    def _with_press(self, effect: PressFile | ComposeForm | ComposeReceipt | DrawPage) -> Answer:
        match effect:
            case PressFile(order, content, file):
                return FilePressed(order, self._ports.press.open(content, file))
            case ComposeForm(order, form, filled_in, citizen, language):
                composed = self._ports.scrivener.compose_form(form, filled_in, citizen, language)
                return FilePressed(order, composed)
            case ComposeReceipt(order, mandate, deeds):
                return FilePressed(order, self._ports.scrivener.press_receipt(mandate, deeds))
            case DrawPage(order, page, width):
                return PageDrawn(order, self._ports.press.draw(page, width))

    def _printer_ready(self, order: int) -> Answer:
        self._ports.printer.check()
        return PrinterReady(order)

    def _print(self, effect: Print, stop: threading.Event) -> Answer:
        def report(progress: Progress) -> None:
            self._post(PrintProgressed(effect.order, progress))

        return PrintEnded(effect.order, self._ports.printer.print(effect.job, report, stop))

    def _close(self, order: int, grant: Grant | None) -> Answer:
        """Every part is tried, whatever becomes of the others; the receipt says what was achieved.

        What was printed the visit counts itself, from the answers of its jobs. The end of the citizen's own session is
        the end of every token that was given under it, so principals are told before.
        """
        self._grants_given_back()
        logged_out = self._logged_out(grant) if grant else True
        waiting = self._pages_waiting()
        self._job_told()
        self._ports.press.close()
        kept, now = self._ports.room.files_kept(), self._ports.clock.now()
        return VisitClosed(order, Receipt(waiting, kept, 0, logged_out, now))

    def _logged_out(self, grant: Grant) -> bool:
        try:
            return self._signed_off(grant)
        finally:
            grant.forget()

    def _signed_off(self, grant: Grant) -> bool:
        try:
            self._ports.identity_provider.log_out(grant)
        except TroubleError:
            return False
        return True

    def _pages_waiting(self) -> int | None:
        try:
            return self._ports.printer.clear()
        except TroubleError:
            return None

    def _grants_given_back(self) -> None:
        if self._given_back:
            wait((self._given_back,), _OTHERS_ARE_TOLD)

    def _job_told(self) -> None:
        """Let a job that was stopped say first how many pages came out; a printer that is lost may not say it soon."""
        if self._job:
            wait((self._job,), _PRINTER_TELLS)


def _answer(order: int, work: Callable[[], Answer]) -> Answer:
    """The only place where an expected trouble becomes an event."""
    try:
        return work()
    except TroubleError as error:
        return TroubleCame(order, error.trouble, error.tries_left, error.wait)


def _used_up(secret: Secret, use: Callable[[], _T]) -> _T:
    try:
        return use()
    finally:
        secret.forget()
