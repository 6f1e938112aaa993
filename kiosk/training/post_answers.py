"""Answers to letters: a draft is made, and sent."""

import uuid

from kiosk.training.message_shapes import Message, Recipient, ReplyData, Sender
from kiosk.training.people import Person
from kiosk.training.post_refusals import PostRefusal
from kiosk.training.post_shapes import Folder, FolderType


def answer_to(letter: Message, owner: Person, folders: list[Folder], now: str) -> Message:
    """The draft of an answer, from the mailbox's owner whoever writes it. Raises :class:`PostRefusal`."""
    if not letter.reply:
        raise PostRefusal(422, "parameter.invalid", "reply")
    return Message(
        id=str(uuid.uuid4()), version=1, transactionId=str(uuid.uuid4()), createdDateTime=now, lastUpdated=now,
        messageDateTime=now, mailboxId=letter.mailboxId, folderId=_folder(folders, "DRAFTS"),
        messageType="REGULAR", messageState="DRAFT", receivedDateTime=now, label=f"Sv: {letter.label}",
        forward=False, reply=False, flag=False, legallyNotified=False, read=True, welcomeMessage=False,
        errorMessage=False, sender=Sender(senderId=owner.cpr or "", senderIdType="CPR", label=owner.name),
        recipient=Recipient(
            recipientId=letter.sender.senderId, recipientIdType=letter.sender.senderIdType,
            label=letter.sender.label,
        ),
        documents=[], replyData=[ReplyData(parentMessageId=letter.id)],
    )  # fmt: skip


def send(draft: Message, folders: list[Folder], now: str) -> None:
    """Change the draft in place. Raises :class:`PostRefusal` for what is none."""
    if draft.messageState != "DRAFT":
        raise PostRefusal(422, "parameter.invalid", "messageState")
    draft.messageState, draft.folderId = "SENT", _folder(folders, "SENT")
    draft.version += 1
    draft.lastUpdated = now


def _folder(folders: list[Folder], kind: FolderType) -> str:
    return next(folder.id for folder in folders if folder.folderType == kind)
