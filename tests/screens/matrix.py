"""Every screen in every language, theme, size and height: ``./dev screens --all [LANGUAGE ...]``. Half an hour a core.

Prints what an inspector finds, a line each, and how many screens were looked at; exits 1 if anything was found.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from itertools import product
from multiprocessing import get_context

from tests.screens.audit import findings
from tests.screens.glass import TestedGlass
from tests.screens.looks import LEAST, Look, dress
from tests.screens.states import STATES, visit
from ui.looks import Colours, TextSize
from ui.tongue import LANGUAGES

LOOKS = [
    Look(size, colours, airy=False, low=low)
    for size, colours, low in product(TextSize, Colours, (False, True))
]


def look_at(language: str) -> list[str]:
    glass = TestedGlass(visit("welcome"))
    found = [line for look in LOOKS for line in _looked_at(glass, language, look)]
    glass.take_down()
    return [*found, *glass.warnings]


def _looked_at(glass: TestedGlass, language: str, look: Look) -> Iterator[str]:
    dress(glass, look)
    for name in STATES:
        glass.show(visit(name, language))
        for fault in findings(glass, LEAST[look.colours]):
            yield f"{language} {look} {name}: {fault}"


def main(languages: Sequence[str]) -> int:
    wanted = languages or [language.code for language in LANGUAGES]
    found = 0
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        looking = {pool.submit(look_at, code): code for code in wanted}
        for done in as_completed(looking):
            lines = done.result()
            found += len(lines)
            print(
                *lines,
                f"{looking[done]}: {len(LOOKS) * len(STATES):,} looked at, {len(lines)} found",
                sep="\n",
                flush=True,
            )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
