"""What this visit has done to letters, laid over lists that have not heard of it yet."""

from dataclasses import dataclass, field, replace

from kiosk.visit.post import LetterHead


@dataclass(slots=True)
class Done:
    """Ids of letters. Digital Post's lists are eventually consistent; one letter by its id is not."""

    read: set[str] = field(default_factory=set, repr=False)
    served: set[str] = field(default_factory=set, repr=False)

    def over(self, head: LetterHead) -> LetterHead:
        """The head as this visit knows it to be."""
        return replace(
            head,
            read=head.read or head.id in self.read,
            legally_notified=head.legally_notified or head.id in self.served,
        )
