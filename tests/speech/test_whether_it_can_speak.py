"""Before anybody needs it: can this machine be heard?"""

from pathlib import Path

import pytest

from kiosk.speech.starting import can_speak


def test_a_machine_with_the_program_can_speak() -> None:
    assert can_speak()


def test_on_a_kernel_without_landlock_it_says_what_is_missing_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import errno\n"
        "from kiosk.fences.seccomp import ALLOW, Filter, refuse\n"
        "kernel = Filter(ALLOW)\n"
        "kernel.rule(refuse(errno.ENOSYS), 'landlock_create_ruleset')\n"
        "kernel.load()\n"
    )
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}:{Path(__file__).parents[2]}")
    assert not can_speak()
    assert "fences around the voice: all but: files by list" in capfd.readouterr().err
