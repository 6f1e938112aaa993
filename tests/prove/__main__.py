"""``python -m tests.prove NAME``: runs the demonstrations of one step and prints one table."""

import argparse
import importlib
import sys
from pathlib import Path
from typing import Final

from kiosk.station.proving import Proof, exit_status, table
from tests.prove.sections import whole

_WORDS: Final = {"yes": "holds", "NO": "FAILS"}


def names() -> list[str]:
    """Every step has a module of its own here, with a function ``proofs``."""
    steps = (path for path in Path(__file__).parent.glob("*.py") if "\ndef proofs(" in path.read_text())
    return sorted(path.stem.replace("_", "-") for path in steps)


def progress(proof: Proof) -> str:
    """One line while the proof is going on; a figure without a budget neither holds nor fails."""
    return f"{_WORDS.get(proof.verdict, ''):5}  {proof.what}: {proof.figure}"


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev prove", description=__doc__)
    parser.add_argument("name", choices=names())
    parser.add_argument(
        "--quick", action="store_true", help="leave out what takes minutes and a quiet machine"
    )
    given = parser.parse_args()
    results: list[Proof] = []
    step = importlib.import_module(f"tests.prove.{given.name.replace('-', '_')}")
    for proof in whole(given.name, lambda: step.proofs(quick=given.quick)):
        print(progress(proof), file=sys.stderr, flush=True)
        results.append(proof)
    print(table(results), end="")
    return exit_status(results)


if __name__ == "__main__":
    sys.exit(main())
