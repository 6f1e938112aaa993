"""What is written down or said between supervisor and visit has no field that a citizen or a letter could fill."""

import dataclasses
import enum
import inspect
import typing
from datetime import datetime, timedelta
from types import ModuleType, NoneType, UnionType

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.station import lines, notes, wire
from kiosk.station.dictation import as_note
from kiosk.station.wire import GarbledError, NoteTaken
from kiosk.visit.mandates import Reference
from kiosk.visit.notes import Detail, Note, What
from kiosk.visit.people import Pseudonym

HARMLESS = (enum.Enum, bool, int, float, NoneType, timedelta, datetime)

# A text is allowed in four places, each for a reason that is shown below.
RANDOM_NAMES = {"Moment.visit", "Line.visit"}
NAMES_OF_MEMBERS = {"NoteTaken.what", "NoteTaken.detail", "Line.what", "Line.detail", "Line.trouble"}
NAMES_THAT_SAY_NOTHING = {"Reference.name", "Pseudonym.name"}
MADE_BY_US = {"Line.at", "Line.before", "Head.before", "Head.seal"}


def records(module: ModuleType) -> list[type]:
    """Every dataclass and struct that a module defines."""
    classes = [each for _, each in inspect.getmembers(module, inspect.isclass)]
    return [
        each
        for each in classes
        if each.__module__ == module.__name__
        and (dataclasses.is_dataclass(each) or issubclass(each, msgspec.Struct))
    ]


def leaves(kind: object, name: str) -> typing.Iterator[tuple[str, object]]:
    """What a field is made of in the end, through unions and the fields of its own fields."""
    if isinstance(kind, UnionType) or typing.get_origin(kind) is typing.Union:
        for each in typing.get_args(kind):
            yield from leaves(each, name)
    elif isinstance(kind, type) and (dataclasses.is_dataclass(kind) or issubclass(kind, msgspec.Struct)):
        for field, each in typing.get_type_hints(kind).items():
            yield from leaves(each, f"{kind.__name__}.{field}")
    else:
        yield name, kind


NOTED = [Note, *records(notes), *records(lines), *records(wire)]


@pytest.mark.parametrize("record", NOTED, ids=lambda record: record.__name__)
def test_no_field_can_hold_what_somebody_typed_or_a_letter_says(record):
    allowed = RANDOM_NAMES | NAMES_OF_MEMBERS | NAMES_THAT_SAY_NOTHING | MADE_BY_US
    open_fields = [
        f"{name}: {kind}"
        for name, kind in leaves(record, record.__name__)
        if not (isinstance(kind, type) and issubclass(kind, HARMLESS)) and name not in allowed
    ]
    assert open_fields == []


def test_the_walk_finds_a_text_however_deep_it_lies():
    @dataclasses.dataclass
    class Letter:
        title: str

    @dataclasses.dataclass
    class Told:
        letter: Letter | None

    assert ("Letter.title", str) in leaves(Told, "Told")


def test_everything_that_is_noted_was_looked_at():
    names = {record.__name__ for record in NOTED}
    assert {"Note", "StationNote", "Moment", "Line", "Head", "NoteTaken", "Heartbeat", "Close"} <= names


@given(st.text(max_size=60), st.none() | st.text(max_size=60))
def test_over_the_wire_come_only_names_of_members(what, detail):
    """The two texts of the wire: whatever is in them, only a member of a closed list comes out."""
    try:
        note = as_note(NoteTaken(what, detail))
    except GarbledError:
        return
    assert note.what.name == what
    assert isinstance(note.what, What)
    assert note.detail is None or isinstance(note.detail, Detail)


@pytest.mark.parametrize("number", [6705411234, 311299, 123456, -1])
def test_a_number_of_a_person_and_a_code_are_no_count(number):
    with pytest.raises(GarbledError) as refused:
        as_note(NoteTaken("CARD_SEEN", count=number))
    assert refused.value.args == ()


@pytest.mark.parametrize(
    "text",
    [
        "6705411234",
        "670541-1234",
        "Anna Testborg",
        "ANNA",
        "12345678",
        "19700101",
        "KARENP2",
        "KARENP23\n",
        "urn:uuid:3f0c9a52-6d1e-5b7a-9c44-0a1b2c3d4e5f",
        "3F0C9A52-6D1E-5B7A-9C44-0A1B2C3D4E5F",
        "00000000-0000-0000-0000-006705411234",
        "",
    ],
)
@pytest.mark.parametrize("kind", [Reference, Pseudonym])
def test_no_number_and_no_name_is_the_reference_of_a_mandate_or_a_pseudonym(kind, text):
    with pytest.raises(ValueError):
        kind(text)
    with pytest.raises(GarbledError) as refused:
        as_note(NoteTaken("ACTING_BEGUN", f"{kind.__name__}.{text}"))
    assert refused.value.args == ()


@pytest.mark.parametrize(
    "name",
    [Reference("KARENP23"), Pseudonym("3f0c9a52-6d1e-5b7a-9c44-0a1b2c3d4e5f")],
    ids=["mandate", "person"],
)
def test_a_name_that_says_nothing_is_said_over_the_wire(name):
    note = Note(What.ACTING_BEGUN, name)
    assert as_note(wire.as_message(note)) == note


@pytest.mark.parametrize("kind", [kind for kind in typing.get_args(Detail) if issubclass(kind, enum.Enum)])
def test_every_kind_of_detail_can_be_said_over_the_wire(kind):
    for member in kind:
        note = Note(What.HINDERED, member)
        assert as_note(wire.as_message(note)) == note
