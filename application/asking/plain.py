"""Values as they leave the house: what JSON can hold of them."""

from datetime import UTC, date, datetime
from enum import Enum
from typing import Any
from uuid import UUID


def plain(value: Any) -> Any:  # noqa: ANN401 - any value of a row
    """Give a value as JSON holds it: times in UTC, days as ISO, codes as their values."""
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case UUID():
            return str(value)
        case Enum():
            return value.value
        case _:
            return value
