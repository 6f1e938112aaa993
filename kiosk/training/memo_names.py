"""The namespaces of MeMo, and the short names that we call its elements by."""

from functools import lru_cache
from typing import Final

MEMO: Final = "https://DigitalPost.dk/MeMo-1"
VERSIONS: Final = ("1.0", "1.1", "1.2")

NAMESPACES: Final = {
    "memo": MEMO,
    "grd": "https://data.gov.dk/model/core/",
    "gln": "https://www.gs1.dk/gs1-standarder/identifikation/gln-global-location-number/",
    "udd": "https://www.dst.dk/da/TilSalg/Forskningsservice/Dokumentation/hoejkvalitetsvariable/elevregister-2/udd#",
    "kle": "http://kle-online.dk/",
    "form": "http://www.form-online.dk/",
    "dmv": "https://motorregister.skat.dk/",
    "sor": "https://services.nsi.dk/en/Services/SOR",
}
_PREFIXES = {uri: prefix for prefix, uri in NAMESPACES.items()}


@lru_cache(500)
def short(tag: str) -> str:
    """``{namespace}name`` as ``name`` (MeMo's own) or ``grd:name``; a foreign namespace becomes ``?:name``.

    Senders choose their own prefixes, so elements are known by namespace alone.
    """
    uri, _, name = tag[1:].partition("}") if tag.startswith("{") else ("", "", tag)
    prefix = _PREFIXES.get(uri, "?")
    return name if prefix == "memo" else f"{prefix}:{name}"
