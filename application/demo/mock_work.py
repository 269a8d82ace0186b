"""Invented mock work (架空): practice before a first order, with support, and for no client."""

from typing import Any

from application.demo.plan_r6_r8 import GRANT
from application.demo.teller import CLERKS, Teller
from application.recorded import Reason
from domain.mock_work import commands as c

# Number, title, skills, capacity, planned, opened, closed, first day, last day, yen for each.
TASKS = (
    ("M-2024-01", "議事録の作成", ("data-entry", "transcription"), 4,
     "2024-05-13", "2024-05-20", "2024-06-05", "2024-06-10", "2024-06-28", 0),
    ("M-2024-02", "紙名簿のデータ化", ("data-entry",), 6,
     "2024-06-17", "2024-07-01", "2024-07-19", "2024-07-22", "2024-08-09", 3000),
    ("M-2024-03", "紹介記事の下書き", ("web-writing", "design"), 5,
     "2024-10-15", "2024-10-21", "2024-11-08", "2024-11-11", "2024-11-29", 3000),
    ("M-2025-01", "問合せメールの返信案", ("customer-support",), 5,
     "2025-05-19", "2025-06-02", "2025-06-20", "2025-06-23", "2025-07-11", 3000),
    ("M-2026-01", "申請書の入力", ("data-entry",), 5,
     "2026-10-05", "2026-10-19", None, "2026-11-16", "2026-12-11", 3000),
)  # fmt: skip
CANCELLED = ("M-2025-02", "動画の字幕づけ", ("transcription",), 3,
             "2025-09-01", "2025-09-08", "2025-10-06", "2025-10-31", "2025-09-29")  # fmt: skip
# Mock work, worker, joined, completed, result, yen paid; nothing if the part ended before.
PARTS = (
    ("M-2024-01", "W-001", "2024-05-22", "2024-06-27", "passed", 0),
    ("M-2024-01", "W-002", "2024-05-22", "2024-06-28", "passed", 0),
    ("M-2024-01", "W-003", "2024-05-27", "2024-06-28", "partly", 0),
    ("M-2024-02", "W-004", "2024-07-02", "2024-08-07", "passed", 3000),
    ("M-2024-02", "W-005", "2024-07-03", "2024-08-09", "passed", 3000),
    ("M-2024-02", "W-006", "2024-07-08", "", "", 0),
    ("M-2024-02", "W-007", "2024-07-12", "2024-08-08", "passed", 3000),
    ("M-2024-03", "W-008", "2024-10-25", "2024-11-28", "not-yet", 3000),
    ("M-2024-03", "W-009", "2024-11-01", "2024-11-29", "passed", 3000),
    ("M-2025-01", "W-011", "2025-06-05", "2025-07-10", "passed", 3000),
    ("M-2025-01", "W-012", "2025-06-09", "2025-07-11", "passed", 3000),
    ("M-2025-01", "W-010", "2025-06-16", "2025-07-11", "partly", 3000),
    ("M-2026-01", "W-014", "2026-10-26", None, "", 0),
)  # fmt: skip
ENTERED_LATE = {"W-009": "2024-12-17"}
"""Who was registered late is entered late here too."""
ENDED_TAKING_PART = "2024-07-29"
# Mock work, worker, day, kind, minutes, and who helped.
SUPPORT = (
    ("M-2024-01", "W-001", "2024-06-12", "tools", 30, "T-1"),
    ("M-2024-01", "W-002", "2024-06-12", "tools", 30, "T-1"),
    ("M-2024-01", "W-003", "2024-06-18", "method", 45, "T-2"),
    ("M-2024-01", "W-003", "2024-06-25", "review", 60, "T-2"),
    ("M-2024-02", "W-004", "2024-07-24", "questions", 20, "W-001"),
    ("M-2024-02", "W-005", "2024-07-31", "review", 40, "W-001"),
    ("M-2024-02", "W-006", "2024-07-24", "tools", 30, "W-002"),
    ("M-2024-03", "W-008", "2024-11-20", "review", 60, "W-003"),
    ("M-2025-01", "W-011", "2025-06-26", "method", 30, "W-007"),
    ("M-2025-01", "W-010", "2025-07-03", "review", 50, "W-003"),
)
SAID_WRONGLY = ("M-2024-03", "W-009", 2, "2025-01-15", {"result": "partly"})
"""What was recorded of a result and found to be otherwise: version 2 of that part."""


def tell(teller: Teller) -> None:
    """Tell of mock work from planning to closing, of those who took part, and of support."""
    for number, title, skills, capacity, planned, opened, closed, first, last, reward in TASKS:
        _planned(teller, number, title, skills, capacity, planned, first, last, reward)
        task_id = teller.id_of("mock-task", number)
        teller.tell(c.OpenMockTask, opened, task_id=task_id)
        if closed:
            teller.tell(c.CloseMockTask, closed, task_id=task_id)
    number, title, skills, capacity, planned, opened, first, last, cancelled = CANCELLED
    _planned(teller, number, title, skills, capacity, planned, first, last, 3000)
    called_off = teller.id_of("mock-task", number)
    teller.tell(c.OpenMockTask, opened, task_id=called_off)
    teller.tell(c.CancelMockTask, cancelled, task_id=called_off)
    for number, worker, joined, completed, result, paid in PARTS:
        teller.tell(
            c.JoinMockTask, joined, entered=ENTERED_LATE.get(worker),
            task_id=teller.id_of("mock-task", number),
            worker_id=teller.worker(worker),
        )  # fmt: skip
        part = _part(teller, number, worker)
        if completed:
            teller.tell(
                c.CompleteMockTask, completed, entered=ENTERED_LATE.get(worker),
                participation_id=part, result=result, paid=paid,
                use="practice",
            )  # fmt: skip
        elif completed is not None:
            teller.tell(c.DropMockTask, ENDED_TAKING_PART, participation_id=part)
    for number, worker, on, kind, minutes, supporter in SUPPORT:
        teller.tell(
            c.GiveSupport, on, participation_id=_part(teller, number, worker), kind=kind,
            minutes=minutes, supporter=teller.person(supporter),
        )  # fmt: skip
    number, worker, version, found, now = SAID_WRONGLY
    teller.tell(
        c.CorrectParticipation, found, by=CLERKS["203246"], reason=Reason.MISTAKE,
        participation_id=_part(teller, number, worker), version=version, now=now,
    )  # fmt: skip


def _planned(  # noqa: PLR0913, PLR0917 - one row of the table
    teller: Teller,
    number: str,
    title: str,
    skills: tuple[str, ...],
    capacity: int,
    planned: str,
    first: str,
    last: str,
    reward: int,
) -> None:
    said: dict[str, Any] = {"framework": "dss", "framework_version": "1.2", "skills": skills}
    teller.tell(
        c.PlanMockTask, planned, programme=GRANT, number=number, title=f"{title}（架空）",
        municipality="joint", capacity=capacity, first_day=first, last_day=last, reward=reward,
        criteria="（架空）見本と照らして誤りが三つ以内", **said,
    )  # fmt: skip


def _part(teller: Teller, number: str, worker: str) -> object:
    task = teller.id_of("mock-task", number)
    return teller.id_of(c.PARTICIPATION, f"{task}|{teller.worker(worker)}")
