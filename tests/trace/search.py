"""Looks into bytes, and into what is packed inside them."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from tests.trace.canaries import Canary, Hit, Stripes
from tests.trace.matter import Matter
from tests.trace.unpacking import DEFLATE, pictures, unpacked

_DEEP: Final = 3
"""A page of a PDF in a letter: zlib in ASCII85 in base64."""


def search(
    data: bytes, canaries: Sequence[Canary], depth: int = _DEEP, *, may_be_chance: bool = False
) -> set[Hit]:
    """Every canary in ``data``, plain or packed, ``depth`` wrappings deep. Which ones: :mod:`tests.trace.unpacking`.

    ``may_be_chance``: it was read as deflate without a head, as which much can be read that is none.
    """
    matter = Matter(data)
    hits = {hit for canary in canaries for hit in canary.found_in(matter)}
    hits |= _shown(data, canaries)
    if depth:
        inside: defaultdict[str, list[bytes]] = defaultdict(list)
        for how, content in unpacked(matter, bare=not may_be_chance):
            inside[how].append(content)
        for how, contents in inside.items():
            chance = may_be_chance or how.startswith(DEFLATE)
            deeper = search(b"\n".join(contents), canaries, depth - 1, may_be_chance=chance)
            hits |= {Hit(hit.what, f"{hit.how} in {how}") for hit in deeper}
    return hits


def _shown(data: bytes, canaries: Sequence[Canary]) -> set[Hit]:
    seen = list(pictures(data))
    return {
        Hit(canary.what, how)
        for canary in canaries
        if isinstance(canary, Stripes)
        for how, picture in seen
        if canary.shown_by(picture)
    }
