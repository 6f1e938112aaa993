"""The authority's own examples, turned into the API's resources member by member."""

import json
from typing import get_args, get_origin, get_type_hints

import msgspec
import pytest

from kiosk.training import message_shapes, post_shapes
from kiosk.training.memo import BadMemoError
from kiosk.training.memo_shapes import Envelope, Place
from tests.unit.training.conftest import SAMPLES

NAMES = json.loads((SAMPLES / "api-1.68-names.json").read_bytes())
PLACE = Place("mailbox-1", "folder-1", "2026-11-24T12:00:00.000Z")
SHAPES = {
    shape.__name__: shape
    for module in (message_shapes, post_shapes)
    for shape in vars(module).values()
    if isinstance(shape, type) and issubclass(shape, msgspec.Struct) and shape.__name__ != "Shape"
}


def arrival(parse, xml: bytes):
    made = Envelope(parse(xml)).arrive(PLACE)
    return json.loads(msgspec.json.encode(made.message)), made.contents


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_every_member_is_named_as_in_the_api(name):
    assert {field.name for field in msgspec.structs.fields(SHAPES[name])} <= set(NAMES["members"][name])


ENUMS = {
    ("Message", "messageType"): "MessageType",
    ("Message", "messageState"): "MessageState",
    ("Document", "documentType"): "DocumentType",
    ("Folder", "folderType"): "FolderType",
    ("Access", "accessType"): "AccessType",
    ("Mailbox", "ownerType"): "OwnerType",
    ("Mailbox", "statusType"): "StatusType",
    ("Sender", "senderIdType"): "SenderIdType",
    ("Recipient", "recipientIdType"): "RecipientIdType",
    ("Receipt", "receiptStatus"): "ReceiptStatus",
}


@pytest.mark.parametrize(("shape", "member"), ENUMS)
def test_every_value_of_an_enum_is_one_of_the_apis(shape, member):
    ours = get_type_hints(SHAPES[shape])[member]
    assert get_origin(ours) is not None
    assert set(get_args(ours)) <= set(NAMES["enums"][ENUMS[shape, member]])


def test_the_full_example_keeps_everything(parse, sample):
    letter, contents = arrival(parse, sample("v1.1-MeMo_Full"))
    unset = {"legallyNotifiedDateTime", "sendDateTime", "note"}
    assert set(NAMES["members"]["Message"]) - set(letter) == unset
    assert letter["label"] == "Besked fra Børneforvaltningen"
    assert letter["messageIdentifier"] == "MSG-12345"
    assert letter["messageCode"] == "Pladsanvisning"
    assert letter["messageType"] == "REGULAR"
    assert letter["reply"] is True
    assert letter["replyByDateTime"] == "2018-09-30T12:00:00Z"
    assert letter["memoCreatedDateTime"] == "2018-05-03T12:00:00Z"
    assert letter["postType"] == "MYNDIGHEDSPOST"
    assert set(contents.values()) == {b"This is a test"}


def test_sender_and_recipient_are_flattened(parse, sample):
    letter, _ = arrival(parse, sample("v1.1-MeMo_Full"))
    sender, recipient = letter["sender"], letter["recipient"]
    assert (sender["senderId"], sender["senderIdType"], sender["label"]) == ("12345678", "CVR", "Kommunen")
    attention = dict(sender["attentionData"])
    assert set(NAMES["members"]["AttentionData"]) - set(attention) == {"id", "version", "unstructuredAddress"}
    assert attention["eid"] == "CVR:12345678-RID:1234567890123"
    assert attention["relatedEmailAgent"] == "Hans Hansen"
    assert attention["address"]["zipCode"] == "9000"
    assert attention["address"]["geographicEastingMeasure"] == "557501.23"
    assert sender["contactPoint"]["contactInfo"][1] == {"label": "Barnets navn", "value": "Emilie Hansen"}
    assert recipient["attentionData"]["unstructuredAddress"] == "Bakketoppen 6, 9000 Aalborg"


def test_content_forward_and_reply_data_are_flattened(parse, sample):
    letter, _ = arrival(parse, sample("v1.1-MeMo_Full"))
    content = letter["contentData"]
    missing = {"id", "version", "unstructuredAddress", "address"}
    assert set(NAMES["members"]["ContentData"]) - set(content) == missing
    assert content["productionUnitNumber"] == 1234567890
    assert content["additionalContentData"][1]["contentDataValue"] == "Værdi 2"
    assert letter["forwardData"]["originalMessageId"] == "8C2EA15D-61FB-4BA9-9366-42F8B194C114"
    first, second = letter["replyData"]
    assert "childMessageId" not in first
    assert second["childMessageId"] == "8C2EA15D-61FB-4BA9-9366-42F8B194C114"
    assert len(second["additionalReplyData"]) == 4


def test_documents_come_main_first_with_their_files_and_actions(parse, sample):
    letter, contents = arrival(parse, sample("v1.1-MeMo_Full"))
    documents = letter["documents"]
    assert [d["documentType"] for d in documents] == ["MAIN", "ADDITIONAL", "ADDITIONAL", "TECHNICAL"]
    assert [d["documentId"] for d in documents] == ["456", "789", "678", "222555"]
    file = documents[0]["files"][0]
    assert (file["encodingFormat"], file["filename"], file["language"]) == (
        "application/pdf",
        "Pladsanvisning.pdf",
        "da",
    )
    assert file["fileSize"] == len(contents[file["id"]]) == 14
    questions, appointment = documents[0]["actions"]
    assert questions["entryPointUrl"] == "http://www.tusindfryd.dk/spørgeskema.html"
    assert appointment["reservationAbstract"] == "Opstart"
    assert appointment["actionEndTime"] < appointment["actionStartTime"]


@pytest.mark.parametrize("name", ["v1.1-MeMo_Minimum", "v1.2-MeMo_Minimum"])
def test_the_least_a_message_may_say_is_enough(parse, sample, name):
    letter, _ = arrival(parse, sample(name))
    assert letter["label"] == "Pladsanvisning"
    assert letter["recipient"]["recipientId"]
    assert len(letter["documents"]) == 1


def test_a_text_message_is_no_letter(parse, sample):
    assert Envelope(parse(sample("NemSMS"))).is_text_message


def test_the_fragment_without_a_version_is_refused(parse, sample):
    with pytest.raises(BadMemoError, match=r"memo\.version"):
        parse(sample("testNamespaces"))
