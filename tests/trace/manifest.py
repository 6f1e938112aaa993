"""What is searched after which end: ``python -m tests.trace.manifest > docs/no-trace.md``."""

from collections.abc import Callable
from typing import Final

from tests.trace import roads
from tests.trace.looking import KINDS
from tests.trace.roads import ROADS

_HEAD: Final = """\
# What is left of a visit

Made from the code by `python -m tests.trace.manifest`; a test compares it. On every run of `./dev walks` a citizen
whose name, CPR number, PIN and password are new, with a letter of new words and a picture of new colours, looks for
another new word in her mailbox, goes through the whole kiosk and leaves it on each of these roads. Then all of these
places are searched for all of it, in UTF-8 and UTF-16, as pixels, and inside zlib, gzip and zip streams. One hit fails
the run. `./dev prove no-trace` prints the table of roads and places.
"""
_TAIL: Final = """\
## What is not searched

* The other side: the identity provider, Digital Post and the paper in the tray keep what is theirs to keep.
* **The card daemon (pcscd)** goes on when a visit ends. In its memory the certificate of the last card, with the name
  in it, was found until another card came; no PIN was. A site that minds restarts pcscd between visits.
* **The printer's own disk and memory.** Our practice printer keeps nothing; what a bought one keeps is its owner's to
  set.
* What a kernel holds but shows to no process: freed pages, the page cache of other machines, the memory of a graphics
  card, the panel's own buffer. No swap may be active: the search fails where one is.
"""


def as_markdown() -> str:
    by_road = "\n".join(f"| {name_of(road)} | {_first_line(road)} |" for road in ROADS)
    by_kind = "\n".join(f"| {kind} | {meaning} |" for kind, meaning in KINDS.items())
    return (
        f"{_HEAD}\n## Roads\n\n| the visit ends | how it is done |\n|---|---|\n{by_road}\n"
        f"\n## Places\n\n| place | what it is |\n|---|---|\n{by_kind}\n\n{_TAIL}"
    )


def name_of(road: Callable[..., None]) -> str:
    return road.__name__.replace("_", " ")


def _first_line(road: Callable[..., None]) -> str:
    assert road.__doc__, f"{road.__name__} in {roads.__name__} does not say what it does"
    return " ".join(road.__doc__.split())


if __name__ == "__main__":
    print(as_markdown(), end="")
