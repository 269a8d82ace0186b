"""What can be asked to be recorded of a counted fact."""

from typing import Annotated
from uuid import UUID

from domain.base.command import Annul, Command, Correct
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.words import Label
from domain.kpi import rules
from domain.kpi.events import Counted, FactCorrected, FactVoided

FactId = Annotated[UUID, Label("計上", "counted fact")]


class CountFact(Counted, Command):
    """Count something for a KPI, on the day on which it came true."""

    LABEL = Label("KPIに計上する", "Count a fact for a KPI")
    REFUSALS = (rules.COUNTED_ALREADY,)

    def opens(self) -> str:
        """One stream for each KPI and subject, so that nothing is counted twice."""
        return f"{self.programme}|{self.kpi}|{self.subject}"


class CorrectFact(Correct):
    """Put right what was recorded of a counted fact."""

    LABEL = Label("計上を訂正する", "Correct a counted fact")
    TARGET = "fact_id"
    REFUSALS = MEND_RULES
    EVENT = FactCorrected

    fact_id: FactId


class VoidFact(Annul):
    """Record that something must not be counted; it can be counted again later."""

    LABEL = Label("計上を取り消す", "Void a counted fact")
    TARGET = "fact_id"
    REFUSALS = VOID_RULES
    EVENT = FactVoided

    fact_id: FactId


FactCommand = CountFact | CorrectFact | VoidFact
