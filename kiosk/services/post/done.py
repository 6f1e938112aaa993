"""What this visit has done to letters, laid over lists that have not heard of it yet."""

from dataclasses import dataclass, field, replace

from kiosk.visit.post import LetterHead


@dataclass(slots=True)
class Done:
    """Digital Post's lists are eventually consistent; one letter by its id is not.

    Letters are known again by a hash that is another in every process: whoever acts for the next person carries
    nothing of the one before along, not even what letters are called.
    """

    _read: set[int] = field(default_factory=set[int], repr=False)
    _served: set[int] = field(default_factory=set[int], repr=False)

    def read(self, letter_id: str) -> None:
        self._read.add(hash(letter_id))

    def served(self, letter_id: str) -> None:
        self._served.add(hash(letter_id))

    def over(self, head: LetterHead) -> LetterHead:
        """The head as this visit knows it to be."""
        known = hash(head.id)
        return replace(
            head,
            read=head.read or known in self._read,
            legally_notified=head.legally_notified or known in self._served,
        )
