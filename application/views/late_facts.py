"""Late facts (締め後の計上): what came into a fiscal year, or out of it, after it was closed?

What was reported stays as it was reported; what is listed here moves the restated value only.
What a KPI counts, its definition says: counted facts, pilots, members and registrations alike.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated
from uuid import UUID

from application.evidence.sentences import sentence
from application.figures.closings import SAID, ClosedYear, closed_years
from application.projecting.projection import rowclass
from application.recorded import Reason, Recorded
from application.streams import STREAMS
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Event, Programme
from domain.base.fields import Whose, Year
from domain.base.words import Code, Label
from domain.kpi import events as e
from domain.person.events import PersonsJoined, PersonsParted

TASKS_OF_KPIS = {task for tasks in e.TASK_OF_KPI.values() for task in tasks}
COUNTABLE = tuple(
    event
    for stream in STREAMS
    for event in stream.event_types()
    if event.EVIDENCE or TASKS_OF_KPIS.intersection(event.TASKS)
    if not issubclass(event, PersonsJoined | PersonsParted)
)
"""All that a KPI can count: what a paper must show, or is of a KPI's task.

Who is one person with whom is no fact of its own.
"""


class LateFactsAsks(Asks):
    """Whose scope, and of which fiscal year; all years if none is given."""

    programme: Programme
    fiscal_year: Year | None = None


class Change(Code):
    """What came after the closing."""

    COUNTED = "counted", "計上", "counted"
    CORRECTED = "corrected", "訂正", "corrected"
    VOIDED = "voided", "取消し", "voided"
    OUT = "no-longer-counted", "対象から外れた", "no longer counted"


@rowclass
class LateFactRow:
    """One fact that came into its year, changed there or left it after the closing.

    `reason` is that of the entry which brought it about; None where that is in another record.
    """

    kpi: e.Kpi
    fiscal_year: Year
    municipality: Annotated[Whose | None, Label("市町村", "municipality")]
    subject: Annotated[e.Subject | None, Label("数える対象", "subject")]
    stream: Annotated[UUID, Label("記録", "record")]
    said: Annotated[str, Label("内容", "what it says")]
    change: Annotated[Change, Label("締め後の変更", "what came later")]
    counted_on: Annotated[date, Label("基準日", "effective on")]
    closed_on: Annotated[date, Label("締めた日", "closed on")]
    after_closing: Annotated[e.AfterClosing | None, Label("締め後に計上する理由", "why")]
    reason: Annotated[Reason | None, Label("入力の理由", "reason of the entry")]


def compute(facts: Facts, asks: LateFactsAsks) -> Iterator[Line[LateFactRow]]:
    """Give what was recorded later than the closing of its year, in the order of days."""
    lines = [
        line
        for year in closed_years(facts.of_any(*SAID))
        if year.closed.programme == asks.programme
        if asks.fiscal_year in {None, year.closed.fiscal_year}
        for line in _later(facts, year)
    ]
    yield from sorted(lines, key=lambda line: (line.row.counted_on, line.facts[0].position))


def _later(facts: Facts, year: ClosedYear) -> Iterator[Line[LateFactRow]]:
    before = year.counted(facts.as_of(year.fact.position).of_any(Event))
    now = year.counted(facts.of_any(Event))
    holding = {(one.stream, one.version) for one in facts.of_any(Event)}
    for key in dict.fromkeys((*before, *now)):
        was, says = before.get(key), now.get(key)
        if was and says and was.event == says.event:
            continue
        if counted := says or was:
            later = facts.recorded_after(year.fact.position, counted.stream)
            yield Line(
                _row(year, counted, _change(was, says, still=key in holding), later),
                (*later, year.fact),
            )


def _change(was: Recorded | None, says: Recorded | None, *, still: bool) -> Change:
    if says:
        return Change.CORRECTED if was else Change.COUNTED
    return Change.OUT if still else Change.VOIDED


def _row(
    year: ClosedYear, counted: Recorded, change: Change, later: Iterable[Recorded]
) -> LateFactRow:
    event = counted.event
    reasons = [one.by.reason for one in later]
    return LateFactRow(
        kpi=year.closed.kpi,
        fiscal_year=year.closed.fiscal_year,
        municipality=getattr(event, "municipality", None),
        subject=getattr(event, "subject", None),
        stream=counted.stream,
        said=sentence(event).ja,
        change=change,
        counted_on=event.effective_on,
        closed_on=year.closed.effective_on,
        after_closing=getattr(event, "after_closing", None),
        reason=reasons[-1] if reasons else None,
    )


LATE_FACTS = View(
    name="late-facts",
    label=Label("締め後の計上", "Facts counted after closing"),
    asks=LateFactsAsks,
    row=LateFactRow,
    reads=tuple(dict.fromkeys((*SAID, *COUNTABLE))),
    compute=compute,
)
