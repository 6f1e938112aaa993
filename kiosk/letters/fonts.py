"""The fonts on paper: which one has a character, and how its characters join (HarfBuzz)."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import uharfbuzz  # pyright: ignore[reportMissingTypeStubs] - has none
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfbase.ttfonts import TTFont

# Neither tells the type checker what we use of them: HarfBuzz's buffers, and how reportlab stores shaped text.
_harfbuzz: Any = uharfbuzz
_reportlab: Any = ttfonts
_metrics: Any = pdfmetrics

FOLDER = Path(__file__).parents[2] / "fonts"

_FAMILIES = ("NotoSans", "NotoNaskhArabic", "NotoSansEthiopic")
"""In the order in which they are asked for a character. The last two have no Latin letters."""

_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_JOINING = ("NotoNaskhArabic",)
_LARGER = 1.15
"""Its letters are that much smaller than Latin ones of the same size."""

_said: dict[str, dict[str, str]] = {}


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one font and one direction, in the order they are drawn.

    ``width`` in units of the size of the text. ``scale``: of the font, so that it looks as large as the others.
    """

    font: str
    drawn: str = field(repr=False)
    width: float
    scale: float = 1.0


def load() -> None:
    """Open the files. Each is read when a letter first needs it, which is without a disk: most need one or none."""
    for family in _FAMILIES:
        for weight in ("Regular", "Bold"):
            _file(f"{family}-{weight}")


@cache
def font(name: str) -> Any:
    """The font, registered with reportlab from now on."""
    with open(_file(name), "rb", closefd=False) as file:
        file.seek(0)
        made = TTFont(name, file, shapable=name.startswith(_JOINING))
    _metrics.registerFont(made)
    return made


@cache
def _file(name: str) -> int:
    return os.open(FOLDER / f"{name}.ttf", os.O_RDONLY | os.O_CLOEXEC)


@lru_cache(20_000)
def font_for(character: str, before: str | None, bold: bool) -> str:
    """The font of a character: that of the one before it for a space or a stop, if it can, so that it goes on."""
    weight = "Bold" if bold else "Regular"
    if before and before.endswith(weight) and not character.isalnum() and _has(before, character):
        return before
    names = [f"{family}-{weight}" for family in _FAMILIES]
    return next((name for name in names if _has(name, character)), names[0])


def font_of_all(text: str, bold: bool) -> str | None:
    """The first font, if it has all of the text and nothing in it is invisible: so it is with most letters."""
    name = f"{_FAMILIES[0]}-{'Bold' if bold else 'Regular'}"
    return name if text.isprintable() and all(_has(name, character) for character in set(text)) else None


@lru_cache(20_000)
def run(text: str, font: str, leftward: bool) -> Run:
    """Shape ``text`` (in the order it is read) into what is drawn from left to right."""
    if font.startswith(_JOINING):
        return _shaped(text, font, leftward)
    drawn = text[::-1].translate(_MIRRORED) if leftward else text
    return Run(font, drawn, pdfmetrics.stringWidth(drawn, font, 1))


def _has(name: str, character: str) -> bool:
    return ord(character) in font(name).face.charToGlyph


def _shaped(text: str, name: str, leftward: bool) -> Run:
    shaping = font(name)
    buffer = _harfbuzz.Buffer()
    buffer.cluster_level = _harfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if leftward else "ltr"
    sized = shaping.hbFont(1)
    _harfbuzz.shape(sized, buffer)
    glyphs = [
        _glyph(shaping, sized, info, place)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]
    _learn(name, text, [(data.cluster, glyph) for glyph, data in glyphs])
    drawn = _reportlab.ShapedStr("".join(glyph for glyph, _ in glyphs), [data for _, data in glyphs])
    return Run(name, drawn, sum(data.x_advance for _, data in glyphs) / 1000 * _LARGER, _LARGER)


def reading(name: str) -> Mapping[str, str]:
    """What a font's characters say where they stand for a glyph that was shaped; the others are what they are."""
    return _said.get(name, {})


def _learn(name: str, text: str, drawn: Sequence[tuple[int, str]]) -> None:
    """Each glyph says the characters from its own (its cluster's) first to the next glyph's."""
    said = _said.setdefault(name, {})
    starts = sorted({cluster for cluster, _ in drawn})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    for cluster, glyph in drawn:
        said.setdefault(glyph, text[cluster : ends[cluster]])


def _glyph(font: Any, sized: Any, info: Any, place: Any) -> tuple[str, Any]:
    """A glyph as reportlab draws it: by a character, one of the private ones if no character leads to the glyph."""
    known = font.face.glyphToChar.get(info.codepoint)
    if known:
        code = known[0]
    else:
        name = sized.glyph_to_string(info.codepoint)
        code = font.hbAddPrivate(name, info.codepoint, font.pdfScale(place.x_advance))
    numbers = (place.x_advance, place.y_advance, place.x_offset, place.y_offset)
    return chr(code), _reportlab.ShapeData(
        info.cluster, *map(font.pdfScale, numbers), font.face.charWidths[code]
    )
