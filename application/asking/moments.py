"""Which moment an answer is about: what was recorded by then, and which day in the world."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from application.ports import Log
from application.recorded import JAPAN

POSITION = re.compile(r"[0-9]{1,18}")


class NotAMoment(ValueError):  # noqa: N818 - an outcome
    """What was given as a moment, under which word of a question, cannot be read or names none."""

    def __init__(self, message: str, word: str) -> None:
        """Keep the word."""
        super().__init__(message)
        self.word = word


@dataclass(frozen=True, slots=True)
class AsOf:
    """With what was recorded up to `position`; `recorded_at` is when that position was recorded.

    `asked` is what was asked for, None for now.
    """

    position: int
    recorded_at: datetime | None
    asked: str | None = None

    def ahead_of(self, today: date) -> bool:
        """Whether a day or time was asked for that comes only after this day."""
        if self.asked is None or POSITION.fullmatch(self.asked):
            return False
        return _time(self.asked, "as_of") > datetime.combine(today, time.max, JAPAN)

    @property
    def now(self) -> bool:
        """Whether it is the last position that is asked for."""
        return self.asked is None


def as_of(log: Log, asked: str | None, word: str = "as_of") -> AsOf:
    """Read a moment of recording: a position, a time with its offset, or a day.

    A day means its end in Asia/Tokyo; nothing means now. Raises `NotAMoment`, which names the
    `word` under which it was asked.
    """
    if asked is None:
        return AsOf(*log.last())
    if POSITION.fullmatch(asked):
        position = int(asked)
        if position > (last := log.last()[0]):
            raise NotAMoment(
                f"the log holds {last} events; there is no position {position} yet", word
            )
    else:
        position = log.position_at(_time(asked, word))
    return AsOf(position, log.time_of(position), asked)


def _time(asked: str, word: str) -> datetime:
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", asked):
        try:
            return datetime.combine(date.fromisoformat(asked), time.max, JAPAN)
        except ValueError:
            raise NotAMoment(f"{asked} is not a day", word) from None
    try:
        at = datetime.fromisoformat(asked)
    except ValueError:
        raise NotAMoment(f"{asked} is not a position, a day or a time", word) from None
    if at.tzinfo is None:
        raise NotAMoment(
            f"{asked} does not say its offset from UTC; write {asked}+09:00 for Japan", word
        )
    return at
