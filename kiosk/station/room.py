"""The room of one visit: a folder in memory, the only place where the visit may write, gone when the citizen is."""

import fcntl
import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path

_PREFIX = "borgerkiosk-room-"
_MEMORY = {"tmpfs", "ramfs"}


class NoRoomError(Exception):
    """No folder was found where a room could be made."""


class MemoryRoom:
    """A room that exists. The visit and the supervisor may both hold one over the same folder."""

    def __init__(self, folder: Path, lock: int | None = None) -> None:
        self.folder = folder
        self._lock = lock

    def files_kept(self) -> int:
        """Empty the room and count what is still in it, folders included."""
        for child in self._children():
            with suppress(OSError):
                _remove(child)
        return sum(1 for child in self._children() for _ in (child, *child.rglob("*")))

    def remove(self) -> None:
        """Take the room away with all that is in it; harmless when it is gone. Raises :class:`OSError` if it stays."""
        with suppress(FileNotFoundError):
            shutil.rmtree(self.folder)
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _children(self) -> list[Path]:
        with suppress(FileNotFoundError):
            return list(self.folder.iterdir())
        return []


def make_room(parent: Path) -> MemoryRoom:
    """A new empty room, 0700, under a random name. Its maker holds a lock on it as long as it lives."""
    folder = parent / f"{_PREFIX}{secrets.token_hex(8)}"
    folder.mkdir(mode=0o700)
    lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return MemoryRoom(folder, lock)


def find_parent(wanted: Path | None) -> Path:
    """The folder from the settings, else shared memory, else the user's runtime folder. Raises NoRoomError."""
    choices = [wanted] if wanted else [Path("/dev/shm"), Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"))]
    for choice in choices:
        if choice.is_dir() and os.access(choice, os.W_OK | os.X_OK):
            return choice
    raise NoRoomError(f"no folder for the room: tried {', '.join(str(choice) for choice in choices)}")


def sweep(parent: Path) -> int:
    """Remove our own rooms whose supervisor died before it could; returns how many."""
    return sum(_remove_if_abandoned(folder) for folder in parent.glob(f"{_PREFIX}*"))


def describe(parent: Path) -> str:
    """One sentence for the start of the program: where rooms are made, and on what."""
    kind = _filesystem(parent)
    warning = "" if kind in _MEMORY else " (NOT in memory: what a visit writes could reach a disk)"
    return f"rooms are made in {parent}, on {kind}{warning}"


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def _remove_if_abandoned(folder: Path) -> bool:
    try:
        lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(folder)
    except OSError:
        return False
    finally:
        os.close(lock)
    return True


def _filesystem(folder: Path) -> str:
    """The type of the file system under ``folder``, from the longest mount point above it (proc(5), mountinfo)."""
    mounts = [line.split() for line in Path("/proc/self/mountinfo").read_text().splitlines()]
    above = [mount for mount in mounts if folder.resolve().is_relative_to(mount[4])]
    deepest = max(above, key=lambda mount: len(mount[4]))
    return deepest[deepest.index("-") + 1]
