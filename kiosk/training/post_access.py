"""Access to somebody else's Digital Post: read, or read and write; a power of attorney opens no mailbox."""

import uuid
from dataclasses import dataclass

from msgspec.structs import replace

from kiosk.training.callers import Caller
from kiosk.training.people import Person
from kiosk.training.post_refusals import forbidden
from kiosk.training.post_shapes import Access, Mailbox
from kiosk.training.register import Mandate


@dataclass(frozen=True, slots=True)
class Reader:
    """At whose mailbox somebody is; ``mandate``: it is not their own."""

    owner: Person
    mandate: Mandate | None

    @classmethod
    def of(cls, caller: Caller) -> "Reader":
        """Raises :class:`PostRefusal` for whoever has no access to Digital Post."""
        if caller.mandate is None:
            return cls(caller.person, None)
        owner = caller.mandate.grantor.who
        if not caller.may("MESSAGE_BASIC") or not isinstance(owner, Person):
            raise forbidden()
        return cls(owner, caller.mandate)

    def check_may_write(self) -> None:
        """Answering is not in read access. Raises :class:`PostRefusal`."""
        if self.mandate and "MESSAGE_WRITE" not in self.mandate.rights:
            raise forbidden()

    def check_is_owner(self) -> None:
        """What is deleted for good is gone for the owner too. Raises :class:`PostRefusal`."""
        if self.mandate:
            raise forbidden()

    def shown(self, mailbox: Mailbox) -> Mailbox:
        """The mailbox as it looks to this reader."""
        return replace(mailbox, access=_access(mailbox, self.mandate)) if self.mandate else mailbox


def _access(mailbox: Mailbox, mandate: Mandate) -> Access:
    holder = mandate.holder.who.id if mandate.holder.who else mandate.holder.number
    return Access(
        id=mandate.id, version=mandate.version, accessType="PARTY_REPRESENTATIVE", mailboxId=mailbox.id,
        identityId=str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:practice-town:identity:{holder}")),
        introductionCompleted=True, Privileges=sorted(mandate.rights),
    )  # fmt: skip
