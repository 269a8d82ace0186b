"""Values as answers and figures hold them: nothing but what JSON can say."""

from datetime import UTC, date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from domain.base.words import Label


def plain(value: Any) -> Any:  # noqa: ANN401 - any value of a row
    """Give a value as JSON holds it: times in UTC, days as ISO, codes as their values.

    Words are given in both languages.
    """
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case UUID():
            return str(value)
        case Enum():
            return value.value
        case Label():
            return {"ja": value.ja, "en": value.en}
        case _:
            return value
