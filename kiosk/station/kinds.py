"""The kinds of values that settings have: times, lengths, addresses, each with what is allowed in words."""

import ipaddress
import re
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from kiosk.station.sheet import Kind

_SECONDS = {"ms": 0.001, "s": 1, "min": 60, "h": 3600, "d": 86400}
_MILLIMETRES = {"mm": 1, "cm": 10, "m": 1000}
_BYTES = {"kB": 1000, "MB": 1000**2, "GB": 1000**3}
_QUANTITY = re.compile(r"(\d+(?:\.\d+)?) ?([a-zA-Z]+)")


def duration(shortest: str, longest: str) -> Kind[timedelta]:
    """A time between two others, such as ``"45 s"``."""

    def read(value: object) -> timedelta:
        return timedelta(seconds=_between(value, _SECONDS, shortest, longest))

    return Kind(f'a time from "{shortest}" to "{longest}"', read, read(shortest))


def length(shortest: str, longest: str) -> Kind[float]:
    """A length in millimetres, such as ``"376 mm"``."""

    def read(value: object) -> float:
        return _between(value, _MILLIMETRES, shortest, longest)

    return Kind(f'a length from "{shortest}" to "{longest}"', read, read(shortest))


def amount(smallest: str, largest: str) -> Kind[int]:
    """An amount of memory in bytes, such as ``"600 MB"``."""

    def read(value: object) -> int:
        return int(_between(value, _BYTES, smallest, largest))

    return Kind(f'an amount from "{smallest}" to "{largest}"', read, read(smallest))


def whole(least: int, most: int) -> Kind[int]:
    """A whole number between two others."""

    def read(value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        raise ValueError

    return Kind(f"a whole number from {least} to {most}", read, least)


def _between(value: object, units: Mapping[str, float], least: str, most: str) -> float:
    amount = _quantity(value, units)
    if not _quantity(least, units) <= amount <= _quantity(most, units):
        raise ValueError
    return amount


def _quantity(value: object, units: Mapping[str, float]) -> float:
    found = _QUANTITY.fullmatch(_text(value))
    if not found or found[2] not in units:
        raise ValueError
    return float(found[1]) * units[found[2]]


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise ValueError
    return value


def _text_or_nothing(value: object) -> str:
    return "" if value == "" else _text(value)


def _yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError


def _url(schemes: tuple[str, ...], loopback_schemes: tuple[str, ...]) -> Kind[str]:
    def read(value: object) -> str:
        parts = urlsplit(_text(value))
        allowed = schemes + loopback_schemes if _is_loopback(parts) else schemes
        if (
            parts.scheme not in allowed
            or not parts.hostname
            or parts.username
            or parts.query
            or parts.fragment
        ):
            raise ValueError
        _ = parts.port  # raises ValueError when it is no port
        return _text(value)

    allowed = " or ".join(f"{scheme}://…" for scheme in schemes)
    on_loopback = " or ".join(f"{scheme}://…" for scheme in loopback_schemes)
    words = f"an address {allowed}; {on_loopback} only on this machine (127.0.0.1, ::1, localhost)"
    return Kind(words, read, f"{schemes[0]}://localhost")


def _is_loopback(parts: SplitResult) -> bool:
    if parts.hostname == "localhost":
        return True
    try:
        return ipaddress.ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return False


def _fingerprint(value: object) -> str:
    """Lower-case hexadecimal without colons; empty for none."""
    if value == "":
        return ""
    digits = _text(value).replace(":", "").lower()
    if not re.fullmatch(r"[0-9a-f]{64}", digits):
        raise ValueError
    return digits


def _path(value: object) -> Path | None:
    if value == "":
        return None
    path = Path(_text(value))
    if not path.is_absolute():
        raise ValueError
    return path


LOUDSPEAKER = Kind("a name that `aplay -L` lists; empty for none", _text_or_nothing, "")
TEXT = Kind("a text that is not empty, on one line", _text, "-")
YES_NO = Kind("true or false", _yes_no, True)
WEB = _url(("https",), ("http",))
IPP = _url(("ipps",), ("ipp",))
FINGERPRINT = Kind("SHA-256 as 64 hexadecimal digits, colons as you like; empty for none", _fingerprint, "")
FOLDER: Kind[Path | None] = Kind("an absolute folder; empty to let the machine choose", _path, None)
FILE: Kind[Path | None] = Kind("an absolute file; in training empty, for memory", _path, None)
