"""How a glass can look, and what its theme promises."""

from typing import NamedTuple

from tests.screens.glass import TestedGlass
from ui.looks import Colours, TextSize

LEAST = {Colours.USUAL: 10.0, Colours.DARK_ON_LIGHT: 20.0, Colours.LIGHT_ON_DARK: 20.0, Colours.SOFT: 4.5}
"""Contrast of text, by theme."""


class Look(NamedTuple):
    size: TextSize = TextSize.USUAL
    colours: Colours = Colours.USUAL
    airy: bool = False
    low: bool = False

    def __str__(self) -> str:
        more = [word for word, so in (("airy", self.airy), ("low", self.low)) if so]
        return "-".join((self.size.name.lower(), self.colours.name.lower(), *more))


USUAL = Look()

ACROSS = (
    Look(TextSize.SMALL, Colours.SOFT, low=True),
    Look(TextSize.USUAL, Colours.DARK_ON_LIGHT, airy=True, low=True),
    Look(TextSize.LARGE, Colours.LIGHT_ON_DARK),
    Look(TextSize.LARGE, Colours.USUAL, airy=True, low=True),
    Look(TextSize.LARGEST, Colours.USUAL),
    Look(TextSize.LARGEST, Colours.LIGHT_ON_DARK, airy=True, low=True),
)
"""Every size, every theme, both spacings and both heights, and the worst of all at once."""

HARDEST = ACROSS[-1]


def dress(glass: TestedGlass, look: Look) -> None:
    looks = glass.stage.looks
    looks.chooseSize(look.size)
    looks.chooseColours(look.colours)
    looks.chooseAiry(look.airy)
    looks.chooseLow(look.low)
    glass.settle()
