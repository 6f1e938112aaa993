"""Whether the practice printer has been told to stop what it is doing: it tells nobody, so one has to ask."""

from collections.abc import Iterable
from contextlib import suppress

from devices.printing.conversation import Conversation, PrinterLostError
from devices.printing.ipp import Attribute, GroupTag, OddAnswerError, Operation, Tag, attribute

_STOPPING = "processing-to-stop-point"
_TRIES = 3


def is_stopping(line: Conversation, operation: Operation, about: Iterable[Attribute] = ()) -> bool:
    """``operation`` is Get-Job-Attributes or Get-Jobs. A printer that answers at no try is not stopping."""
    wanted = (*about, attribute(Tag.KEYWORD, "requested-attributes", "job-state-reasons"))
    for _ in range(_TRIES):
        with suppress(PrinterLostError, OddAnswerError):
            jobs = line.ask(operation, wanted).all(GroupTag.JOB)
            return any(_STOPPING in job.words("job-state-reasons") for job in jobs)
    return False
