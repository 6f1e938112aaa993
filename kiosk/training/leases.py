"""One person at one machine at a time: who is at which visit, until when."""

from dataclasses import dataclass

from kiosk.training.clock import TownClock
from kiosk.training.tokens import Session

_SHORTEST, _LONGEST = 10, 300


class HeldElsewhere(Exception):  # noqa: N818 - an answer, not an error
    """Another machine has the person. ``since`` in seconds since 1970, and nothing about where."""

    def __init__(self, since: int) -> None:
        super().__init__()
        self.since = since


@dataclass(frozen=True, slots=True)
class Wish:
    """``visit`` and ``machine`` are words that mean nothing to anybody else. ``moving``: wherever the person is."""

    visit: str
    machine: str
    seconds: int
    moving: bool = False


@dataclass(frozen=True, slots=True)
class _Lease:
    visit: str
    machine: str
    session: str
    since: int
    expires: int

    def stands_against(self, wish: Wish, now: int) -> bool:
        """A machine has one visit at a time: what an earlier one has left there, a crashed one say, is no hindrance."""
        ours = self.visit == wish.visit or self.machine == wish.machine != ""
        return not (ours or wish.moving or now >= self.expires)


class Leases:
    """The ledger, by person and not by the name that a client knows the person by: those may differ (``pairwise``)."""

    def __init__(self, clock: TownClock) -> None:
        self._clock = clock
        self._by_person: dict[str, _Lease] = {}

    def take(self, session: Session, wish: Wish) -> int:
        """Take, renew, or move here, which the other machine hears at its next renewal; returns for how many seconds.

        Raises :class:`HeldElsewhere`.
        """
        person, now = session.proven.person.id, self._clock.seconds()
        held = self._by_person.get(person)
        if held and held.stands_against(wish, now):
            raise HeldElsewhere(held.since)
        since = held.since if held and held.visit == wish.visit else now
        seconds = min(max(wish.seconds, _SHORTEST), _LONGEST)
        self._by_person[person] = _Lease(wish.visit, wish.machine, session.id, since, now + seconds)
        return seconds

    def release(self, session_id: str) -> None:
        """The login has ended, and with it its lease; that of another login stays."""
        kept = ((person, lease) for person, lease in self._by_person.items() if lease.session != session_id)
        self._by_person = dict(kept)

    def clear(self) -> None:
        """Nobody is anywhere."""
        self._by_person.clear()

    def pretend(self, person: str, seconds: int) -> None:
        """As if the person had just logged in at another machine, which is silent from now on."""
        now = self._clock.seconds()
        self._by_person[person] = _Lease("elsewhere", "elsewhere", "", now, now + seconds)
