"""The definitions that a made-up consortium publishes, renews and withdraws."""

from datetime import date
from typing import Final

from application.figures.standard import PERSONS, STANDARD
from application.recorded import Reason
from domain.base.figure import Count, Facts, FigureDefinition, Words
from domain.figure import commands as c
from tests.made_up.agenda import Life
from tests.made_up.calendar import FIRST
from tests.made_up.desk import Desk

REGISTERED: Final = FigureDefinition(
    code="registered",
    version=1,
    title=Words(ja="登録した住民", en="Residents registered"),
    sentence=Words(ja="年度に登録した住民の数。", en="Residents registered in the fiscal year."),
    unit=PERSONS,
    measure=Count(
        facts=Facts(scope="common", opens=("worker.registered",), persons=("person_id",)),
        basis="annual",
        distinct_by="person_id",
    ),
)


def life(desk: Desk, definition: FigureDefinition) -> Life:
    """Publish a definition, and word it anew after a year."""
    figure = desk.open(c.DefineFigure, FIRST, why=Reason.DECISION, definition=definition)
    assert figure is not None
    yield date(2025, 4, 1)
    reworded = {"version": 2, "title": Words(ja=f"{definition.title.ja}（改）", en="Reworded")}
    second = definition.model_copy(update=reworded)
    desk.must(figure, c.DefineFigure, desk.today, why=Reason.DECISION, definition=second)
    if definition not in STANDARD:
        yield date(2026, 4, 1)
        desk.must(figure, c.WithdrawFigure, desk.today, why=Reason.DECISION)
