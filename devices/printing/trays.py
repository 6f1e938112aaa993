"""What a printer says of its trays (``printer-input-tray``, PWG 5100.13; the terms are those of RFC 3805, prtInput)."""

from typing import Final

from devices.printing.ipp import Group

NAME: Final = "printer-input-tray"

# Hundredths of millimetres, micrometres, ten-thousandths of an inch: printers do not say which of them they mean.
_A4: Final = ((29700, 21000), (297000, 210000), (116929, 82677))
_NEAR: Final = 0.02
_EMPTY: Final = 0


def has_a4(printer: Group) -> bool:
    """Some tray that may hold A4 says that it is not empty. A printer that tells of no tray has not said so."""
    return any(_may_feed_a4(tray) for tray in map(_members, printer.octets(NAME)))


def _members(raw: bytes) -> dict[str, str]:
    """``key=value;key=value;``"""
    pairs = (pair.partition("=") for pair in raw.decode(errors="replace").split(";"))
    return {key.strip(): value.strip() for key, _, value in pairs if value}


def _may_feed_a4(tray: dict[str, str]) -> bool:
    """``auto`` is a choice among trays, and none itself. A level below 0 is unknown, or at least one sheet."""
    level = _number(tray, "level")
    return tray.get("name") != "auto" and level not in (None, _EMPTY) and _may_be_a4(tray)


def _may_be_a4(tray: dict[str, str]) -> bool:
    """Also where no size is told, and also fed by the long edge."""
    sides = [_number(tray, key) or 0 for key in ("mediafeed", "mediaxfeed")]
    return min(sides) <= 0 or any(_is_near(sides, a4) for a4 in _A4)


def _is_near(sides: list[int], wanted: tuple[int, int]) -> bool:
    return all(
        abs(side - length) <= length * _NEAR
        for side, length in zip(sorted(sides, reverse=True), wanted, strict=True)
    )


def _number(tray: dict[str, str], key: str) -> int | None:
    try:
        return int(tray[key])
    except (KeyError, ValueError):
        return None
