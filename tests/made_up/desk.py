"""The office that keeps a made-up log: what happens is entered, day by day, with its provenance."""

from collections import deque
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple, cast
from uuid import UUID, uuid5

from application.aggregate import decide
from application.decision import reads_of, stream_id
from application.recorded import Provenance, Reason, Source
from application.registry import AGGREGATE_OF, AGGREGATES
from domain.base.command import ANY, NOTHING_SEEN, Annul, Command, Correct, Holding, Seen
from domain.base.event import Event
from domain.base.rule import RuleBroken
from domain.evidence.commands import ReceiveImport
from tests.made_up.calendar import FIRST, SHEETS_SINCE, TAKE_OVER_UNTIL
from tests.made_up.chance import Chance
from tests.made_up.stream import Stream

CLERKS = (
    *((f"clerk-{number}", "secretariat") for number in range(1, 9)),
    *((f"lead-{number}", "lead") for number in range(1, 4)),
)
ROWS = 40
"""How many rows a sheet holds that is taken over."""
MEND_REASONS = (Reason.MISTAKE, Reason.MISTAKE, Reason.NEW_EVIDENCE)

DEPENDENTS = {
    aggregate.name: {kind.DEPENDENTS for kind in aggregate.command_types()} - {None}
    for aggregate in AGGREGATES.values()
}
"""Of each kind of stream, the kinds that have to be looked at before one of its commands."""


class Entry(NamedTuple):
    """An event with its provenance, on its way into the log."""

    stream: UUID
    version: int
    event: Event
    by: Provenance


class Desk:
    """Decides and enters, one working day after the other.

    What is done every day (`begin`, `say`) is entered as the area tells it, since a decision takes
    longer than all the rest; a test holds it to what a decision would have given. Whatever depends
    on more than the area knows (`open`, `ask`) is decided as in the service.
    """

    def __init__(self, namespace: UUID, seed: int) -> None:
        """Begin on the first day; stream ids belong to the log's namespace."""
        self.namespace = namespace
        self.chance = Chance(seed)
        self.today = FIRST
        self.pile: deque[Entry] = deque()
        """What was entered and not recorded yet."""
        self.relied: list[tuple[UUID, UUID]] = []
        """Which stream was relied on, and by the decisions of which."""
        self.desk_keys: dict[UUID, str] = {}
        """Of each evaluation the key that its evaluator keeps."""
        self.at_rest: dict[str, deque[Stream]] = {}
        """Of each kind the latest streams in which a mistake may be found now."""
        self.papers: deque[Stream] = deque(maxlen=500)
        """The latest pieces of evidence, to point to."""
        self._sheets: dict[str, tuple[UUID, int]] = {}
        self._correlation = self.chance.uuid()

    @property
    def taking_over(self) -> bool:
        """Whether the sheets of the time before are still being taken over."""
        return self.today <= TAKE_OVER_UNTIL

    def sit_down(self) -> None:
        """Begin with something else; what is entered together has one correlation."""
        self._correlation = self.chance.uuid()

    def rest(self, *streams: Stream) -> None:
        """Say that nothing more is told of these streams; what is wrong in them may be found."""
        for stream in streams:
            self.at_rest.setdefault(stream.aggregate.name, deque(maxlen=300)).append(stream)

    def happened(self, since: date = SHEETS_SINCE) -> date:
        """Give the day of something that is entered today; `since` is the earliest possible."""
        how = self.chance.random()
        furthest = 200 if self.taking_over else 3 if how < 0.75 else 30 if how < 0.93 else 150
        return max(since, self.today - self.chance.days(0, furthest))

    def paper(self) -> UUID | None:
        """Give a piece of evidence to point to; None as long as there is none."""
        return self.chance.choice(self.papers).id if self.papers else None

    def item(self) -> Stream | None:
        """Give a piece of evidence for a decision that looks at it; None if none holds."""
        held = [item for item in self.papers if item.state]
        return self.chance.choice(held) if held else None

    def begin(self, kind: type[Command], event: Event, *reads: Stream) -> Stream:
        """Enter what opens a stream, as a command of this kind records it, looking at others."""
        # The event has all fields of which its command makes the natural key.
        key = kind.opens(cast("Any", event))
        stream = self._stream(kind, key)
        self.say(stream, event)
        self._rely(stream, reads)
        return stream

    def say(self, stream: Stream, event: Event, why: Reason | None = None) -> None:
        """Enter an event as it is."""
        by = self._provenance(stream, event, why)
        history = stream.history
        version = len(history) + 1
        history.append((version, event))
        self.pile.append(Entry(stream.id, version, event, by))

    def open(
        self,
        kind: type[Command],
        on: date,
        /,
        *reads: Stream,
        why: Reason | None = None,
        **fields: Any,  # noqa: ANN401 - as the command has them
    ) -> Stream | None:
        """Ask for what opens a stream, looking at others; None if it is refused."""
        command = _command(kind, on, fields)
        stream = self._stream(kind, command.opens())
        counted = {getattr(command, name) for name, mark in reads_of(kind) if mark.relied_on_by}
        beside = (one for other in reads if other.id in counted for one in other.dependents)
        if not self._decide(stream, command, (*reads, *beside), why):
            return None
        self._rely(stream, reads)
        return stream

    def ask(
        self,
        stream: Stream,
        kind: type[Command],
        on: date,
        /,
        *reads: Stream,
        why: Reason | None = None,
        **fields: Any,  # noqa: ANN401 - as the command has them
    ) -> bool:
        """Ask for something on a stream that there is; say whether it was entered.

        What opens a stream anew looks at the streams that its opening relied on already.
        """
        if kind.TARGET:
            if stream.state is None:
                return False
            fields[kind.TARGET] = stream.id
        seen = (*reads, *stream.dependents) if kind.DEPENDENTS else reads
        return self._decide(stream, _command(kind, on, fields), seen, why)

    def must(
        self,
        stream: Stream,
        kind: type[Command],
        on: date,
        /,
        *reads: Stream,
        why: Reason | None = None,
        **fields: Any,  # noqa: ANN401 - as the command has them
    ) -> None:
        """Ask for something that no rule refuses."""
        assert self.ask(stream, kind, on, *reads, why=why, **fields), f"{kind.__name__} {fields}"

    def _stream(self, kind: type[Command], key: str) -> Stream:
        aggregate = AGGREGATE_OF[kind]
        return Stream(aggregate, _stream_id(self.namespace, aggregate.name, key))

    def _rely(self, stream: Stream, reads: Iterable[Stream]) -> None:
        for other in reads:
            other.relied_on = True
            self.relied.append((other.id, stream.id))
            if stream.aggregate.name in DEPENDENTS[other.aggregate.name]:
                other.dependents.append(stream)

    def _decide(
        self, stream: Stream, command: Command, reads: Iterable[Stream], why: Reason | None
    ) -> bool:
        seen = _seen(command, reads)
        try:
            events = decide(stream.aggregate, stream.history, stream.state, command, seen)
        except RuleBroken:
            return False
        if why is None and isinstance(command, Correct | Annul):
            why = self.chance.choice(MEND_REASONS)
        for event in events:
            self.say(stream, event, why)
        stream.decided += len(events)
        return True

    def _provenance(self, stream: Stream, event: Event, why: Reason | None) -> Provenance:
        chance = self.chance
        taken_over = why is None and self.taking_over and event.effective_on < self.today
        actor, role = chance.choice(CLERKS)
        rarely = chance.random()
        return Provenance(
            actor=actor,
            role=role,
            on_behalf_of=chance.choice(CLERKS)[0] if rarely < 0.02 else None,
            reason=Reason.TAKE_OVER if taken_over else why or Reason.ROUTINE,
            note=chance.digest() if rarely > 0.98 else None,
            taken_over=taken_over,
            source=self._row(stream.aggregate.area) if taken_over else None,
            correlation=self._correlation,
            salt=chance.randbytes(16).hex(),
        )

    def _row(self, kind: str) -> Source:
        sheet, used = self._sheets.get(kind, (None, ROWS))
        if sheet is None or used == ROWS:
            sheet, used = self._receive(kind), 0
        self._sheets[kind] = sheet, used + 1
        return Source(evidence=sheet, row=used + 1)

    def _receive(self, kind: str) -> UUID:
        received = self.open(
            ReceiveImport,
            self.today,
            why=Reason.TAKE_OVER,
            kind=kind,
            sha256=self.chance.digest(),
            rows=ROWS,
            file_name=self.chance.digest(),
            sheet=self.chance.digest() if self.chance.comes(0.5) else None,
        )
        assert received is not None
        return received.id


def _stream_id(namespace: UUID, aggregate: str, key: str) -> UUID:
    # In most keys there is nothing to make alike, and it would take a while to look.
    if key.isascii() and " " not in key:
        return uuid5(namespace, f"{aggregate}|{key.lower()}")
    return stream_id(namespace, aggregate, key)


def _seen(command: Command, reads: Iterable[Stream]) -> Seen:
    read = reads_of(type(command))
    of_any_kind = {getattr(command, name) for name, mark in read if mark.aggregate == ANY}
    if not reads:
        return NOTHING_SEEN
    return Seen(
        {
            other.id: Holding.of(other.history) if other.id in of_any_kind else other.state
            for other in reads
        }
    )


def _command(kind: type[Command], on: date, fields: dict[str, Any]) -> Command:
    # A command that reaches its area holds references where people wrote names, so it is not
    # validated here either; what its decision gives is. But nothing may be misspelt.
    if not fields.keys() <= kind.model_fields.keys():
        raise TypeError(
            f"{kind.__name__} has no {sorted(fields.keys() - kind.model_fields.keys())}"
        )
    return kind.model_construct(effective_on=on, **fields)
