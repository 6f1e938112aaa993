"""Mailboxes, folders, commands and errors of the Digital Post API 1.68, their members named exactly as there."""

# ruff: noqa: N815 - the names are the interface

from typing import Literal

import msgspec

from kiosk.training.message_shapes import Shape

FolderType = Literal["INBOX", "DRAFTS", "SENT", "DELETED", "USER_DEFINED"]


class Folder(Shape, kw_only=True):
    id: str
    version: int
    createdDateTime: str
    lastUpdated: str
    mailboxId: str
    folderType: FolderType
    name: str


class MessageCount(Shape, kw_only=True):
    label: str
    unreadMessages: int
    totalMessages: int
    latestMessageFrom: str | None = None


class FolderMessageSummary(Shape, kw_only=True):
    folder: Folder
    messageCount: MessageCount


class Access(Shape, kw_only=True):
    id: str
    version: int
    accessType: Literal["OWNER", "PARTY_REPRESENTATIVE"]
    mailboxId: str
    identityId: str
    introductionCompleted: bool
    Privileges: list[str]


class Mailbox(Shape, kw_only=True):
    id: str
    version: int
    transactionId: str
    createdDateTime: str
    lastUpdated: str
    ownerType: Literal["CITIZEN", "ORGANISATION"]
    ownerIdentityId: str
    ownerName: str
    ownerExternalId: str
    statusType: Literal["ACTIVE", "INACTIVE", "CLOSED"]
    statusDate: str
    recipientSystemAvailable: bool
    exempt: bool
    reminded: bool
    access: Access


class MessagePatchCommand(msgspec.Struct, forbid_unknown_fields=True):
    """What may be changed of a letter; ``recipient`` is for drafts, which the town does not keep."""

    folderId: str | None = None
    messageCode: str | None = None
    label: str | None = None
    flag: bool | None = None
    legallyNotified: bool | None = None
    read: bool | None = None
    note: str | None = None


class FieldErrorResource(Shape, kw_only=True):
    resource: str
    field: str
    code: str
    message: str
    rejectedValue: str | None = None


class ErrorMessage(Shape, kw_only=True):
    code: str
    message: str
    fieldErrors: list[FieldErrorResource]


class Receipt(Shape, kw_only=True):
    transmissionId: str
    messageUUID: str
    messageId: str | None = None
    timeStamp: str
    receiptStatus: Literal["COMPLETED", "RECEIVED", "INVALID", "NOT_ALLOWED"]
