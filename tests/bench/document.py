"""``docs/bench.md``: what was measured, where, when and how."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from kiosk.station.proving import Proof, table
from tests.bench.chromium import program
from tests.bench.machine import describe

_METHOD: Final = """\
# Figures

Written by `./dev bench --write`. Compare the ratios, not the milliseconds: under load both contestants slow down alike.

{table}
Measured on {day}, {runs} interleaved runs of each, on: {machine}.

## How

The kiosk and Debian's Chromium in kiosk mode take the same walk in turn, on one X server without a screen, 1280 by
1024. Chromium has a fresh profile and a page with the same screens and the same look, its ten thousand letters in
memory and in a list that draws only what is seen. Nothing inside the contestants helps: fingers are made by XTEST, the
glass is read by XGetImage, processor time and memory come from `/proc`. The kiosk runs as a package lays it down
(`packaging/install_tree.py`): modules and screens are compiled, as Chromium is.

* A scene is **complete** when seven columns of pixels over the whole height are what they were on an earlier walk after
  the scene had come to rest. Time runs from the start of the program, or from the moment the finger lifts.
* **Page change** is from the welcome to the question for the user ID, and back.
* **Memory** is the proportional set size of everything that `main.py run` (or Chromium) has started, three seconds
  after the last move; practice town, virtual reader and virtual printer are not in it.
* **The next visit ready** is after all of that: the kiosk stands at its goodbye with a hidden visit behind it, Chromium
  still at its list, for it has nobody to get ready.
* **Scrolling** is a wheel turned at 60 Hz for three seconds; 100 % is one core.
* Figures are medians over runs of each run's median.
* **The letter** comes to the kiosk from the practice town over HTTP and through a press of its own; to Chromium it is a
  picture on the disk. So that figure stands by itself.
"""


def write(proofs: Sequence[Proof], runs: int) -> str:
    machine = describe(program())
    return _METHOD.format(table=table(proofs), day=date.today().isoformat(), runs=runs, machine=machine)
