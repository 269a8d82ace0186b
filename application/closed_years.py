"""Closed years are moved for a reason alone: whatever a KPI counts, by its definition."""

from collections.abc import Sequence

from application.effective import effective_of, with_mends
from application.figures.closings import SAID, closed_years
from application.ports import Log
from application.projecting.fold import in_order_of_days
from application.recorded import Reason, Recorded
from domain.base.event import Event
from domain.base.rule import Rule
from domain.kpi.events import KpiYearClosed

CLOSED_YEAR_NEEDS_REASON = Rule(
    "kpi-year-closed-needs-reason",
    "締められた年度のKPIの値が動きます。入力の理由（通常の記録のほか）を入れてください。計上には、締め後に"
    "計上する理由も入れてください。報告済みの値は変わらず、訂正後の値が並べて示されます。",
    "This moves a KPI of a fiscal year that is closed: give the entry a reason other than routine"
    " and, where something comes to be counted, say why after closing. What was reported stays as"
    " it was, and the restated value is shown beside it.",
)


def ask_why(log: Log, history: Sequence[tuple[int, Event]], new: Sequence[Recorded]) -> None:
    """Raise the rule if what is new in a stream moves a closed year and nobody says why.

    What is taken over from a sheet has its reason by that.
    """
    closings = log.events(topics=sorted(with_mends([KpiYearClosed.TOPIC])))
    if not any(isinstance(one.event, KpiYearClosed) for one in closings):
        return
    stream, by = new[0].stream, new[0].by
    before = [Recorded(stream, version, event, by, version) for version, event in history]
    after = [*before, *(one._replace(position=one.version) for one in new)]
    said = log.events(topics=sorted(with_mends(event.TOPIC for event in SAID)))
    for year in closed_years(effective_of(said)):
        try:
            was, now = (year.counted(in_order_of_days(each)) for each in (before, after))
        except ValueError:
            # A figure that cannot be computed has no value that could be moved.
            continue
        for key in was.keys() | now.keys():
            if not _explained(by.reason, was.get(key), now.get(key)):
                closed = year.closed
                CLOSED_YEAR_NEEDS_REASON.broken(kpi=closed.kpi, fiscal_year=closed.fiscal_year)


def _explained(reason: Reason, was: Recorded | None, now: Recorded | None) -> bool:
    if was and now and was.event == now.event:
        return True
    if now and was is None and hasattr(now.event, "after_closing"):
        return now.event.after_closing is not None
    return reason is not Reason.ROUTINE
