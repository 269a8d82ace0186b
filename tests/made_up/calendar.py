"""The years of a made-up log, and the days on which its office is open."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from application.recorded import JAPAN

FIRST, LAST = date(2024, 4, 1), date(2027, 3, 31)
OPENED = datetime(2024, 3, 29, 8, tzinfo=UTC)
SHEETS_SINCE = date(2023, 10, 2)
"""The day on which the oldest of the sheets that were taken over begin."""
TAKE_OVER_UNTIL = date(2024, 5, 24)
ONE_DAY = timedelta(days=1)


def working_days() -> Iterator[date]:
    """Give the days on which the office is open."""
    for number in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=number)
        if day.weekday() < 5:
            yield day


def closing_time(day: date) -> datetime:
    """Give the moment at which a working day's entries are recorded."""
    return datetime.combine(day, time(18), JAPAN).astimezone(UTC)
