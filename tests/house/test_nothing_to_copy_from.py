"""A text field of Qt offers what is selected in it to everybody on the display. The kiosk has none, nor a clipboard."""

import re
from pathlib import Path

import pytest

FIELDS = re.compile(r"\b(?:TextInput|TextEdit|TextField|TextArea|SearchField|QClipboard|clipboard)\b")


def found(text: str) -> list[str]:
    return FIELDS.findall(text)


def test_no_text_can_be_copied_from_the_glass(texts: dict[Path, str]) -> None:
    drawn = {
        file: text for file, text in texts.items() if file.parts[0] == "ui" and file.suffix in {".py", ".qml"}
    }
    assert drawn
    assert {str(file): found(text) for file, text in drawn.items() if found(text)} == {}


@pytest.mark.parametrize("text", ["    TextInput {", "QGuiApplication.clipboard().setText(text)"])
def test_the_pattern_knows_one_when_it_sees_it(text: str) -> None:
    assert found(text)
