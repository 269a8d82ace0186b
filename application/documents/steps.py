"""What the rows of a journal are in the record, and what they ask for."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from application.documents.cells import written
from application.documents.directory import Directory
from application.documents.kind import (
    MUNICIPALITY_NAME,
    CannotSay,
    Column,
    Place,
    ask,
    need,
    refuse_changes,
)
from application.documents.numbered import mender, referred, refers
from application.documents.record import Known, Record, Row, histories, opened
from application.documents.references import meet
from application.projecting.fold import in_order_of_days
from application.recorded import Recorded
from application.service import Consortium
from domain.base.command import Command
from domain.base.event import COMMON, Event
from domain.base.marks import marks
from domain.base.personal import SealedMark
from domain.base.words import Label

Complete = Callable[[Place, dict[str, Any], Record], None]


@dataclass(frozen=True, slots=True)
class Step:
    """One kind of step: its command, the event that the command makes, and the word for it.

    `by` names the columns that tell apart what is of the same kind. What happens only `once` for
    each of their values is known by them alone; else by its day as well, and as which of that day.
    """

    command: type[Command]
    event: type[Event]
    word: Label
    by: tuple[str, ...] = ()
    once: bool = False

    @property
    def code(self) -> str:
        """What stands for this step in the record's own terms."""
        return self.event.TOPIC.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Journal:
    """One kind of journal: its steps by their codes, and which column each step's fields have.

    `of` are the columns that the stream is known by, those that name other streams with what kind
    they are in `named`; `key` gives the stream's natural key. `on` is the column of the day.
    `beside` gives what commands need and no row says; `complete` settles what a row writes in its
    own way.
    """

    aggregate: str
    steps: Mapping[str, Step]
    of: tuple[str, ...]
    named: Mapping[str, str]
    key: Callable[[Row], str]
    on: str
    fields: Mapping[str, Mapping[str, str]]
    columns: Mapping[str, Column]
    beside: Mapping[str, Callable[[Place, Row], Any]]
    complete: Complete

    def recorded(self, consortium: Consortium, _place: Place) -> Record:
        """Give every step that holds, each as a row."""
        upto = consortium.log.last()[0]
        record = Record({}, Directory(consortium, upto))
        voided, withdrawn = set(), set()
        for stream, history in histories(consortium, self.aggregate, upto).items():
            holds = {one.version: one.event for one in in_order_of_days(history)}
            if not holds:
                voided.add(stream)
            for key, known in self._entered(history, holds, record.directory):
                if known is None:
                    withdrawn.add(key)
                else:
                    record.rows[key] = known
        sealed = {
            self.fields[code][name]
            for code, one in self.steps.items()
            for name, info in one.event.model_fields.items()
            if marks(info, SealedMark)
        }
        record.rows = opened(consortium, record.rows, *sealed)
        record.voided = frozenset(voided)
        record.withdrawn = frozenset(withdrawn - record.rows.keys())
        return record

    def _entered(
        self, history: Sequence[Recorded], holds: Mapping[int, Event], directory: Directory
    ) -> Iterator[tuple[str, Known | None]]:
        """Give the rows of one stream under their keys; None where nothing holds any more.

        A key that was voided, or moved to another day, stays taken: else an old sheet would bring
        back what was taken out, or record a second time what only got another number.
        """
        of = {name: getattr(history[0].event, name) for name in self.of}
        taken: Counter[str] = Counter()
        moved = []
        for one in history:
            if (step := self._step_of(one.event)) is None:
                continue
            now = holds.get(one.version)
            was = self._row(of, step, one.event)
            row = self._row(of, step, now) if now else None
            if row and self._place(row, directory) == self._place(was, directory):
                yield self._take(taken, row, one.version, directory)
                continue
            yield self._take(taken, was, one.version, directory)[0], None
            if row:
                moved.append((row, one.version))
        for row, version in moved:
            yield self._take(taken, row, version, directory)

    def _step_of(self, event: Event) -> Step | None:
        return next((one for one in self.steps.values() if one.event is type(event)), None)

    def _row(self, of: Row, step: Step, event: Event) -> dict[str, Any]:
        said = {
            column: getattr(event, name)
            for name, column in self.fields[step.code].items()
            if getattr(event, name, None) is not None
        }
        code = self.columns["step"].annotation(step.code)
        day = {"programme": event.programme, self.on: event.effective_on}
        return {**day, **of, **said, "step": code}

    def _take(
        self, taken: Counter[str], row: dict[str, Any], version: int, directory: Directory
    ) -> tuple[str, Known]:
        place = self._place(row, directory)
        taken[place] += 1
        if self._repeats(row):
            row["nth"] = taken[place]
        turn = (*(str(row[name]) for name in self.of), row[self.on], version)
        return self._key(row, directory), Known(row, turn)

    def settle(self, place: Place, row: dict[str, Any], record: Record) -> str:
        """Replace numbers by what they refer to, and give the row's key."""
        if "programme" in self.of and place.programme != COMMON:
            row.setdefault("programme", place.programme)
        need(row, *self.of)
        if len(self.steps) == 1:
            row.setdefault("step", self.columns["step"].annotation(*self.steps))
        step = self.steps[row["step"]]
        own = {"step", self.on, "programme", *self.of, *self.fields[step.code].values()}
        if self._repeats(row):
            row.setdefault("nth", 1)
            own.add("nth")
        foreign = [
            (name, f"「{step.word.ja}」の行にはこの欄がありません / not said of {step.word.en}")
            for name in row
            if name not in own and name != MUNICIPALITY_NAME.name
        ]
        if foreign:
            raise CannotSay(*foreign[0], *foreign[1:])
        for name, aggregate in (*self.named.items(), *self._referring(step)):
            if name in row:
                row[name] = referred(place, row[name], record, aggregate, self.columns[name])
        self.complete(place, row, record)
        need(row, *self._told_apart_by(step))
        return self._key(row, record.directory)

    def _repeats(self, row: Row) -> bool:
        return not self.steps[row["step"]].once

    def _told_apart_by(self, step: Step) -> tuple[str, ...]:
        return step.by if step.once else (*step.by, self.on)

    def _place(self, row: Row, directory: Directory) -> str:
        step = self.steps[row["step"]]
        apart = [row[name] for name in self._told_apart_by(step)]
        values = [*(row[name] for name in self.of), step.word.ja, *apart]
        return "|".join(str(written(value, directory.numbers)) for value in values)

    def _key(self, row: Row, directory: Directory) -> str:
        nth = row.get("nth", 1)
        return self._place(row, directory) + (f"|{nth}" if nth > 1 else "")

    def _referring(self, step: Step) -> Iterator[tuple[str, str]]:
        own = self.fields[step.code]
        for name, aggregate in refers(step.command).items():
            if name in own:
                yield own[name], aggregate

    def commands(
        self, place: Place, row: Row, known: Known | None, record: Record
    ) -> list[Command]:
        """Ask for the command of a new row; what is recorded otherwise is not for an import."""
        step = self.steps[row["step"]]
        for name, aggregate in self._referring(step):
            if aggregate == "person":
                meet(place, row, record, name, self.columns[name].label.ja)
        if known is not None:
            names = (one.name for one in self.columns.values() if one.compared)
            refuse_changes(row, known.row, mender(step.command, step.event), *names)
            return []
        own, command = self.fields[step.code], step.command
        required = (own[name] for name in own if command.model_fields[name].is_required())
        need(row, self.on, *required)
        said = {name: row[column] for name, column in own.items() if column in row}
        said |= {name: row[name] for name in self.of}
        said |= {name: give(place, row) for name, give in self.beside.items()}
        if command.TARGET:
            said[command.TARGET] = place.id_of(self.aggregate, self.key(row))
        return [ask(command, said, row[self.on], row.get("programme", place.programme))]
