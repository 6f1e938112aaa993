"""Where a practice lives: two never share a folder, and none takes anybody's things."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.training.premises import PremisesTakenError, premises

PRACTICE = Path(__file__).parents[3] / "practice.py"


def test_a_practice_gets_an_empty_folder_of_its_own_and_leaves_nothing(tmp_path: Path) -> None:
    with premises(tmp_path / "home") as folder:
        assert folder.stat().st_mode & 0o777 == 0o700
        (folder / "town").mkdir()
        (folder / "town" / "letter").touch()
    assert not folder.exists()


def test_a_second_practice_in_the_same_folder_takes_nothing_from_the_first(tmp_path: Path) -> None:
    with premises(tmp_path / "home") as folder:
        (folder / "kept").touch()
        with pytest.raises(PremisesTakenError, match="a practice is running"), premises(folder):
            pass
        assert (folder / "kept").exists()


def test_what_a_killed_practice_left_is_swept_away(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "kept").touch()
    home = tmp_path / "home"
    home.mkdir()
    (home / "practice").touch()
    (home / "old").mkdir()
    (home / "old" / "letter").touch()
    (home / "link").symlink_to(tmp_path / "elsewhere")
    with premises(home):
        assert [thing.name for thing in home.iterdir()] == ["practice"]
    assert (tmp_path / "elsewhere" / "kept").exists()


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis").touch()
    with pytest.raises(PremisesTakenError, match="holds other things"), premises(tmp_path):
        pass
    assert (tmp_path / "thesis").exists()


@pytest.mark.parametrize("make", [Path.touch, lambda home: home.symlink_to(home.parent)])
def test_what_is_no_folder_is_refused(tmp_path: Path, make) -> None:
    make(tmp_path / "home")
    with pytest.raises(PremisesTakenError, match="cannot be used"), premises(tmp_path / "home"):
        pass


def test_a_folder_of_another_user_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: tmp_path.stat().st_uid + 1)
    (tmp_path / "home").mkdir()
    with pytest.raises(PremisesTakenError, match="belongs to another user"), premises(tmp_path / "home"):
        pass


def test_the_second_start_of_the_practice_says_so_in_a_sentence(tmp_path: Path) -> None:
    with premises(tmp_path / "home") as folder:
        command = [sys.executable, str(PRACTICE), "run", "--folder", str(folder)]
        second = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert second.returncode == os.EX_UNAVAILABLE
    assert second.stderr == f"a practice is running in {folder}; end it, or name another: --folder\n"
