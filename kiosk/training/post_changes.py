"""What a PATCH does to a letter: read, move, flag, rename, note and legal acknowledgement are one command."""

from kiosk.training.message_shapes import Message
from kiosk.training.post_refusals import PostRefusal, forbidden
from kiosk.training.post_shapes import MessagePatchCommand

_PLAIN = ("messageCode", "label", "flag", "read", "note")


def change(letter: Message, command: MessagePatchCommand, folder_ids: set[str], now: str) -> None:
    """Change the letter in place; its version goes up by one. Raises :class:`PostRefusal`.

    A letter that serves its reader may not be handled before the reader has said yes: moving it would serve too.
    """
    if command.folderId is not None and command.folderId not in folder_ids:
        raise PostRefusal(422, "parameter.invalid", "folderId")
    if command.legallyNotified and not letter.legallyNotified:
        letter.legallyNotified, letter.legallyNotifiedDateTime = True, now
    if command.folderId or command.read:
        check_answered(letter)
    letter.folderId = command.folderId or letter.folderId
    for name in _PLAIN:
        value = getattr(command, name)
        if value is not None:
            setattr(letter, name, value)
    letter.version += 1
    letter.lastUpdated = now


def check_answered(letter: Message) -> None:
    """Raises :class:`PostRefusal` for a letter that would serve its reader, who has not said yes to that."""
    if letter.messageType == "LEGAL_NOTIFICATION" and not letter.legallyNotified:
        raise forbidden("legal.notification.unanswered")
