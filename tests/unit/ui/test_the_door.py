"""What ends the glass: a bug, told without its message."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.app import Glass, NoGlassError

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


def test_a_bug_ends_the_process_and_tells_type_and_frames_only():
    done = subprocess.run(
        [sys.executable, "-c", BUGGY],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert done.returncode == 70
    assert "ValueError" in done.stderr
    assert "said" in done.stderr
    assert "670541" not in done.stderr


def test_missing_fonts_are_told_in_a_sentence(monkeypatch, tmp_path):
    monkeypatch.setattr("ui.app.FONTS", tmp_path)
    with pytest.raises(NoGlassError, match=r"NotoSans-Regular\.ttf is missing"):
        Glass()
