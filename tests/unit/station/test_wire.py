"""Messages come through whole or not at all, and only what is on the closed lists becomes a note."""

import os

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.station.dictation import as_note
from kiosk.station.wire import (
    LONGEST,
    Ailing,
    Ailment,
    Close,
    Finished,
    GarbledError,
    Heartbeat,
    LastVisit,
    NoteTaken,
    Ready,
    Show,
    Shown,
    StopAsked,
    TakingLeave,
    VisitWire,
    as_message,
    say,
    supervisor_ear,
)
from kiosk.visit.journal import Note, What
from kiosk.visit.paper import Outcome
from kiosk.visit.people import Level
from kiosk.visit.post import MessageType
from kiosk.visit.states import Why
from kiosk.visit.trouble import Trouble

DETAILS = [None, *Trouble, *Level, *MessageType, *Outcome, *Why]
MESSAGES = [
    Heartbeat(),
    Ready(),
    Shown(),
    NoteTaken("HINDERED", "Trouble.PAPER_OUT", 3),
    TakingLeave(),
    Finished(),
    StopAsked(),
]


@pytest.mark.parametrize("detail", DETAILS)
def test_every_note_arrives_as_it_was_taken(detail):
    note = Note(What.HINDERED, detail, 7)
    assert as_note(as_message(note)) == note
    assert len(msgspec.json.encode(as_message(note))) < LONGEST


@given(st.integers(1, 40))
def test_messages_survive_any_cutting(size):
    ear = supervisor_ear()
    stream = b"".join(msgspec.json.encode(message) + b"\n" for message in MESSAGES)
    heard = [message for at in range(0, len(stream), size) for message in ear.hear(stream[at : at + size])]
    assert heard == MESSAGES


@given(st.binary(max_size=2 * LONGEST))
def test_garbage_is_refused_or_waits_for_its_end(garbage):
    try:
        heard = list(supervisor_ear().hear(garbage))
    except GarbledError as refused:
        heard = [*refused.args]
    assert heard == []


@pytest.mark.parametrize(
    "message",
    [
        NoteTaken("ANNA"),
        NoteTaken("HINDERED", "Trouble.ANNA"),
        NoteTaken("HINDERED", "anna"),
        NoteTaken("HINDERED", "Trouble.PAPER_OUT.anna"),
        NoteTaken("HINDERED", "What.HINDERED"),
    ],
)
def test_what_is_on_no_list_is_no_note(message):
    with pytest.raises(GarbledError):
        as_note(message)


def test_the_visit_hears_the_supervisor_and_hears_it_go():
    theirs, ours = os.pipe()
    wire = VisitWire(f"{theirs},{ours}")
    said = [Show(), LastVisit(842, None, 0), Ailing(Ailment.DISK_FULL), Ailing(None), Close()]
    for message in said:
        say(ours, message)
    assert wire.fileno() == theirs
    assert wire.hear() == said
    os.close(ours)
    with pytest.raises(EOFError):
        wire.hear()
    os.close(theirs)


def test_what_ails_the_machine_is_named_as_in_the_table_of_troubles():
    about_the_journal = {
        Trouble.DISK_FULL,
        *(trouble for trouble in Trouble if trouble.name.startswith("JOURNAL")),
    }
    assert {each.name: each.value for each in Ailment} == {
        trouble.name: trouble.row.code for trouble in about_the_journal
    }


def test_what_was_said_before_the_rubbish_still_counts():
    heard = supervisor_ear().hear(b'{"type":"Shown"}\nrubbish\n')
    assert next(heard) == Shown()
    with pytest.raises(GarbledError):
        next(heard)
