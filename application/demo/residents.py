"""Invented residents (架空): who registers, what they can do, who moves, leaves and returns."""

from typing import Any

from application.demo.teller import CLERKS, Teller
from application.recorded import Reason
from domain.person.commands import JoinPersons
from domain.worker import commands as c

# Number, name, kana, municipality, registered on, entered on.
RESIDENTS = (
    ("W-001", "架空 一花", "カクウ イチカ", "203246", "2024-05-10", "2024-05-10"),
    ("W-002", "架空 二郎", "カクウ ジロウ", "203246", "2024-05-10", "2024-05-10"),
    ("W-003", "架空 三奈", "カクウ ミナ", "203246", "2024-05-17", "2024-05-20"),
    ("W-004", "架空 髙志", "カクウ タカシ", "202126", "2024-06-03", "2024-06-03"),
    ("W-005", "架空 﨑子", "カクウ サキコ", "202126", "2024-06-03", "2024-06-04"),
    ("W-006", "架空 六実", "カクウ ムツミ", "202126", "2024-07-01", "2024-07-01"),
    ("W-007", "架空 七海", "カクウ ナナミ", "152161", "2024-07-08", "2024-07-10"),
    ("W-008", "架空 八重", "カクウ ヤエ", "152161", "2024-09-02", "2024-09-02"),
    ("W-009", "架空 九一", "カクウ キュウイチ", "203246", "2024-10-01", "2024-12-16"),
    ("W-010", "架空 十和", "カクウ トワ", "203246", "2025-01-14", "2025-01-14"),
    ("W-011", "架空 一子", "カクウ イチコ", "202126", "2025-05-12", "2025-05-12"),
    ("W-012", "架空 七海", "カクウ ナナミ", "202126", "2025-06-02", "2025-06-02"),
    ("W-013", "架空 十三", "カクウ ジュウゾウ", "152161", "2025-09-01", "2025-11-05"),
    ("W-014", "架空 十四子", "カクウ トシコ", "203246", "2026-04-13", "2026-04-13"),
)
DSS = {"framework": "dss", "framework_version": "1.2"}
# Number, skill, level, on, entered on, method; claims say "self".
SKILLS = (
    ("W-001", "data-entry", 1, "2024-05-10", "2024-05-10", "self"),
    ("W-001", "data-entry", 2, "2024-09-12", "2024-09-12", "test"),
    ("W-001", "data-analysis", 1, "2025-02-03", "2025-02-03", "work-sample"),
    ("W-001", "data-analysis", 3, "2026-02-10", "2026-02-10", "test"),
    ("W-002", "data-entry", 2, "2024-05-10", "2024-05-10", "self"),
    ("W-002", "transcription", 2, "2024-10-21", "2025-01-20", "work-sample"),
    ("W-003", "web-writing", 1, "2024-05-17", "2024-05-20", "self"),
    ("W-003", "web-writing", 3, "2024-11-18", "2024-11-18", "work-sample"),
    ("W-004", "data-entry", 1, "2024-06-03", "2024-06-03", "self"),
    ("W-004", "process-automation", 2, "2025-03-10", "2025-03-10", "test"),
    ("W-005", "design", 2, "2024-06-04", "2024-06-04", "self"),
    ("W-005", "design", 3, "2025-07-14", "2025-07-14", "work-sample"),
    ("W-006", "data-entry", 1, "2024-07-01", "2024-07-01", "self"),
    ("W-007", "customer-support", 2, "2024-07-10", "2024-07-10", "self"),
    ("W-007", "customer-support", 3, "2024-12-09", "2025-02-17", "mentor"),
    ("W-008", "data-entry", 1, "2024-09-02", "2024-09-02", "self"),
    ("W-010", "web-writing", 1, "2025-01-14", "2025-01-14", "self"),
    ("W-011", "data-entry", 2, "2025-05-12", "2025-05-12", "self"),
    ("W-013", "design", 1, "2025-11-05", "2025-11-05", "self"),
    ("W-014", "data-entry", 1, "2026-04-13", "2026-04-13", "self"),
)
ASSESSOR, WHO_ASSESSES_THE_ASSESSOR = "W-007", "W-001"


def tell(teller: Teller) -> None:
    """Tell of registrations, skills, a move, leavings, a return, a correction, a joining."""
    for number, name, kana, municipality, on, entered in RESIDENTS:
        teller.tell(
            c.RegisterWorker,
            on,
            entered=entered,
            by=CLERKS[municipality],
            person_id=teller.person(number),
            number=number,
            name=name,
            kana=kana,
            contact=f"{number.lower()}@example.jp",
            municipality=municipality,
        )
    for number, skill, level, on, entered, method in SKILLS:
        _skill(teller, number, skill, level, on, entered, method)
    # What was entered of a level was wrong, and found out in the new year.
    teller.tell(
        c.CorrectSkill,
        "2025-01-27",
        reason=Reason.MISTAKE,
        worker_id=teller.worker("W-003"),
        version=3,
        now={"level": 2},
    )
    teller.tell(
        c.EndorseSkill, "2025-08-04", worker_id=teller.worker("W-005"), skill="design",
        framework="dss", endorser=teller.person("W-003"),
    )  # fmt: skip
    # The framework came out in another version, where this skill has another name.
    teller.tell(
        c.RemapSkill, "2026-04-01", worker_id=teller.worker("W-011"), skill="data-entry",
        framework="dss", framework_version="1.2", to_skill="data-handling", to_version="2.0",
        to_level=2,
    )  # fmt: skip
    # The same person registered again after moving; both ids had been counted.
    teller.tell(
        JoinPersons,
        "2025-06-09",
        reason=Reason.NEW_EVIDENCE,
        person_id=teller.person("W-007"),
        other_id=teller.person("W-012"),
    )
    teller.tell(
        c.MoveWorker, "2025-04-01", entered="2025-05-07", by="clerk-omachi",
        worker_id=teller.worker("W-002"), municipality="202126",
    )  # fmt: skip
    teller.tell(
        c.ChangeName, "2025-10-01", by="clerk-tateshina", reason=Reason.REQUESTED,
        worker_id=teller.worker("W-003"), name="架空 三奈（旧姓 見本）", kana="カクウ ミナ",
    )  # fmt: skip
    teller.tell(
        c.Leave, "2024-12-20", by="clerk-omachi", reason=Reason.REQUESTED,
        worker_id=teller.worker("W-006"),
    )  # fmt: skip
    teller.tell(
        c.Return, "2025-08-01", by="clerk-omachi", reason=Reason.REQUESTED,
        worker_id=teller.worker("W-006"),
    )  # fmt: skip
    # A leaving in the future: nothing changes until that day.
    teller.tell(
        c.Leave, "2027-03-31", entered="2026-10-19", by="clerk-itoigawa",
        reason=Reason.REQUESTED, worker_id=teller.worker("W-008"),
    )  # fmt: skip


def _skill(  # noqa: PLR0913, PLR0917 - one row of the table
    teller: Teller, number: str, skill: str, level: int, on: str, entered: str, method: str
) -> None:
    fields: dict[str, Any] = {
        "worker_id": teller.worker(number),
        "skill": skill,
        "level": level,
        **DSS,
    }
    if method == "self":
        teller.tell(c.ClaimSkill, on, entered=entered, **fields)
    else:
        assessor = teller.person(WHO_ASSESSES_THE_ASSESSOR if number == ASSESSOR else ASSESSOR)
        teller.tell(c.AssessSkill, on, entered=entered, assessor=assessor, method=method, **fields)
