"""What goes into the computation of a figure, and what comes out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from application.plain import plain
from application.recorded import Recorded
from domain.base.figure import OWN_NAMES, Scalar


class FigureError(ValueError):
    """The events do not fit the definition; there is no figure rather than a wrong one."""


@dataclass(frozen=True, slots=True)
class EventRef:
    """Where an event stands: its stream, its version there, and its position in the log."""

    stream: UUID
    version: int
    position: int


@dataclass(frozen=True, slots=True)
class FigureEvent:
    """One effective event: voided ones are taken out and corrected fields replaced beforehand.

    `fields` are the event's own, open values. `taken_over` says that it was entered from an earlier
    record and not as it happened.

    Raises `FigureError` where a field bears a name that the figure language keeps for itself, or
    where `recorded_at` has no time zone.
    """

    stream: UUID
    version: int
    position: int
    topic: str
    effective_on: date
    programme: str
    fields: Mapping[str, Scalar]
    recorded_at: datetime
    taken_over: bool

    def __post_init__(self) -> None:
        """Refuse what could be read in two ways."""
        if not OWN_NAMES.isdisjoint(self.fields):
            raise FigureError(f"{self.topic}: a field bears one of the names {sorted(OWN_NAMES)}")
        if self.recorded_at.tzinfo is None:
            raise FigureError(f"position {self.position}: recorded_at without a time zone")

    @property
    def order(self) -> tuple[date, int]:
        """Sort key: the day on which it took effect, then the position in the log."""
        return (self.effective_on, self.position)

    @property
    def ref(self) -> EventRef:
        """Where this event stands."""
        return EventRef(self.stream, self.version, self.position)


def for_figures(recorded: Recorded) -> FigureEvent:
    """Give an effective event as the figure language sees it."""
    event = recorded.event
    return FigureEvent(
        stream=recorded.stream,
        version=recorded.version,
        position=recorded.position,
        topic=event.TOPIC,
        effective_on=event.effective_on,
        programme=event.programme,
        fields={
            name: plain(value) for name, value in event if name not in {"effective_on", "programme"}
        },
        recorded_at=recorded.recorded_at,
        taken_over=recorded.by.taken_over,
    )


Reason = Literal[
    "not_defined",
    "no_such_version",
    "no_fiscal_year",
    "compared_day_not_earlier",
    "denominator_zero",
]
"""Why a figure has no value.

- `not_defined`: no definition is in force.
- `no_such_version`: no such version of the definition has been published.
- `no_fiscal_year`: the definition asks for a fiscal year and none was given.
- `compared_day_not_earlier`: the day to compare with is not before the day of the figure.
- `denominator_zero`: there is nothing to take a share of.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a breakdown: the values of `Figure.by`, in that order, and the value for them.

    None where the line has no value, that is, where the denominator of a ratio is zero.
    """

    by: tuple[Scalar, ...]
    value: int | None


@dataclass(frozen=True, slots=True)
class Part:
    """One count or sum that went into the figure.

    `side` says where, `sign` whether it was added (1) or subtracted (-1), `day` on which day it was
    taken. `counted` are its facts in the order of their positions. Where different values are
    counted there may be more facts than `value`.
    """

    side: Literal["value", "numerator", "denominator"]
    sign: Literal[1, -1]
    day: date
    value: int
    counted: tuple[EventRef, ...]


@dataclass(frozen=True, slots=True)
class HowRecorded:
    """How many of the facts behind a figure came to be recorded in which way; each fact once.

    `as_it_happened`: on a day in Asia/Tokyo at most 31 days after it took effect (or before that
    day). `late`: afterwards. `taken_over`: from an earlier record, whenever that was.
    """

    as_it_happened: int = 0
    late: int = 0
    taken_over: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A computed figure.

    `value` is in the unit of the definition; None exactly when `reason_without_value` says why.
    `rows` is the breakdown, sorted. `counted` is every event counted in any part, each once, by
    position. As of which position the events were read is known to whoever read them.
    """

    code: str
    version: int | None
    programme: str
    fiscal_year: int | None
    valid_on: date
    value: int | None
    reason_without_value: Reason | None
    by: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    parts: tuple[Part, ...] = ()
    counted: tuple[EventRef, ...] = ()
    recorded: HowRecorded = HowRecorded()
