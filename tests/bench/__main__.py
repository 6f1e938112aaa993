"""Figures of the kiosk from outside, as ratios to Chromium in kiosk mode."""

import argparse
import importlib
import sys
from pathlib import Path
from typing import Final

from kiosk.station.proving import exit_status, table
from tests.bench.document import write
from tests.bench.figures import proofs
from tests.bench.measuring import measure

_ENOUGH: Final = 5
DOCUMENT: Final = Path(__file__).parents[2] / "docs" / "bench.md"


_OTHERS: Final = {"handover", "soak"}
"""Benches of their own, each a module here with a ``main``: ``./dev bench handover --help``."""


def main() -> int:
    if len(sys.argv) > 1 and sys.argv[1] in _OTHERS:
        return importlib.import_module(f"tests.bench.{sys.argv[1]}").main(sys.argv[2:])
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument(
        "--runs", type=int, default=_ENOUGH, metavar="N", help="walks of each contestant, interleaved"
    )
    parser.add_argument("--write", action="store_true", help="write the figures into docs/bench.md")
    given = parser.parse_args()
    if given.write and given.runs < _ENOUGH:
        parser.error(f"figures are written of {_ENOUGH} runs or more")
    measured = measure(given.runs)
    results = list(proofs(measured.kiosk, measured.chromium, measured.runs))
    print(table(results), end="")
    if given.write:
        DOCUMENT.write_text(write(results, given.runs), encoding="utf-8")
    return exit_status(results)


if __name__ == "__main__":
    sys.exit(main())
