"""A settings file is read strictly: every problem is named with its line, and nothing is guessed."""

import inspect
import re
from datetime import timedelta
from pathlib import Path

import pytest

import main
from kiosk.station.record import begin_record
from kiosk.station.settings import AT_START, as_markdown, entries, load
from kiosk.station.sheet import SettingsError

GOOD = """\
training = true

[panel]
width = "376 mm"
full_screen = false

[reader]
name = "Borgerlaeser"

[printer]
uri = "ipps://printer.kommune.example:631/ipp/print"
certificate = "AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89"

[identity]
issuer = "http://127.0.0.1:8080/op"
client_id = "kiosk-7"

[post]
url = "https://post.example"

[mandates]
url = "https://mandates.example"

[services]
url = "https://services.example"

[limits]
silence = "1.5 min"
slow = "750 ms"
"""


@pytest.fixture
def file(tmp_path) -> Path:
    return tmp_path / "kiosk.toml"


def problems(file: Path, text: str) -> list[str]:
    file.write_text(text)
    with pytest.raises(SettingsError) as refused:
        load(file)
    assert str(refused.value).startswith(str(file))
    return [str(problem).removeprefix(str(file)) for problem in refused.value.problems]


def test_a_good_file_becomes_typed_settings(file):
    file.write_text(GOOD)
    settings = load(file)
    assert settings.training is True
    assert settings.panel_width_mm == 376
    assert settings.printer_certificate == "abcdef0123456789" * 4
    assert settings.limits.silence == timedelta(seconds=90)
    assert settings.limits.slow == timedelta(milliseconds=750)
    assert settings.limits.cover == timedelta(seconds=20)
    assert settings.room_parent is None
    assert settings.journal is None


def test_every_problem_is_named_at_once_with_line_key_value_and_what_is_allowed(file):
    text = (
        GOOD.replace('"376 mm"', '"376 inch"')
        .replace('silence = "1.5 min"', "silence = 90")
        .replace('name = "Borgerlaeser"', 'naem = "Borgerlaeser"')
        .replace("training = true", 'training = "yes"')
    )
    assert problems(file, text) == [
        ": reader.name is missing; allowed: a text that is not empty, on one line",
        ':1: training = "yes" is not allowed; allowed: true or false',
        ':4: panel.width = "376 inch" is not allowed; allowed: a length from "100 mm" to "2000 mm"',
        ':8: reader.naem = "Borgerlaeser" is no setting; did you mean reader.name?',
        ':28: limits.silence = 90 is not allowed; allowed: a time from "20 s" to "30 min"',
    ]


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("https://post.example", "http://post.example"),
        ("https://post.example", "http://127.0.0.1.example"),
        ("https://post.example", "http://localhost.example"),
        ("https://post.example", "https://"),
        ("https://post.example", "https://user:secret@post.example"),
        ("https://post.example", "https://post.example:notaport"),
        ("https://post.example", "https://post.example?x=1"),
        ("https://post.example", "ftp://post.example"),
        ("https://post.example", ""),
        ("ipps://printer", "ipp://printer"),
        ("ipps://printer", "http://printer"),
        ("AB:CD", "AB:CG"),
        ("AB:CD:", ""),
        ("1.5 min", "1.5 minutes"),
        ("1.5 min", "19 s"),
        ("1.5 min", "-1 s"),
        ("1.5 min", "31 min"),
        ("kiosk-7", "kiosk\\n7"),
        ("376 mm", "0 mm"),
    ],
)
def test_a_value_that_is_not_allowed_is_refused(file, good, bad):
    assert len(problems(file, GOOD.replace(good, bad))) == 1


@pytest.mark.parametrize(
    "address", ["http://localhost:1/x", "http://127.0.0.1:8080", "http://[::1]:8080", "http://127.8.9.1"]
)
def test_plain_http_is_for_this_machine_only(file, address):
    file.write_text(GOOD.replace("https://post.example", address))
    assert load(file).post == address


def test_a_file_that_is_no_toml_names_the_line(file):
    (problem,) = problems(file, "training = true\n[panel\n")
    assert problem.startswith(":2: not TOML")


def test_a_file_that_is_not_there_or_no_text_is_named(file):
    with pytest.raises(SettingsError, match="cannot be read: No such file"):
        load(file)
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match="not UTF-8"):
        load(file)


def test_a_real_kiosk_keeps_its_journal_in_a_file(file):
    real = GOOD.replace("training = true", "training = false")
    assert problems(file, real) == [
        ": journal.file is missing; allowed: an absolute file; in training empty, for memory"
    ]
    file.write_text(real + "\n[journal]\nfile = '/var/lib/borgerkiosk/journal.db'\n")
    assert load(file).journal == Path("/var/lib/borgerkiosk/journal.db")


def test_an_unknown_table_is_refused(file):
    assert problems(file, GOOD + "\n[colour]\nbackground = 'pink'\n")[0].startswith(
        ':32: colour.background = "pink" is no setting; allowed: training, panel.width'
    )


def test_the_table_names_every_setting_once():
    keys = [entry.key for entry in entries()]
    assert len(keys) == len(set(keys)) == 27
    assert all(f"| `{key}` |" in as_markdown() for key in keys)


def test_what_counts_only_from_the_next_start_is_what_the_supervisor_reads():
    read = re.findall(r"\bsettings\.(\w+)", inspect.getsource(main.run) + inspect.getsource(begin_record))
    names = {
        "journal" if key == "journal.file" else re.sub("identity.", "", key).replace(".", "_")
        for key in AT_START
    }
    assert {*read} == names
    assert "| `journal.kept` | how long the notes are kept | a time" in as_markdown()
    assert sum(row.endswith("| the next start |") for row in as_markdown().splitlines()) == len(AT_START)
