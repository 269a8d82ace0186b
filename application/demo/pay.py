"""Invented decisions (架空) on which kinds of work fees are withheld from."""

from application.demo.teller import Teller
from application.recorded import Reason
from domain.work_kind import commands as c

OFFICE = "会計課（架空）"
# Kind of work, what was decided, from which day. Nobody has decided about the other kinds.
WITHHOLDING = (
    ("digitization", "no", "2024-06-03"),
    ("creative", "unknown", "2025-05-12"),
    ("creative", "yes", "2025-06-02"),
    ("back-office", "yes", "2026-11-02"),
)


def tell(teller: Teller) -> None:
    """Tell of the decisions; one was recorded wrong and put right the next day."""
    for kind, applies, on in WITHHOLDING:
        teller.tell(c.SetWithholding, on, kind=kind, applies=applies, decided_by=OFFICE)
    teller.tell(
        c.CorrectWithholding, "2026-11-03", reason=Reason.MISTAKE, version=1,
        work_kind_id=teller.id_of("work-kind", "back-office"), now={"applies": "no"},
    )  # fmt: skip
