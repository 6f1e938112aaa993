"""What a spare visit was made from: if any of it has changed since, the spare is of yesterday and not shown."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

Edition = frozenset[tuple[str, int, int, int]]
"""Every file that counts: its path, inode, length and time of change."""


def edition(places: Sequence[Path], folders: Sequence[Path] = ()) -> Edition:
    """How ``places`` look now, files and folders with all that is in them; what is not there counts as not there.

    Of ``folders`` only which entries there are: where packages lie, one that is installed anew takes its old ones away.
    A few hundred files take a few milliseconds. Caches that programs write for themselves do not count.
    """
    files = (file for place in places for file in _files(str(place)))
    return frozenset(map(_looked_at, (*files, *map(str, folders))))


def _files(place: str) -> Iterator[str]:
    try:
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if not entry.name.startswith("__"):
                        yield from _files(entry.path)
                else:
                    yield entry.path
    except NotADirectoryError:
        yield place
    except OSError:
        return


def _looked_at(file: str) -> tuple[str, int, int, int]:
    with suppress(OSError):
        seen = os.stat(file)  # noqa: PTH116 - hundreds of times while somebody waits
        return file, seen.st_ino, seen.st_size, seen.st_mtime_ns
    return file, 0, 0, 0
