"""Kinds of work (業務の種類): whether fees for them are subject to withholding, and since when."""

from application.documents.derived import derived_kind
from domain.base.words import Label
from domain.work_kind.commands import SetWithholding
from domain.work_kind.events import WithholdingSet

KIND = derived_kind(
    "work-kinds",
    Label("源泉徴収の扱い", "Withholding by kind of work"),
    command=SetWithholding,
    event=WithholdingSet,
    on=("applies_from", "適用日", "applies from", "決定日"),
    key=("kind", "applies_from"),
)
