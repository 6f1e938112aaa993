"""``python -m kiosk.training --folder DIR``: the practice town as a program, until SIGTERM or the end of its input."""

import argparse
import contextlib
import os
import sys
import threading
from pathlib import Path

from kiosk.training.town import PracticeTown


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m kiosk.training", description=__doc__)
    options.add_argument(
        "--folder", type=Path, required=True, help="where cards and prepared letters are kept"
    )
    options.add_argument("--port", type=int, default=0, help="0 for any free one")
    options.add_argument("--with-ten-thousand", action="store_true", help="fill the big mailbox at the start")
    chosen = options.parse_args()
    town = PracticeTown(chosen.folder, port=chosen.port, with_ten_thousand=chosen.with_ten_thousand)
    threading.Thread(target=_stop_with_input, args=[town], daemon=True).start()
    print(f"READY {town.url}", flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        town.run()
    town.close()


def _stop_with_input(town: PracticeTown) -> None:
    """Whoever started the town holds its input open; when they are gone, so is the town."""
    while os.read(sys.stdin.fileno(), 1024):
        pass
    town.stop()


if __name__ == "__main__":
    main()
