"""A TOML file read key by key: every key has a kind, and all problems are gathered before anyone complains."""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar, cast

T = TypeVar("T")

_TABLE = re.compile(r"^\s*\[\s*([\w.-]+)\s*\]")
_KEY = re.compile(r"^\s*([\w-]+)\s*=")
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """A kind of value. ``read`` raises :class:`ValueError` for what is not ``allowed``; ``example`` is allowed."""

    allowed: str
    read: Callable[[object], T]
    example: T


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file. ``line`` counts from 1; 0 is the file as a whole."""

    file: Path
    line: int
    says: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.says}" if self.line else f"{self.file}: {self.says}"


class SettingsError(Exception):
    """The settings cannot be used; ``problems`` are all of them. The program does not start."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Entry:
    """One key as the documentation shows it. ``default`` is None for a key that must be there."""

    key: str
    allowed: str
    default: object
    meaning: str


@dataclass(slots=True)
class Sheet:
    """The values of one file, and what was found wrong while they were taken out."""

    file: Path
    values: dict[str, object]
    lines: dict[str, int]
    entries: list[Entry] = field(default_factory=list[Entry])
    problems: list[Problem] = field(default_factory=list[Problem])

    def take(self, key: str, kind: Kind[T], meaning: str, default: object = None) -> T:
        """The value of ``key``, or ``default`` (as in a file); a problem leaves a stand-in behind."""
        self.entries.append(Entry(key, kind.allowed, default, meaning))
        value = self.values.get(key, default)
        if value is None:
            self._complain(key, f"{key} is missing; allowed: {kind.allowed}")
            return kind.example
        try:
            return kind.read(value)
        except ValueError:
            self._complain(key, f"{key} = {as_written(value)} is not allowed; allowed: {kind.allowed}")
            return kind.example

    def finish(self) -> None:
        """Raise :class:`SettingsError` if anything was wrong, keys that nobody took among it."""
        known = [entry.key for entry in self.entries]
        for key in self.values.keys() - set(known):
            self._complain(key, f"{key} = {as_written(self.values[key])} is no setting; {_hint(key, known)}")
        if self.problems:
            raise SettingsError(sorted(self.problems, key=lambda problem: (problem.line, problem.says)))

    def _complain(self, key: str, says: str) -> None:
        self.problems.append(Problem(self.file, self.lines.get(key, 0), says))


def _hint(key: str, known: list[str]) -> str:
    import difflib  # late: a start with a good file needs none

    near = difflib.get_close_matches(key, known, 1)
    return f"did you mean {near[0]}?" if near else f"allowed: {', '.join(known)}"


def open_sheet(file: Path) -> Sheet:
    """Raises :class:`SettingsError` when the file cannot be read or is not TOML."""
    try:
        text = file.read_text(encoding="utf-8")
        return Sheet(file, dict(_flat(tomllib.loads(text))), dict(_lines(text)))
    except tomllib.TOMLDecodeError as error:
        at = _AT_LINE.search(str(error))
        problem = Problem(file, int(at[1]) if at else 0, f"not TOML: {_AT_LINE.sub('', str(error)).strip()}")
    except OSError as error:
        problem = Problem(file, 0, f"cannot be read: {error.strerror}")
    except UnicodeDecodeError:
        problem = Problem(file, 0, "cannot be read: it is not UTF-8 text")
    raise SettingsError([problem])


def _flat(table: dict[str, object], before: str = "") -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(cast("dict[str, object]", value), f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """Where each key stands. tomllib does not say; our files have one key on each line."""
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if found := _TABLE.match(line):
            table = f"{found[1]}."
        elif found := _KEY.match(line):
            yield f"{table}{found[1]}", number


def as_written(value: object) -> str:
    """As it would stand in the file."""
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
