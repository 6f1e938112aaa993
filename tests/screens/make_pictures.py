"""Makes a picture of every screen and every paper in every language: ``python -m tests.screens.make_pictures``."""

from pathlib import Path

from PIL import Image
from PySide6.QtGui import QImage

from tests.letters import make_pictures as papers
from tests.screens import make_overview as overview
from tests.screens.glass import TestedGlass
from tests.screens.states import LANGUAGES, OPENED, STATES, TYPED, visit
from tests.screens.test_saying_things import touch

PICTURES = Path(__file__).parent.parent.parent / "docs" / "pictures"


def save(glass: TestedGlass, name: str, language: str) -> None:
    glass.show(visit(name, language))
    _save(glass, name, language)


def save_typed(glass: TestedGlass, name: str, language: str) -> None:
    state, keys = TYPED[name]
    glass.show(visit(state, language))
    glass.type(keys)
    glass.settle()
    _save(glass, name, language)


def save_opened(glass: TestedGlass, name: str, language: str) -> None:
    state, button = OPENED[name]
    glass.show(visit(state, language))
    touch(glass, glass.named(button).property("text"))
    _save(glass, name, language)


def _save(glass: TestedGlass, name: str, language: str) -> None:
    folder = PICTURES / language
    folder.mkdir(parents=True, exist_ok=True)
    _small(glass.picture()).save(folder / f"{name}.png", optimize=True)


def _small(picture: QImage) -> Image.Image:
    """64 colours without dithering: a tenth of the size, and the same file for the same screen."""
    size = (picture.width(), picture.height())
    pixels = Image.frombuffer("RGB", size, bytes(picture.constBits()), "raw", "BGRX")
    return pixels.quantize(64, dither=Image.Dither.NONE)


def main() -> None:
    papers.make(PICTURES)
    glass = TestedGlass(visit("welcome"))
    for language in LANGUAGES:
        for name in STATES:
            save(glass, name, language)
        for name in TYPED:
            save_typed(glass, name, language)
        for name in OPENED:
            save_opened(glass, name, language)
    overview.make(glass, PICTURES)
    glass.take_down()
    if glass.warnings:
        raise SystemExit("\n".join(glass.warnings))


if __name__ == "__main__":
    main()
