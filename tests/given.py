"""Given events, when a command, then events or a refusal: the form of every test of the domain.

    given(registered(), left("2025-03-31")).when(Return(...)).then(WorkerReturned(...))
    given(registered()).when(Return(...)).refused(rules.STILL_ON_ROLL)

The events are those of the stream the command acts on, as versions 1, 2, 3, … They are folded and
the command is decided as `execute` does it, without actor, salt, clock or database.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from uuid import UUID

from application.aggregate import decide
from application.registry import AGGREGATE_OF, OWNER_OF_TOPIC
from domain.base.command import Command, Holding, Seen
from domain.base.event import Event
from domain.base.rule import Rule, RuleBroken


@dataclass(frozen=True)
class Outcome:
    """What came of a command: the events it records, or the rule that refused it."""

    command: Command
    recorded: Sequence[Event] = ()
    broken: Rule | None = None
    missing: bool = False

    def then(self, *expected: Event) -> None:
        """Expect exactly these events."""
        assert not self.missing, "refused: the command's stream does not exist"
        assert self.broken is None, f"refused: {self.broken}"
        assert list(expected) == list(self.recorded)

    def refused(self, rule: Rule) -> None:
        """Expect this refusal, and that the command says it can meet it."""
        assert not self.missing, "refused: the command's stream does not exist"
        assert self.broken is not None, f"not refused: {self.recorded}"
        assert rule.code == self.broken.code
        assert rule in type(self.command).REFUSALS

    def not_found(self) -> None:
        """Expect that nothing is there for the command to act on."""
        assert self.missing, f"found: {self.recorded or self.broken}"


@dataclass(frozen=True)
class Given:
    """What is recorded before the command."""

    history: tuple[Event, ...]
    others: Mapping[UUID, object] = field(default_factory=dict)
    relied_on: bool = False

    def seeing(self, stream: UUID, *events: Event) -> "Given":
        """Add another stream, as the rules may look at it; all events are of one kind of stream."""
        (owner,) = {
            OWNER_OF_TOPIC[event.TOPIC].name: OWNER_OF_TOPIC[event.TOPIC] for event in events
        }.values()
        return replace(self, others={**self.others, stream: owner.fold(versions(*events))})

    def looked_at(self) -> "Given":
        """Say that decisions on other streams have looked at this one."""
        return replace(self, relied_on=True)

    def knowing(self, stream: UUID, *events: Event) -> "Given":
        """Add another stream of any kind, of which the rules see only what holds."""
        return replace(self, others={**self.others, stream: Holding.of(versions(*events))})

    def when(self, command: Command) -> Outcome:
        """Let a command be decided."""
        aggregate = AGGREGATE_OF[type(command)]
        history = versions(*self.history)
        state = aggregate.fold(history)
        if command.TARGET and state is None:
            return Outcome(command, missing=True)
        try:
            events = decide(aggregate, history, state, command, Seen(self.others, self.relied_on))
        except RuleBroken as refusal:
            return Outcome(command, broken=refusal.rule)
        for event in events:
            # What a stream cannot hold could never be read again.
            assert isinstance(event, aggregate.event_types())
        return Outcome(command, events)


def given(*history: Event) -> Given:
    """Say what is recorded before: nothing, or the events of the command's stream."""
    return Given(history)


def versions(*history: Event) -> list[tuple[int, Event]]:
    """Number the events of a stream."""
    return list(enumerate(history, start=1))


def day(text: str) -> date:
    """Read an ISO day."""
    return date.fromisoformat(text)


def sealed(text: str) -> str:
    """Give a reference as a sealed value has it: 64 hexadecimal digits."""
    return sha256(text.encode()).hexdigest()
