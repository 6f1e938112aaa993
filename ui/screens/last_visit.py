"""One calm line for the next person: what the machine found when the visit before had ended, and how it is itself."""

from dataclasses import dataclass

from ui.tongue import Tongue, ltr


@dataclass(frozen=True, slots=True)
class LastVisit:
    """``minute`` of the day when it ended. ``pages`` wait at the printer, None if it could not be asked."""

    minute: int
    pages: int | None
    files: int

    def said(self, tongue: Tongue) -> str:
        """The same parts in every language: when, pages, files."""
        ended = tongue.say("The last visit ended at {time}", time=tongue.time(self.minute))
        files = tongue.count("{n} file kept", "{n} files kept", self.files)
        return " · ".join((ended, self._pages(tongue), files))

    def _pages(self, tongue: Tongue) -> str:
        if self.pages is None:
            return tongue.say("The printer has not answered")
        return tongue.count("{n} page is waiting", "{n} pages are waiting", self.pages)


def foot(last: LastVisit | None, ailment: str, tongue: Tongue) -> str:
    """The foot of the welcome; ``ailment`` is the code of what ails the machine. Empty if there is nothing to say."""
    parts = [last.said(tongue)] if last is not None else []
    if ailment:
        parts.append(f"{tongue.say('For the staff')}: {ltr(ailment)}")
    return " · ".join(parts)
