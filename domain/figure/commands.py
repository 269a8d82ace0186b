"""What can be asked to be recorded of a figure's definition."""

from typing import Annotated
from uuid import UUID

from domain.base.command import Command
from domain.base.words import Label
from domain.figure import rules
from domain.figure.events import Definition


class DefineFigure(Command):
    """Publish a definition, or its next version, in force from `effective_on` on."""

    LABEL = Label("指標を定義する", "Define a figure")
    REFUSALS = (rules.NOT_THE_NEXT_VERSION, rules.UNKNOWN_FIELDS)

    definition: Definition

    def opens(self) -> str:
        """One stream for each code, with all its versions."""
        return self.definition.code


class WithdrawFigure(Command):
    """Say that a figure has no definition in force from `effective_on` on."""

    LABEL = Label("指標の定義を取り下げる", "Withdraw a figure's definition")
    TARGET = "figure_id"
    REFUSALS = (rules.WITHDRAWN_ALREADY,)

    figure_id: Annotated[UUID, Label("指標", "figure")]


FigureCommand = DefineFigure | WithdrawFigure
