"""A message comes in as a stream, and a bad one is refused with a reason as soon as it shows."""

import base64
import tracemalloc

import pytest

from kiosk.training.memo import LARGEST, BadMemoError, MemoReader
from kiosk.training.memo_shapes import Envelope

NAMESPACE = "https://DigitalPost.dk/MeMo-1"


def memo(content: str = "VGhpcyBpcyBhIHRlc3Q=", *, namespace: str = NAMESPACE, prolog: str = "") -> bytes:
    return f"""{prolog}<m:Message xmlns:m="{namespace}" memoVersion="1.1" memoSchVersion="1.1.0"><m:MessageHeader>
        <m:messageType>DIGITALPOST</m:messageType><m:messageUUID>8c2ea15d-61fb-4ba9-9366-42f8b194c114</m:messageUUID>
        <m:label>Brev</m:label>
        <m:Sender><m:senderID>10000013</m:senderID><m:idType>CVR</m:idType><m:label>Kommunen</m:label></m:Sender>
        <m:Recipient><m:recipientID>6705411234</m:recipientID><m:idType>CPR</m:idType></m:Recipient></m:MessageHeader>
        <m:MessageBody><m:createdDateTime>2026-05-03T12:00:00Z</m:createdDateTime><m:MainDocument><m:File>
        <m:encodingFormat>text/plain</m:encodingFormat><m:filename>a.txt</m:filename><m:language>da</m:language>
        <m:content>{content}</m:content></m:File></m:MainDocument></m:MessageBody></m:Message>""".encode()


def content_of(root):
    file = root.first("MessageBody").first("MainDocument").first("File")
    return bytes(file.first("content").content)


@pytest.mark.parametrize("block", [1, 3, 7, 65536])
def test_a_file_is_whole_however_the_stream_is_cut(parse, block):
    wrapped = "\n\t".join(base64.encodebytes(bytes(range(256)) * 9).decode().split())
    assert content_of(parse(memo(wrapped), block)) == bytes(range(256)) * 9


def test_any_prefix_will_do(parse):
    swapped = memo().replace(b"<m:", b"<x:").replace(b"</m:", b"</x:").replace(b"xmlns:m", b"xmlns:x")
    assert content_of(parse(swapped)) == b"This is a test"


def test_a_byte_order_mark_does_no_harm(parse):
    assert content_of(parse(b"\xef\xbb\xbf" + memo())) == b"This is a test"


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
def test_three_versions_are_read(parse, version):
    xml = memo().replace(b'memoVersion="1.1"', f'memoVersion="{version}"'.encode())
    assert Envelope(parse(xml)).recipient_id == "6705411234"


DOCTYPE = '<!DOCTYPE m [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE m [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
ROOT = f"<m:Message xmlns:m='{NAMESPACE}' memoVersion='1.1'>".encode()
BAD = {
    "not XML at all": (b"%PDF-1.7 hello", "memo.xml.malformed"),
    "nothing": (b"", "memo.xml.malformed"),
    "cut": (memo()[:-40], "memo.xml.malformed"),
    "two roots": (memo() + memo(), "memo.xml.malformed"),
    "wrong namespace": (memo(namespace="https://digitalpost.dk/memo-1"), "memo.namespace"),
    "another root": (b"<html/>", "memo.root"),
    "no version": (memo().replace(b'memoVersion="1.1"', b""), "memo.version"),
    "version of the future": (memo().replace(b'memoVersion="1.1"', b'memoVersion="2.0"'), "memo.version"),
    "outside entity": (memo("&e;", prolog=DOCTYPE), "memo.xml.doctype"),
    "a bomb of entities": (memo("&b;", prolog=LAUGHS), "memo.xml.doctype"),
    "the same in UTF-16": (memo("&e;", prolog=DOCTYPE).decode().encode("utf-16"), "memo.xml.doctype"),
    "not base64": (memo("VGhp*yBp"), "memo.content.base64"),
    "letters that are not ASCII": (memo("VGhpæøåA"), "memo.content.base64"),
    "base64 that goes on after its end": (memo("VGhpcw==VGhp"), "memo.content.base64"),
    "cut base64": (memo("VGhpcyBpcyBhIHRlc3"), "memo.content.cut"),
    "far too deep": (ROOT + b"<m:a>" * 500, "memo.too.complex"),
    "far too many": (ROOT + b"<m:a/>" * 30000, "memo.too.complex"),
    "no sender": (memo().replace(b"m:Sender", b"m:Other"), "memo.field.missing"),
    "no recipient": (memo().replace(b"6705411234", b" "), "memo.field.missing"),
    "no document": (memo().replace(b"m:MainDocument", b"m:Other"), "memo.field.missing"),
    "no content": (memo().replace(b"m:content", b"m:other"), "memo.field.missing"),
    "no UUID": (memo().replace(b"8c2ea15d-61fb", b"8c2ea15d"), "memo.field.invalid"),
    "an unknown type": (memo().replace(b"DIGITALPOST", b"TELEGRAM"), "memo.field.invalid"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_message_is_refused_with_a_reason(parse, kind):
    xml, code = BAD[kind]
    with pytest.raises(BadMemoError) as refusal:
        Envelope(parse(xml))
    assert refusal.value.code == code


def test_foreign_elements_are_passed_over(parse):
    xml = memo().replace(b"<m:label>Brev", b'<z:label xmlns:z="urn:z">Not this</z:label><m:label>Brev')
    assert parse(xml).at("MessageHeader/label") == "Brev"


def test_more_than_the_law_allows_is_refused_while_it_comes():
    reader = MemoReader()
    reader.feed(memo("|").split(b"|")[0])
    block = base64.b64encode(bytes(3_000_000))
    for _ in range(LARGEST // 3_000_000):
        reader.feed(block)
    with pytest.raises(BadMemoError, match=r"memo\.too\.large"):
        reader.feed(block)


def test_a_large_file_is_never_held_as_text():
    start, end = memo("|").split(b"|")
    block = base64.b64encode(bytes(49_152))
    reader = MemoReader()
    tracemalloc.start()
    try:
        reader.feed(start)
        for _ in range(400):
            reader.feed(block)
        reader.feed(end)
        root = reader.close()
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(content_of(root)) == 400 * 49_152
    assert peak < 2.5 * 400 * 49_152
