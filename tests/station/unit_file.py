"""The unit that starts the kiosk of a machine, as a test reads it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

UNIT: Final = Path(__file__).parents[2] / "packaging" / "borgerkiosk.service"

Keys = Mapping[str, Sequence[str]]


def read_unit(file: Path = UNIT) -> Keys:
    """Every value of every key, in the order in which they stand there (systemd.syntax(7))."""
    keys: defaultdict[str, list[str]] = defaultdict(list)
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "[")):
            key, _, value = line.partition("=")
            keys[key].append(value)
    return keys


def command(keys: Keys) -> list[str]:
    (line,) = keys["ExecStart"]
    return line.split()
