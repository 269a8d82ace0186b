"""What the service needs to know of one kind of stream, and the fold that loads it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Self, get_args

from domain.base.command import Annul, Command, Correct, Seen
from domain.base.event import Event, effective
from domain.base.matter import CloseMatter, Matter, close
from domain.base.mend import OTHERS_BUILD_ON_IT, mend
from domain.base.words import Label

FUNCTIONS = frozenset({"decide_opening", "evolve", "decide", "sound", "matters", "again"})


@dataclass(frozen=True, slots=True)
class Aggregate:
    """One kind of stream: its words, its events and commands, and the functions of its area.

    `name` is the singular in code and `area` the plural in addresses. `events` and `commands` are
    the unions that the area defines; what mends its events belongs to the commands that mend.
    `decide_opening` decides commands without a target, `decide` those on a stream that is there.
    `sound` raises the rule that a state breaks: a correction or a voiding must leave a stream that
    its own rules would have accepted. Where the command that mends has `DEPENDENTS`, it is given
    the state before and what was seen as well, for the rules that look at other streams.
    `again` holds what is corrected against the other streams that its first entry was held against.
    `matters` derives what is to be checked from the effective facts of a stream.
    `known_by` names the field of the event that opens a stream by which people call it: sheets
    refer to it by that. A kind whose opening event has no such field is referred to by its id.
    What `shows_only` looks at others to show them: nothing of theirs is built on.
    """

    name: str
    area: str
    label: Label
    events: Any
    commands: Any
    decide_opening: Callable[..., Sequence[Event]]
    evolve: Callable[..., Any]
    decide: Callable[..., Sequence[Event]] | None = None
    sound: Callable[..., None] = lambda _state: None
    matters: Callable[[Sequence[tuple[int, Event]]], Sequence[Matter]] = lambda _history: ()
    again: Callable[..., None] = lambda _before, _after, _command, _seen: None
    known_by: str = "number"
    shows_only: bool = False

    @classmethod
    def of(  # noqa: PLR0913, PLR0917 - each is one thing that the service needs to know
        cls,
        name: str,
        area: str,
        label: Label,
        events: Any,  # noqa: ANN401 - a union is not a type
        commands: Any,  # noqa: ANN401 - as above
        functions: ModuleType,
        **more: Any,  # noqa: ANN401 - the last fields of this class
    ) -> Self:
        """Take the functions that the area's module has: who defines one has wired it in."""
        found = {each: function for each, function in vars(functions).items() if each in FUNCTIONS}
        return cls(name, area, label, events, commands, **found, **more)

    def event_types(self) -> tuple[type[Event], ...]:
        """All events that a stream of this kind can hold."""
        mends = [c.EVENT for c in self.command_types() if issubclass(c, Correct | Annul)]
        return (*members(self.events), *mends)

    def command_types(self) -> tuple[type[Command], ...]:
        """All commands that act on a stream of this kind."""
        return members(self.commands)

    def fold(self, history: Iterable[tuple[int, Event]]) -> Any:  # noqa: ANN401 - the area's state
        """Fold what holds of a stream into its state.

        None if nothing holds, or if the stream is one of another kind: whoever names a stream can
        name the wrong one.
        """
        state = None
        kinds = members(self.events)
        for _, event in effective(list(history)):
            if not isinstance(event, kinds):
                return None
            state = self.evolve(state, event)
        return state


def decide(
    aggregate: Aggregate,
    history: Sequence[tuple[int, Event]],
    state: Any,  # noqa: ANN401 - the area's state
    command: Command,
    seen: Seen,
) -> Sequence[Event]:
    """Decide what a command records: what mends or closes a matter is the same everywhere.

    `state` is None only where the command opens a stream. Of a stream that other decisions have
    looked at, not all can be voided.
    """
    if isinstance(command, Correct | Annul):
        mended = mend(history, command)
        after = aggregate.fold([*history, *enumerate(mended, start=len(history) + 1)])
        OTHERS_BUILD_ON_IT.require(after is not None or not seen.relied_on)
        if after is not None:
            aggregate.sound(after, *((state, seen) if command.DEPENDENTS else ()))
            aggregate.again(state, after, command, seen)
        return mended
    if isinstance(command, CloseMatter):
        return close(history, aggregate.matters(effective(history)), command)
    if command.TARGET is None:
        return aggregate.decide_opening(state, command, seen)
    if aggregate.decide is None:
        raise TypeError(f"{aggregate.name} decides no {type(command).__name__}")
    return aggregate.decide(state, command, seen)


def members(union: Any) -> tuple[Any, ...]:  # noqa: ANN401 - a union is not a type
    """Give the classes of a union alias; a single class is a union of one."""
    return get_args(union) or (union,)
