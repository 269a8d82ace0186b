"""What happens to the definition of a figure."""

from typing import Annotated, ClassVar

from domain.base.event import Event
from domain.base.figure import FigureDefinition
from domain.base.tasks import Task
from domain.base.words import Label

Definition = Annotated[FigureDefinition, Label("指標の定義", "figure definition")]


class FigureDefined(Event):
    """A figure's definition was published; it is in force from `effective_on` on."""

    TOPIC = "figure.defined"
    SENTENCE: ClassVar[Label] = Label(
        "指標の定義を公表した。", "A figure's definition was published."
    )
    TASKS = (Task.OUTCOMES,)

    definition: Definition


class FigureWithdrawn(Event):
    """A figure has no definition in force from `effective_on` on."""

    TOPIC = "figure.withdrawn"
    SENTENCE: ClassVar[Label] = Label(
        "指標の定義を取り下げた。", "A figure's definition was withdrawn."
    )
    TASKS = (Task.OUTCOMES,)


FigureEvent = FigureDefined | FigureWithdrawn
