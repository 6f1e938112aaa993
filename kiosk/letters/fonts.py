"""The fonts on paper: which one has a character, and how its characters join (HarfBuzz)."""

import os
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

import uharfbuzz  # pyright: ignore[reportMissingTypeStubs]
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr, TTFont

FOLDER = Path(__file__).parents[2] / "fonts"

_FAMILIES = ("NotoSans", "NotoNaskhArabic", "NotoSansEthiopic")
"""In the order in which they are asked for a character. The last two have no Latin letters."""

_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_JOINING = ("NotoNaskhArabic",)


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one font and one direction, in the order they are drawn. ``width`` in units of the font size."""

    font: str
    drawn: str = field(repr=False)
    width: float


@cache
def load() -> None:
    """Register the fonts with reportlab, once for the process."""
    for family in _FAMILIES:
        for weight in ("Regular", "Bold"):
            name = f"{family}-{weight}"
            path = os.fspath(FOLDER / f"{name}.ttf")
            pdfmetrics.registerFont(TTFont(name, path, shapable=family in _JOINING))


@lru_cache(20_000)
def font_for(character: str, before: str | None, bold: bool) -> str:
    """The font of a character: that of the one before it if it can, so that a space or a stop does not change it."""
    weight = "Bold" if bold else "Regular"
    if before and before.endswith(weight) and not character.isalpha() and _has(before, character):
        return before
    names = [f"{family}-{weight}" for family in _FAMILIES]
    return next((name for name in names if _has(name, character)), names[0])


@lru_cache(20_000)
def run(text: str, font: str, leftward: bool) -> Run:
    """Shape ``text`` (in the order it is read) into what is drawn from left to right."""
    if font.startswith(_JOINING):
        return _shaped(text, font, leftward)
    drawn = text[::-1].translate(_MIRRORED) if leftward else text
    return Run(font, drawn, pdfmetrics.stringWidth(drawn, font, 1))


def _has(name: str, character: str) -> bool:
    return ord(character) in _font(name).face.charToGlyph


def _font(name: str) -> TTFont:
    return pdfmetrics.getFont(name)


def _shaped(text: str, name: str, leftward: bool) -> Run:
    font = _font(name)
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if leftward else "ltr"
    harfbuzz = font.hbFont(1)
    uharfbuzz.shape(harfbuzz, buffer)
    glyphs = [
        _glyph(font, harfbuzz, info, place)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]
    drawn = ShapedStr("".join(glyph for glyph, _ in glyphs), [data for _, data in glyphs])
    return Run(name, drawn, sum(data.x_advance for _, data in glyphs) / 1000)


def _glyph(font: TTFont, harfbuzz, info, place) -> tuple[str, ShapeData]:
    """A glyph as reportlab draws it: by a character, one of the private ones if no character leads to the glyph."""
    known = font.face.glyphToChar.get(info.codepoint)
    if known:
        code = known[0]
    else:
        name = harfbuzz.glyph_to_string(info.codepoint)
        code = font.hbAddPrivate(name, info.codepoint, font.pdfScale(place.x_advance))
    numbers = (place.x_advance, place.y_advance, place.x_offset, place.y_offset)
    return chr(code), ShapeData(info.cluster, *map(font.pdfScale, numbers), font.face.charWidths[code])
