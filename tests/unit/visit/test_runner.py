"""What the runner sees to: signs of life from everywhere, and typed secrets that are on their way to nobody."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.journal import Note, What
from kiosk.visit.limits import Limits, Pace
from kiosk.visit.people import Grant
from kiosk.visit.ports import Ports
from kiosk.visit.runner import Runner
from kiosk.visit.secrets import ForgottenError, Secret
from kiosk.visit.seen import Seen
from kiosk.visit.step import step
from kiosk.visit.trouble import Trouble, TroubleError
from tests.clock import StoryClock
from tests.principals import KARENS_POST
from tests.unit.visit.samples import FOLDER, PIN, READING, inside, name, states, visit

SILENCE, WARNING = Limits().silence, Limits().warning


class ReaderInTheHand:
    """A card reader that sees what the test says and signs without looking."""

    def watch(self, tell: Callable[[Seen], None]) -> None:
        self.sees = tell

    def sign(self, certificate: bytes, pin: Secret, nonce: bytes) -> bytes:
        return pin.reveal()

    def close(self) -> None:
        pass


class EmptyTown:
    """Provider, press, printer and room of a place where nobody logs in and nothing is printed."""

    def finish_card_login(self, signature: bytes) -> None:
        raise TroubleError(Trouble.LOGIN_SERVICE_DOWN)

    def log_out(self, grant: Grant) -> None:
        pass

    def close(self) -> None:
        pass

    def clear(self) -> int:
        return 0

    def files_kept(self) -> int:
        return 0


class Ear:
    """A chime that can be waited for."""

    def __init__(self) -> None:
        self._heard = threading.Semaphore(0)

    def ring(self) -> None:
        self._heard.release()

    def hears(self) -> bool:
        return self._heard.acquire(timeout=5)


@dataclass
class Desk:
    """A runner in a world where only cards, time and the chime are of interest."""

    reader: ReaderInTheHand = field(default_factory=ReaderInTheHand)
    ear: Ear = field(default_factory=Ear)
    clock: StoryClock = field(default_factory=StoryClock)
    notes: list[Note] = field(default_factory=list)
    seen: list[s.Visit] = field(default_factory=list)
    woken: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        town = EmptyTown()
        ports = Ports(self.reader, *(town,) * 7, self.ear, self.clock)
        self.runner = Runner(
            ports, Limits(), note=self.notes.append, changed=self.seen.append, wake=self.woken.set
        )
        self.runner.begin()

    def at(self, where: s.Visit) -> "Desk":
        self.runner.visit = where
        return self

    def waits(self, time) -> s.State:
        self.clock.pass_by(time)
        self.runner.pump()
        return self.runner.visit.state


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.runner.close()


def on_another_thread(call: Callable[[], None]) -> None:
    thread = threading.Thread(target=call)
    thread.start()
    thread.join()


SIGNS = {
    "a touch, a key, a switch": lambda desk: desk.runner.alive(),
    "a spoken word": lambda desk: on_another_thread(desk.runner.alive),
    "a button that means nothing here": lambda desk: desk.runner.said(e.ThingsTaken()),
    "a code that was typed": lambda desk: desk.runner.said(e.CodeGiven(Secret("123456"))),
    "a card put in": lambda desk: on_another_thread(lambda: desk.reader.sees(e.CardSeen(mute=False))),
    "a second card": lambda desk: on_another_thread(lambda: desk.reader.sees(e.SecondCardSeen())),
    "a card taken out of a visit by code device": lambda desk: on_another_thread(
        lambda: desk.reader.sees(e.CardGone())
    ),
}


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
def test_every_sign_of_life_counts(desk: Desk, sign: Callable[[Desk], None]) -> None:
    desk.at(inside(READING, card=False)).runner.alive()
    for _ in range(3):
        assert not isinstance(desk.waits(SILENCE * 0.9), s.Warned)
        sign(desk)
    assert isinstance(desk.waits(SILENCE), s.Warned)


def test_what_only_the_machine_does_is_no_sign_of_life(desk: Desk) -> None:
    desk.at(inside(READING, card=False)).runner.alive()
    desk.waits(SILENCE * 0.9)
    desk.reader.sees(e.ReaderLost(Trouble.READER_GONE))
    desk.reader.sees(e.ReaderFound())
    desk.runner.post(e.TimeCame(7))
    assert isinstance(desk.waits(SILENCE * 0.1), s.Warned)


def test_a_touch_beside_the_answer_does_not_stop_the_countdown(desk: Desk) -> None:
    desk.at(inside(READING, card=False)).runner.alive()
    desk.waits(SILENCE)
    desk.waits(WARNING / 2)
    desk.runner.alive()
    leaving = desk.waits(WARNING / 2)
    assert isinstance(leaving, s.Leaving | s.TakingThings | s.Goodbye)
    assert leaving.why is s.Why.SILENCE


def test_the_warning_is_heard_three_times(desk: Desk) -> None:
    desk.at(inside(READING)).runner.alive()
    desk.waits(SILENCE)
    for _third in range(2):
        assert desk.ear.hears()
        desk.waits(WARNING / 3)
    assert desk.ear.hears()


def test_more_time_is_for_the_whole_visit_and_not_for_the_next(desk: Desk) -> None:
    desk.at(inside(READING)).runner.said(e.PaceChosen(Pace.UNHURRIED))
    assert not isinstance(desk.waits(SILENCE * 9), s.Warned)
    assert isinstance(desk.waits(SILENCE), s.Warned)
    assert isinstance(desk.waits(WARNING * 9), s.Warned)
    assert Desk().runner.visit.pace is Pace.USUAL
    assert Note(What.PACE_CHOSEN, Pace.UNHURRIED) in desk.notes


def test_every_move_is_told_the_time_of_day(desk: Desk) -> None:
    desk.at(inside(FOLDER, under=KARENS_POST))
    desk.clock.pass_by(timedelta(minutes=1))
    desk.runner.said(e.LetterChosen("letter-1"))
    assert desk.runner.visit.at == desk.clock.now()


def test_an_event_without_meaning_is_not_shown(desk: Desk) -> None:
    desk.at(inside(READING)).runner.said(e.ThingsTaken())
    assert desk.seen == []
    desk.runner.said(e.WentBack())
    assert [name(now.state) for now in desk.seen] == ["InFolder"]


def typed() -> tuple[Secret, ...]:
    return Secret("190875"), Secret("anna"), Secret("123456"), Secret("correct horse")


def givens(secrets: tuple[Secret, ...]) -> tuple[e.Said, ...]:
    kinds = (e.PinGiven, e.UserIdGiven, e.CodeGiven, e.PasswordGiven)
    return tuple(kind(secret) for kind, secret in zip(kinds, secrets, strict=True))


@pytest.mark.parametrize("state", states(), ids=name)
def test_a_secret_that_means_nothing_where_it_arrives_is_forgotten(desk: Desk, state: s.State) -> None:
    secrets = typed()
    for secret, said in zip(secrets, givens(secrets), strict=True):
        if step(visit(state), said)[1]:
            continue
        desk.at(visit(state)).runner.said(said)
        with pytest.raises(ForgottenError):
            secret.reveal()


def test_of_two_taps_on_ok_the_first_pin_is_used_and_both_are_forgotten(desk: Desk) -> None:
    first, second = Secret("190875"), Secret("190875")
    desk.at(visit(s.Identifying(PIN)))
    for pin in (first, second):
        desk.runner.said(e.PinGiven(pin))
    assert desk.woken.wait(5)
    assert (len(first), len(second)) == (0, 0)
