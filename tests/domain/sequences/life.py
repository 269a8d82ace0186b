"""The machine that plays sequences on one kind of stream, and what must hold after every step."""

import re
from collections.abc import Sequence
from typing import Any, ClassVar
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from application.aggregate import Aggregate
from application.decision import Source, prepare
from application.recorded import Provenance, Reason, Recorded
from application.rehearse import with_stand_ins
from domain.base.command import Command
from domain.base.event import Correction, Event, Void, effective
from domain.base.rule import RuleBroken
from infrastructure.postgres.decoding import decode
from infrastructure.postgres.mapper import encode
from tests.domain.sequences.asking import Past, commands
from tests.domain.sequences.law import laws_of
from tests.domain.sequences.tally import Tally
from tests.domain.sequences.told import SPACE, Told, stream_named, world

BY = Provenance(
    actor="tester", role="lead", reason=Reason.ROUTINE, correlation=SPACE, salt="0" * 32
)
AT_THE_END = 1_000_000


class Life(RuleBasedStateMachine):
    """One stream: what is told of it up to some point, and then whatever comes.

    What must hold is checked whenever something was recorded. `state` is kept step by step, and
    `stored` is what a log would keep of its events. Other streams are those of the demonstration
    as they stood after `before` of its commands; whether decisions on them have looked at this one
    is left to chance.
    """

    aggregate: ClassVar[Aggregate]
    tally: ClassVar[Tally]

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.past = Past(self.aggregate)
        self.state: Any = None
        self.stored: list[tuple[str, bytes]] = []
        self.before = AT_THE_END
        self.looked_at = False
        self.own: UUID | None = None
        self.ahead: list[Told] = []

    @initialize(data=st.data())
    def as_told(self, data: st.DataObject) -> None:
        """Begin with what is told of one stream up to some point, or with nothing."""
        self.tally.sequences += 1
        lines: Sequence[Sequence[Told]] = world().lines.get(self.aggregate.name, ())
        if not lines:
            return
        line = data.draw(st.sampled_from(lines))
        self.past.line = [told.command for told in line]
        self.before = line[0].before
        begins = data.draw(st.integers(0, len(line)))
        self.ahead = list(line[begins:])
        for told in line[:begins]:
            self.before = told.before
            assert self.enter(told.command), f"told, and refused here: {told.command!r}"
            self.tally.told[type(told.command)] += 1
        self._check()
        if data.draw(st.booleans()):
            self.before = AT_THE_END
        self.looked_at = data.draw(st.booleans())

    def go_on(self) -> None:
        """Ask for what is told next of the stream that the sequence began with, as it is told."""
        if not self.ahead:
            return
        told = self.ahead.pop(0)
        self.before = max(self.before, told.before)
        command = told.command
        if command.TARGET:
            if self.past.stream is None or self.state is None:
                return
            command = command.model_copy(update={command.TARGET: self.past.stream})
        self._enter_and_count(command)

    def ask(self, kind: type[Command], data: st.DataObject) -> None:
        """Ask for something; what is refused must change nothing, and say so by a declared rule."""
        if self.state is None and kind.TARGET:
            return
        command = data.draw(commands(kind, self.past))
        if command is not None:
            self._enter_and_count(command)

    def _enter_and_count(self, command: Command) -> None:
        if self.past.stream in {None, stream_named(command)}:
            accepted = self.enter(command)
            (self.tally.accepted if accepted else self.tally.refused)[type(command)] += 1
            if accepted:
                self._check()

    def enter(self, command: Command) -> bool:
        """Decide and record a command; say whether it was accepted."""
        self.own = stream_named(command)
        prepared = prepare(Source(SPACE, self._history, self._dependents), command)
        try:
            events = prepared.decide(with_stand_ins(command))
        except RuleBroken as refusal:
            _require_declared(refusal, command)
            assert prepared.state == self.state, "a refusal changes nothing"
            return False
        past = self.past
        if past.stream is None:
            past.stream, past.opening = prepared.stream, command
        for event in events:
            assert isinstance(event, self.aggregate.event_types())
            self._take(event)
        self.tally.events += len(events)
        return True

    def _take(self, event: Event) -> None:
        history, version = self.past.history, len(self.past.history) + 1
        history.append((version, event))
        assert self.past.stream
        recorded = Recorded(self.past.stream, version, event, BY)
        self.stored.append((event.TOPIC, encode(recorded)))
        if isinstance(event, Correction | Void):
            self.state = self.aggregate.fold(history)
        else:
            self.state = self.aggregate.evolve(self.state, event)

    def _history(self, stream: UUID) -> Sequence[tuple[int, Event]]:
        # Whatever the demonstration tells of this stream has not happened here.
        if stream == self.own:
            return self.past.history
        return world().history(stream, self.before)

    def _dependents(self, stream: UUID) -> list[UUID]:
        if stream == self.own and not self.looked_at:
            return []
        dependents = world().dependents(stream, self.before)
        return [one for one in dependents if self._history(one)]

    def _check(self) -> None:
        history = self.past.history
        read = [decode(*stored)[0] for stored in self.stored]
        assert read == [event for _, event in history], "what is stored is what was recorded"
        again = self.aggregate.fold(enumerate(read, start=1))
        assert again == self.state, "the state kept step by step is the fold of what is stored"
        if again is not None:
            self.aggregate.sound(again)
        facts = effective(history)
        for law in laws_of(self.aggregate.name) if facts else ():
            assert law.holds([event for _, event in facts]), law.says
        for matter in self.aggregate.matters(facts):
            assert matter.version in dict(facts), "a matter is one of a fact that holds"
        for version, event in history:
            target = event.corrects if isinstance(event, Correction) else 1
            target = event.voids if isinstance(event, Void) else target
            assert 1 <= target <= version, "what is mended was recorded before"


def _require_declared(refusal: RuleBroken, command: Command) -> None:
    declared = {rule.code for rule in type(command).REFUSALS}
    assert refusal.rule.code in declared, f"{type(command).__name__} is silent about {refusal}"


def life_of(aggregate: Aggregate, tally: Tally) -> type[Life]:
    """Make the machine of a kind of stream: a rule for each of its commands.

    For every second one there is another to go on as it is told, or few sequences would get far.
    """

    def asks(kind: type[Command]) -> Any:  # noqa: ANN401 - hypothesis marks it
        def ask(self: Life, data: st.DataObject) -> None:
            self.ask(kind, data)

        words = re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()
        ask.__name__ = ask.__qualname__ = f"ask_to_{words}"
        return rule(data=st.data())(ask)

    def goes_on(number: int) -> Any:  # noqa: ANN401 - hypothesis marks it
        def go_on(self: Life) -> None:
            self.go_on()

        go_on.__name__ = go_on.__qualname__ = f"go_on_{number}"
        return rule()(go_on)

    kinds = aggregate.command_types()
    rules = {kind.__name__: asks(kind) for kind in kinds}
    rules |= {f"go_on_{number}": goes_on(number) for number in range(len(kinds) // 2)}
    name = "".join(word.title() for word in aggregate.name.split("-"))
    return type(name, (Life,), {"aggregate": aggregate, "tally": tally, **rules})
