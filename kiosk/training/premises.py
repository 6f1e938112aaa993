"""The folder in which a practice lives: nobody else's, nothing else in it, and no second practice at the same time."""

import fcntl
import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

_SIGN: Final = "practice"


class PremisesTakenError(Exception):
    """Its message is a sentence for the person who wanted the folder."""


@contextmanager
def premises(folder: Path) -> Generator[Path]:
    """Make the folder, empty and for this user alone, or take over what a practice that was killed has left.

    It is gone afterwards. A lock on the folder itself (flock(2)) holds as long as this process lives. Raises
    :class:`PremisesTakenError`.
    """
    key = _lock(folder)
    try:
        _sweep(folder)
        (folder / _SIGN).touch()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    finally:
        os.close(key)


def _lock(folder: Path) -> int:
    """Make and lock the folder, again if the one who had it takes it away meanwhile. Returns the open folder."""
    while True:
        key = _open(folder)
        try:
            _claim(folder, key)
            if _is_still_there(folder, key):
                return key
        except BaseException:
            os.close(key)
            raise
        os.close(key)


def _open(folder: Path) -> int:
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except PermissionError as error:
        raise PremisesTakenError(
            f"{folder} belongs to another user; name another folder: --folder"
        ) from error
    except OSError as error:
        raise PremisesTakenError(
            f"{folder} cannot be used ({error.strerror}); name another: --folder"
        ) from error


def _claim(folder: Path, key: int) -> None:
    if os.fstat(key).st_uid != os.getuid():
        raise PremisesTakenError(f"{folder} belongs to another user; name another folder: --folder")
    try:
        fcntl.flock(key, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise PremisesTakenError(
            f"a practice is running in {folder}; end it, or name another: --folder"
        ) from error


def _is_still_there(folder: Path, key: int) -> bool:
    with suppress(FileNotFoundError):
        return os.path.samestat(folder.stat(), os.fstat(key))
    return False


def _sweep(folder: Path) -> None:
    left = list(folder.iterdir())
    if left and folder / _SIGN not in left:
        raise PremisesTakenError(f"{folder} holds other things; name an empty folder, or a new one: --folder")
    folder.chmod(0o700)
    for thing in left:
        if thing.is_dir() and not thing.is_symlink():
            shutil.rmtree(thing)
        else:
            thing.unlink()
