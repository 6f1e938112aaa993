"""What a printer's state reasons mean for the job (RFC 8011, 5.4.12; PWG 5100.9)."""

from devices.printing import trays
from devices.printing.ipp import Group
from kiosk.visit.trouble import Trouble

PRINTER_STOPPED = 5
JOB_STOPPED = 6
ASKED = ("printer-state", "printer-state-reasons", trays.NAME)
"""The attributes of a printer that are looked at here."""

# The most telling first: when the tray is empty a printer also asks for media, and says it is stopped.
HELD_BY: dict[str, Trouble] = {
    "media-jam": Trouble.PAPER_JAM,
    "media-empty": Trouble.PAPER_OUT,
    "media-needed": Trouble.PAPER_WRONG,
    "cover-open": Trouble.PRINTER_COVER_OPEN,
    "door-open": Trouble.PRINTER_COVER_OPEN,
    "interlock-open": Trouble.PRINTER_COVER_OPEN,
    "toner-empty": Trouble.PRINTER_TONER_OUT,
    "marker-supply-empty": Trouble.PRINTER_TONER_OUT,
    "developer-empty": Trouble.PRINTER_TONER_OUT,
    "output-area-full": Trouble.PRINTER_FULL,
    "offline": Trouble.PRINTER_OFFLINE,
    "connecting-to-device": Trouble.PRINTER_OFFLINE,
    "timed-out": Trouble.PRINTER_OFFLINE,
    "shutdown": Trouble.PRINTER_OFFLINE,
    "input-tray-missing": Trouble.PRINTER_STOPPED,
    "output-tray-missing": Trouble.PRINTER_STOPPED,
    "marker-waste-full": Trouble.PRINTER_STOPPED,
    "fuser-over-temp": Trouble.PRINTER_STOPPED,
    "spool-area-full": Trouble.PRINTER_STOPPED,
    "moving-to-paused": Trouble.PRINTER_STOPPED,
    "paused": Trouble.PRINTER_STOPPED,
    "stopped-partly": Trouble.PRINTER_STOPPED,
    "other": Trouble.PRINTER_STOPPED,
}

_SEVERITIES = ("-report", "-warning", "-error")


def stem(reason: str) -> str:
    """The reason without its severity, which follows the printer's state and says nothing about the job."""
    for severity in _SEVERITIES:
        if reason.endswith(severity):
            return reason.removesuffix(severity)
    return reason


def held_by(printer: Group, job: Group) -> Trouble | None:
    """What holds a job up, from the attributes of the printer and of the job (empty when there is none yet).

    A reason that is not in the table holds only a printer or a job that says it has stopped.
    """
    stems = {stem(reason) for reason in printer.words("printer-state-reasons")}
    stopped = _has_stopped(printer, job)
    if not stopped and _only_another_tray_is_empty(stems, printer):
        stems.remove("media-empty")
    known = next((trouble for reason, trouble in HELD_BY.items() if reason in stems), None)
    return known or (Trouble.PRINTER_STOPPED if stopped else None)


def _only_another_tray_is_empty(stems: set[str], printer: Group) -> bool:
    """``media-empty`` is said of any tray, used or not; that a job waits for paper is ``media-needed``.

    By RFC 8011, 5.4.12, a warning or a report keeps no job from its end, but printers give them for a tray that does.
    """
    return "media-empty" in stems and "media-needed" not in stems and trays.has_a4(printer)


def _has_stopped(printer: Group, job: Group) -> bool:
    return (
        printer.number("printer-state") == PRINTER_STOPPED
        or job.number("job-state") == JOB_STOPPED
        or "printer-stopped" in job.words("job-state-reasons")
    )
