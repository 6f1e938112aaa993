"""The screen of a machine that can serve nobody: out of order, in every language at once, the first two in full."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlApplicationEngine

from kiosk.visit.trouble import Trouble
from ui.panel import NoGlassError, Panel, application, fitted
from ui.tongue import LANGUAGES, Language, ltr, tongue

_IN_FULL: Final = 2
_NOTICE: Final = Path(__file__).parent / "qml" / "Notice.qml"


def show_notice(trouble: Trouble, panel: Panel, *, training: bool) -> int:
    """Until somebody ends this process. Raises :class:`NoGlassError` when the screen cannot be made."""
    app = application()
    engine = QQmlApplicationEngine()
    board(engine, trouble, fitted(panel, app), training=training)
    return app.exec()


def board(engine: QQmlApplicationEngine, trouble: Trouble, panel: Panel, *, training: bool) -> None:
    """Put it up with an engine that lives as long as it shall stand."""
    engine.setInitialProperties(
        {
            "width": panel.width,
            "height": panel.height,
            "millimetre": panel.width / panel.millimetres,
            "fullScreen": panel.full_screen,
            "training": training,
            "rows": [_row(trouble, language) for language in LANGUAGES[:_IN_FULL]],
            "others": [_row(trouble, language) for language in LANGUAGES[_IN_FULL:]],
            "code": ltr(trouble.row.code),
        }
    )
    engine.load(QUrl.fromLocalFile(str(_NOTICE)))
    if not engine.rootObjects():
        raise NoGlassError("The notice could not be loaded: is the folder ui/qml complete?")


def _row(trouble: Trouble, language: Language) -> dict[str, str | bool]:
    said = tongue(language.code)
    return {
        "happened": said.say(trouble.row.happened),
        "advice": said.say(trouble.row.do_now),
        "mirrored": language.right_to_left,
    }
