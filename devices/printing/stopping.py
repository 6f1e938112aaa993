"""Whether the practice printer has been told to stop what it is doing: it tells nobody, so one has to ask."""

from collections.abc import Iterable

from devices.printing.conversation import Conversation, PrinterLostError
from devices.printing.ipp import Attribute, GroupTag, OddAnswerError, Operation, Tag, attribute

_STOPPING = "processing-to-stop-point"


def is_stopping(line: Conversation, operation: Operation, about: Iterable[Attribute] = ()) -> bool:
    """``operation`` is Get-Job-Attributes or Get-Jobs. A printer that does not answer is not stopping."""
    names = attribute(Tag.KEYWORD, "requested-attributes", "job-state-reasons")
    try:
        jobs = line.ask(operation, (*about, names)).all(GroupTag.JOB)
    except (PrinterLostError, OddAnswerError):
        return False
    return any(_STOPPING in job.words("job-state-reasons") for job in jobs)
