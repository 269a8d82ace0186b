"""What can be asked to be recorded of a counted fact, and of a KPI's fiscal year."""

from collections.abc import Iterable
from typing import Annotated
from uuid import UUID

from domain.base.command import Annul, Command, Correct
from domain.base.fields import Evidence
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.words import Label
from domain.kpi import rules
from domain.kpi.events import Counted, FactCorrected, FactVoided, KpiYear, KpiYearReopened

FactId = Annotated[UUID, Label("計上", "counted fact")]


class CountFact(Counted, Command):
    """Count something for a KPI, on the day on which it came true.

    Where the programme has a plan, that says which KPIs there are and, with the members, whose
    facts are counted. A town's own programme has none.
    """

    LABEL = Label("KPIに計上する", "Count a fact for a KPI")
    HAPPENED = True
    REFUSALS = (
        rules.COUNTED_ALREADY,
        rules.YEAR_CLOSED,
        rules.NOT_CLOSED,
        rules.DAY_OUTSIDE_YEAR,
        rules.NOT_IN_PLAN,
        rules.TAKES_NO_PART,
    )

    def opens(self) -> str:
        """One stream for each KPI and subject, so that nothing is counted twice."""
        return f"{self.programme}|{self.kpi}|{self.subject}"

    def looks_at(self) -> Iterable[tuple[str, str]]:
        """At the closing of the fiscal year, at the plan, and at the municipality's membership."""
        return (
            ("kpi-year", f"{self.programme}|{self.kpi}|{self.fiscal_year}"),
            ("plan", self.programme),
            ("membership", f"municipality|{self.municipality}"),
        )


class CorrectFact(Correct):
    """Put right what was recorded of a counted fact."""

    LABEL = Label("計上を訂正する", "Correct a counted fact")
    TARGET = "fact_id"
    REFUSALS = (*MEND_RULES, rules.DAY_OUTSIDE_YEAR)
    EVENT = FactCorrected

    fact_id: FactId


class VoidFact(Annul):
    """Record that something must not be counted; it can be counted again later."""

    LABEL = Label("計上を取り消す", "Void a counted fact")
    TARGET = "fact_id"
    REFUSALS = VOID_RULES
    EVENT = FactVoided

    fact_id: FactId


class CloseKpiYear(KpiYear, Command):
    """Close the figures of a KPI for a fiscal year, once they were reported."""

    LABEL = Label("KPIの年度を締める", "Close a fiscal year of a KPI")
    REFUSALS = (rules.CLOSED_ALREADY, rules.CLOSED_BEFORE_ITS_END)

    evidence: Evidence | None = None

    def opens(self) -> str:
        """One stream for each KPI and fiscal year of a programme."""
        return f"{self.programme}|{self.kpi}|{self.fiscal_year}"


class ReopenKpiYear(Annul):
    """Record that a fiscal year had not been closed after all."""

    LABEL = Label("KPIの年度の締めを取り消す", "Reopen a fiscal year of a KPI")
    TARGET = "kpi_year_id"
    REFUSALS = VOID_RULES
    EVENT = KpiYearReopened

    kpi_year_id: Annotated[UUID, Label("KPIの年度", "fiscal year of a KPI")]


KpiYearCommand = CloseKpiYear | ReopenKpiYear
FactCommand = CountFact | CorrectFact | VoidFact
