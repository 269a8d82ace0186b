"""Invented meetings of the three teams (架空): every two weeks, as the programme's outline has it.

What was decided there is carried out in the orders, contracts and advice of other chapters.
"""

from datetime import date, timedelta
from typing import Any, Final

from application.demo.members import COMPANY
from application.demo.plan_r6_r8 import GRANT
from application.demo.teller import Teller, day
from application.recorded import Reason
from domain.meeting import commands as c

TEAMS: Final = ("worker-management", "client-communication", "outreach")
FIRST_MEETING, LAST_MEETING, EVERY_DAYS = day("2024-05-08"), day("2025-02-26"), 14
MOVED: Final = {day("2024-08-14"): ("2024-08-21", "obon")}
NOT_HELD: Final = {day("2025-01-01"): "new-year"}
ABSENT: Final = {day("2024-07-17"): "client-communication", day("2024-11-20"): "outreach"}
# Meeting, decision, subject, what changed.
DECISIONS: Final = (
    (3, "受注の見積書の書式を一つにする（架空）", "orders"),
    (8, "おためし事業に代わる誘致の進め方を決める（架空）", "procedure"),
    (14, "ワーカーの名簿を毎月確かめる（架空）", "procedure"),
)
# Meeting, action, assignee, days until due, subject, days until done (None: still open).
ACTIONS: Final = (
    (3, 1, "client-communication", 14, "見積書の案を作る（架空）", 12),
    (8, 1, "outreach", 28, "企業向けの案内の案を作る（架空）", 35),
    (14, 1, "worker-management", 21, "名簿の確かめ方の手順書を作る（架空）", None),
    (19, 1, "outreach", 7, "掲載先の一覧を見直す（架空）", None),
)
WITH_COMPANY: Final = (8, 14)
"""The meetings at which the member firm was present."""
DROPPED_AT: Final = 5
"""The meeting that gave a member something to do, which then was not needed."""


def meetings() -> list[tuple[int, date, date | None]]:
    """Give number, first planned day and day of each meeting; None where it was not held."""
    count = (LAST_MEETING - FIRST_MEETING).days // EVERY_DAYS + 1
    planned = [FIRST_MEETING + timedelta(days=EVERY_DAYS * n) for n in range(count)]
    return [
        (
            number,
            on,
            None if on in NOT_HELD else day(MOVED[on][0]) if on in MOVED else on,
        )
        for number, on in enumerate(planned, start=1)
    ]


def tell(teller: Teller) -> None:
    """Tell of the series, each meeting with its decisions and actions, and the next series."""
    series = teller.id_of("meeting-series", f"{GRANT}|three-teams")
    of: dict[str, Any] = {"series_id": series}
    teller.tell(
        c.PlanSeries, "2024-05-01", reason=Reason.DECISION, programme=GRANT,
        code="three-teams", name="三業務定例会議", interval_days=EVERY_DAYS, expects=TEAMS,
    )  # fmt: skip
    for number, planned_for, held_on in meetings():
        scheduled = (planned_for - timedelta(days=14)).isoformat()
        teller.tell(c.ScheduleMeeting, scheduled, number=number, planned_for=planned_for, **of)
        meeting: dict[str, Any] = {"meeting_id": teller.id_of("meeting", f"{series}|{number}")}
        if planned_for in MOVED:
            to, reason = MOVED[planned_for]
            on = (planned_for - timedelta(days=12)).isoformat()
            teller.because(c.MoveMeeting, on, reason, planned_for=to, **meeting)
        if held_on is None:
            on = (planned_for - timedelta(days=14)).isoformat()
            teller.because(c.MissMeeting, on, NOT_HELD[planned_for], **meeting)
        else:
            _held(teller, number, held_on, meeting)
    teller.tell(c.EndSeries, "2025-02-28", reason=Reason.DECISION, **of)
    # From the new fiscal year on the corporation meets with its teams, first every two weeks.
    later: dict[str, Any] = {"series_id": teller.id_of("meeting-series", f"{GRANT}|corporation")}
    teller.tell(
        c.PlanSeries, "2025-04-01", reason=Reason.DECISION, programme=GRANT, code="corporation",
        name="公社定例会議（架空）", interval_days=EVERY_DAYS, expects=TEAMS,
    )  # fmt: skip
    teller.tell(
        c.ChangeRhythm, "2025-10-01", reason=Reason.DECISION, interval_days=28, expects=TEAMS,
        **later,
    )  # fmt: skip


def _held(teller: Teller, number: int, held_on: date, meeting: dict[str, Any]) -> None:
    on = held_on.isoformat()
    absent = ABSENT.get(held_on)
    came = [
        {"team": team, "person_id": teller.person(f"W-{worker:03}")}
        for worker, team in enumerate(TEAMS, start=1)
        if team != absent
    ]
    organisations = ("203246", COMPANY) if number in WITH_COMPANY else ("203246",)
    teller.tell(
        c.HoldMeeting, on, represented=came, others=2, organisations=organisations, **meeting
    )
    if absent:
        teller.tell(c.NoteAbsence, on, team=absent, **meeting)
    for at, subject, change in DECISIONS:
        if at == number:
            _decided(teller, held_on, subject, change, meeting)
    for at, action, team, days, subject, done in ACTIONS:
        if at != number:
            continue
        teller.tell(
            c.AssignAction, on, action=action, assignee="team", assignee_code=team,
            decision=1 if any(one[0] == at for one in DECISIONS) else None,
            subject=subject, due=held_on + timedelta(days=days), **meeting,
        )  # fmt: skip
        if done is not None:
            closed = (held_on + timedelta(days=done)).isoformat()
            teller.tell(c.CloseAction, closed, action=action, **meeting)
    if number == DROPPED_AT:
        teller.tell(
            c.AssignAction, on, action=2, assignee="member", assignee_code="202126",
            subject="会場の候補を挙げる（架空）", due=held_on + timedelta(days=14), **meeting,
        )  # fmt: skip
        teller.because(c.DropAction, on, "not-needed", action=2, **meeting)


def _decided(
    teller: Teller, held_on: date, subject: str, change: str, meeting: dict[str, Any]
) -> None:
    record = teller.id_of("adviser", f"{GRANT}|A-1")
    teller.tell(
        c.MakeDecision, held_on.isoformat(), reason=Reason.DECISION, decision=1, subject=subject,
        text="（架空）経緯の説明", **meeting,
    )  # fmt: skip
    if change == "orders":
        teller.tell(
            c.CarryOutDecision, (held_on + timedelta(days=48)).isoformat(), decision=1,
            change=change, record=teller.id_of("engagement", "E-2024-001"), record_version=3,
            **meeting,
        )  # fmt: skip
    elif held_on < day("2024-10-01"):
        teller.tell(
            c.CarryOutDecision, (held_on + timedelta(days=30)).isoformat(), decision=1,
            change=change, record=record, record_version=1, **meeting,
        )  # fmt: skip
