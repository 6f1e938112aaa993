"""Where a finger touches: the same places on the kiosk and on the page that looks like it, 1280 by 1024 pixels."""

from typing import Final

Place = tuple[int, int]

ARABIC: Final[Place] = (868, 258)
# In Arabic everything stands on its other side, and the lines are taller.
DANISH_MIRRORED: Final[Place] = (1173, 287)
CARD: Final[Place] = (330, 560)
CODE: Final[Place] = (950, 560)
BACK_TO_WELCOME: Final[Place] = (110, 960)
FIRST_LETTER: Final[Place] = (700, 300)
OVER_THE_LIST: Final[Place] = (700, 600)
BACK_TO_LETTERS: Final[Place] = (1100, 960)
OK: Final[Place] = (1180, 686)

# On the kiosk alone.
ENGLISH: Final[Place] = (259, 258)
END: Final[Place] = (1145, 85)
COVER: Final[Place] = (516, 85)
SEARCH: Final[Place] = (1202, 255)
ALL_LETTERS: Final[Place] = (1146, 314)
NEXT_PAGE: Final[Place] = (1108, 257)
LARGER: Final[Place] = (1108, 420)
PRINT: Final[Place] = (1108, 866)
YES_PRINT: Final[Place] = (1092, 955)
STOP: Final[Place] = (1089, 961)
I_AM_BACK: Final[Place] = (639, 768)
DONE: Final[Place] = (1185, 955)

MYSELF: Final[Place] = (250, 400)
FIRST_PRINCIPAL: Final[Place] = (900, 300)
CHANGE_PERSON: Final[Place] = (1100, 160)
FIRST_LETTER_OF_ANOTHER: Final[Place] = (700, 400)

_COLUMNS: Final = (897, 1038, 1180)
_ROWS: Final = (285, 418, 552)


def digit(sign: str) -> Place:
    """On the keypad of the kiosk."""
    if sign == "0":
        return _COLUMNS[1], OK[1]
    row, column = divmod(int(sign) - 1, 3)
    return _COLUMNS[column], _ROWS[row]
