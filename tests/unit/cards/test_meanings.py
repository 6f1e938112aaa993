"""What PC/SC's numbers mean for the visit, signed or unsigned, as pcsc-lite 1.9 and 2 return them."""

import pytest

from devices.cards.winscard import PcscError, require
from kiosk.visit.trouble import Trouble, TroubleError

SERVICE_DOWN = (0x8010001D, 0x80100013, 0x8010006A, 0x80100003)
READER_GONE = (0x80100009, 0x80100017, 0x8010002E)
CARD_GONE = (0x8010000C, 0x80100016, 0x80100069)
CARD_BUSY = (0x8010000B, 0x80100068)
UNREADABLE = (0x8010000F, 0x80100066, 0x80100067)


@pytest.mark.parametrize(
    ("results", "trouble"),
    [
        (SERVICE_DOWN, Trouble.READER_SERVICE_DOWN),
        (READER_GONE, Trouble.READER_GONE),
        (CARD_GONE, Trouble.CARD_GONE),
        (CARD_BUSY, Trouble.CARD_BUSY),
        (UNREADABLE, Trouble.CARD_UNREADABLE),
    ],
    ids=lambda value: value.name if isinstance(value, Trouble) else "",
)
def test_expected_results_are_troubles(results: tuple[int, ...], trouble: Trouble):
    for result in (*results, *(number - 2**32 for number in results)):
        with pytest.raises(TroubleError) as caught:
            require(result)
        assert caught.value.trouble is trouble
        assert isinstance(caught.value.__cause__, PcscError)


def test_any_other_number_is_a_bug_and_nothing_but_a_number():
    with pytest.raises(PcscError, match=r"^80100004$"):
        require(0x80100004)


def test_success_is_nothing_to_tell():
    require(0)
