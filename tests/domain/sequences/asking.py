"""Commands that come to somebody's mind: what was told somewhere, moved to another day, changed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from hypothesis import strategies as st
from pydantic import ValidationError
from pydantic_core import to_jsonable_python

from application.aggregate import Aggregate
from application.decision import reads_of
from application.registry import AGGREGATE_OF
from domain.base.command import Annul, Command, Correct
from domain.base.event import Event, Void, effective, reached
from domain.base.matter import CloseMatter
from tests.domain.sequences.told import world
from tests.domain.sequences.values import OFFSETS, pool, varied

Draw = Any


@dataclass(slots=True)
class Past:
    """What happened in a stream so far; `opening` is the command that opened it.

    `line` is what the demonstration tells of the stream that the sequence began with.
    """

    aggregate: Aggregate
    line: Sequence[Command] = ()
    stream: UUID | None = None
    opening: Command | None = None
    history: list[tuple[int, Event]] = field(default_factory=list)


@cache
def seeds(kind: type[Command]) -> Sequence[dict[str, Any]]:
    """Give the fields of each told command of a kind; where none is told, of some made up.

    Those have what is told beside them, of the same kind of stream, for the fields that they share,
    and each a stream to look at.
    """
    told = world().told
    if kind in told:
        return [dict(command) for command in told[kind]]
    required = [name for name, info in kind.model_fields.items() if info.is_required()]
    made_up = {name: pool(kind, name)[0] for name in required}
    beside = [one for each in AGGREGATE_OF[kind].command_types() for one in told.get(each, ())]
    looks_at = [{name: each} for name, _ in reads_of(kind) for each in pool(kind, name)]
    shared = kind.model_fields.keys() - {name for name, _ in reads_of(kind)}
    alike = [{name: value for name, value in one if name in shared} for one in beside]
    return [made_up | each | other for each in alike or [{}] for other in looks_at or [{}]]


@st.composite
def commands(draw: Draw, kind: type[Command], past: Past) -> Command | None:
    """Draw a command of a kind; None if its fields do not go together."""
    fields = dict(draw(st.sampled_from(_seeds_for(kind, past))))
    if kind.TARGET is None and past.opening:
        # Of the same thing, or it would open another stream.
        fields |= {name: value for name, value in past.opening if name in fields}
    _another_day(draw, fields, past)
    if name := draw(st.sampled_from(_changes(kind))):
        fields[name] = draw(varied(kind, name, fields.get(name)))
    if kind.TARGET:
        fields[kind.TARGET] = past.stream
    if issubclass(kind, Correct | Annul):
        _mends(draw, kind, fields, past)
    if issubclass(kind, CloseMatter):
        _closes(draw, fields, past)
    try:
        return kind.model_validate(fields)
    except ValidationError:
        return None


def _seeds_for(kind: type[Command], past: Past) -> Sequence[dict[str, Any]]:
    """Give what is told of this stream as often as all the rest."""
    of_all = seeds(kind)
    own = [dict(command) for command in past.line if type(command) is kind]
    return [*own * (len(of_all) // len(own)), *of_all] if own else of_all


@cache
def _changes(kind: type[Command]) -> Sequence[str | None]:
    """Give the fields to change one of, and as often none."""
    names = sorted(kind.model_fields.keys() - {kind.TARGET, "effective_on"})
    return [None, *[None] * len(names), *names]


def _another_day(draw: Draw, fields: dict[str, Any], past: Past) -> None:
    """Move a command to a day on which something happened, or one not far from it.

    All its days move with it, or none.
    """
    told: date = fields["effective_on"]
    days = [told, *sorted({event.effective_on for _, event in past.history[-3:]})]
    moves = [(day + timedelta(each), alone) for day in days for each in OFFSETS for alone in (0, 1)]
    day, alone = draw(st.sampled_from(moves))
    fields |= {
        name: value + (day - told)
        for name, value in fields.items()
        if isinstance(value, date) and (not alone or name == "effective_on")
    }


def _mends(draw: Draw, kind: type[Command], fields: dict[str, Any], past: Past) -> None:
    fields["version"] = draw(st.integers(1, len(past.history)))
    if not issubclass(kind, Correct):
        return
    version = fields["version"]
    event = dict(past.history)[reached(past.history).get(version, version)]
    if isinstance(event, Void):
        return
    name = draw(st.sampled_from(sorted(type(event).model_fields)))
    now = {name: draw(varied(type(event), name, getattr(event, name)))}
    if name == "effective_on" and draw(st.booleans()):
        moved = now[name] - event.effective_on
        now |= {other: value + moved for other, value in event if isinstance(value, date)}
    fields["now"] = to_jsonable_python(now)


def _closes(draw: Draw, fields: dict[str, Any], past: Past) -> None:
    matters = list(past.aggregate.matters(effective(past.history)))
    if matters:
        matter = draw(st.sampled_from(matters))
        fields |= {"concerns": matter.version, "check": matter.check.code}
