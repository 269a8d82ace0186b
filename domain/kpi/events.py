"""What happens to one counted fact, and to the fiscal year of a KPI."""

from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import StringConstraints

from domain.base.event import Correction, Event, Fields, PaperKind, Void
from domain.base.fields import Evidence, PerhapsPerson, Pillar, Whose, Year
from domain.base.tasks import Task
from domain.base.words import Code, Label

Kpi = Annotated[str, StringConstraints(pattern=r"^kpi[1-9]$"), Label("KPI", "KPI", "kpi1")]
Subject = Annotated[UUID, PerhapsPerson(), Label("数える対象", "subject")]
"""What is counted: a person, a pilot, a company."""


class AfterClosing(Code):
    """Why something is counted into a fiscal year whose figures had been closed."""

    PAPER_CAME_LATE = "paper-came-late", "書類が後から届いた", "the paper came late"
    OVERLOOKED = "overlooked", "計上もれ", "it had been overlooked"
    DEFINITION = "definition", "定義の変更", "the definition changed"
    OTHER = "other", "その他", "other"


TASK_OF_KPI = {
    "kpi1": (Task.KPI_HIRES,),
    "kpi2": (Task.KPI_PILOTS,),
    "kpi3": (Task.KPI_DX,),
    "kpi4": (Task.KPI_MEMBERS,),
}
"""Which row of the programme's list of work a KPI of the plan is."""


class Counted(Fields):
    """What is counted for which KPI, year and municipality, and what shows it."""

    kpi: Kpi
    subject: Subject
    fiscal_year: Year
    municipality: Whose
    pillar: Pillar | None = None
    evidence: Evidence | None = None
    after_closing: Annotated[
        AfterClosing | None, Label("締め後に計上する理由", "why after closing", "paper-came-late")
    ] = None


class FactCounted(Counted, Event):
    """Something was counted for a KPI."""

    TOPIC = "kpi.fact_counted"
    TASKS = tuple(task for tasks in TASK_OF_KPI.values() for task in tasks)
    EVIDENCE = (
        PaperKind.APPLICATION,
        PaperKind.CONTRACT,
        PaperKind.CERTIFICATE,
        PaperKind.ROSTER,
        PaperKind.MINUTES,
        PaperKind.PLAN,
        PaperKind.PUBLICATION,
    )
    SENTENCE: ClassVar[Label] = Label(
        "{kpi} に1件を計上した（{fiscal_year}年度、{municipality}）。",
        "One was counted for {kpi} (fiscal year {fiscal_year}, {municipality}).",
    )

    def tasks(self) -> tuple[Task, ...]:
        """Give the task whose KPI is counted; a KPI of somebody's own is of none of them."""
        return TASK_OF_KPI.get(self.kpi, ())


class KpiYear(Fields):
    """Which KPI of which fiscal year."""

    kpi: Kpi
    fiscal_year: Year


class KpiYearClosed(KpiYear, Event):
    """The figures of a KPI for a fiscal year were closed: what is counted later says why."""

    TOPIC = "kpi.year_closed"
    SENTENCE: ClassVar[Label] = Label(
        "{kpi} の{fiscal_year}年度を締めた。", "The fiscal year {fiscal_year} of {kpi} was closed."
    )
    TASKS = (Task.PLAN,)
    EVIDENCE = (PaperKind.MINUTES, PaperKind.OTHER)

    evidence: Evidence | None = None


class KpiYearReopened(Void):
    """A fiscal year had been closed that was not."""

    TOPIC = "kpi.year_reopened"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の締めを取り消した。", "The closing of version {voids} was voided."
    )
    MENDS = (KpiYearClosed,)


class FactCorrected(Correction):
    """What was recorded of a counted fact was wrong."""

    TOPIC = "kpi.fact_corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の計上を訂正した。", "The count of version {corrects} was corrected."
    )
    MENDS = (FactCounted,)
    FIXED = frozenset({"kpi", "subject"})


class FactVoided(Void):
    """Something had been counted that must not be."""

    TOPIC = "kpi.fact_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の計上を取り消した。", "The count of version {voids} was voided."
    )
    MENDS = (FactCounted,)
