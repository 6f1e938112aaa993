"""Messages that the town writes are valid, and read back as they were meant."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from lxml import etree

from kiosk.training.clock import TownClock
from kiosk.training.memo_shapes import Envelope, Place
from kiosk.training.memo_writer import Authority, Deed, Enclosure, MemoDraft, Paper, write_memo
from kiosk.training.people import PEOPLE
from kiosk.training.seed_letters import FirstLetters
from tests.unit.training.conftest import SAMPLES

PLACE = Place("mailbox-1", "folder-1", "2026-11-24T12:00:00.000Z")
CREATED = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
FILE = Enclosure("text/plain", "brev & bilag <1>.txt", "Kære Anna".encode())
DEED = Deed("Svar", "SELVBETJENING", "https://www.example.dk/svar?a=1&b=2", CREATED)
DRAFT = MemoDraft(
    Authority("Aarhus Kommune", "10000013"), "6705411234", "Anna <Sørensen> & søn", 'Et "brev"',
    (Paper((FILE,), "Brev", (DEED,)), Paper((FILE, replace(FILE, language="en")))), CREATED,
    code="Afgørelse", case_id="2026-1", mandatory=True, reply=True,
)  # fmt: skip


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SAMPLES / "xsd" / "MeMo_core.xsd"))


def test_a_letter_in_1_1_keeps_the_official_schema(schema):
    schema.assertValid(etree.fromstring(write_memo(DRAFT)))


def test_a_letter_in_1_2_leaves_out_what_is_gone():
    root = etree.fromstring(write_memo(replace(DRAFT, version="1.2", mandatory=False)))
    assert root.get("memoSchVersion") is None
    assert not root.findall(".//{*}mandatory")
    assert not root.findall(".//{*}legalNotification")


def test_the_official_samples_keep_the_official_schema(schema, sample):
    schema.assertValid(etree.fromstring(sample("v1.1-MeMo_Full")))
    assert not schema.validate(etree.fromstring(sample("v1.2-MeMo_Minimum")))


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_what_was_written_is_read(parse, version):
    arrival = Envelope(parse(write_memo(replace(DRAFT, version=version)))).arrive(PLACE)
    letter = arrival.message
    assert (letter.label, letter.sender.label) == ('Et "brev"', "Aarhus Kommune")
    assert letter.recipient.label == "Anna <Sørensen> & søn"
    assert (letter.messageType, letter.reply, letter.messageCode) == ("MANDATORY", True, "Afgørelse")
    assert letter.contentData.caseId == "2026-1"
    assert letter.documents[0].files[0].filename == "brev & bilag <1>.txt"
    assert letter.documents[0].actions[0].entryPointUrl == "https://www.example.dk/svar?a=1&b=2"
    assert letter.documents[1].label is None
    assert set(arrival.contents.values()) == {"Kære Anna".encode()}


@pytest.mark.parametrize("person", ["anna", "ahmed", "lars-legal", "uma-unlucky", "petra-parent"])
def test_every_first_letter_is_valid(schema, tmp_path, person):
    letters = [letter.memo for letter in FirstLetters(tmp_path, TownClock())(PEOPLE[person])]
    versions = [etree.fromstring(memo, etree.XMLParser(huge_tree=True)) for memo in letters]
    in_1_1 = [root for root in versions if root.get("memoVersion") == "1.1"]
    assert 0 < len(in_1_1) < len(versions)
    for root in in_1_1:
        schema.assertValid(root)


def test_prepared_letters_are_made_once(tmp_path):
    def letters() -> list[bytes]:
        made = FirstLetters(tmp_path, TownClock())(PEOPLE["anna"])
        return [letter.memo.split(b"MessageBody")[1] for letter in made]

    first = letters()
    files = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert [len(letter) for letter in letters()] == [len(letter) for letter in first]
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == files
