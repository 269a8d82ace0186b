"""One example of every event of the area figure."""

from domain.base.figure import (
    Condition,
    Count,
    Ending,
    Facts,
    FigureDefinition,
    Ratio,
    Words,
)
from domain.figure import events as figure
from tests.golden.examples.shared import example

ASSESSED = Facts(
    scope="common",
    opens=("worker.skill_assessed",),
    where=(Condition(field="framework", one_of=("dss",)),),
    ends=Ending(topics=("worker.skill_withdrawn",), same=("skill",), effective="first_day_without"),
    keep="latest",
    key=("stream", "skill"),
    kept_where=(Condition(field="level", one_of=(3, 4)),),
)
DEFINITION = FigureDefinition(
    code="skills-at-level-3",
    version=2,
    title=Words(ja="レベル3以上の割合", en="Share at level 3 or higher"),
    sentence=Words(ja="評価のうちレベル3以上の割合。", en="Assessments at level 3 or higher."),
    unit=Words(ja="%", en="%"),
    by=("skill",),
    measure=Ratio(
        numerator=Count(facts=ASSESSED, basis="level"),
        denominator=Count(facts=ASSESSED.model_copy(update={"kept_where": ()}), basis="level"),
        scale=100,
        rounding="half_up",
    ),
)

EXAMPLES = (
    example(figure.FigureDefined, definition=DEFINITION),
    example(figure.FigureWithdrawn),
)
