"""The room of one visit: a folder in memory, the only place where the visit may write, gone when the citizen is."""

import fcntl
import os
import shutil
from contextlib import suppress
from pathlib import Path

from kiosk.station.family import end_left_behind
from kiosk.station.mounts import filesystem, is_without_swap, mount_memory, unmount

_PREFIX = "borgerkiosk-room-"
_MEMORY = {"tmpfs", "ramfs"}


class NoRoomError(Exception):
    """No folder was found where a room could be made."""


class MemoryRoom:
    """A room that exists. The visit and the supervisor may both hold one over the same folder."""

    def __init__(self, folder: Path, *locks: int) -> None:
        self.folder = folder
        self._locks = [*locks]

    def files_kept(self) -> int:
        """Empty the room and count what is still in it, folders included."""
        for child in self._children():
            with suppress(OSError):
                _remove(child)
        return sum(1 for child in self._children() for _ in (child, *child.rglob("*")))

    def remove(self) -> None:
        """Take the room away with all that is in it; harmless when it is gone. Raises :class:`OSError` if it stays."""
        while self._locks:
            os.close(self._locks.pop())
        with suppress(FileNotFoundError):
            unmount(self.folder)
            shutil.rmtree(self.folder)

    def clear_away(self) -> int:
        """Empty it, count what is still in it, and take it away: 0 only if nothing of it is left."""
        kept = self.files_kept()
        try:
            self.remove()
        except OSError:
            kept += 1
        return kept

    def _children(self) -> list[Path]:
        with suppress(FileNotFoundError):
            return list(self.folder.iterdir())
        return []


def make_room(parent: Path) -> MemoryRoom:
    """A new empty room, 0700, under a random name, with a file system of its own where the machine allows it.

    Its maker holds locks as long as it lives, on the folder and on what is mounted over it: a supervisor with mounts of
    its own (mount_namespaces(7)) sees the one, any other the other.
    """
    folder = parent / f"{_PREFIX}{os.urandom(8).hex()}"
    folder.mkdir(mode=0o700)
    locks = [_locked(folder)]
    if mount_memory(folder):
        locks.append(_locked(folder))
    return MemoryRoom(folder, *locks)


def find_parent(wanted: Path | None) -> Path:
    """The folder from the settings, else shared memory, else the user's runtime folder. Raises NoRoomError."""
    choices = [wanted] if wanted else [Path("/dev/shm"), Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"))]
    for choice in choices:
        if choice.is_dir() and os.access(choice, os.W_OK | os.X_OK):
            return choice
    raise NoRoomError(f"no folder for the room: tried {', '.join(str(choice) for choice in choices)}")


def sweep(parent: Path) -> int:
    """Remove our own rooms whose supervisor died before it could, and whoever still lives in them; returns how many."""
    return sum(_remove_if_abandoned(folder) for folder in parent.glob(f"{_PREFIX}*"))


def describe(parent: Path) -> str:
    """One sentence for the start of the program: where rooms are made, and on what."""
    try:
        room = make_room(parent)
    except OSError:
        return _described(parent, own=False, kind=filesystem(parent))
    try:
        return _described(room.folder, own=os.path.ismount(room.folder), kind=filesystem(room.folder))
    finally:
        room.remove()


def _described(folder: Path, *, own: bool, kind: str) -> str:
    if own:
        swap = "never swapped" if is_without_swap(folder) else "swapped if the machine swaps"
        return f"rooms are made in {folder.parent}, each on a {kind} of its own, {swap}"
    where = folder.parent if folder.name.startswith(_PREFIX) else folder
    warning = "" if kind in _MEMORY else " (NOT in memory: what a visit writes could reach a disk)"
    return f"rooms are made in {where}, on {kind}{warning}; a file system of their own is not allowed here"


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def _remove_if_abandoned(folder: Path) -> bool:
    try:
        lock = _locked(folder)
    except OSError:
        return False
    end_left_behind(folder)
    return MemoryRoom(folder, lock).clear_away() == 0


def _locked(folder: Path) -> int:
    """Raises :class:`OSError` when somebody else holds it."""
    lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        raise
    return lock
