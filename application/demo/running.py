"""Invented meetings, contracts, hours, advisers and indicators (架空), and the real change of 2025.

The corporation and the day of its founding are real; its corporate number here is made up. The
hours of the three contracts, the rhythm of the meetings and the number of the advisers' sessions
are those of the programme's outline (R6, 資料４).
"""

from datetime import date, timedelta
from typing import Any, Final

from application.demo.members import COMPANY
from application.demo.plan_r6_r8 import GRANT
from application.demo.teller import Teller, day
from application.recorded import Reason
from domain.advice import commands as a
from domain.base.command import Command
from domain.base.values.codes import corporate_check_digit
from domain.consortium import commands as m
from domain.contract import commands as k
from domain.corporation import commands as p
from domain.meeting import commands as c
from domain.outcome import commands as o

TEAMS: Final = ("worker-management", "client-communication", "outreach")
CORPORATION_BASE: Final = "888888888888"
CORPORATION: Final = f"{corporate_check_digit(CORPORATION_BASE)}{CORPORATION_BASE}"
"""A corporate number that is well-formed and, by its repeated digit, visibly nobody's (架空)."""
FOUNDED: Final = "2025-04-01"
TOWN: Final = "203246"

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

# Number, team, party, heads, minutes a week for each.
CONTRACTS: Final = (
    ("委-R6-01", "worker-management", "T-1", 3, 600),
    ("委-R6-02", "client-communication", "T-2", 2, 300),
    ("委-R6-03", "outreach", "T-3", 2, 300),
)
PERIOD: Final = (day("2024-05-01"), day("2025-02-28"))
RENEWED_UNTIL: Final = "2025-04-30"
# Minutes of each month from May 2024 on, declared in four days of the month.
DECLARED: Final = {
    "委-R6-01": (7200, 7080, 7320, 6600, 7200, 7560, 7200, 7200, 6840, 7200, 7080, 7200),
    "委-R6-02": (2400, 2400, 2340, 2160, 2400, 2520, 2400, 2400, 2280, 2400, 2400, 3480),
    "委-R6-03": (2280, 2400, 2400, 2040, 2400, 2400, 2400, 2520, 2160, 2400),
}
DAYS_OF_A_MONTH: Final = (6, 13, 20, 27)
UNAPPROVED: Final = {("委-R6-03", 9)}
"""Contract and month (from 0) that nobody has approved yet."""

ADVISERS: Final = (("A-1", "contract", "委-R6-11"), ("A-2", "honorarium", None))
SESSIONS: Final = 36
A_WEEK: Final = timedelta(days=7)
# Adviser, advice, session, topic, sentence, answer, days until it, what changed.
ADVICE: Final = (
    ("A-1", 1, 4, "clients", "見積書の書式を一つにする（架空）", "adopted", 7, "orders"),
    (
        "A-1",
        2,
        12,
        "organisation",
        "法人化の前に契約の一覧を作る（架空）",
        "adopted",
        14,
        "contract",
    ),
    ("A-1", 3, 25, "money", "時間単価を年度の途中で見直す（架空）", "declined", 21, None),
    ("A-2", 1, 6, "outreach", "住民向けの発信を月二回にする（架空）", "adopted", 14, None),
    ("A-2", 2, 30, "training", "中級者向けの研修を増やす（架空）", None, 0, None),
)

# Code, aim, level, title, unit, what it leads to, values by day.
INDICATORS: Final = (
    ("team-hours", "smooth-running", "input", "チームの委託時間", "分", "meetings",
     (("2025-02-28", 118_500),)),
    ("meetings", "smooth-running", "activity", "定例会議の開催数", "回", "actions-done",
     (("2024-09-30", 11), ("2025-02-28", 21))),
    ("actions-done", "smooth-running", "output", "期限までに済んだ宿題", "件", "on-time",
     (("2025-02-28", 1),)),
    ("on-time", "smooth-running", "outcome", "納期どおりに納めた受注の割合", "%", None,
     (("2025-03-31", 100),)),
    ("handed-over", "stable-organisation", "outcome", "法人に引き継いだ契約", "件", None,
     (("2025-04-01", 2),)),
    ("levels-raised", "training", "outcome", "レベルが上がったワーカー", "人", None,
     (("2025-03-31", 6), ("2026-03-31", 8))),
)  # fmt: skip


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
    """Tell of meetings, contracts and hours, advisers, indicators, and of the corporation."""
    _contracts(teller)
    _meetings(teller)
    _advisers(teller)
    _indicators(teller)
    _corporation(teller)
    _members(teller)


def _because(
    teller: Teller,
    command: type[Command],
    on: str,
    why: str,
    **fields: Any,  # noqa: ANN401 - as the command has them
) -> None:
    """Tell what has a reason of its own, which is not the reason for entering it."""
    said = {"effective_on": on, "reason": why, **fields}
    teller.enter(command.model_validate(said), reason=Reason.DECISION)


def _meetings(teller: Teller) -> None:
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
            _because(teller, c.MoveMeeting, on, reason, planned_for=to, **meeting)
        if held_on is None:
            on = (planned_for - timedelta(days=14)).isoformat()
            _because(teller, c.MissMeeting, on, NOT_HELD[planned_for], **meeting)
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
        _because(teller, c.DropAction, on, "not-needed", action=2, **meeting)


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
            c.CarryOutDecision, (held_on + timedelta(days=12)).isoformat(), decision=1,
            change=change, record=teller.id_of("engagement", "E-2024-001"), record_version=2,
            **meeting,
        )  # fmt: skip
    elif held_on < day("2024-10-01"):
        teller.tell(
            c.CarryOutDecision, (held_on + timedelta(days=30)).isoformat(), decision=1,
            change=change, record=record, record_version=1, **meeting,
        )  # fmt: skip


def _contract(teller: Teller, number: str) -> dict[str, Any]:
    return {"contract_id": teller.id_of("contract", f"{GRANT}|{number}")}


def _contracts(teller: Teller) -> None:
    by_town: dict[str, Any] = {
        "programme": GRANT, "kind": "mandate", "orderer": "town", "orderer_code": TOWN,
        "municipality": TOWN, "first_day": PERIOD[0], "last_day": PERIOD[1],
    }  # fmt: skip
    for number, team, party, heads, weekly in CONTRACTS:
        terms = _hourly(heads, weekly)
        teller.tell(
            k.ConcludeContract, "2024-04-26", reason=Reason.DECISION, number=number, team=team,
            party="team", party_code=party, **by_town, **terms,
        )  # fmt: skip
        _hours(teller, number)
    teller.tell(
        k.ConcludeContract, "2024-04-26", reason=Reason.DECISION, number="委-R6-11",
        party="adviser", party_code="A-1", **by_town,
    )  # fmt: skip
    # Two of the teams go on for two months more, the second of them with the corporation.
    for number, _, _, heads, weekly in CONTRACTS[:2]:
        teller.tell(
            k.RenewContract, "2025-02-14", reason=Reason.DECISION, first_day="2025-03-01",
            last_day=RENEWED_UNTIL, **_hourly(heads, weekly), **_contract(teller, number),
        )  # fmt: skip
    number, _, _, heads, weekly = CONTRACTS[1]
    teller.tell(
        k.AmendContract, "2025-04-01", reason=Reason.DECISION, last_day=RENEWED_UNTIL,
        **_hourly(heads + 1, weekly), **_contract(teller, number),
    )  # fmt: skip
    _because(
        teller, k.EndContract, "2025-02-28", "expired", notice_given_on="2025-01-24",
        **_contract(teller, "委-R6-03"),
    )  # fmt: skip


def _hourly(heads: int, weekly: int) -> dict[str, Any]:
    return {
        "heads": heads, "minutes_a_week": weekly, "minutes_a_month": heads * weekly * 4,
        "month_convention": "4w",
    }  # fmt: skip


def month_at(index: int) -> tuple[int, int]:
    """Give year and month of a place in the tables of hours; the first is May 2024."""
    return 2024 + (index + 4) // 12, (index + 4) % 12 + 1


def hours_declared(until: str) -> int:
    """Count the minutes that all teams declared up to a day, from the tables of this story."""
    return sum(
        minutes // len(DAYS_OF_A_MONTH)
        for months in DECLARED.values()
        for index, minutes in enumerate(months)
        for on in DAYS_OF_A_MONTH
        if date(*month_at(index), on).isoformat() <= until
    )


def _hours(teller: Teller, number: str) -> None:
    of = _contract(teller, number)
    for index, minutes in enumerate(DECLARED[number]):
        year, month = month_at(index)
        quarter = minutes // len(DAYS_OF_A_MONTH)
        for on in DAYS_OF_A_MONTH:
            worked = date(year, month, on).isoformat()
            teller.tell(k.DeclareHours, worked, minutes=quarter, by="lead-1", **of)
        if (number, index) not in UNAPPROVED:
            until = date(year, month, DAYS_OF_A_MONTH[-1])
            name = f"{of['contract_id']}|{year}-{month:02}"
            teller.tell(
                k.ApproveHours, (until + timedelta(days=4)).isoformat(), until=until,
                approver=teller.person("director"),
                month_id=teller.id_of("contract-month", name),
            )  # fmt: skip


def _advisers(teller: Teller) -> None:
    for index, (number, basis, contract) in enumerate(ADVISERS):
        of: dict[str, Any] = {"adviser_id": teller.id_of("adviser", f"{GRANT}|{number}")}
        paid = _contract(teller, contract) if contract else {}
        teller.tell(
            a.EngageAdviser, "2024-04-26", reason=Reason.DECISION, programme=GRANT, number=number,
            person_id=teller.person(number), basis=basis, sessions_agreed=SESSIONS,
            first_day=PERIOD[0], last_day=PERIOD[1], **paid,
        )  # fmt: skip
        held = session_days(index)
        for session, on in enumerate(held, start=1):
            teller.tell(a.HoldAdviceSession, on.isoformat(), session=session, minutes=60, **of)
        for adviser, advice, session, topic, sentence, answer, days, change in ADVICE:
            if adviser != number:
                continue
            on = held[session - 1]
            teller.tell(
                a.GiveAdvice, on.isoformat(), advice=advice, session=session, topic=topic,
                sentence=sentence, **of,
            )  # fmt: skip
            answered = (on + timedelta(days=days)).isoformat()
            if answer == "adopted":
                teller.tell(a.AdoptAdvice, answered, reason=Reason.DECISION, advice=advice, **of)
            elif answer == "declined":
                _because(teller, a.DeclineAdvice, answered, "no-means", advice=advice, **of)
            if change:
                _advice_followed(teller, advice, on + timedelta(days=days + 14), change, of)
    teller.tell(
        a.EndAdviser, "2025-02-20", adviser_id=teller.id_of("adviser", f"{GRANT}|A-2"),
    )  # fmt: skip


def session_days(adviser: int) -> list[date]:
    """Give the days of an adviser's sessions: weekly, but not in every week of the ten months."""
    weeks = [PERIOD[0] + timedelta(days=6 + adviser + 7 * week) for week in range(43)]
    resting = {date(2024, 8, 12), date(2024, 12, 30)}
    open_weeks = [on for on in weeks if all(abs(on - rest) >= A_WEEK for rest in resting)]
    return open_weeks[:SESSIONS] if adviser == 0 else open_weeks[: SESSIONS - 2]


def _advice_followed(
    teller: Teller, advice: int, on: date, change: str, of: dict[str, Any]
) -> None:
    record = (
        teller.id_of("engagement", "E-2024-001")
        if change == "orders"
        else _contract(teller, "委-R6-01")["contract_id"]
    )
    teller.tell(
        a.CarryOutAdvice, on.isoformat(), advice=advice, change=change, record=record,
        record_version=2, **of,
    )  # fmt: skip


def _indicators(teller: Teller) -> None:
    for code, aim, level, title, unit, leads_to, values in INDICATORS:
        teller.tell(
            o.DefineIndicator, "2024-05-01", reason=Reason.DECISION, programme=GRANT, code=code,
            version=1, aim=aim, level=level, title=title, unit=unit, leads_to=leads_to,
            definition=f"{title}（架空の数え方）", basis="事務局案（架空）",
        )  # fmt: skip
        for on, value in values:
            teller.tell(
                o.MeasureOutcome, on, indicator_id=teller.id_of("indicator", f"{GRANT}|{code}"),
                value=value, method="record",
            )  # fmt: skip


def _corporation(teller: Teller) -> None:
    of: dict[str, Any] = {"corporation_id": teller.id_of("corporation", CORPORATION)}
    teller.tell(
        p.FoundCorporation, FOUNDED, reason=Reason.DECISION, corporate_number=CORPORATION,
        name="一般社団法人立科町振興公社", form="association", officers=5, has_employees=True,
    )  # fmt: skip
    parties = {"from_kind": "town", "from_code": TOWN}
    for programme in (GRANT, f"own:{TOWN}"):
        teller.tell(
            p.TransferOperation, FOUNDED, reason=Reason.DECISION, programme=programme,
            to_kind="corporation", to_code=CORPORATION, **parties, **of,
        )  # fmt: skip
    for number, *_ in CONTRACTS[:2]:
        teller.tell(
            p.NovateContract, FOUNDED, reason=Reason.DECISION, **of, **parties,
            subject_id=_contract(teller, number)["contract_id"], notified_on="2025-03-14",
        )  # fmt: skip
    teller.tell(
        p.NovateEngagement, FOUNDED, reason=Reason.DECISION, **of, **parties,
        subject_id=teller.id_of("engagement", "E-2024-003"), notified_on="2025-03-17",
    )  # fmt: skip
    teller.tell(p.ChangeOfficers, "2026-06-22", officers=6, has_employees=True, **of)


def _members(teller: Teller) -> None:
    consortium = teller.id_of("consortium", "consortium")
    of: dict[str, Any] = {"consortium_id": consortium}
    document = teller.id_of("evidence", "事業概要")
    teller.tell(
        m.ConcludeAgreement, "2024-05-20", reason=Reason.DECISION, agreement_version=1,
        document=document, **of,
    )  # fmt: skip
    teller.tell(
        m.AmendAgreement, "2025-04-01", reason=Reason.DECISION, agreement_version=2, amends=1,
        parts=("roles",), document=document, **of,
    )  # fmt: skip
    for code, yen in (("203246", 600_000), ("202126", 300_000), ("152161", 300_000)):
        teller.tell(
            m.ShareCost, "2025-05-30", reason=Reason.DECISION, programme=GRANT, amount=yen,
            fiscal_year="R6", basis="agreed",
            membership_id=teller.id_of("membership", f"municipality|{code}"),
        )  # fmt: skip
    teller.tell(
        m.ShareCost, "2025-05-30", reason=Reason.DECISION, programme=GRANT, amount=150_000,
        fiscal_year="R6", basis="in-kind",
        membership_id=teller.id_of("membership", f"corporate-number|{COMPANY}"),
    )  # fmt: skip
