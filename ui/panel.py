"""What is before anything is drawn: the panel with its size, our own fonts, and the application."""

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtGui import QColor, QCursor, QFont, QFontDatabase, QGuiApplication, QPixmap

FONTS: Final = Path(__file__).parent.parent / "fonts"
FAMILIES: Final = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic")
_FILES: Final = (
    "NotoSans-Regular.ttf",
    "NotoSans-Bold.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansArabic-Bold.ttf",
    "NotoSansEthiopic-Regular.ttf",
    "NotoSansEthiopic-Bold.ttf",
)


@dataclass(frozen=True, slots=True)
class Panel:
    """``width`` and ``height`` in pixels; ``millimetres`` is the width of the lit surface, measured with a ruler.

    A full screen has the size of the screen, whatever is said here.
    """

    width: int = 1280
    height: int = 1024
    millimetres: float = 376.0
    full_screen: bool = False


class NoGlassError(Exception):
    """The glass cannot be put up; the message is a sentence for whoever started the program."""


def application() -> QGuiApplication:
    """The application with our own fonts, drawn by the software renderer unless told otherwise."""
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    # Qt waits 5 ms after every request to draw; without it a page comes twice as fast.
    os.environ.setdefault("QT_QPA_UPDATE_IDLE_TIME", "0")
    os.environ["FONTCONFIG_FILE"] = str(FONTS / "fonts.conf")
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication):
        app = QGuiApplication(["kiosk"])
    app.setQuitOnLastWindowClosed(False)
    _load_fonts()
    app.setFont(QFont(list(FAMILIES)))
    return app


def fitted(panel: Panel, app: QGuiApplication) -> Panel:
    if not panel.full_screen:
        return panel
    screen = app.primaryScreen().size()
    return replace(panel, width=screen.width(), height=screen.height())


def no_cursor() -> QCursor:
    """One pixel that is not there. Qt has a name for it; see :meth:`ui.app.Glass._later` for why it is not used."""
    nothing = QPixmap(1, 1)
    nothing.fill(QColor(0, 0, 0, 0))
    return QCursor(nothing)


def _load_fonts() -> None:
    for name in _FILES:
        if QFontDatabase.addApplicationFont(str(FONTS / name)) < 0:
            raise NoGlassError(f"The font {name} is missing in the folder {FONTS.name}: install it again.")
