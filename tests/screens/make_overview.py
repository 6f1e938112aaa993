"""The four hardest screens in all languages at once, a picture for each, into ``docs/pictures``."""

from pathlib import Path

from PIL import Image

from tests.screens.glass import TestedGlass
from tests.screens.looks import HARDEST, USUAL, dress
from tests.screens.states import visit
from ui.tongue import LANGUAGES

HARD = ("welcome", "asking-scope-ticked", "trouble-refused", "reading-back-longest")
_ACROSS, _WIDE, _HIGH = 4, 640, 512


def make(glass: TestedGlass, folder: Path) -> None:
    for name in HARD:
        _overview(glass, name).save(folder / f"every-language-{name}.png", optimize=True)
    dress(glass, HARDEST)
    _overview(glass, "trouble-refused").save(folder / "every-language-largest.png", optimize=True)
    dress(glass, USUAL)


def _overview(glass: TestedGlass, name: str) -> Image.Image:
    whole = Image.new("RGB", (_ACROSS * _WIDE, -(-len(LANGUAGES) // _ACROSS) * _HIGH))
    for number, language in enumerate(LANGUAGES):
        glass.show(visit(name, language.code))
        picture = glass.picture()
        size = (picture.width(), picture.height())
        pixels = Image.frombuffer("RGB", size, bytes(picture.constBits()), "raw", "BGRX")
        row, column = divmod(number, _ACROSS)
        whole.paste(pixels.resize((_WIDE, _HIGH), Image.Resampling.LANCZOS), (column * _WIDE, row * _HIGH))
    return whole.quantize(64, dither=Image.Dither.NONE)
