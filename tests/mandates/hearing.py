"""One night before three judges: a reading of the law, the kiosk, and the services themselves."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from kiosk.training.people import COMPANY
from kiosk.training.town import PracticeTown
from tests.mandates.counter import Counter
from tests.mandates.lots import Asked, Came, Died, Happening, Night, Withdrawn
from tests.mandates.oracle import (
    YES,
    Act,
    Paper,
    Reasons,
    objections,
    objections_to_acting,
    objections_to_beginning,
)
from tests.mandates.politeness import AtKiosk

_A_SECOND: Final = timedelta(seconds=1)
_WATCHES: Final = 2 * _A_SECOND
"""The kiosk counts a token's whole seconds from when it has come."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """One question, every reason of the law to say no, and what each of the others says.

    ``act``: what was asked for under ``sheet``, if it is about that.
    """

    question: str
    law: Reasons
    said: Mapping[str, Reasons]
    sheet: int
    act: Act | None = None

    @property
    def agreed(self) -> bool:
        """All say yes, or all say no for a reason that the law has."""
        return all(bool(reasons & self.law) if self.law else not reasons for reasons in self.said.values())


@dataclass
class Hour:
    """The time in the town, and at a kiosk whose clock is ``skew`` wrong. Within a night it only goes forward."""

    town: PracticeTown
    ahead: int = 0
    skew: timedelta = timedelta(0)

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self.ahead)

    def at_kiosk(self) -> datetime:
        return self.now() + self.skew

    def put(self, at: datetime) -> None:
        """Switches know whole seconds; what is begun of the present one goes along."""
        self.ahead = int(at.timestamp()) - int(datetime.now(UTC).timestamp())
        self.town.client.switch(clock_ahead_s=self.ahead)

    def pass_to(self, at: datetime) -> None:
        if self.now() < at:
            self.put(at)


class Hearing:
    """``ids``: of the night's mandates at the register. ``undecided``: questions between two seconds."""

    def __init__(
        self,
        night: Night,
        ids: Sequence[str],
        hour: Hour,
        kiosks: Mapping[str, AtKiosk],
        counters: Mapping[str, Counter],
    ) -> None:
        self._night = night
        self._ids = ids
        self._hour = hour
        self._kiosks = kiosks
        self._counters = counters
        self._papers = [sheet.paper for sheet in night.sheets]
        self.undecided = 0

    def rulings(self) -> Iterator[Ruling]:
        """Early in the evening everybody gets the tokens that they can get, and keeps them."""
        for sheet, paper in enumerate(self._papers):
            yield from self._about_a_token(sheet, paper.holder)
        for happening in self._night.happenings:
            self._hour.pass_to(self._night.midnight + timedelta(seconds=happening.at_s))
            yield from self._on(happening)

    def _on(self, happening: Happening) -> Iterator[Ruling]:
        match happening:
            case Came(_, sheet, who):
                yield from self._about_a_token(sheet, who)
                yield from self._about_the_end(sheet, who)
            case Asked():
                yield from self._about_an_act(happening)
            case Withdrawn(_, sheet):
                self._withdraw(self._papers[sheet])
            case Died(_, sheet):
                self._bury(self._papers[sheet].grantor)

    def _about_a_token(self, sheet: int, who: str) -> Iterator[Ruling]:
        begun = self._hour.now()
        yield from self._rule(
            (f"{who} begins to act", sheet, None),
            lambda at: objections_to_beginning(self._papers[sheet], who, at),
            kiosk=lambda: self._kiosks[who].begins(self._ids[sheet]),
        )
        yield from self._rule(
            (f"{who} takes a token", sheet, None),
            lambda at: objections_to_acting(self._papers[sheet], who, at),
            services=lambda: self._token(sheet, who),
        )
        lasting = self._counters[who].lasting.pop(self._ids[sheet], None)
        if lasting is not None:
            end = begun + lasting - _A_SECOND
            yield Ruling("it outlives no mandate", self._expired(sheet, end), {"services": YES}, sheet)

    def _about_an_act(self, asked: Asked) -> Iterator[Ruling]:
        yield from self._rule(
            (f"{asked.who}: {' '.join(asked.act)}", asked.sheet, asked.act),
            lambda at: objections(self._papers[asked.sheet], asked.who, asked.act, at),
            kiosk=lambda: self._asks_kiosk(asked),
            services=lambda: self._asks_services(asked),
        )

    def _about_the_end(self, sheet: int, who: str) -> Iterator[Ruling]:
        """By the kiosk's own watch, without asking anybody."""
        if self._ids[sheet] not in self._kiosks[who].visits:
            return
        now = self._hour.now()
        law = self._expired(sheet, now)
        if law == self._expired(sheet, now - _WATCHES):
            said = {"kiosk": self._kiosks[who].runs_out(self._ids[sheet])}
            yield Ruling("the kiosk's watch", law, said, sheet)

    def _rule(
        self,
        about: tuple[str, int, Act | None],
        law: Callable[[datetime], Reasons],
        **asked: Callable[[], Reasons],
    ) -> Iterator[Ruling]:
        """Whoever asks takes time: only what holds before and after can be judged."""
        before = law(self._hour.now())
        said = {judge: asks() for judge, asks in asked.items()}
        if before == law(self._hour.now()):
            question, sheet, act = about
            yield Ruling(question, before, said, sheet, act)
        else:
            self.undecided += 1

    def _expired(self, sheet: int, at: datetime) -> Reasons:
        paper = self._papers[sheet]
        return objections_to_acting(paper, paper.holder, at) & {"expired"}

    def _token(self, sheet: int, who: str) -> Reasons:
        return self._counters[who].takes_token(self._ids[sheet], self._hour.ahead)

    def _asks_kiosk(self, asked: Asked) -> Reasons:
        """With the oldest visit under it, as after its look at the register."""
        kiosk, mandate_id = self._kiosks[asked.who], self._ids[asked.sheet]
        if mandate_id not in kiosk.visits:
            return kiosk.begins(mandate_id)
        return kiosk.looks(mandate_id) or kiosk.asks(mandate_id, asked.act)

    def _asks_services(self, asked: Asked) -> Reasons:
        """With the oldest token for it; whoever never got one asks in vain for one now."""
        counter, mandate_id = self._counters[asked.who], self._ids[asked.sheet]
        if mandate_id not in counter.tokens:
            return self._token(asked.sheet, asked.who)
        return counter.asks(mandate_id, asked.act)

    def _withdraw(self, given: Paper) -> None:
        """At home, and all that the one lets the other do."""
        if given.grantor == COMPANY.id:
            return
        now = self._hour.now()
        self._hour.town.client.withdraw(given.grantor, given.holder)
        for sheet, paper in enumerate(self._papers):
            between = (paper.grantor, paper.holder) == (given.grantor, given.holder)
            if between and not objections_to_acting(paper, paper.holder, now):
                self._papers[sheet] = replace(paper, withdrawn=now)

    def _bury(self, grantor: str) -> None:
        if grantor == COMPANY.id:
            return
        now = self._hour.now()
        self._hour.town.client.let_die(grantor)
        for sheet, paper in enumerate(self._papers):
            if paper.grantor == grantor:
                self._papers[sheet] = replace(paper, died=paper.died or now)
