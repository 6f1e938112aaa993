"""What ends the glass: a bug, told without its message."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.app import Glass
from ui.panel import NoGlassError

ROOT = Path(__file__).parent.parent.parent.parent

BUGGY = """
from kiosk.visit.limits import Limits
from kiosk.visit.states import Visit
from ui.app import Glass

class Runner:
    visit = Visit(Limits())
    def said(self, event): raise ValueError("670541-1234 is personal")
    def alive(self): pass
    def pump(self): pass

glass = Glass()
glass.connect_runner(Runner())
from PySide6.QtCore import QTimer
QTimer.singleShot(0, lambda: glass.stage.chooseCardWay())
raise SystemExit(glass.run())
"""

QUICK = """
import sys
from PySide6 import QtCore
from ui.app import Glass
from ui.panel import Panel

glass = Glass(Panel(full_screen=True))

def painted():
    slow = {"babel", "kiosk.visit.states", "kiosk.visit.events", "ui.screens.visit"} & set(sys.modules)
    slow |= {"Qt"} & set(vars(QtCore))
    print(glass.stage.property("screen"), sorted(slow))
    glass.vanish()

glass.after_first_frame(painted)
raise SystemExit(glass.run())
"""

EAGER = """
from kiosk.visit.limits import Limits
from kiosk.visit.states import Visit
from ui.app import Glass

class Runner:
    visit = Visit(Limits())
    def said(self, event): print(event)
    def alive(self): pass
    def pump(self): pass

glass = Glass()

def painted():
    glass.stage.chooseLanguage("ar")
    glass.stage.chooseCodeWay()
    print("and now a runner")
    glass.connect_runner(Runner())
    glass.vanish()

glass.after_first_frame(painted)
raise SystemExit(glass.run())
"""

WARNING = """
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtQml import QQmlComponent
from ui.app import Glass

glass = Glass()

def spoil():
    component = QQmlComponent(glass.engine)
    component.setData(b"import QtQuick; Item { Component.onCompleted: undefinedly('670541-1234') }", QUrl("spoilt.qml"))
    glass.spoilt = component.create()

glass.after_first_frame(spoil)
raise SystemExit(glass.run())
"""

UNRAISABLE = """
from ui.app import Glass

class Forgotten:
    def __del__(self):
        raise ValueError("670541-1234")

glass = Glass()

def forget():
    Forgotten()

glass.after_first_frame(forget)
raise SystemExit(glass.run())
"""


def ran(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_a_bug_ends_the_process_and_tells_type_and_frames_only():
    done = ran(BUGGY)
    assert done.returncode == 70
    assert "ValueError" in done.stderr
    assert "said" in done.stderr
    assert "670541" not in done.stderr


def test_the_first_picture_waits_for_nothing_it_does_not_show():
    done = ran(QUICK)
    assert (done.returncode, done.stdout) == (0, "Welcome []\n")


def test_what_is_said_before_there_is_a_runner_is_kept_for_it():
    done = ran(EAGER)
    assert done.stdout.splitlines() == [
        "and now a runner",
        "LanguageChosen(language='ar')",
        "CodeWayChosen()",
    ]


def test_a_warning_of_qml_is_a_bug_too_and_told_without_its_message():
    done = ran(WARNING)
    assert done.returncode == 70
    assert "bug: QML spoilt.qml:1" in done.stderr
    assert "670541" not in done.stderr + done.stdout


@pytest.mark.parametrize("program", ["BUGGY", "WARNING", "UNRAISABLE"])
def test_a_bug_ends_the_process_even_if_nobody_hears_of_it(program):
    ear, mouth = os.pipe()
    os.close(ear)
    with os.fdopen(mouth, "wb") as unheard:
        started = subprocess.Popen(
            [sys.executable, "-c", globals()[program]],
            cwd=ROOT,
            # Buffered, as on a machine, whatever this shell is set to.
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUNBUFFERED": ""},
            stderr=unheard,
        )
    try:
        assert started.wait(30) == 70
    finally:
        started.kill()


def test_a_bug_that_nobody_can_catch_is_told_without_its_message_too():
    done = ran(UNRAISABLE)
    assert done.returncode == 70
    assert "bug: ValueError" in done.stderr
    assert "670541" not in done.stderr + done.stdout


def test_missing_fonts_are_told_in_a_sentence(monkeypatch, tmp_path):
    monkeypatch.setattr("ui.panel.FONTS", tmp_path)
    with pytest.raises(NoGlassError, match=r"NotoSans-Regular\.ttf is missing"):
        Glass()
