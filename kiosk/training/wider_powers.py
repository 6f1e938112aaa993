"""A wider power of attorney behind a request: its grantor has said yes long ago, and need not sign anything more.

The holder of a general power that covers everything, or of a future power that has come into force, may ask on that
basis (borger.dk). Whoever registers the request enters what shows it; the copy itself stays with the paper.
"""

from datetime import date
from typing import Literal

import msgspec

from kiosk.training.register import Basis

WiderBasis = Literal[Basis.GENERAL_POWER, Basis.FUTURE_POWER]


class GeneralPower(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="basis", tag="generalfuldmagt"
):
    """Written, without exceptions, and signed before one lawyer or two witnesses."""

    signedOn: date  # noqa: N815 - the interface's name
    before: Literal["lawyer", "two_witnesses"]
    withoutExceptions: bool  # noqa: N815 - the interface's name

    @property
    def basis(self) -> WiderBasis:
        return Basis.GENERAL_POWER

    def holds(self, today: date) -> bool:
        return self.withoutExceptions and self.signedOn <= today


class FuturePower(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="basis", tag="fremtidsfuldmagt"
):
    """It holds from the day on which Familieretshuset has put it into force, and not from that of its signature."""

    inForceSince: date  # noqa: N815 - the interface's name

    @property
    def basis(self) -> WiderBasis:
        return Basis.FUTURE_POWER

    def holds(self, today: date) -> bool:
        return self.inForceSince <= today


WiderPower = GeneralPower | FuturePower
