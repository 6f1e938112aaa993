"""What citizens do at a kiosk, and what happens around them: ways in, acts, and roads out."""

import os
import resource
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from kiosk.training.people import PEOPLE
from tests.bench import places
from tests.bench.citizen import Citizen

Act = Callable[[Citizen], None]

_OUT_S: Final = 60.0


# Ways in


def asks_for_code(citizen: Citizen) -> None:
    since = citizen.now()
    citizen.taps(places.CODE)
    citizen.until("login_by_code", since=since)


def puts_card_in(citizen: Citizen) -> None:
    since = citizen.now()
    citizen.puts_card_in()
    citizen.until("login_by_card", since=since)


def logs_in_by_card(citizen: Citizen) -> None:
    puts_card_in(citizen)
    if citizen.has("login_by_card"):
        since = citizen.now()
        citizen.types_pin(citizen.person.pin)
        citizen.until("mailbox_shown", since=since, within=10)


def logs_in_by_code(citizen: Citizen) -> None:
    asks_for_code(citizen)
    citizen.types(citizen.person.id)
    # The next page comes when the provider has answered.
    citizen.glass.rest(0.6)
    citizen.types(citizen.town.press(citizen.person.id).code)
    citizen.glass.rest(0.6)
    citizen.types(citizen.person.password)
    citizen.until("mailbox_shown", within=10)


# At the welcome and the questions


def asks_in_english(citizen: Citizen) -> None:
    citizen.taps(places.ENGLISH)
    citizen.glass.rest(0.2)
    asks_for_code(citizen)


def asks_in_arabic(citizen: Citizen) -> None:
    citizen.taps(places.ARABIC)
    citizen.glass.rest(0.2)
    citizen.mirrored = True
    asks_for_code(citizen)


def turns_back(citizen: Citizen) -> None:
    """To the welcome, and in again by code; not from the mailbox."""
    if not citizen.has("mailbox_shown"):
        since = citizen.now()
        citizen.taps(places.BACK_TO_WELCOME)
        citizen.taps(places.CODE)
        citizen.until("login_by_code", since=since, within=1)


def types_nonsense(citizen: Citizen) -> None:
    citizen.types("nobody")
    citizen.until("login_refused", within=0.4)


def mistypes_pin(citizen: Citizen) -> None:
    """Once: a card lets nobody try for ever."""
    if citizen.has("login_by_card"):
        citizen.types_pin("000000")
        time.sleep(0.3)
        citizen.types_pin(citizen.person.pin)
        citizen.until("mailbox_shown", within=10)


# At the mailbox and the letters


def opens_letter(citizen: Citizen) -> None:
    if not citizen.has("mailbox_shown"):
        return
    if citizen.reads:
        goes_back_to_letters(citizen)
    since = citizen.now()
    citizen.taps(places.FIRST_LETTER)
    citizen.reads = citizen.until("letter_shown", since=since, within=2.5) is not None


def turns_page(citizen: Citizen) -> None:
    citizen.taps(places.NEXT_PAGE)


def enlarges(citizen: Citizen) -> None:
    citizen.taps(places.LARGER)


def scrolls(citizen: Citizen) -> None:
    citizen.glass.display.point(*places.OVER_THE_LIST)
    citizen.glass.display.wheel(5)


def goes_back_to_letters(citizen: Citizen) -> None:
    citizen.taps(places.BACK_TO_LETTERS)
    citizen.reads = False


def begins_to_print(citizen: Citizen) -> None:
    if not citizen.reads:
        opens_letter(citizen)
    if not citizen.reads:
        return
    since = citizen.now()
    citizen.taps(places.PRINT)
    citizen.glass.rest(0.2)
    citizen.taps(places.YES_PRINT)
    citizen.until("print_begun", since=since, within=3)


def prints(citizen: Citizen) -> None:
    begins_to_print(citizen)
    if citizen.has("print_begun"):
        citizen.until("print_ended", "print_held", within=4)


def prints_into_a_jam(citizen: Citizen) -> None:
    """Whoever clears it comes after the end of the visit."""
    if not citizen.reads:
        opens_letter(citizen)
    if citizen.reads:
        printer_jams(citizen)
        begins_to_print(citizen)
        citizen.until("print_held", within=4)


def stops_printer(citizen: Citizen) -> None:
    begins_to_print(citizen)
    citizen.taps(places.STOP)


def pulls_card_and_returns(citizen: Citizen) -> None:
    if not citizen.has("mailbox_shown"):
        return
    since = citizen.now()
    citizen.shelf("remove")
    citizen.until("covered", since=since, within=2)
    citizen.puts_card_in()
    citizen.until("uncovered", since=since, within=3)


def steps_away_and_returns(citizen: Citizen) -> None:
    if not citizen.has("mailbox_shown"):
        return
    since = citizen.now()
    citizen.taps(places.COVER)
    if citizen.until("stepped_away", since=since, within=2):
        citizen.taps(places.I_AM_BACK)
        citizen.glass.rest(0.5)
        citizen.types_pin(citizen.person.pin)
        citizen.until("came_back", since=since, within=4)


# Around them


def post_goes_down(citizen: Citizen) -> None:
    citizen.meddled = True
    citizen.town.switch(post_down=True)


def login_goes_down(citizen: Citizen) -> None:
    citizen.meddled = True
    citizen.town.switch(login_down=True)


def network_goes_away(citizen: Citizen) -> None:
    citizen.meddled = True
    citizen.town.switch(switched_off=True)


def printer_jams(citizen: Citizen) -> None:
    citizen.meddled = True
    citizen.printer.jam()


def paper_is_out(citizen: Citizen) -> None:
    citizen.meddled = True
    citizen.printer.take_paper()


def reader_is_unplugged(citizen: Citizen) -> None:
    citizen.meddled = True
    citizen.shelf("unplug")


def card_daemon_dies(citizen: Citizen) -> None:
    citizen.meddled = True
    citizen.shelf("kill-daemon")


# Roads out


def by_the_button(citizen: Citizen) -> None:
    citizen.asks_to_end()


def by_taking_the_card(citizen: Citizen) -> None:
    """The mailbox is covered, and nobody comes back; without one there is nothing to cover."""
    since = citizen.now()
    citizen.shelf("remove")
    if citizen.until("covered", since=since, within=2):
        citizen.diary.until(["left"], since, _OUT_S)
    citizen.asks_to_end()


def as_the_next_card_is_in(citizen: Citizen) -> None:
    """Somebody who waits behind does not wait for the goodbye to end, and then thinks better of it."""
    citizen.asks_to_end()
    citizen.shelf("remove")
    citizen.shelf("insert noor-no-cpr")
    citizen.leaves_the_goodbye()
    citizen.comes(PEOPLE["noor-no-cpr"])
    citizen.until("login_by_card", within=2)
    citizen.shelf("remove")
    citizen.asks_to_end()


def as_the_spare_dies(citizen: Citizen) -> None:
    citizen.asks_to_end()
    deadline = time.monotonic() + 2
    while len(spares := citizen.visits()[1:]) == 0 and time.monotonic() < deadline:
        time.sleep(0.05)
    for spare in spares:
        with suppress(ProcessLookupError):
            os.kill(spare, signal.SIGKILL)


def by_silence(citizen: Citizen) -> None:
    citizen.diary.until(["left", "ended"], citizen.now(), _OUT_S)
    citizen.asks_to_end()


def by_a_kill(citizen: Citizen) -> None:
    citizen.kills(signal.SIGKILL)


def by_a_wild_pointer(citizen: Citizen) -> None:
    citizen.kills(signal.SIGSEGV)


def by_a_hang(citizen: Citizen) -> None:
    citizen.kills(signal.SIGSTOP)


def by_too_little_memory(citizen: Citizen) -> None:
    visit = citizen.visits()[0]
    resource.prlimit(visit, resource.RLIMIT_DATA, (1 << 20, 1 << 20))
    for _ in range(10):
        citizen.glass.tap(*places.OVER_THE_LIST)
        citizen.glass.display.wheel(3)
        time.sleep(0.05)
    with suppress(ProcessLookupError):
        os.kill(visit, signal.SIGKILL)
