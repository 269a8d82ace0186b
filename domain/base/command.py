"""The shape of a command: what someone asks to be recorded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from domain.base.event import (
    COMMON,
    Correction,
    EffectiveOn,
    Event,
    Programme,
    Void,
    effective,
)
from domain.base.fields import Refers
from domain.base.rule import Rule
from domain.base.words import Label

State = TypeVar("State")


ANY = "any"
"""Says of a field that `Reads` a stream that it may be of any kind; it is seen as `Holding`."""


@dataclass(frozen=True, slots=True)
class Reads(Refers):
    """Marks a field that names another stream which the rules look at.

    It is loaded before the decision, and the append is refused if it has moved meanwhile.
    `relied_on_by` names a kind of stream whose decisions have relied on that stream and which are
    loaded as well, for the rules that count them.
    """

    relied_on_by: str | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """What holds of a stream of whatever kind: its effective events by their versions."""

    events: Mapping[int, Event]

    @classmethod
    def of(cls, history: Iterable[tuple[int, Event]]) -> "Holding":
        """Give what holds of a history."""
        return cls(dict(effective(list(history))))


class Command(BaseModel):
    """A request to record something, named in the imperative.

    Everything that reaches people is derived from it: the endpoint and its answers, the form, the
    columns of the spreadsheet. `TARGET` names the field with the stream it acts on; a command
    without one opens a stream, and `opens()` gives that stream's natural key. `REFUSALS` are the
    rules that can refuse it. `HAPPENED` says that what it records has happened by the day on which
    it is recorded; plans, leavings, validities and the like may lie ahead. `DEPENDENTS` names a
    kind of stream whose decisions have relied on the target and which are loaded as well. `EVENT`
    is what it records, where its decision asks.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    LABEL: ClassVar[Label]
    TARGET: ClassVar[str | None] = None
    REFUSALS: ClassVar[tuple[Rule, ...]] = ()
    DEPENDENTS: ClassVar[str | None] = None
    HAPPENED: ClassVar[bool] = False
    EVENT: ClassVar[type[Event]]

    effective_on: EffectiveOn
    programme: Programme = COMMON

    def opens(self) -> str:
        """Give the natural key of the stream this command opens; never a personal value."""
        raise NotImplementedError(type(self).__name__)

    def looks_at(self) -> Iterable[tuple[str, str]]:
        """Give the streams the rules look at that no field names: their kinds and natural keys.

        So that nobody can leave out the one that would refuse: thresholds, closings.
        """
        return ()

    def common(self) -> dict[str, Any]:
        """Give the two fields that every event takes over from its command."""
        return {"effective_on": self.effective_on, "programme": self.programme}

    def carried(self, *without: str) -> dict[str, Any]:
        """Give all fields except the target and those named: what an event takes over unchanged."""
        left_out = {self.TARGET, *without}
        return {name: value for name, value in self if name not in left_out}


class Correct(Command):
    """Replace some fields of an earlier event of the stream by what was true."""

    EVENT: ClassVar[type[Correction]]

    version: Annotated[int, Field(ge=1), Label("訂正する版", "version to correct")]
    now: Annotated[dict[str, Any], Field(min_length=1), Label("訂正後の値", "corrected fields")]


class Annul(Command):
    """Record that an earlier event of the stream never held."""

    EVENT: ClassVar[type[Void]]

    version: Annotated[int, Field(ge=1), Label("取り消す版", "version to void")]


@dataclass(frozen=True, slots=True)
class Seen:
    """The other streams a decision may look at, as they stood when it was made.

    `relied_on` says whether decisions on other streams have looked at the one it is about.
    """

    states: Mapping[UUID, object]
    relied_on: bool = False

    def the(self, kind: type[State], stream: UUID) -> State | None:
        """Give the state of `stream`, or None if no such stream of that kind exists."""
        state = self.states.get(stream)
        return state if isinstance(state, kind) else None

    def every(self, kind: type[State]) -> Iterable[State]:
        """Give all loaded states of one kind."""
        return (state for state in self.states.values() if isinstance(state, kind))


NOTHING_SEEN = Seen({})
