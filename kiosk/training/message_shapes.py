"""Letters as the Digital Post API 1.68 has them, their members named exactly as there.

Times are ISO 8601 texts in UTC, ids are UUIDs.
"""

# ruff: noqa: N815 - the names are the interface

from typing import Literal

import msgspec

MessageType = Literal["REGULAR", "MANDATORY", "LEGAL_NOTIFICATION"]
DocumentType = Literal["MAIN", "ADDITIONAL", "TECHNICAL"]
IdType = Literal["CPR", "CVR", "UNKNOWN"]


class Shape(msgspec.Struct, omit_defaults=True):
    """Members without a value are not sent."""


class Address(Shape, kw_only=True):
    addressId: str | None = None
    addressLabel: str | None = None
    houseNumber: str | None = None
    door: str | None = None
    floor: str | None = None
    co: str | None = None
    zipCode: str | None = None
    city: str | None = None
    country: str | None = None
    geographicEastingMeasure: str | None = None
    geographicNorthingMeasure: str | None = None
    geographicHeightMeasure: str | None = None


class AttentionData(Shape, kw_only=True):
    personId: str | None = None
    personLabel: str | None = None
    productionUnitNumber: str | None = None
    productionUnitName: str | None = None
    globalLocationNumber: str | None = None
    location: str | None = None
    emailAddress: str | None = None
    relatedEmailAgent: str | None = None
    seNumber: str | None = None
    seCompanyName: str | None = None
    telephoneNumber: str | None = None
    relatedTelephoneAgent: str | None = None
    eid: str | None = None
    eidLabel: str | None = None
    contentResponsibleId: str | None = None
    contentResponsibleLabel: str | None = None
    generatingSystemId: str | None = None
    generatingSystemLabel: str | None = None
    sorDataSorIdentifier: str | None = None
    sorDataEntryName: str | None = None
    unstructuredAddress: str | None = None
    address: Address | None = None


class ContactInfo(Shape, kw_only=True):
    label: str
    value: str


class MessageContactPoint(Shape, kw_only=True):
    contactGroup: str | None = None
    contactPointId: str | None = None
    label: str | None = None
    contactInfo: list[ContactInfo] = []


class Sender(Shape, kw_only=True):
    senderId: str
    senderIdType: IdType
    label: str
    senderIdTypeLabel: str | None = None
    attentionData: AttentionData | None = None
    contactPoint: MessageContactPoint | None = None


class Recipient(Shape, kw_only=True):
    recipientId: str
    recipientIdType: IdType
    recipientIdTypeLabel: str | None = None
    label: str | None = None
    attentionData: AttentionData | None = None
    contactPoint: MessageContactPoint | None = None


class AdditionalContentData(Shape, kw_only=True):
    contentDataName: str
    contentDataValue: str
    contentDataType: str | None = None


class ContentData(Shape, kw_only=True):
    cprDataCprNumber: str | None = None
    cprDataName: str | None = None
    cvrDataCvrNumber: str | None = None
    cvrDataCompanyName: str | None = None
    motorVehicleLicenseNumber: str | None = None
    motorVehicleChassisNumber: str | None = None
    propertyNumber: str | None = None
    caseId: str | None = None
    caseSystem: str | None = None
    kleDataSubjectKey: str | None = None
    kleDataVersion: str | None = None
    kleDataActivityFacet: str | None = None
    kleDataLabel: str | None = None
    formDataTaskKey: str | None = None
    formDataVersion: str | None = None
    formDataActivityFacet: str | None = None
    formDataLabel: str | None = None
    productionUnitNumber: int | None = None
    productionUnitName: str | None = None
    educationCode: str | None = None
    educationName: str | None = None
    unstructuredAddress: str | None = None
    address: Address | None = None
    additionalContentData: list[AdditionalContentData] = []


class ForwardData(Shape, kw_only=True):
    originalMessageId: str | None = None
    originalMessageDateTime: str | None = None
    originalSender: str | None = None
    originalContentResponsible: str | None = None
    contactPointId: str | None = None
    comment: str | None = None


class AdditionalReplyData(Shape, kw_only=True):
    label: str
    value: str


class ReplyData(Shape, kw_only=True):
    childMessageId: str | None = None
    parentMessageId: str | None = None
    messageIdentifier: str | None = None
    senderId: str | None = None
    recipientId: str | None = None
    caseId: str | None = None
    contactPointId: str | None = None
    generatingSystemId: str | None = None
    comment: str | None = None
    additionalReplyData: list[AdditionalReplyData] = []


class File(Shape, kw_only=True):
    id: str
    version: int
    encodingFormat: str
    filename: str
    language: str
    fileSize: int


class Action(Shape, kw_only=True):
    id: str
    version: int
    label: str | None = None
    actionCode: str | None = None
    actionStartTime: str | None = None
    actionEndTime: str | None = None
    entryPointUrl: str | None = None
    description: str | None = None
    reservationUUID: str | None = None
    reservationAbstract: str | None = None
    location: str | None = None
    reservationStartTime: str | None = None
    reservationEndTime: str | None = None
    organizerMail: str | None = None
    organizerName: str | None = None


class Document(Shape, kw_only=True):
    id: str
    version: int
    documentType: DocumentType
    documentId: str | None = None
    label: str | None = None
    files: list[File]
    actions: list[Action]


class Message(Shape, kw_only=True):
    id: str
    version: int
    transactionId: str
    createdDateTime: str
    lastUpdated: str
    messageDateTime: str
    mailboxId: str
    folderId: str
    messageType: MessageType
    messageState: Literal["DRAFT", "SENT", "RECEIVED"]
    messageIdentifier: str | None = None
    messageCode: str | None = None
    memoCreatedDateTime: str | None = None
    receivedDateTime: str
    label: str
    forward: bool
    reply: bool
    replyByDateTime: str | None = None
    flag: bool
    legallyNotified: bool
    legallyNotifiedDateTime: str | None = None
    read: bool
    welcomeMessage: bool
    errorMessage: bool
    sender: Sender
    recipient: Recipient
    documents: list[Document]
    replyData: list[ReplyData] = []
    forwardData: ForwardData | None = None
    contentData: ContentData | None = None
    note: str | None = None
    postType: str | None = None
