"""An event as it stands in the log: with its provenance, its version and its position."""

from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Literal, NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from application.individual_numbers import Confirmed
from domain.base.event import Event
from domain.base.fields import Text
from domain.base.personal import Sealed
from domain.base.titles import TITLED
from domain.base.words import Code, Label

JAPAN = ZoneInfo("Asia/Tokyo")
LATE_AFTER = timedelta(days=31)
NOT_YET = datetime.min.replace(tzinfo=UTC)
"""`recorded_at` of an event that the log does not hold yet."""


class Reason(Code):
    """Why something was recorded; open to evaluators."""

    ROUTINE = "routine", "通常の記録", "routine"
    REQUESTED = "requested", "本人の申出", "requested by the person"
    MISTAKE = "mistake", "入力の誤り", "mistake in an earlier entry"
    NEW_EVIDENCE = "new-evidence", "新しい証拠書類", "new evidence"
    DECISION = "decision", "会議の決定", "decision of a meeting"
    TAKE_OVER = "take-over", "既存資料からの引継ぎ", "taken over from an earlier record"


class Source(BaseModel):
    """Which evidence item or import, and which row of it, a fact was taken from."""

    model_config = TITLED

    evidence: Annotated[UUID, Label("証拠", "evidence")]
    row: Annotated[int | None, Field(ge=1), Label("行", "row")] = None


Opaque = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._:-]{1,64}$")]


class Circumstances(BaseModel):
    """What someone who enters something says about why, and how it came to be entered.

    `taken_over` marks what an earlier record said; otherwise it is entered as it happened, and
    whether that was late is computed from its days, never stored. `note` is sealed.
    """

    model_config = TITLED

    role: Annotated[Opaque, Label("役割", "role", "secretariat")] = "secretariat"
    on_behalf_of: Annotated[Opaque | None, Label("代理される者", "on behalf of")] = None
    reason: Annotated[Reason, Label("理由", "reason", "routine")] = Reason.ROUTINE
    note: Annotated[Text | None, Label("補足（非公開）", "note, sealed")] = None
    taken_over: Annotated[bool, Label("既存資料からの引継ぎ", "taken over")] = False
    source: Annotated[Source | None, Label("出典", "source")] = None
    correlation: Annotated[UUID | None, Label("一連の操作", "correlation")] = None
    causation: Annotated[UUID | None, Label("きっかけ", "causation")] = None


class Entry(Circumstances):
    """Who enters something, and under which circumstances."""

    actor: Opaque
    confirms: Annotated[
        frozenset[Confirmed], Field(exclude=True), Label("確認したこと", "confirmed")
    ] = frozenset()
    """What the caller has been asked and answers; it is no part of what is recorded."""


class Provenance(BaseModel):
    """What `execute` adds to every event: who, why, how it came to be recorded, and a salt."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    actor: Opaque
    role: Opaque
    on_behalf_of: Opaque | None = None
    reason: Reason
    note: Sealed | None = None
    taken_over: bool = False
    source: Source | None = None
    correlation: UUID
    causation: UUID | None = None
    salt: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]


How = Literal["as_it_happened", "late", "taken_over"]


class Recorded(NamedTuple):
    """One event of a stream, at its `version` there, from 1.

    `position` and `recorded_at` are set once the log holds it.
    """

    stream: UUID
    version: int
    event: Event
    by: Provenance
    position: int = 0
    recorded_at: datetime = NOT_YET

    @property
    def topic(self) -> str:
        """The kind of event."""
        return self.event.TOPIC

    @property
    def originator_id(self) -> UUID:
        """The stream, as the event-sourcing library calls it."""
        return self.stream

    @property
    def originator_version(self) -> int:
        """The version, as the event-sourcing library calls it."""
        return self.version


def how_recorded(effective_on: date, recorded_at: datetime, *, taken_over: bool) -> How:
    """Say how a fact came to be recorded; late is more than 31 days after its day in Japan."""
    if taken_over:
        return "taken_over"
    late = is_late(effective_on, recorded_at.astimezone(JAPAN).date())
    return "late" if late else "as_it_happened"


def is_late(effective_on: date, recorded_on: date) -> bool:
    """Say whether a fact is recorded more than 31 days after its day; both are days in Japan."""
    return recorded_on - effective_on > LATE_AFTER
