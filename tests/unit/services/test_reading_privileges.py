"""OIO Basic Privilege Profile, as providers write it, as they should not, and as somebody wicked would."""

import base64
from collections.abc import Iterable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.services.mandates.profile import BadProfileError, PrivilegeGroup, read_groups
from tests.privileges import CONDITION, FIRM, KAREN, NEW, OLD, document, group, wrapped

READ, HANDLE = "urn:dk:sandbox:kiosk:doctor:read", "urn:dk:sandbox:kiosk:doctor:handle"


def one(*urns: str, scope: str = KAREN) -> tuple[PrivilegeGroup, ...]:
    return (PrivilegeGroup(scope, frozenset(urns)),)


@pytest.mark.parametrize("namespace", [NEW, OLD])
def test_both_namespaces_are_read(namespace):
    assert read_groups(wrapped(document(group(READ, HANDLE), namespace=namespace))) == one(READ, HANDLE)


def test_the_agencys_own_sample_of_several_grantors_is_read():
    xml = '<?xml version="1.0" encoding="UTF-8"?>' + document(
        group(READ), group(HANDLE, scope=FIRM), namespace=OLD
    )
    assert read_groups(wrapped(xml)) == one(READ) + one(HANDLE, scope=FIRM)


@pytest.mark.parametrize(
    ("xml", "groups"),
    [
        (document(), ()),
        (document(group()), one()),
        (document('<PrivilegeGroup Scope=""/>'), one(scope="")),
        (document("<PrivilegeGroup/>"), one(scope="")),
        (document(group(READ, READ)), one(READ)),
        (document(group("")), one("")),
        (document(group(f"\n  {READ}\n ")), one(READ)),
        (document(group(f"<![CDATA[{READ}]]>")), one(READ)),
        (document(group("urn:dk:sandbox:<!-- nothing -->kiosk:doctor:read")), one(READ)),
        (document(group("urn:dk:sandbox:<?nothing?>kiosk:doctor:read")), one(READ)),
        (document(group("urn:dk:sandbox:kiosk&#58;doctor:read")), one(READ)),
        (f'<PrivilegeList xmlns="{NEW}">{group(READ)}</PrivilegeList>', one(READ)),
        (document(group(READ, scope=f" {KAREN}\t")), one(READ)),
    ],
)
def test_what_is_odd_but_clear_is_read(xml, groups):
    assert read_groups(wrapped(xml)) == groups


def test_a_condition_that_cannot_be_judged_is_told():
    assert read_groups(wrapped(document(group(READ, inside=CONDITION)))) == (
        PrivilegeGroup(KAREN, frozenset({READ}), constrained=True),
    )


def test_the_line_breaks_of_mime_are_no_reason_to_refuse():
    lines = base64.encodebytes(document(group(READ)).encode()).decode()
    assert "\n" in lines.strip()
    assert read_groups(lines) == one(READ)


def test_ten_thousand_groups_are_read():
    groups = read_groups(wrapped(document(*[group(READ, HANDLE)] * 10_000)))
    assert groups == one(READ, HANDLE) * 10_000


@pytest.mark.parametrize(
    "xml",
    [
        "",
        "no XML",
        "<a/>",
        f"<PrivilegeList>{group(READ)}</PrivilegeList>",
        document(group(READ), namespace="http://example.dk/another_profile"),
        f'<b:PrivilegeGroup xmlns:b="{NEW}"/>',
        document(f"<Privilege>{READ}</Privilege>"),
        document(document(group(READ))),
        document(group(READ, inside=group(HANDLE))),
        document(group("<b>bold</b>")),
        document(group(READ, inside="<Exception/>")),
        document(f'<o:PrivilegeGroup xmlns:o="{OLD}" Scope="{KAREN}"/>'),
        document(group(READ, inside=f'<o:Privilege xmlns:o="urn:other">{HANDLE}</o:Privilege>')),
        document(group(READ))[:-3],
        document(group(READ)) * 2,
        document(group("&undeclared;")),
        document(group("\x00")),
        "<a>" * 100_000,
        document(group(READ)).encode("utf-16"),
        b"\xff\xfe\x00",
    ],
)
def test_another_document_is_refused(xml):
    with pytest.raises(BadProfileError):
        read_groups(wrapped(xml))


BILLION = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE PrivilegeList>",
        f'<!DOCTYPE PrivilegeList [<!ENTITY e "{READ}">]>',
        '<!DOCTYPE PrivilegeList [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE PrivilegeList [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;]>',
        '<!DOCTYPE PrivilegeList SYSTEM "http://127.0.0.1:9/list.dtd">',
        f'<!DOCTYPE PrivilegeList [<!ENTITY e0 "x">{BILLION}<!ENTITY e "&e9;">]>',
        f'<!DOCTYPE PrivilegeList [<!ATTLIST PrivilegeGroup Scope CDATA "{KAREN}">]>',
    ],
)
def test_there_are_no_document_types_and_so_no_entities(doctype):
    for privilege in (READ, "&e;"):
        with pytest.raises(BadProfileError):
            read_groups(wrapped(doctype + document(group(privilege))))


@pytest.mark.parametrize("intermediate", ["", "****", "æøå", "PGEvPg", "A" * 7_000_001])
def test_what_is_no_base64_of_a_sensible_size_is_refused(intermediate):
    with pytest.raises(BadProfileError):
        read_groups(intermediate)


def test_a_refusal_says_nothing_of_what_is_in_it():
    with pytest.raises(BadProfileError) as caught:
        read_groups(wrapped(document(group("<b>bold</b>"))))
    assert "6705411234" not in repr(caught.value)
    assert "6705411234" not in repr(read_groups(wrapped(document(group(READ)))))


def pieces() -> Iterable[str]:
    names = ("PrivilegeList", "PrivilegeGroup", "Privilege", "Constraint", "bpp:PrivilegeList")
    yield from (f"<{name}>" for name in names)
    yield from (f"</{name}>" for name in names)
    yield from (
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "&e;",
        "&#0;",
        '<!DOCTYPE x [<!ENTITY e "x">]>',
        READ,
        "<?",
    )
    yield document(group(READ))


@given(st.lists(st.sampled_from(list(pieces())), max_size=12).map("".join) | st.text() | st.binary())
def test_any_document_is_read_or_refused(xml):
    with suppress(BadProfileError):
        read_groups(wrapped(xml))
