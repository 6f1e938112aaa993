"""Keeps the catalogues: ``python -m ui.words extract``, ``check`` and ``compile``."""

import io
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from ui.catalogues import catalogue_file, compile_catalogue
from ui.tongue import LANGUAGES

ROOT: Final = Path(__file__).parent.parent
_PLACES: Final = (
    ("kiosk/visit", "*.py", "python"),
    ("kiosk/letters", "*.py", "python"),
    ("ui", "*.py", "python"),
    ("ui", "*.qml", "javascript"),
)
_KEYWORDS: Final = {"words": None, "say": None, "count": (1, 2), "qsTr": None}
_OPTIONS: Final = {"encoding": "utf-8", "parse_template_string": True}
_HOLES: Final = re.compile(r"\{\w+\}|%\d")


def template() -> Catalog:
    """Every text of the program, with the files it stands in."""
    found = Catalog(project="Borgerkiosk", charset="utf-8")
    for folder, pattern, method in _PLACES:
        for file in sorted((ROOT / folder).rglob(pattern)):
            for _line, text, comments, context in extract_from_file(
                method, file, _KEYWORDS, comment_tags=(":",), options=_OPTIONS
            ):
                place = (file.relative_to(ROOT).as_posix(), 0)
                found.add(text, None, [place], auto_comments=comments, context=context)
    # A catalogue is sorted by them, and a file that is read has them in this order.
    for message in found:
        message.locations.sort()
    return found


def read(code: str) -> Catalog:
    with catalogue_file(code).open("rb") as source:
        return read_po(source, locale=code, charset="utf-8")


def extract() -> None:
    """Bring every catalogue up to the texts of the program; new texts are empty, texts that are gone go."""
    fresh = template()
    for language in LANGUAGES:
        catalogue = read(language.code)
        catalogue.update(
            fresh, no_fuzzy_matching=True, update_header_comment=False, update_creation_date=False
        )
        catalogue_file(language.code).write_bytes(_written(catalogue))


def compile_all() -> None:
    """Make the files that a kiosk starts faster with; those that are current stay."""
    for language in LANGUAGES:
        compile_catalogue(language.code)


def findings() -> Iterator[str]:
    """What is wrong with the catalogues, a sentence each."""
    fresh = template()
    wanted = {_key(message) for message in fresh if message.id}
    for language in LANGUAGES:
        catalogue = read(language.code)
        there = {_key(message) for message in catalogue if message.id}
        yield from (f"{language.code}: not in the catalogue: {text}" for text in sorted(wanted - there))
        yield from (f"{language.code}: no longer in the program: {text}" for text in sorted(there - wanted))
        for message in catalogue:
            if message.id:
                yield from (f"{language.code}: {fault}: {_key(message)}" for fault in _faults(message))


def _faults(message: Message) -> Iterator[str]:
    sources, targets = _forms(message.id), _forms(message.string)
    if message.fuzzy:
        yield "not settled (fuzzy)"
    if not all(targets):
        yield "not translated"
        return
    if any("&" in text for text in (*sources, *targets)):
        yield "an & would be eaten by a button"
    wanted = Counter(_HOLES.findall(sources[-1]))
    # A plural form may leave the number out, as Arabic does for one and two.
    holes = [Counter(_HOLES.findall(text)) for text in targets]
    if any(hole - wanted for hole in holes) or holes[-1] != wanted:
        yield "other placeholders than the source"


def _forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def _key(message: Message) -> str:
    return _forms(message.id)[0]


def _written(catalogue: Catalog) -> bytes:
    out = io.BytesIO()
    write_po(out, catalogue, width=110, ignore_obsolete=True, include_lineno=False, sort_by_file=True)
    return out.getvalue()


def main(arguments: list[str]) -> int:
    match arguments:
        case ["extract"]:
            extract()
            compile_all()
            return 0
        case ["compile"]:
            compile_all()
            return 0
        case ["check"]:
            found = list(findings())
            print("\n".join(found) or "The catalogues are complete.")
            return 1 if found else 0
        case _:
            print("usage: python -m ui.words extract | check | compile", file=sys.stderr)
            return 64


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
