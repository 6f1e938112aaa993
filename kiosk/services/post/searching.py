"""The words a citizen looks for, as the API's ``any`` takes them."""

from typing import Final

from kiosk.visit.secrets import Secret

_OPERATORS: Final = str.maketrans(dict.fromkeys(",*|&!", " "))
"""In that parameter a comma is an or, and the others are its wildcard and its prefixes: nobody here means them so."""


def searched(sought: Secret) -> str:
    return " ".join(sought.text().translate(_OPERATORS).split())
