"""What a form says, by what it is about: a power of attorney, or access to Digital Post; never both."""

from dataclasses import dataclass
from typing import Final

from kiosk.visit.mandates import Mechanism, PostRight, Scope
from kiosk.visit.words import words


@dataclass(frozen=True, slots=True)
class Terms:
    """``request`` and ``authorisation`` are titles, ``asks`` and ``lets`` the sentence with ``{name}`` under them.

    ``giver`` and ``getter`` are the two sides, each with what happens there. ``means``: what both should know before
    one of them signs.
    """

    request: str
    authorisation: str
    asks: str
    lets: str
    giver: tuple[str, str]
    getter: tuple[str, str]
    means: tuple[str, ...]


_ENDS: Final = words("It ends by itself: after the last day, and if the one who gave it dies.")
_POST_GIVER: Final = (words("Owner of the mailbox"), words("gives the access"))
_POST_GETTER: Final = (words("Reader"), words("gets the access"))
_POST_MEANS: Final = (
    words("All letters from public authorities can be read, also the old ones."),
    words("If the reader opens a legal notice, it counts as if the owner had read it."),
    words("Letters from banks and other private senders are not part of it."),
    words("This is not a power of attorney. Only the mailbox is opened by it."),
    words("The owner can take the access back at any time: at the machine, in Digital Post or at the desk."),
    _ENDS,
)

_POWER: Final = Terms(
    request=words("Request for a power of attorney"),
    authorisation=words("Power of attorney"),
    asks=words("I ask to be allowed to act for {name}."),
    lets=words("I let {name} act for me."),
    giver=(words("Grantor"), words("gives the power of attorney")),
    getter=(words("Holder"), words("gets the power of attorney")),
    means=(
        words("The holder may do only what is written here."),
        words("Each right stands alone. To contact is to phone or to meet in person."),
        words("The grantor can still do everything alone."),
        words("The grantor can take it back at any time: at the machine, on borger.dk or at the desk."),
        _ENDS,
    ),
)

_READ: Final = Terms(
    request=words("Request for read access to Digital Post"),
    authorisation=words("Read access to Digital Post"),
    asks=words("I ask to be allowed to read the Digital Post of {name}."),
    lets=words("I let {name} read my Digital Post."),
    giver=_POST_GIVER,
    getter=_POST_GETTER,
    means=_POST_MEANS,
)

_WRITE: Final = Terms(
    request=words("Request for read and write access to Digital Post"),
    authorisation=words("Read and write access to Digital Post"),
    asks=words("I ask to be allowed to read and answer the Digital Post of {name}."),
    lets=words("I let {name} read and answer my Digital Post."),
    giver=_POST_GIVER,
    getter=_POST_GETTER,
    means=(*_POST_MEANS, words("Whoever gets an answer can see who wrote it.")),
)

_ACCESS: Final = Terms(
    request=words("Request for access to Digital Post"),
    authorisation=words("Access to Digital Post"),
    asks=words("I ask for access to the Digital Post of {name}."),
    lets=words("I give {name} access to my Digital Post."),
    giver=_POST_GIVER,
    getter=_POST_GETTER,
    means=(
        *_POST_MEANS,
        words("Only whoever may write can answer. Whoever gets an answer can see who wrote it."),
    ),
)
"""Whether to read, or to read and write, is ticked by hand."""


def terms_of(scope: Scope | Mechanism) -> Terms:
    match scope:
        case Mechanism.POST:
            return _ACCESS
        case PostRight.READ:
            return _READ
        case PostRight.READ_AND_WRITE:
            return _WRITE
        case frozenset() | Mechanism.POWER:
            return _POWER
