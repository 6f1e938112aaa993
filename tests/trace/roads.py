"""Every road on which a visit ends."""

import os
import resource
import signal
import time
from collections.abc import Callable
from typing import Final

from tests.bench.places import DONE, END, LARGER, NEXT_PAGE
from tests.bench.processes import is_gone
from tests.trace.kiosk import PATIENCE_S
from tests.trace.vera import Vera

Road = Callable[[Vera], None]


def by_the_button(vera: Vera) -> None:
    """She ends it, takes her card and her pages, and reads the goodbye."""
    vera.taps_until(END, "left")
    vera.takes_everything()
    vera.taps(DONE)


def by_taking_the_card(vera: Vera) -> None:
    """The card is pulled and stays away."""
    vera.world.shelf.remove()


def by_silence(vera: Vera) -> None:
    """Twenty seconds, and twenty more of a countdown that nobody answers; then somebody else finds the card."""
    vera.hushes()
    came = vera.kiosk.sees(lambda: vera.has_left(), 2 * PATIENCE_S)
    assert came, "silence does not end the visit"
    vera.world.shelf.remove()


def by_a_crash(vera: Vera) -> None:
    """The memory it may have is suddenly all used up."""
    visit = vera.kiosk.visit_process()
    resource.prlimit(visit, resource.RLIMIT_DATA, (1 << 20, 1 << 20))
    # Every page that it draws asks for megabytes.
    for place in (LARGER, NEXT_PAGE) * 4:
        vera.glass.tap(*place)
        if _goes_within(visit, 0.5):
            break
    vera.world.shelf.remove()


def by_a_wild_pointer(vera: Vera) -> None:
    """SIGSEGV."""
    vera.kills(signal.SIGSEGV)


def by_a_kill(vera: Vera) -> None:
    """SIGKILL."""
    vera.kills(signal.SIGKILL)


def by_a_hang(vera: Vera) -> None:
    """The process stands still and gives no sign of life."""
    vera.kills(signal.SIGSTOP)


def by_a_killed_speaker(vera: Vera) -> None:
    """SIGKILL to whoever reads aloud; another one reads her letter again, and she ends it by the button."""
    vera.loses_her_speaker()
    by_the_button(vera)


def by_a_jam(vera: Vera) -> None:
    """The printer is jammed with the letter in its spool, and the citizen leaves."""
    vera.world.printer.jam()
    vera.begins_to_print()
    vera.until("print_held")
    vera.waits_in_the_spool()
    vera.glances()
    vera.taps_until(END, "left")
    vera.takes_everything()
    vera.taps(DONE)


def by_a_power_cut(vera: Vera) -> None:
    """Everything of the kiosk stops in the same moment, and the machine is switched on again."""
    kiosk = vera.kiosk
    for pid in kiosk.processes():
        os.kill(pid, signal.SIGKILL)
    kiosk.process.wait()
    vera.world.shelf.remove()
    kiosk.start()


def by_losing_the_network(vera: Vera) -> None:
    """Nobody answers any more: the login cannot be ended at the provider."""
    vera.world.town.client.switch(switched_off=True)
    vera.taps_until(END, "left")
    vera.takes_everything()


ROADS: Final[tuple[Road, ...]] = (
    by_silence,
    by_taking_the_card,
    by_the_button,
    by_a_crash,
    by_a_wild_pointer,
    by_a_kill,
    by_a_hang,
    by_a_killed_speaker,
    by_a_jam,
    by_a_power_cut,
    by_losing_the_network,
)


def _goes_within(visit: int, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while not is_gone(visit):
        if time.monotonic() > until:
            return False
        time.sleep(0.01)
    return True
