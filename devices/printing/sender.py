"""Who prints, in words that a printer may keep, show and log: nothing about a person or a letter."""

from dataclasses import dataclass

from devices.printing.ipp import Group

_USER = "kiosk"
_JOB = "Brev"


@dataclass(frozen=True, slots=True)
class Sender:
    """``machine`` is a word of this kiosk that stays the same, ``visit`` a random one; both may be left out."""

    machine: str = ""
    visit: str = ""

    @property
    def user(self) -> str:
        return "-".join(filter(None, (_USER, self.machine)))

    @property
    def job_name(self) -> str:
        return " ".join((*self._beginning, *filter(None, (self.visit,))))

    @property
    def _beginning(self) -> tuple[str, ...]:
        return (_JOB, *filter(None, (self.machine,)))

    def owns(self, job: Group) -> bool:
        """Whether a job in the answer to ``my-jobs`` comes from this kiosk, in whichever visit.

        Kiosks may share a printer that calls all of them by one name, or that knows nothing of ``my-jobs`` (RFC 8011,
        4.2.6.1) and lists everybody's. Where it says neither user nor name, its own choice is believed.
        """
        users, names = job.words("job-originating-user-name"), job.words("job-name")
        return self.user in users or any(map(self._is_ours, names)) or not (users or names)

    def visit_of(self, job: Group) -> str:
        """The random word of the visit that sent one of our jobs; empty if it does not say."""
        ours = [name.split() for name in job.words("job-name") if self._is_ours(name)]
        return " ".join(ours[0][len(self._beginning) :]) if ours else ""

    def _is_ours(self, name: str) -> bool:
        return tuple(name.split()[: len(self._beginning)]) == self._beginning
