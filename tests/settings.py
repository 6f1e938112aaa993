"""The settings file of a kiosk under test, in a world that stands around it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

CLIENT: Final = "borgerkiosk"
"""Who the kiosk is to the identity provider."""


def settings_text(
    printer: str,
    issuer: str,
    town: str,
    journal: Path,
    *,
    full_screen: bool = True,
    rooms: Path | None = None,
    limits: Mapping[str, str] | None = None,
) -> str:
    """The panel is that of the pictures; ``town`` has Digital Post, register and services under one address.

    ``limits`` as docs/settings.md has them. More sections may be added behind.
    """
    room = f'[room]\nparent = "{rooms}"\n' if rooms else ""
    times = "".join(f'{name} = "{value}"\n' for name, value in (limits or {}).items())
    return f"""training = true
[journal]
file = "{journal}"
[panel]
width = "376 mm"
full_screen = {str(full_screen).lower()}
[reader]
name = "Borgerlaeser"
[printer]
uri = "{printer}"
[identity]
issuer = "{issuer}"
client_id = "{CLIENT}"
[post]
url = "{town}"
[mandates]
url = "{town}/mandates"
[services]
url = "{town}/services"
{room}{"[limits]" if times else ""}
{times}"""
