"""What stands on the glass between two visits: the line about the last one, the hidden spare, and out of order."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtTest import QTest

from kiosk.visit.trouble import Trouble
from tests.screens.audit import findings
from tests.screens.states import LANGUAGES, visit
from ui.notice import board
from ui.panel import Panel, application
from ui.tongue import LANGUAGES as EVERY_LANGUAGE
from ui.tongue import tongue

ROOT = Path(__file__).parents[2]
WORDS = {
    "da": "Sidste besøg sluttede kl. \u206814.02\u2069 · \u20660\u2069 sider venter · \u20660\u2069 filer gemt",
    "en": "The last visit ended at \u206814:02\u2069 · \u20660\u2069 pages are waiting · \u20660\u2069 files kept",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_welcome_says_in_one_line_what_was_found_after_the_visit_before(glass, language):
    glass.show(visit("welcome", language))
    glass.stage.tell_last_visit(14 * 60 + 2, 0, 0)
    glass.settle()
    line = glass.named("foot")
    assert line.property("lineCount") == 1
    assert line.property("text") == WORDS.get(language, line.property("text"))
    assert "14" in line.property("text") or "2:02" in line.property("text")
    assert findings(glass) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_staff_who_pass_by_see_at_the_foot_of_the_welcome_what_ails_the_machine(glass, language):
    glass.show(visit("welcome", language))
    glass.stage.tell_ailment("M04")
    glass.settle()
    line = glass.named("foot")
    assert "M04" in line.property("text")
    assert language != "da" or line.property("text").endswith("Til personalet: \u2066M04\u2069")
    glass.stage.tell_last_visit(14 * 60 + 2, None, 99)
    glass.settle()
    assert line.property("text").endswith(f" · {tongue(language).say('For the staff')}: \u2066M04\u2069")
    assert line.property("lineCount") == 1
    assert findings(glass) == []
    glass.stage.tell_ailment("")
    glass.settle()
    assert "M04" not in line.property("text")


def test_nothing_moves_when_the_line_comes(glass):
    glass.show(visit("welcome"))
    before = [item.mapToScene(item.boundingRect().topLeft()) for item in glass.items()]
    glass.stage.tell_last_visit(0, None, 1)
    glass.settle()
    assert [item.mapToScene(item.boundingRect().topLeft()) for item in glass.items()] == before
    assert "printeren har ikke svaret" in glass.named("foot").property("text")


@pytest.mark.parametrize("training", [True, False])
def test_out_of_order_is_said_in_every_language_at_once(training):
    warnings = []
    application()
    engine = QQmlApplicationEngine()
    engine.warnings.connect(lambda found: warnings.extend(warning.toString() for warning in found))
    board(engine, Trouble.OUT_OF_ORDER, Panel(), training=training)
    (window,) = engine.rootObjects()
    texts = [item.property("text") for item in everything(window.contentItem()) if item.property("text")]
    said = "\n".join(texts)
    for language in EVERY_LANGUAGE:
        assert tongue(language.code).say(Trouble.OUT_OF_ORDER.row.happened) in said
        assert tongue(language.code).say(Trouble.OUT_OF_ORDER.row.do_now) in said
    assert "M10" in said
    window.close()
    assert window.isVisible()
    assert any("TRAINING" in text for text in texts) == training
    assert warnings == []
    engine.deleteLater()


def test_out_of_order_is_not_cut_off_on_a_low_panel():
    application()
    engine = QQmlApplicationEngine()
    board(engine, Trouble.OUT_OF_ORDER, Panel(width=1280, height=600), training=True)
    (window,) = engine.rootObjects()
    QTest.qWaitForWindowExposed(window)
    whole = QRectF(0, 0, window.width(), window.height())
    shown = [item for item in everything(window.contentItem()) if item.property("text")]
    assert len(shown) > 2 * len(LANGUAGES)
    for item in shown:
        assert whole.contains(item.mapRectToScene(item.boundingRect())), item.property("text")
    engine.deleteLater()


def everything(item):
    for child in item.childItems():
        if child.isVisible():
            yield child
            yield from everything(child)


CLOSED = """
import os
from PySide6.QtCore import QTimer
from ui.app import Glass

glass = Glass()
glass.when_closed(lambda: print("asked", glass.window.isVisible(), flush=True))

def close():
    glass.window.close()
    print(glass.window.isVisible(), flush=True)
    glass.vanish()

glass.after_first_frame(lambda: QTimer.singleShot(0, close))
os._exit(glass.run())
"""


def test_a_window_that_somebody_closes_stays_and_says_so():
    assert run(CLOSED).stdout.splitlines() == ["asked True", "True"]


CLOSED_IN_A_VISIT = """
import os, select, sys, threading, time
from kiosk.station.wire import Show, say
from kiosk.visit.limits import Limits
from ui.app import Glass
from visiting import Visiting

hears, tells = os.pipe()
listens, speaks = os.pipe()
say(tells, Show())
glass = Glass(training=sys.argv[1] == "True")

def supervise():
    print(os.read(listens, 99), flush=True)
    glass.call_soon(glass.window.close)
    if select.select([listens], [], [], 1)[0]:
        print(os.read(listens, 99), flush=True)
    os._exit(0)

threading.Thread(target=supervise, daemon=True).start()
Visiting(glass, f"{hears},{speaks}", Limits(), lambda: time.sleep(60), lambda ask, heard: None).run()
"""


@pytest.mark.parametrize("training", [True, False])
def test_only_the_window_of_a_practice_can_be_closed_and_that_ends_its_kiosk(training):
    said = run(CLOSED_IN_A_VISIT, str(training)).stdout
    assert said == """b'{"type":"Shown"}\\n'\n""" + """b'{"type":"StopAsked"}\\n'\n""" * training


HIDDEN = """
import os
from PySide6.QtCore import QTimer
from ui.app import Glass

glass = Glass()

def look():
    glass.warm_up()
    print(glass.shown, glass.window.isVisible(), glass.stage.property("screen"), flush=True)
    glass.appear()

glass.after_first_frame(lambda: (print(glass.shown, glass.window.isVisible(), flush=True), glass.vanish()))
QTimer.singleShot(0, look)
# As a visit ends: nothing is taken down, so nothing binds to what has gone.
os._exit(glass.run_hidden())
"""


def test_a_spare_loads_and_draws_unseen_and_its_first_picture_comes_when_it_appears():
    assert run(HIDDEN).stdout.splitlines() == ["False False Welcome", "True True"]


RESIZED = """
import os
from dataclasses import replace
from PySide6.QtCore import QRect, QTimer
from ui.app import Glass
from ui.panel import Panel

glass = Glass(Panel(full_screen=True))
screen = glass._app.primaryScreen()

def change(was):
    # As if it had been drawn for another: nobody can change a screen that is not there.
    glass._panel = replace(glass._panel, width=glass._panel.width + was)
    screen.geometryChanged.emit(QRect())

QTimer.singleShot(100, lambda: change(0))
QTimer.singleShot(300, lambda: (print("stays", flush=True), change(1)))
QTimer.singleShot(20_000, lambda: os._exit(1))
code = glass.run_hidden()
print("gone", glass.shown, flush=True)
os._exit(code)
"""


def test_a_spare_that_was_drawn_for_a_screen_of_another_size_makes_way():
    assert run(RESIZED).stdout.splitlines() == ["stays", "gone False"]


def run(script: str, *words: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-c", script, *words],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done
