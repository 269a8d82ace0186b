"""Made-up meetings: every two weeks, now and then moved or missed, with decisions and actions."""

from datetime import date, timedelta
from typing import Any

from domain.base.followed import Change
from domain.base.teams import Team
from domain.meeting import commands as c
from domain.meeting.terms import Assignee, DropReason, Representation, Shift
from tests.made_up.agenda import Life
from tests.made_up.calendar import FIRST, LAST
from tests.made_up.desk import Desk
from tests.made_up.places import CODES, GRANT
from tests.made_up.stream import Stream

CHANGES, SHIFTS, DROPS = tuple(Change), tuple(Shift), tuple(DropReason)
TEAMS = tuple(Team)


def series(desk: Desk) -> Life:
    """Plan a series each fiscal year, change its rhythm, let it end, and put its record right."""
    for year in range(FIRST.year, LAST.year):
        begins = date(year, 4, 15)
        yield begins
        planned = desk.open(
            c.PlanSeries, begins, programme=GRANT, code=f"three-teams-{year}",
            name=f"架空の定例会議（{year}年度）", interval_days=14, expects=TEAMS,
        )  # fmt: skip
        assert planned is not None
        yield from _meetings(desk, planned, begins, date(year, 9, 20), 14, 1)
        autumn = date(year, 10, 1)
        yield autumn
        desk.must(planned, c.ChangeRhythm, autumn, interval_days=28, expects=TEAMS)
        changed = len(planned.history)
        desk.must(planned, c.CorrectSeries, desk.today, version=changed, now={"interval_days": 21})
        yield from _meetings(desk, planned, autumn, date(year + 1, 3, 10), 21, 20)
        ends = date(year + 1, 3, 20)
        yield ends
        desk.must(planned, c.EndSeries, ends)
        if year == FIRST.year:
            desk.must(planned, c.VoidSeriesEntry, desk.today, version=len(planned.history))
            desk.must(planned, c.EndSeries, ends)


def _meetings(  # noqa: PLR0913, PLR0917 - what a run of meetings is
    desk: Desk, planned: Stream, since: date, until: date, interval: int, number: int
) -> Life:
    when = since
    while when + timedelta(days=interval) <= until:
        day = when + timedelta(days=interval)
        meeting = desk.open(
            c.ScheduleMeeting, when, planned, series_id=planned.id, number=number, planned_for=day
        )
        assert meeting is not None
        yield day
        yield from _Meeting(desk, meeting, day).life()
        when, number = day, number + 1


class _Meeting:
    """One meeting, from its planned day on."""

    def __init__(self, desk: Desk, stream: Stream, day: date) -> None:
        self._desk = desk
        self._stream = stream
        self._day = day

    def life(self) -> Life:
        desk, chance = self._desk, self._desk.chance
        if chance.comes(0.2):
            moved_to = self._day + chance.days(1, 7)
            reason = chance.choice(SHIFTS)
            desk.must(self._stream, c.MoveMeeting, self._day, planned_for=moved_to, reason=reason)
            self._day = moved_to
            yield moved_to
        if chance.comes(0.1):
            desk.must(self._stream, c.MissMeeting, self._day, reason=chance.choice(SHIFTS))
            return
        came = chance.sample(TEAMS, chance.randint(2, 3))
        desk.must(
            self._stream, c.HoldMeeting, self._day, evidence=desk.paper(),
            represented=tuple(Representation(team=t, person_id=chance.uuid()) for t in came),
            others=chance.randint(0, 4), organisations=(chance.choice(CODES),),
        )  # fmt: skip
        held = len(self._stream.history)
        for team in set(TEAMS) - set(came):
            desk.must(self._stream, c.NoteAbsence, self._day, team=team)
        yield from self._decided()
        if chance.comes(0.2):
            desk.must(
                self._stream, c.CorrectMeeting, desk.today, version=held,
                now={"others": chance.randint(5, 9)},
            )  # fmt: skip

    def _decided(self) -> Life:
        desk, chance = self._desk, self._desk.chance
        desk.must(
            self._stream, c.MakeDecision, self._day, decision=1, subject="架空の手順を改める",
            text=chance.digest(), touches=(),
        )  # fmt: skip
        due = self._day + chance.days(7, 28)
        for action in (1, 2):
            member = chance.comes(0.3)
            of: dict[str, Any] = {
                "assignee": Assignee.MEMBER if member else Assignee.TEAM,
                "assignee_code": chance.choice(CODES) if member else chance.choice(TEAMS).value,
            }
            desk.must(
                self._stream, c.AssignAction, self._day, action=action, decision=1, due=due,
                subject="架空の案を作る", **of,
            )  # fmt: skip
        when = self._day + chance.days(3, 12)
        yield when
        desk.must(self._stream, c.CloseAction, when, action=1, evidence=desk.paper())
        if chance.comes(0.4):
            desk.must(self._stream, c.DropAction, when, action=2, reason=chance.choice(DROPS))
        if chance.comes(0.6):
            desk.must(
                self._stream, c.CarryOutDecision, when, self._stream, decision=1,
                change=chance.choice(CHANGES), record=self._stream.id, record_version=1,
            )  # fmt: skip
        elif chance.comes(0.5):
            version = len(self._stream.history)
            desk.must(self._stream, c.VoidMeetingEntry, desk.today, version=version)
