"""Where the words lie: a catalogue for each language, as translators write it and as the program reads it."""

import gettext
import io
import re
from pathlib import Path
from typing import Final

CATALOGUES: Final = Path(__file__).parent.parent / "translations"


def catalogue_file(code: str) -> Path:
    return CATALOGUES / code / "LC_MESSAGES" / "kiosk.po"


def compiled_file(code: str) -> Path:
    return catalogue_file(code).with_suffix(".mo")


def read_catalogue(code: str) -> gettext.NullTranslations:
    """The compiled file, in a millisecond, unless somebody has edited the catalogue since it was made."""
    if is_current(code):
        with compiled_file(code).open("rb") as compiled:
            return gettext.GNUTranslations(compiled)
    return gettext.GNUTranslations(io.BytesIO(_compiled(code)))


def reviewed(code: str) -> str:
    """When somebody who lives in the language had read all of it on the screens: a date; empty if nobody has yet."""
    with catalogue_file(code).open(encoding="utf-8") as source:
        found = re.search(r"^# X-Reviewed: (\d{4}-\d\d-\d\d)$", source.read(2000), re.MULTILINE)
    return found[1] if found else ""


def is_current(code: str) -> bool:
    compiled, source = compiled_file(code), catalogue_file(code)
    return compiled.exists() and compiled.stat().st_mtime_ns >= source.stat().st_mtime_ns


def compile_catalogue(code: str) -> None:
    """Write the compiled file beside the catalogue, if it is not current."""
    if not is_current(code):
        compiled_file(code).write_bytes(_compiled(code))


def _compiled(code: str) -> bytes:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    # locale= matters: without it Babel resets the plural header to two forms, which is wrong for Arabic.
    with catalogue_file(code).open("rb") as source:
        catalogue = read_po(source, locale=code)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()
