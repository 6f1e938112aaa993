"""The inside of the practice printer: takes a file, turns out its pages, and suffers what the fault folder says.

Run by ippeveprinter as ``COMMAND FILE`` (by way of a launcher that adds the folder). What it writes to standard error
sets the printer's attributes: ``STATE: reason,reason`` and ``ATTR: name=value`` (ippeveprinter(1), "Commands").
"""

import os
import shutil
import sys
import time
from pathlib import Path

import pikepdf

from devices.printing.bench import PrinterBench
from devices.printing.conversation import Conversation, Patience
from devices.printing.ipp import Operation, Tag, attribute
from devices.printing.stopping import is_stopping

_TICK = 0.05


class _CancelledError(Exception):
    """ippeveprinter does not end its command when the job is cancelled, it waits for it."""


class Mechanism:
    """One job on its way through the rollers."""

    def __init__(self, bench: PrinterBench, job: int, file: Path) -> None:
        self._bench = bench
        self._file = file
        self._tray = bench.tray_for(job)
        self._job = attribute(Tag.INTEGER, "job-id", job)
        self._line = Conversation(bench.uri, Patience())
        self._shown: tuple[str, ...] = ()

    def run(self) -> int:
        """Turn the pages out, one by one; returns the exit code (not 0: the printer aborts the job)."""
        pages = _pages(self._file)
        _say(f"ATTR: job-impressions={pages} job-impressions-completed=0")
        try:
            for page in range(1, pages + 1):
                self._roll()
                self._turn_out(page, pages)
        except _CancelledError:
            return 0
        finally:
            self._show(())
            # ippeveprinter would keep the file for another minute. What a printer keeps is its owner's to set.
            self._file.unlink(missing_ok=True)
        return self._bench.exit_code()

    def _roll(self) -> None:
        left = self._bench.seconds_a_page()
        while left > 0:
            if is_stopping(self._line, Operation.GET_JOB, [self._job]):
                raise _CancelledError
            self._show(self._bench.faults())
            time.sleep(_TICK)
            left -= 0 if self._shown else _TICK

    def _turn_out(self, page: int, pages: int) -> None:
        """Paper that is out is out, whatever happens to the rest."""
        sheet = self._tray.with_suffix(".part")
        if page == pages:
            shutil.copyfile(self._file, sheet)
        else:
            with pikepdf.open(self._file) as whole:
                del whole.pages[page:]
                whole.save(sheet)
        sheet.replace(self._tray)
        _say(f"ATTR: job-impressions-completed={page}")

    def _show(self, faults: tuple[str, ...]) -> None:
        if faults != self._shown:
            self._shown = faults
            _say(f"STATE: {','.join(faults) or 'none'}")


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _pages(file: Path) -> int:
    """Anything that is not a PDF is one page."""
    try:
        with pikepdf.open(file) as whole:
            return len(whole.pages)
    except pikepdf.PdfError:
        return 1


def main() -> int:
    folder, file = Path(sys.argv[1]), Path(sys.argv[2])
    return Mechanism(PrinterBench(folder), int(os.environ["IPP_JOB_ID"]), file).run()


if __name__ == "__main__":
    sys.exit(main())
