"""The repository as a house inspector sees it: its files, without what git ignores."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
IGNORED = {
    ".git",
    ".venv",
    "__pycache__",
    "build",
    ".hypothesis",
    ".ruff_cache",
    ".pytest_cache",
    ".import_linter_cache",
    "node_modules",
}


def _walk() -> Iterator[Path]:
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in IGNORED]
        yield from (Path(folder, name) for name in files if not name.endswith((".pyc", ".mo", ".qmltypes")))


def _text_of(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def texts() -> dict[Path, str]:
    """Every text file by its path in the repository."""
    read = {file.relative_to(ROOT): _text_of(file) for file in _walk()}
    return {file: text for file, text in read.items() if text is not None}


@pytest.fixture(scope="session")
def product(texts: dict[Path, str]) -> dict[Path, str]:
    """The Python files that are not tests."""
    return {file: text for file, text in texts.items() if file.suffix == ".py" and file.parts[0] != "tests"}
