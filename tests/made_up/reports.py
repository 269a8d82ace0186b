"""Made-up documents that state figures: issued, put right, replaced and withdrawn."""

from datetime import date
from typing import Any, Final

from application.recorded import Reason
from domain.report import commands as c
from domain.report.events import Kind
from tests.made_up.agenda import Life
from tests.made_up.calendar import FIRST
from tests.made_up.desk import Desk
from tests.made_up.places import GRANT, TOWNS
from tests.made_up.stream import Stream

KINDS: Final = (Kind.ASSEMBLY_ANSWER, Kind.EFFECT_REVIEW, Kind.MINISTRY_REPORT)


def life(desk: Desk, year: int) -> Life:
    """Issue a document of each kind in a year; some of what it states was taken from the record."""
    when = date(year, 9, 1)
    for number, kind in enumerate(KINDS, start=1):
        when += desk.chance.days(20, 60)
        yield when
        first = _issued(desk, when, f"架報{year}-{number}", kind)
        _state(desk, first, year, hires=desk.chance.randint(1, 40))
        yield when + desk.chance.days(5, 20)
        desk.must(first, c.CorrectReport, desk.today, version=1, now={"kind": Kind.OTHER.value})
        desk.must(first, c.VoidReportEntry, desk.today, version=3)
    yield when + desk.chance.days(10, 20)
    second = _issued(desk, desk.today, f"架報{year}-再", kind)
    _state(desk, second, year, hires=desk.chance.randint(1, 40))
    desk.must(
        first, c.ReplaceReport, desk.today, second, why=Reason.DECISION, replaced_by=second.id
    )
    yield when + desk.chance.days(21, 40)
    desk.must(second, c.WithdrawReport, desk.today, why=Reason.DECISION)


def _issued(desk: Desk, on: date, number: str, kind: Kind) -> Stream:
    report = desk.open(
        c.IssueReport, on, issuer=TOWNS[0].code, number=number, kind=kind,
        title="架空の実績報告", addressee="架空の議会", evidence=desk.paper(),
    )  # fmt: skip
    assert report is not None
    return report


def _state(desk: Desk, report: Stream, year: int, *, hires: int) -> None:
    # A paper from before the record names no position of it.
    taken = {"at_position": 1, "definition_version": 1} if year > FIRST.year else {}
    about: dict[str, Any] = {
        "programme": GRANT,
        "fiscal_year": year,
        "taken_on": desk.today,
        "at_position": None,
        "definition_version": None,
        **taken,
    }
    lines = ({"by": (TOWNS[0].code,), "value": hires},)
    desk.must(
        report, c.StateFigure, desk.today, figure="kpi1", value=hires, breakdown=lines,
        place="p.1 表1", **about,
    )  # fmt: skip
    desk.must(
        report, c.StateFigure, desk.today, figure="budget-executed", breakdown=(),
        value=desk.chance.thousands(100, 9000), place="p.2 表2", **about,
    )  # fmt: skip
