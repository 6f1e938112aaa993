"""The room of one visit: a folder in memory, the only place where the visit may write, gone when the citizen is."""

import fcntl
import os
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

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
        """Empty the room and count what is still in it: files, folders, and those that let nobody look into them."""
        _empty(self.folder)
        return _count(self.folder)

    def remove(self) -> None:
        """Take the room away with all that is in it; harmless when it is gone. Raises :class:`OSError` if it stays."""
        while self._locks:
            os.close(self._locks.pop())
        with suppress(FileNotFoundError):
            unmount(self.folder)
            _empty(self.folder)
            _take_away(self.folder)

    def clear_away(self) -> int:
        """Empty it, count what is still in it, and take it away: 0 only if nothing of it is left."""
        kept = self.files_kept()
        try:
            self.remove()
        except OSError:
            kept += 1
        return kept


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


def _empty(folder: Path) -> None:
    """Whatever the rights of what is in it, and however deep: the content of a folder is brought up before it goes."""
    waiting = _content(folder)
    while waiting:
        path = waiting.pop()
        for child in _content(path):
            with suppress(OSError):
                waiting.append(_brought_up(child, folder))
        with suppress(OSError):
            _take_away(path)
        # Behind the fences of a visit nothing goes from one folder to another.
        rmtree(path, ignore_errors=True)


def _content(path: Path) -> list[Path]:
    with suppress(OSError):
        _unlock(path)
        return list(path.iterdir())
    return []


def _brought_up(path: Path, folder: Path) -> Path:
    # A folder that may not be written cannot be moved either.
    with suppress(NotADirectoryError):
        _unlock(path)
    return path.rename(folder / os.urandom(8).hex())


def _take_away(path: Path) -> None:
    try:
        path.rmdir()
    except NotADirectoryError:
        path.unlink()


def _count(folder: Path) -> int:
    if folder.is_symlink():
        return 1
    closed: list[OSError] = []
    found = sum(len(folders) + len(files) for _, folders, files in os.walk(folder, onerror=closed.append))
    return found + sum(not isinstance(error, FileNotFoundError) for error in closed)


def _unlock(folder: Path) -> None:
    """Open a folder of ours to ourselves again. Raises NotADirectoryError for all else, a link to a folder too.

    One that is open stays as it is: behind the fences of a visit nothing can be changed that is said of a file.
    """
    place = os.open(folder, os.O_PATH | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        found = os.fstat(place)
        if found.st_uid == os.geteuid() and found.st_mode & 0o700 != 0o700:
            Path(f"/proc/self/fd/{place}").chmod(0o700)
    finally:
        os.close(place)


def _remove_if_abandoned(folder: Path) -> bool:
    try:
        _unlock(folder)
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
