"""``python -m tests.prove NAME``: runs the demonstrations of one step and prints one table."""

import argparse
import importlib
import sys
from pathlib import Path
from typing import Final

from kiosk.station.proving import Proof, exit_status, table

_NOT_PROOFS: Final = {"__main__", "paper", "pictures", "suite"}


def names() -> list[str]:
    """Every step has a module of its own here, with a function ``proofs``."""
    return sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem not in _NOT_PROOFS)


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev prove", description=__doc__)
    parser.add_argument("name", choices=names())
    parser.add_argument(
        "--quick", action="store_true", help="leave out what takes minutes and a quiet machine"
    )
    given = parser.parse_args()
    results: list[Proof] = []
    for proof in importlib.import_module(f"tests.prove.{given.name}").proofs(quick=given.quick):
        print(
            f"{'holds' if proof.holds else 'FAILS'}  {proof.what}: {proof.figure}",
            file=sys.stderr,
            flush=True,
        )
        results.append(proof)
    print(table(results), end="")
    return exit_status(results)


if __name__ == "__main__":
    sys.exit(main())
