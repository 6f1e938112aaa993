"""The town's clock, which can be put ahead so that a kiosk's own clock looks wrong."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime


class TownClock:
    """Real time plus ``ahead``. All times are aware, in UTC."""

    def __init__(self) -> None:
        self.ahead = timedelta(0)

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def seconds(self) -> int:
        """Whole seconds since 1970, as tokens carry them (RFC 7519 NumericDate)."""
        return int(self.now().timestamp())

    def http_date(self) -> bytes:
        """The time as the HTTP Date header has it (RFC 9110, 5.6.7)."""
        return format_datetime(self.now(), usegmt=True).encode()
