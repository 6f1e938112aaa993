"""What is searched after which end: ``python -m tests.trace.manifest > docs/no-trace.md``."""

from collections.abc import Callable, Sequence
from typing import Final

from tests.trace.report import KINDS
from tests.trace.roads import ROADS
from tests.trace.walking import WALKS, name_of
from tests.trace.ways import WAYS

_HEAD: Final = """\
# What is left of a visit

Made from the code by `python -m tests.trace.manifest`; a test compares it. On every run of `./dev walks` a citizen
comes to the whole kiosk by every way in, looks for a word in her mailbox, reads and prints a letter, and leaves on
every one of these roads. Hers alone, and new with every start of the practice town, are her name, CPR number, user ID,
password, PIN and code; her access token and ID token; the certificate on her card and its number; the word that she
looks for; her letter's subject, words and picture; the name of the person for whom she may act, the reference and the
id of that mandate; and the letter that she reads for her. There is no refresh token: the kiosk asks for none.

Whoever comes by ear has all of it read aloud, in headphones that write what they would play into the room of the
visit. The letter is first **found in the memory of the speaker and of eSpeak NG**, while both have it in their hands,
and what others may see of them is searched in that moment; every road is taken in the middle of that letter, but for
silence, which begins when nothing is said any more. Afterwards both have to be gone. A bus for assistive tools is at
hand, and Qt is as it is when somebody uses such tools: a visit is not told of the bus, and what the bus holds is
searched.

Nothing of it counts unless it was there: each word is first **found in the memory of the visit**, as it is typed or
shown, and all that a visit keeps once more in the moment before it ends. Then, at the next welcome, all of these
places are searched for all of it. While the visit lasts, what others may see is searched each time that she stands
still: when something is typed, shown, printed, gone wrong, or over. One hit fails the run, and so does a place of which
nothing was there to look at. A leak of each kind is planted as well, and has to be found.

`./dev prove no-trace` prints the table of roads, places and hits.
"""
_SHAPES: Final = """\
## In which shape

Text in capitals or small letters, in UTF-8, UTF-16 or UTF-32, in hex and in base64; pixels of 24 and 32 bits; and any
of that, three wrappings deep, in zlib, gzip and zip streams, base64, ASCII85, hex, PNG and JPEG, also when their end is
missing. Deflate without a head, if it is whole and not shorter than a name: where no more than 2 KB lie together it may
begin at any byte, else where all begins, or where programs lay things down, at every sixteenth byte, if it has codes of
its own, as all has that is longer than a line.
A PIN and a code only where no other digit stands beside them; a code of six digits not in the files of the whole
machine, in some of which it stands by chance.
"""
_TAIL: Final = """\
## What is there by design

* The reference of a mandate, eight letters and digits that say nothing about anybody, is [noted](journal.md) in the
  journal, which the supervisor writes. It is searched for everywhere else.

## What is not searched

* **The other side**: the folders in which the practice town, the cards on their shelf and the paper in the tray are
  kept, and the processes of town, reader and printer. They keep what is theirs to keep.
* **The card daemon (pcscd)** goes on when a visit ends. In its memory the certificate of the last card, with the name
  in it, was found until another card came; no PIN was. A site that minds restarts pcscd between visits.
* **A bought printer's disk and memory.** Our practice printer throws each file away itself as soon as it is printed or
  stopped. That its spool is looked through is shown twice: on the road of a jam the letter is found lying there before
  she leaves, and a file that stays in it is planted and found. What nothing here shows is a real printer: it may keep
  jobs on a disk after they are printed, in a store for printing again, in a log with names and times, and in memory
  until it is switched off. From here it can only be asked to cancel, and what it then says is believed. All else is its
  owner's to set: no stored jobs, a disk that is encrypted or wiped after each job, or none.
* **Sound.** What was said is not recognised in it; where it is written down, that is the room. What lies in a sound
  card when a visit ends is a twelfth of a second, and the end of the visit closes the card.
* Words that were drawn: a picture of the screen is known by the colours of the letter's picture, not by its letters.
* Deflate without a head elsewhere than was said, for nothing tells that it is there; other packings, and whatever is
  encrypted.
* What a kernel holds but shows to no process: freed pages, bytes under way in a socket, the page cache of other
  machines, the memory of a graphics card, the panel's own buffer. No swap may be active: the search fails where one is.

## What the next citizen is told

The line at the foot of the welcome and the receipt on the goodbye are not made by this search, which takes seconds and
knows what it looks for. The visit counts the files in its room and the pages at the printer before it says goodbye; the
supervisor clears the room away, asks the printer again, and says what it found within a second. The search holds it to
that: it counts for itself what lies in the folder of rooms and waits at the printer, lets a visit on another display be
told so, and compares what the two say, in every pixel of the line. After a power cut nothing is said.
"""


def as_markdown() -> str:
    return (
        "\n".join(
            (
                _HEAD,
                _table("Ways in", "she comes", [(name_of(way), _said_of(way)) for way in WAYS]),
                _table("Roads out", "the visit ends", [(name_of(road), _of_road(road)) for road in ROADS]),
                _table("Places", "place", list(KINDS.items())),
                _SHAPES,
                _TAIL,
            )
        ).rstrip("\n")
        + "\n"
    )


def _table(title: str, first: str, rows: Sequence[tuple[str, str]]) -> str:
    lines = "\n".join(f"| {name} | {meaning} |" for name, meaning in rows)
    return f"## {title}\n\n| {first} | what it is |\n|---|---|\n{lines}\n"


def _of_road(road: Callable[..., None]) -> str:
    after = [way for walk in WALKS if walk.road is road for way in walk.ways]
    alone = "" if set(after) == set(WAYS) else f" After she came {' or '.join(map(name_of, after))}."
    return _said_of(road) + alone


def _said_of(step: Callable[..., None]) -> str:
    assert step.__doc__, f"{step.__name__} does not say what it does"
    return " ".join(step.__doc__.split())


if __name__ == "__main__":
    print(as_markdown(), end="")
