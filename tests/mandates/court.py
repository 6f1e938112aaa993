"""A practice town with a kiosk in it, and people who ask both."""

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Self

from kiosk.services import open_http
from kiosk.training.register import Mandate
from kiosk.training.register_seeds import first_mandates
from kiosk.training.town import PracticeTown
from kiosk.visit.secrets import Secret
from tests.mandates.counter import Counter
from tests.mandates.hearing import Hearing, Hour, Ruling
from tests.mandates.lots import HOLDERS, WINDOW_S, Asked, Night, Sheet
from tests.mandates.politeness import Kiosk
from tests.mandates.townspeople import name_of
from tests.services.town.visitor import CLIENT, KEY, Visitor


@dataclass
class Minutes:
    """What was decided so far. ``against``: a line for every ruling that the three do not agree on."""

    nights: int = 0
    cases: int = 0
    allowed: int = 0
    undecided: int = 0
    against: list[str] = field(default_factory=list[str])

    def write(self, rulings: Sequence[Ruling], undecided: int) -> None:
        self.nights += 1
        self.cases += len(rulings)
        self.allowed += sum(not ruling.law for ruling in rulings)
        self.undecided += undecided
        self.against += [str(ruling) for ruling in rulings if not ruling.agreed]


class Court:
    """Sits as long as its ``with`` block lasts."""

    def __init__(self, folder: Path) -> None:
        self._drawn: list[Mandate] = []
        self._open = ExitStack()
        self.town = PracticeTown(folder, mandates=self._first)
        self.hour = Hour(self.town)
        self._http = self._open.enter_context(open_http())
        key = Secret(json.dumps(KEY.as_dict(private=True)))
        self.kiosk = Kiosk(self.town, self._http, CLIENT, key, self.hour.at_kiosk)
        self.minutes = Minutes()

    def __enter__(self) -> Self:
        self._open.enter_context(self.town)
        self.town.client.register_client(CLIENT, _public_jwk())
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def _first(self, today: date) -> Iterable[Mandate]:
        return self._drawn or first_mandates(today)

    def sit(self, night: Night, drawn: Sequence[Sheet] = ()) -> list[Ruling]:
        """Everything that is asked in one night. ``drawn``: what the register really holds, if not the same."""
        self._drawn = [sheet.as_registered() for sheet in drawn or night.sheets]
        self.town.client.reset()
        self.hour.skew = timedelta(seconds=night.skew_s)
        self.hour.put(night.midnight - timedelta(seconds=WINDOW_S + 60))
        return self._hear(night, [mandate.id for mandate in self._drawn], self._counters(HOLDERS))

    def sit_by_day(self, sheets: Sequence[Sheet], asked: Sequence[Asked]) -> list[Ruling]:
        """Now, about the town as it is when it is new."""
        self._drawn = []
        self.town.client.reset()
        self.hour.ahead, self.hour.skew = 0, timedelta(0)
        # A night that is over: no clock is moved for it.
        night = Night(datetime.now(UTC).date() - timedelta(days=2), 0, tuple(sheets), tuple(asked))
        counters = self._counters({sheet.paper.holder for sheet in sheets})
        return self._hear(night, [_id_of(sheet, counters[sheet.paper.holder]) for sheet in sheets], counters)

    def at_counter(self, person: str, at: datetime) -> Visitor:
        """Somebody who logs in at that time, in a town that is as new."""
        self.town.client.reset()
        self.hour.put(at)
        return Counter.of(self.town, self._http, person, self.hour.ahead).visitor

    def _hear(self, night: Night, ids: Sequence[str], counters: Mapping[str, Counter]) -> list[Ruling]:
        kiosks = {person: self.kiosk.logs_in(person) for person in counters}
        hearing = Hearing(night, ids, self.hour, kiosks, counters)
        rulings = list(hearing.rulings())
        self.minutes.write(rulings, hearing.undecided)
        return rulings

    def _counters(self, people: Iterable[str]) -> dict[str, Counter]:
        return {person: Counter.of(self.town, self._http, person, self.hour.ahead) for person in people}


def _id_of(sheet: Sheet, counter: Counter) -> str:
    """As the register lists it."""
    name, basis, post = name_of(sheet.paper.grantor), sheet.basis.value, sheet.paper.is_for_post
    return next(
        told["id"]
        for told in counter.visitor.mandates()["mandates"]
        if (told["grantor"]["name"], told["basis"], "postRight" in told) == (name, basis, post)
    )


def _public_jwk() -> dict[str, str]:
    return {name: str(value) for name, value in KEY.as_dict(private=False).items()}
