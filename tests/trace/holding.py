"""The other half of every search: what should be somewhere now, and is it found there?"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.trace.canaries import Canary
from tests.trace.matter import Matter
from tests.trace.places import files_below, memory_of
from tests.trace.search import search


def lacking(processes: Iterable[int], canaries: Sequence[Canary]) -> Sequence[Canary]:
    """Those that stand in the memory of none of the processes, as they are."""
    left = list(canaries)
    for pid in processes:
        for place in memory_of(pid, "memory of a visit"):
            matter = Matter(place.data)
            left = [canary for canary in left if not canary.stands_in(matter)]
            if not left:
                return []
    return left


def lacking_below(folder: Path, canaries: Sequence[Canary]) -> Sequence[Canary]:
    """Those that are in nothing below the folder, packed or not."""
    places = files_below(folder, "files")
    found = {hit.what for place in places for hit in search(place.data, canaries)}
    return [canary for canary in canaries if canary.what not in found]
