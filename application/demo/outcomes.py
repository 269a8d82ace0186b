"""Invented indicators of the logic model (架空), from input to outcome, and their values."""

from typing import Final

from application.demo.plan_r6_r8 import GRANT
from application.demo.teller import Teller
from application.recorded import Reason
from domain.outcome import commands as o

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


def tell(teller: Teller) -> None:
    """Tell how each indicator is defined, and what was measured."""
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
