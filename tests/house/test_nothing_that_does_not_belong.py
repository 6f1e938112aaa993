"""No real person's number, no mark of unfinished work, no word that makes sense only where it was written."""

import re
from pathlib import Path

OFFICIAL_SAMPLES = Path("tests/data/memo")

# The day of birth comes first; replacement numbers have 60 added to it and do not match (CPR office).
CPR = re.compile(r"(?<![\w-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}-?\d{4}(?![\w-])")

# Brackets that match one letter, so that this file does not find itself.
UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E|XX[X]|HA[C]K)\b")
ELSEWHERE = re.compile(r"/wor[k]/|\bfar[m]-(?:bench|studio)|bash_job[s]|sub[a]gent")


def found(pattern: re.Pattern[str], texts: dict[Path, str]) -> list[str]:
    return [
        f"{file}:{number}: {line.strip()[:80]}"
        for file, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_number_looks_like_a_real_persons(texts):
    ours = {
        file: text
        for file, text in texts.items()
        if OFFICIAL_SAMPLES not in file.parents and file.suffix != ".lock"
    }
    assert found(CPR, ours) == []


def test_the_pattern_knows_a_number_when_it_sees_one():
    day = "05"
    assert CPR.search(f"cpr={day}0541-1234")
    assert CPR.search(f'"{day}05411234"')
    assert not CPR.search("670541-1234")


def test_nothing_is_marked_as_unfinished(texts):
    assert found(UNFINISHED, texts) == []


def test_no_word_makes_sense_only_elsewhere(texts):
    assert found(ELSEWHERE, texts) == []
