"""A room is private, is counted and not assumed to be empty, and is gone when it was removed."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from kiosk.station.room import MemoryRoom, NoRoomError, describe, find_parent, make_room, sweep

ROOT = Path(__file__).parents[3]


def test_a_room_is_emptied_and_counted(tmp_path):
    room = make_room(tmp_path)
    assert room.folder.stat().st_mode & 0o777 == 0o700
    (room.folder / "deep" / "er").mkdir(parents=True)
    (room.folder / "deep" / "er" / "letter.pdf").write_bytes(b"x")
    (room.folder / "socket").symlink_to(tmp_path)
    os.mkfifo(room.folder / "pipe")

    assert room.files_kept() == 0
    assert list(room.folder.iterdir()) == []
    assert tmp_path.is_dir()


WITHOUT_POWERS = """
import os, sys
from pathlib import Path
from kiosk.fences import kernel, landlock
from kiosk.station.room import make_room, sweep

kernel.drop_capabilities()
kernel.refuse_new_privileges()
rooms = Path(sys.argv[1])
room = make_room(rooms)
(room.folder / "deep").mkdir()
(room.folder / "deep" / "letter.pdf").touch()

def shut():
    for folder in (room.folder / "deep", room.folder):
        folder.chmod(0)

def leave():
    while room._locks:
        os.close(room._locks.pop())
"""
"""A process that may do no more than its user, and mounts nothing."""


def done_without_powers(rooms: Path, act: str) -> str:
    code = [sys.executable, "-c", WITHOUT_POWERS + act, str(rooms)]
    done = subprocess.run(code, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout.strip()


def test_a_room_that_was_shut_from_inside_is_cleared_away(tmp_path):
    assert done_without_powers(tmp_path, "shut(); print(room.clear_away())") == "0"
    assert list(tmp_path.iterdir()) == []


def test_a_room_that_was_shut_from_inside_is_swept(tmp_path):
    assert done_without_powers(tmp_path, "shut(); leave(); print(sweep(rooms))") == "1"
    assert list(tmp_path.iterdir()) == []


def test_a_room_is_emptied_however_deep_it_is():
    dig = """
home = os.getcwd()
os.chdir(room.folder)
for _ in range(1500):
    os.mkdir("down")
    os.chdir("down")
os.chdir(home)
print(room.clear_away())
"""
    with tempfile.TemporaryDirectory(dir=find_parent(None)) as rooms:
        assert done_without_powers(Path(rooms), dig) == "0"
        assert list(Path(rooms).iterdir()) == []


def test_what_cannot_be_removed_is_counted(tmp_path):
    only_read = "landlock.keep_files([Path('/')], []); print(room.files_kept(), room.clear_away())"
    assert done_without_powers(tmp_path, only_read) == "2 3"


def test_a_room_that_cannot_be_looked_into_is_not_called_empty(tmp_path):
    blind = "landlock.keep_files([], []); print(room.files_kept(), room.clear_away())"
    assert done_without_powers(tmp_path, blind) == "1 2"


def test_a_link_in_place_of_a_room_leads_nowhere(tmp_path):
    (tmp_path / "kept").mkdir(mode=0o755)
    (tmp_path / "kept" / "journal.db").touch()
    room = make_room(tmp_path)
    room.remove()
    room.folder.symlink_to(tmp_path / "kept")
    assert sweep(tmp_path) == 0
    assert room.files_kept() == 1
    room.clear_away()
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
    assert (tmp_path / "kept" / "journal.db").exists()
    assert (tmp_path / "kept").stat().st_mode & 0o777 == 0o755


def test_a_removed_room_is_gone_and_may_be_removed_again(tmp_path):
    room = make_room(tmp_path)
    (room.folder / "letter.pdf").touch()
    room.remove()
    room.remove()
    assert list(tmp_path.iterdir()) == []
    assert room.files_kept() == 0


def test_two_rooms_never_share_a_name(tmp_path):
    rooms = [make_room(tmp_path) for _ in range(20)]
    assert len({room.folder for room in rooms}) == 20
    for room in rooms:
        room.remove()


def test_the_visit_sees_the_same_room_as_the_supervisor(tmp_path):
    made = make_room(tmp_path)
    (made.folder / "letter.pdf").touch()
    assert MemoryRoom(made.folder).files_kept() == 0
    made.remove()


def test_only_abandoned_rooms_are_swept(tmp_path):
    living = make_room(tmp_path)
    dead = make_room(tmp_path)
    (dead.folder / "letter.pdf").touch()
    while dead._locks:
        os.close(dead._locks.pop())
    (tmp_path / "somebody-else").mkdir()

    assert sweep(tmp_path) == 1
    assert {path.name for path in tmp_path.iterdir()} == {living.folder.name, "somebody-else"}
    living.remove()


def test_a_room_is_not_taken_from_one_who_sees_other_mounts(tmp_path):
    """Two kiosks on one machine, each with mounts of its own: neither may end the other's visits."""
    living = make_room(tmp_path)
    (living.folder / "letter.pdf").touch()
    sweeping = f"from pathlib import Path; from kiosk.station.room import sweep; print(sweep(Path({str(tmp_path)!r})))"
    elsewhere = ["unshare", "--mount", "sh", "-c", 'umount "$1"; shift; "$@"', "sh", str(living.folder)]
    swept = subprocess.run(
        [*elsewhere, sys.executable, "-c", sweeping], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert swept.stdout == "0\n"
    assert (living.folder / "letter.pdf").exists()
    living.remove()


def test_a_room_has_a_file_system_of_its_own_where_that_is_allowed(tmp_path):
    room = make_room(tmp_path)
    (room.folder / "letter.pdf").write_bytes(b"x" * 100)
    mounted = os.path.ismount(room.folder)
    assert mounted == (os.geteuid() == 0)
    assert room.clear_away() == 0
    assert list(tmp_path.iterdir()) == []


def test_the_settings_choose_where_rooms_are(tmp_path, monkeypatch):
    assert find_parent(tmp_path) == tmp_path
    with pytest.raises(NoRoomError, match="nowhere-at-all"):
        find_parent(tmp_path / "nowhere-at-all")
    assert find_parent(None) in (Path("/dev/shm"), Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere")))


def test_the_start_says_when_a_room_is_not_in_memory():
    assert "NOT in memory" in describe(Path("/proc"))
    assert "NOT" not in describe(Path("/dev/shm"))
