"""OIO-BPP documents made to order."""

import base64

NEW = "http://digst.dk/oiosaml/basic_privilege_profile"
OLD = "http://itst.dk/oiosaml/basic_privilege_profile"
_CPR = "urn:dk:gov:saml:cprNumberIdentifier"
KAREN = f"{_CPR}:6705411234"
FIRM = "urn:dk:gov:saml:cvrNumberIdentifier:12345678"
CONDITION = '<Constraint Name="urn:dk:hours">9-15</Constraint>'


def group(*urns: str, scope: str = KAREN, inside: str = "") -> str:
    privileges = "".join(f"<Privilege>{urn}</Privilege>" for urn in urns)
    return f'<PrivilegeGroup Scope="{scope}">{inside}{privileges}</PrivilegeGroup>'


def document(*groups: str, namespace: str = NEW) -> str:
    return f'<bpp:PrivilegeList xmlns:bpp="{namespace}">{"".join(groups)}</bpp:PrivilegeList>'


def wrapped(xml: str | bytes) -> str:
    """As the value of ``privilegesIntermediate``."""
    return base64.b64encode(xml.encode() if isinstance(xml, str) else xml).decode()
