"""How far the machine's settings reach over the network."""

from typing import Final
from urllib.parse import urlsplit

_USUAL: Final = {"http": 80, "https": 443, "ipp": 631, "ipps": 631}
"""RFC 9110, 4.2; RFC 8011, appendix B; RFC 7472, 4."""


def tcp_ports(*addresses: str) -> set[int]:
    """The ports of addresses as the settings allow them."""
    return {parts.port or _USUAL[parts.scheme] for parts in map(urlsplit, addresses)}
