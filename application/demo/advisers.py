"""Invented sessions of two advisers (架空), 36 agreed with each, and what their advice changed."""

from datetime import date, timedelta
from typing import Any, Final

from application.demo.contracts import PERIOD, contract
from application.demo.members import ADVISER, FOUNDED_ON
from application.demo.plan_r6_r8 import GRANT
from application.demo.teller import Teller
from application.recorded import Reason
from domain.advice import commands as a

ADVISERS: Final = (("A-1", "contract", "委-R6-11"), ("A-2", "honorarium", None))
SESSIONS: Final = 36
MINUTES: Final = 60
"""Of each session."""
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


def tell(teller: Teller) -> None:
    """Tell of the sessions, the advice given, and whether it was adopted and carried out."""
    for index, (number, basis, paid_by) in enumerate(ADVISERS):
        of: dict[str, Any] = {"adviser_id": teller.id_of("adviser", f"{GRANT}|{number}")}
        paid = contract(teller, paid_by) if paid_by else {}
        teller.tell(
            a.EngageAdviser, "2024-04-26", reason=Reason.DECISION, programme=GRANT, number=number,
            person_id=teller.person(number), basis=basis, sessions_agreed=SESSIONS,
            first_day=PERIOD[0], last_day=PERIOD[1], **paid,
        )  # fmt: skip
        held = session_days(index)
        for session, on in enumerate(held, start=1):
            member = (
                teller.id_of("membership", f"number|{number}") if by_member(number, on) else None
            )
            teller.tell(
                a.HoldAdviceSession, on.isoformat(), session=session, minutes=MINUTES,
                membership_id=member, **of,
            )  # fmt: skip
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
                teller.because(a.DeclineAdvice, answered, "no-means", advice=advice, **of)
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


def by_member(adviser: str, on: date) -> bool:
    """Say whether an adviser was a member of the consortium on a day."""
    return adviser == ADVISER and on.isoformat() >= FOUNDED_ON


def _advice_followed(
    teller: Teller, advice: int, on: date, change: str, of: dict[str, Any]
) -> None:
    record, version = contract(teller, "委-R6-01")["contract_id"], 1
    if change == "orders":
        # The order came five weeks later.
        on, record, version = on + timedelta(days=35), teller.id_of("engagement", "E-2024-001"), 3
    teller.tell(
        a.CarryOutAdvice, on.isoformat(), advice=advice, change=change, record=record,
        record_version=version, **of,
    )  # fmt: skip
