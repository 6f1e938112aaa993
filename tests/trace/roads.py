"""Every road on which a visit ends."""

import os
import resource
import signal
import time
from collections.abc import Callable
from typing import Final

from tests.bench.places import DONE, END, LARGER, NEXT_PAGE
from tests.trace.kiosk import Vera

Road = Callable[[Vera], None]


def by_the_button(vera: Vera) -> None:
    """With the letter on paper, every page of it."""
    since = len(vera.kiosk.notes())
    vera.prints_it()
    vera.kiosk.until_noted("print_ended", since)
    vera.taps(END)
    vera.world.shelf.remove()
    vera.taps(DONE)


def by_taking_the_card(vera: Vera) -> None:
    """The card is pulled and stays away."""
    vera.world.shelf.remove()


def by_silence(vera: Vera) -> None:
    """Twenty seconds, and twenty more of a countdown that nobody answers; then somebody else finds the card."""
    vera.kiosk.until_noted("left")
    vera.world.shelf.remove()


def by_a_crash(vera: Vera) -> None:
    """The memory it may have is suddenly all used up."""
    resource.prlimit(vera.kiosk.visit_process(), resource.RLIMIT_DATA, (1 << 20, 1 << 20))
    # Every page that it draws asks for megabytes.
    for place in (LARGER, NEXT_PAGE, LARGER, NEXT_PAGE):
        vera.glass.tap(*place)
        time.sleep(0.3)


def by_a_wild_pointer(vera: Vera) -> None:
    """SIGSEGV."""
    vera.kills(signal.SIGSEGV)


def by_a_kill(vera: Vera) -> None:
    """SIGKILL."""
    vera.kills(signal.SIGKILL)


def by_a_hang(vera: Vera) -> None:
    """The process stands still and gives no sign of life."""
    vera.kills(signal.SIGSTOP)


def by_a_jam(vera: Vera) -> None:
    """The printer is jammed with the letter in it, and the citizen leaves."""
    vera.world.printer.jam()
    vera.prints_it()
    vera.glass.rest(0.5)
    vera.taps(END)
    vera.world.shelf.remove()
    vera.taps(DONE)


def by_a_power_cut(vera: Vera) -> None:
    """Everything of the kiosk stops in the same moment, and the machine is switched on again."""
    kiosk = vera.kiosk
    for pid in kiosk.processes():
        os.kill(pid, signal.SIGKILL)
    kiosk.process.wait()
    kiosk.start()


def by_losing_the_network(vera: Vera) -> None:
    """Nobody answers any more: the login cannot be ended at the provider."""
    vera.world.town.client.switch(switched_off=True)
    vera.taps(END)
    vera.world.shelf.remove()


BY_A_BUG: Final[tuple[Road, ...]] = (by_a_crash, by_a_wild_pointer, by_a_kill, by_a_hang)
BY_THE_WORLD: Final[tuple[Road, ...]] = (by_a_jam, by_a_power_cut, by_losing_the_network)
ROADS: Final[tuple[Road, ...]] = (by_taking_the_card, by_the_button, by_silence, *BY_A_BUG, *BY_THE_WORLD)
