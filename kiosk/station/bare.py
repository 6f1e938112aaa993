"""What a visit is told of the outer environment: these names and no others, and the room in place of a home."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

CREDENTIALS: Final = "CREDENTIALS_DIRECTORY"
"""Where systemd puts the machine's secrets (systemd.exec(5)), one file for each."""

CLIENT_KEY: Final = "borgerkiosk.client-key"
"""The one that a visit needs, see :mod:`kiosk.station.vault`."""

_NAMES: Final = {
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "XDG_SESSION_TYPE",
    "LANG",
    "LANGUAGE",
    "TZ",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    CREDENTIALS,
    "PCSCLITE_CSOCK_NAME",
    "PYTHONPATH",
    "PYTHONDONTWRITEBYTECODE",
}
_FAMILIES: Final = ("LC_", "QT_", "QSG_", "QML_", "QV4_", "XKB_", "ALSA_")
_CACHE: Final = {"QML_DISK_CACHE": "aot,qmlc-read"}
"""Screens that were compiled at installation are used; those that were not are compiled anew and not written down."""

_PLACES: Final = (
    "HOME",
    "TMPDIR",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "XDG_RUNTIME_DIR",
)


def bare_environment(outer: Mapping[str, str], room: Path) -> dict[str, str]:
    """For the process of one visit, whose home, temporary and runtime folder ``room`` is."""
    kept = {name: value for name, value in outer.items() if name in _NAMES or name.startswith(_FAMILIES)}
    return kept | _wayland(outer) | _CACHE | dict.fromkeys(_PLACES, str(room))


def _wayland(outer: Mapping[str, str]) -> dict[str, str]:
    """The display server's socket by its whole path: its name alone is looked for in the runtime folder."""
    name, folder = outer.get("WAYLAND_DISPLAY"), outer.get("XDG_RUNTIME_DIR")
    return {"WAYLAND_DISPLAY": str(Path(folder, name))} if name and folder else {}
