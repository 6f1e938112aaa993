"""What a printer says of itself, and what the citizen is told of it."""

import pytest

from devices.printing.ipp import Group, GroupTag, Tag, attribute, group
from devices.printing.reasons import HELD_BY, held_by
from kiosk.visit.trouble import Trouble

NO_JOB = Group(GroupTag.JOB, {})


A4_TRAY = (
    b"type=sheetFeedManual;mediafeed=29700;mediaxfeed=21000;maxcapacity=250;level=%d;status=0;name=main;"
)
PHOTO_TRAY = (
    b"type=sheetFeedManual;mediafeed=15240;mediaxfeed=10160;maxcapacity=50;level=%d;status=0;name=photo;"
)
AUTO = b"type=sheetFeedAutoRemovableTray;mediafeed=0;mediaxfeed=0;maxcapacity=-2;level=-2;status=0;name=auto"


def printer(*reasons: str, state: int = 4, trays: tuple[bytes, ...] = ()) -> Group:
    return group(
        GroupTag.PRINTER,
        [
            attribute(Tag.ENUM, "printer-state", state),
            attribute(Tag.KEYWORD, "printer-state-reasons", *reasons),
            *([attribute(Tag.OCTETS, "printer-input-tray", *trays)] if trays else []),
        ],
    )


def job(state: int, *reasons: str) -> Group:
    return group(
        GroupTag.JOB,
        [attribute(Tag.ENUM, "job-state", state), attribute(Tag.KEYWORD, "job-state-reasons", *reasons)],
    )


@pytest.mark.parametrize("suffix", ["", "-report", "-warning", "-error"])
@pytest.mark.parametrize("reason", HELD_BY)
def test_a_reason_means_the_same_with_every_severity(reason: str, suffix: str) -> None:
    assert held_by(printer(reason + suffix), NO_JOB) is HELD_BY[reason]


@pytest.mark.parametrize(
    "reason", ["none", "media-low-warning", "toner-low-report", "output-area-almost-full-warning", "cups-odd"]
)
def test_a_printer_that_goes_on_is_not_held_up_by_small_things(reason: str) -> None:
    assert held_by(printer(reason), job(5)) is None


@pytest.mark.parametrize("reason", ["none", "media-low-error", "something-new-error"])
def test_a_stopped_printer_is_never_ignored(reason: str) -> None:
    assert held_by(printer(reason, state=5), job(5)) is Trouble.PRINTER_STOPPED
    assert held_by(printer(reason), job(6)) is Trouble.PRINTER_STOPPED
    assert held_by(printer(reason), job(5, "printer-stopped")) is Trouble.PRINTER_STOPPED


def test_an_empty_tray_that_asks_for_media_is_out_of_paper() -> None:
    assert held_by(printer("media-needed-error", "media-empty-error", state=5), job(6)) is Trouble.PAPER_OUT
    assert held_by(printer("media-needed-error", state=5), job(6)) is Trouble.PAPER_WRONG


def test_every_paper_trouble_that_a_printer_can_tell_has_a_reason() -> None:
    told = set(HELD_BY.values())
    paper = {each for each in Trouble if each.row.code.startswith("U")}
    assert paper - told == {Trouble.PRINTER_BUSY, Trouble.PRINTER_ODD}


@pytest.mark.parametrize(
    "tray",
    [
        A4_TRAY % 250,
        A4_TRAY % -2,
        A4_TRAY % -3,
        b"mediafeed=210000; mediaxfeed=297000; level=1; name=Long edge",
        b"mediafeed=116929;mediaxfeed=82677;level=1;name=Inches",
        b"level=9;name=Tray 1",
    ],
)
def test_an_empty_tray_that_no_letter_uses_holds_nothing_up(tray: bytes) -> None:
    assert held_by(printer("media-empty-warning", trays=(AUTO, tray, PHOTO_TRAY % 0)), job(5)) is None


@pytest.mark.parametrize(
    "trays",
    [
        (),
        (AUTO,),
        (AUTO, A4_TRAY % 0, PHOTO_TRAY % 20),
        (A4_TRAY % 0,),
        (b"mediafeed=29700;mediaxfeed=21000;level=many", b"\xff;;=;", b""),
    ],
)
def test_an_empty_tray_is_out_of_paper_where_no_other_is_known_to_have_any(trays: tuple[bytes, ...]) -> None:
    assert held_by(printer("media-empty-report", trays=trays), job(5)) is Trouble.PAPER_OUT


def test_a_job_that_waits_for_paper_is_out_of_paper_whatever_the_trays_say() -> None:
    trays = (A4_TRAY % 250, PHOTO_TRAY % 0)
    assert (
        held_by(printer("media-empty-warning", "media-needed-warning", trays=trays), job(5))
        is Trouble.PAPER_OUT
    )
    assert held_by(printer("media-empty-error", state=5, trays=trays), job(6)) is Trouble.PAPER_OUT
