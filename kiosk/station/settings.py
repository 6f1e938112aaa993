"""The settings of one machine: one TOML file, read strictly or not at all."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

from kiosk.station.kinds import (
    FILE,
    FINGERPRINT,
    FOLDER,
    IPP,
    LOUDSPEAKER,
    TEXT,
    WEB,
    YES_NO,
    amount,
    duration,
    length,
    whole,
)
from kiosk.station.sheet import Entry, Sheet, as_written, open_sheet
from kiosk.visit.limits import Limits


@dataclass(frozen=True, slots=True)
class Settings:
    """``printer_certificate`` is SHA-256 of the certificate (DER) in lower-case hexadecimal; empty: any trusted one.

    ``loudspeaker`` or ``headphones`` empty: there are none. ``visit_memory`` in bytes. ``room_parent`` None: the
    machine chooses. ``journal`` None: in memory. Addresses are as written in the file.
    """

    training: bool
    panel_width_mm: float
    full_screen: bool
    reader: str
    printer: str
    printer_certificate: str
    loudspeaker: str
    headphones: str
    issuer: str
    client_id: str
    post: str
    mandates: str
    services: str
    visit_memory: int
    room_parent: Path | None
    journal: Path | None
    journal_kept: timedelta
    limits: Limits


def load(file: Path) -> Settings:
    """Read a settings file. Raises :class:`SettingsError` with every problem in it; the caller exits with 78."""
    sheet = open_sheet(file)
    settings = _read(sheet)
    sheet.finish()
    return settings


def entries() -> list[Entry]:
    """Every setting there is, for the documentation."""
    sheet = Sheet(Path(), {}, {})
    _read(sheet)
    return sheet.entries


def as_markdown() -> str:
    """``docs/settings.md``: made from the code, compared by a test."""
    rows = [
        f"| `{entry.key}` | {entry.meaning} | {entry.allowed} | {_default(entry)} | {_counts_from(entry)} |"
        for entry in entries()
    ]
    return "\n".join([*_HEADING, *rows, ""])


_HEADING = (
    "# Settings",
    "",
    "One TOML file for each machine. A key nobody knows or a value that is not allowed is named with its line, all",
    "of them at once, and the program does not start (exit status 78). Every visit reads the file anew; what the",
    "supervisor reads counts when the kiosk is started again. This table is made from the code.",
    "",
    "| key | meaning | allowed | if it is left out | a change counts from |",
    "|---|---|---|---|---|",
)
AT_START: Final = {"identity.client_id", "visit.memory", "room.parent", "journal.file", "journal.kept"}
"""What the supervisor reads, once."""


def _counts_from(entry: Entry) -> str:
    return "the next start" if entry.key in AT_START else "the next visit"


def _default(entry: Entry) -> str:
    if entry.default is None:
        return "**must be there**"
    return "empty" if entry.default == "" else f"`{as_written(entry.default)}`"


def _read(sheet: Sheet) -> Settings:
    training = sheet.take("training", YES_NO, "the practice town, said on every screen", False)
    return Settings(
        training=training,
        panel_width_mm=sheet.take(
            "panel.width",
            length("100 mm", "2000 mm"),
            "width of the lit glass; under 376 mm, or a height under 300 mm, everything is drawn smaller",
        ),
        full_screen=sheet.take("panel.full_screen", YES_NO, "fill the screen, no frame", True),
        reader=sheet.take("reader.name", TEXT, "how the PC/SC name of the citizen's card reader begins"),
        printer=sheet.take("printer.uri", IPP, "the printer, asked directly over IPP"),
        printer_certificate=sheet.take(
            "printer.certificate", FINGERPRINT, "the only certificate the printer may show", ""
        ),
        loudspeaker=sheet.take(
            "sound.loudspeaker", LOUDSPEAKER, "where chimes, and words that anybody may hear, are heard", ""
        ),
        headphones=sheet.take(
            "sound.headphones",
            LOUDSPEAKER,
            "a headset that is always there; private words are heard only in it",
            "",
        ),
        issuer=sheet.take("identity.issuer", WEB, "the municipality's identity provider"),
        client_id=sheet.take("identity.client_id", TEXT, "who this kiosk is to the identity provider"),
        post=sheet.take("post.url", WEB, "Digital Post, up to but without `/apis/v1`"),
        mandates=sheet.take("mandates.url", WEB, "the register of who may act for whom"),
        services=sheet.take("services.url", WEB, "the services, up to but without the area"),
        visit_memory=sheet.take(
            "visit.memory",
            amount("300 MB", "8 GB"),
            "the most a visit may have for its own; over it, it ends like any other crash",
            "600 MB",
        ),
        room_parent=sheet.take("room.parent", FOLDER, "where the room of a visit is made, in memory", ""),
        journal=sheet.take("journal.file", FILE, "where the notes are kept", "" if training else None),
        journal_kept=sheet.take(
            "journal.kept", duration("1 d", "3650 d"), "how long the notes are kept", "365 d"
        ),
        limits=_read_limits(sheet),
    )


def _read_limits(sheet: Sheet) -> Limits:
    return Limits(
        silence=sheet.take(
            "limits.silence", duration("20 s", "30 min"), "from the last sign of life to the warning", "2 min"
        ),
        warning=sheet.take(
            "limits.warning",
            duration("20 s", "5 min"),
            "the countdown of the warning (EN 301 549, 11.2.2.1)",
            "45 s",
        ),
        cover=sheet.take(
            "limits.cover", duration("5 s", "2 min"), "how long a pulled card may stay out", "20 s"
        ),
        away=sheet.take(
            "limits.away", duration("30 s", "15 min"), "how long a screen covered by hand is kept", "2 min"
        ),
        goodbye=sheet.take("limits.goodbye", duration("3 s", "1 min"), "how long the receipt stays", "15 s"),
        leave=sheet.take("limits.leave", duration("3 s", "1 min"), "how long to take card and pages", "10 s"),
        slow=sheet.take(
            "limits.slow", duration("500 ms", "30 s"), "when a wait is said to be longer than usual", "3 s"
        ),
        lease=sheet.take(
            "limits.lease",
            duration("10 s", "5 min"),
            "how long somebody counts as logged in here after this machine has fallen silent",
            "30 s",
        ),
        mandate=sheet.take(
            "limits.mandate",
            duration("2 s", "1 min"),
            "how often the register is asked whether somebody may still act for another",
            "10 s",
        ),
        more_time=sheet.take(
            "limits.more_time",
            whole(2, 20),
            "times as long for a citizen who asks for more time (WCAG 2.2.1)",
            10,
        ),
    )
