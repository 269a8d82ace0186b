"""Withholding (源泉徴収): of which kinds of work fees are withheld from, and since which day."""

from application.documents.derived import derived_kind
from domain.base.words import Label
from domain.work_kind.commands import SetWithholding
from domain.work_kind.events import WithholdingSet

KIND = derived_kind(
    "withholdings",
    Label("源泉徴収の扱い", "Withholding"),
    command=SetWithholding,
    event=WithholdingSet,
    on=("decided_on", "判断した日", "decided on", "適用日"),
    key=("kind", "decided_on"),
)
