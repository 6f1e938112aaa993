"""Whatever is said and answered: the kiosk asks for nothing in a name in which the law lets nobody ask for it then."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.visit import effects as f
from kiosk.visit import events as e
from kiosk.visit import orders_of_mandates as o
from kiosk.visit import states as s
from kiosk.visit.mandates import Area, PostRight, Privilege, Right, Scope
from kiosk.visit.moves import inside_of
from kiosk.visit.people import ActingGrant
from kiosk.visit.step import step
from kiosk.visit.trouble import Trouble
from tests import cast, principals
from tests.mandates.oracle import Act, covered
from tests.principals import KAREN, KARENS_POST, NOW
from tests.unit.visit.lives import at_hand
from tests.unit.visit.samples import CHOICE, ORDER, events, inside

PRIVILEGES: Final = tuple(Privilege(area, right) for area in Area for right in Right)
A_MOMENT: Final = timedelta(seconds=1)
"""After so long it is asked again whether an act that was at its service at the end has been heard out."""

Said = tuple[e.Event, ...]
ERRANDS: Final[tuple[Said, ...]] = tuple((e.ErrandChosen(it), e.ErrandConfirmed()) for it in PRIVILEGES)
LETTERS: Final[tuple[Said, ...]] = (
    (e.LetterChosen("letter-1"),),
    (e.LetterChosen("letter-2"), e.ServingAccepted()),
    (e.ListPageChosen(0),),
)
WAYS: Final[tuple[Said, ...]] = ((e.ServicesAsked(),), (e.PostAsked(),), (e.WentBack(),), (e.TriedAgain(),))
"""What leads to something in somebody's name sooner than chance does."""


def words(scope: Scope) -> frozenset[Act]:
    """As a clerk would write it."""
    match scope:
        case PostRight.READ:
            return frozenset({("post", "read")})
        case PostRight.READ_AND_WRITE:
            return frozenset({("post", "write")})
        case privileges:
            return frozenset((it.area.value, it.right.value) for it in privileges)


def act_of(asked: f.Effect) -> Act | None:
    """What is done with it at somebody's mailbox or service; nothing, if it is about the token itself."""
    match asked:
        case o.DoErrand(privilege=privilege):
            return privilege.area.value, privilege.right.value
        case f.OpenMailbox() | f.ListLetters() | f.FetchLetter() | f.FetchFile() | f.MarkRead():
            return "post", "read"
        case f.ServeLetter():
            return "post", "serve"
        case o.CheckMandate() | o.StopActing() | o.TellPrincipal():
            return None
        case _:
            raise AssertionError(f"nobody has judged {type(asked).__name__}")


def answer_to(asked: f.Effect) -> e.Answer | None:
    """A good one, where it is about somebody's affairs or about the right to them."""
    match asked:
        case f.OpenMailbox(order):
            return e.MailboxOpened(order, cast.OPENED)
        case f.ListLetters(order):
            return e.LettersListed(order, cast.LETTERS)
        case f.FetchLetter(order):
            return e.LetterFetched(order, cast.letter())
        case f.ServeLetter(order):
            return e.LetterServed(order)
        case o.DoErrand(order):
            return e.ErrandAnswered(order, "sag-1")
        case o.CheckMandate(order):
            return e.MandateStands(order)
        case _:
            return None


@dataclass
class Life:
    """A visit under one mandate that ends, its alarms, and what it has not been answered yet."""

    scope: Scope
    token: ActingGrant
    visit: s.Visit
    lasting: timedelta
    alarms: list[tuple[datetime, int]] = field(default_factory=list[tuple[datetime, int]])
    asked: list[f.Effect] = field(default_factory=list[f.Effect])
    judged: list[type] = field(default_factory=list[type])

    @classmethod
    def begun(cls, scope: Scope, lasting: timedelta) -> "Life":
        beginning = inside(s.BeginningToAct(ORDER, replace(KARENS_POST, scope=scope), CHOICE))
        life = cls(scope, principals.grant(KAREN), beginning, lasting)
        life.takes(e.ActingBegun(ORDER, life.token, lasting))
        life.hears(None)
        return life

    def takes(self, event: e.Event) -> None:
        self.visit, effects = step(self.visit, event)
        for effect in effects:
            self._judge(effect)
            if isinstance(effect, f.Wake):
                self.alarms.append((self.visit.at + effect.after, effect.order))
        self.asked += [effect for effect in effects if answer_to(effect)]

    def _judge(self, asked: f.Effect) -> None:
        if getattr(asked, "grant", None) is not self.token:
            return
        act = act_of(asked)
        if act is not None:
            self.judged.append(type(asked))
            assert covered(words(self.scope), act), f"{act} under {self.scope}"
            assert act[1] != "contact"
            assert self.visit.at < NOW + self.lasting

    def waits(self, so_long: timedelta) -> None:
        """Every alarm is heard at its time."""
        until = self.visit.at + so_long
        while self.alarms and min(self.alarms)[0] <= until:
            when, order = min(self.alarms)
            self.alarms.remove((when, order))
            self.visit = replace(self.visit, at=max(self.visit.at, when))
            self.takes(e.TimeCame(order))
        self.visit = replace(self.visit, at=until)

    def hears(self, trouble: Trouble | None) -> None:
        """The world answers what was asked last."""
        if self.asked:
            asked = self.asked.pop()
            answer = answer_to(asked)
            assert answer is not None
            self.takes(e.TroubleCame(answer.order, trouble) if trouble else answer)


scopes = st.frozensets(st.sampled_from(PRIVILEGES)) | st.sampled_from(PostRight)
leading = (
    st.sampled_from(ERRANDS) | st.sampled_from(LETTERS) | st.sampled_from(LETTERS) | st.sampled_from(WAYS)
)
anything = st.sampled_from(events()).map(lambda event: (event,))
answered = st.none() | st.none() | st.sampled_from((Trouble.MANDATES_DOWN, Trouble.MANDATE_WITHDRAWN))
turns = leading | anything | answered | answered | st.timedeltas(A_MOMENT * 0, A_MOMENT * 100)
"""Something is said, or anything happens; the world answers, well or with a trouble; or time goes by."""


Lot = Said | Trouble | timedelta | None


def lived(life: Life, lots: list[Lot]) -> Life:
    for lot in lots:
        match lot:
            case timedelta():
                life.waits(lot)
            case Trouble() | None:
                life.hears(lot)
            case said:
                for event in said:
                    life.takes(at_hand(event, life.visit))
    return life


@settings(max_examples=120, deadline=None)
@given(
    scopes,
    st.timedeltas(timedelta(seconds=1), timedelta(minutes=10)),
    st.lists(turns, min_size=10, max_size=40),
)
def test_nothing_is_asked_for_beyond_the_mandate_nor_after_its_end(
    scope: Scope, lasting: timedelta, lots: list[Lot]
) -> None:
    life = lived(Life.begun(scope, lasting), lots)
    while life.asked:
        life.hears(None)
    life.waits(lasting + A_MOMENT)
    left = inside_of(life.visit.state)
    assert left is None or left.session.acting is None


def test_the_judge_has_something_to_judge() -> None:
    """Or a kiosk that never asks for anything would hold."""
    asked: Counter[type] = Counter()

    @settings(max_examples=60, deadline=None, derandomize=True, database=None)
    @given(scopes, st.lists(turns, min_size=10, max_size=40))
    def count(scope: Scope, lots: list[Lot]) -> None:
        life = lived(Life.begun(scope, timedelta(minutes=5)), lots)
        asked.update(life.judged)

    count()
    assert set(asked) >= {f.OpenMailbox, f.FetchLetter, f.ServeLetter, o.DoErrand}
