"""Each kind of leak is planted once in a kiosk that is clean, and the search of a visit's end finds it."""

import os
import subprocess
import time
from pathlib import Path

import pytest

from tests.trace.canaries import Word, word
from tests.trace.kiosk import Vera
from tests.trace.looking import Report, look_at_all_files, look_everywhere
from tests.trace.places import mappings

PRINT_JOB = """{
    NAME "A job with a title"
    OPERATION Print-Job
    GROUP operation-attributes-tag
    ATTR charset attributes-charset utf-8
    ATTR naturalLanguage attributes-natural-language en
    ATTR uri printer-uri $uri
    ATTR name job-name "%s"
    ATTR mimeMediaType document-format application/pdf
    FILE $filename
    STATUS successful-ok
}"""

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def vera(vera_for_all: Vera) -> Vera:
    return vera_for_all


@pytest.fixture
def leak(vera: Vera) -> Word:
    """A letter's word, another for each test, as is the search word: nobody has been at this kiosk."""
    vera.kiosk.until_noted("visit_shown")
    vera.glass.rest(0.5)
    vera.text, vera.sought = word("letter"), word("search word")
    return vera.text


@pytest.fixture
def found(vera: Vera) -> Report:
    return Report()


def kinds(report: Report) -> set[str]:
    return {hit.partition(" in ")[2].rpartition(": ")[0] for hit in report.hits}


def test_a_clean_kiosk_is_clean(vera: Vera, leak: Word, found: Report) -> None:
    look_everywhere(vera, found)
    assert found.hits == []


def test_a_line_in_the_log(vera: Vera, leak: Word, found: Report) -> None:
    with vera.kiosk.log.open("a") as log:
        log.write(f"bug: cannot draw {leak.text}\n")
    look_everywhere(vera, found)
    assert kinds(found) == {"journal and log"}


def test_a_url_with_what_was_looked_for_in_the_log(vera: Vera, leak: Word, found: Report) -> None:
    with vera.kiosk.log.open("a") as log:
        log.write(f"GET /mailboxes/1/messages/?any={vera.sought.text}&page=0\n")
    look_everywhere(vera, found)
    assert kinds(found) == {"journal and log"}


def test_a_title_of_a_job(vera: Vera, leak: Word, found: Report, tmp_path: Path) -> None:
    letter, test = tmp_path / "letter", tmp_path / "job.test"
    letter.write_bytes(b"%PDF-1.4\n")
    test.write_text(PRINT_JOB % leak.text)
    command = ["ipptool", "-f", str(letter), vera.world.printer.uri, str(test)]
    subprocess.run(command, check=True, capture_output=True, timeout=30)
    for file in (letter, test):
        file.unlink()
    look_everywhere(vera, found)
    assert "printer" in kinds(found)


def test_a_word_in_the_memory_of_the_next_visit(vera: Vera, leak: Word, found: Report) -> None:
    plant(vera.kiosk.visit_process(), leak.text.encode("utf-16-le"))
    look_everywhere(vera, found)
    assert kinds(found) == {"memory of the next visit"}


def test_a_word_in_the_memory_of_the_supervisor(vera: Vera, leak: Word, found: Report) -> None:
    plant(vera.kiosk.process.pid, leak.text.encode())
    look_everywhere(vera, found)
    assert kinds(found) == {"memory of the supervisor"}


def test_a_file_that_nobody_would_think_of(vera: Vera, leak: Word, tmp_path: Path) -> None:
    begun = time.time()
    odd = Path(f"/var/tmp/{word('file').text}")
    odd.write_text(leak.text)
    try:
        found = look_at_all_files(begun, tmp_path, [leak])
    finally:
        odd.unlink()
    assert [hit for hit in found.hits if str(odd) in hit]


def plant(pid: int, word: bytes) -> None:
    """Write into memory that a process has and does not use."""
    with Path(f"/proc/{pid}/mem").open("r+b", buffering=0) as memory:
        for first, last in mappings(pid, writable=True):
            memory.seek(first)
            at = memory.read(last - first).find(bytes(4096))
            if at >= 0:
                memory.seek(first + at + 1024)
                os.write(memory.fileno(), word)
                return
    pytest.fail("no place to plant in")
