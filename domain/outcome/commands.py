"""What can be asked to be recorded of an indicator."""

from domain.base.command import Annul, Command, Correct
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.words import Label
from domain.outcome import rules
from domain.outcome.events import (
    Indicator,
    IndicatorId,
    Measured,
    OutcomeCorrected,
    OutcomeVoided,
)


class DefineIndicator(Indicator, Command):
    """Record how an indicator is found from a day on; what was measured before stays as it is."""

    LABEL = Label("成果指標を定める", "Define an indicator")
    REFUSALS = (rules.VERSION_DEFINED_ALREADY, rules.VERSION_OUT_OF_ORDER)

    def opens(self) -> str:
        """One stream for each indicator of a programme."""
        return f"{self.programme}|{self.code}"


class OfIndicator(Command):
    """A command on one indicator; what it records is of the indicator's own programme."""

    TARGET = "indicator_id"

    indicator_id: IndicatorId


class MeasureOutcome(Measured, OfIndicator):
    """Record what was measured on a day, under the definition in force on it."""

    LABEL = Label("成果を測定する", "Measure an outcome")
    HAPPENED = True
    REFUSALS = (rules.NOT_IN_FORCE, rules.MEASURED_ALREADY)


class CorrectOutcome(OfIndicator, Correct):
    """Put right what was recorded of an indicator."""

    LABEL = Label("成果の記録を訂正する", "Correct an entry of an indicator")
    REFUSALS = (
        *MEND_RULES,
        rules.VERSION_OUT_OF_ORDER,
        rules.NOT_IN_FORCE,
        rules.MEASURED_ALREADY,
    )
    EVENT = OutcomeCorrected


class VoidOutcome(OfIndicator, Annul):
    """Record that a definition or a value never held."""

    LABEL = Label("成果の記録を取り消す", "Void an entry of an indicator")
    REFUSALS = (*VOID_RULES, rules.VERSION_OUT_OF_ORDER, rules.NOT_IN_FORCE)
    EVENT = OutcomeVoided


IndicatorCommand = DefineIndicator | MeasureOutcome | CorrectOutcome | VoidOutcome
