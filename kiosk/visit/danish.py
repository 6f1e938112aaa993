"""The day it is in Denmark, by which mandates begin and end."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def danish_day(at: datetime) -> date:
    """``at``: aware."""
    return at.astimezone(ZoneInfo("Europe/Copenhagen")).date()
