"""Figures as of any moment, by the definition in force."""

from datetime import date

from application.effective import effective_events
from application.figures.interpreter import compute, topics, undefined
from application.figures.joins import joins_in_force
from application.figures.published import definitions_in_force, versions_of
from application.figures.values import Figure, for_figures
from application.ports import Log
from domain.base.figure import FigureDefinition

DEFINITIONS = ("figure.defined", "figure.withdrawn")


def figure(  # noqa: PLR0913 - each is one thing that a figure depends on
    log: Log,
    code: str,
    *,
    programme: str,
    fiscal_year: int | None,
    valid_on: date,
    position: int,
    version: int | None = None,
) -> tuple[FigureDefinition | None, Figure]:
    """Compute a figure with what was recorded up to `position`, and give its definition.

    The definition is the one in force on `valid_on` or, where it is named, that `version` of it,
    in force or not; without one the figure has no value.
    """
    if version is None:
        definition = definitions(log, valid_on=valid_on, position=position).get(code)
    else:
        published = versions_of(effective_events(log, DEFINITIONS, position))
        definition = published.get((code, version))
    if definition is None:
        none = undefined(
            code,
            programme=programme,
            fiscal_year=fiscal_year,
            valid_on=valid_on,
            version=version,
        )
        return None, none
    return definition, compute(
        definition,
        map(for_figures, effective_events(log, topics(definition), position)),
        programme=programme,
        fiscal_year=fiscal_year,
        valid_on=valid_on,
        joins=joins_in_force(log, valid_on=valid_on, position=position),
    )


def definitions(log: Log, *, valid_on: date, position: int) -> dict[str, FigureDefinition]:
    """Give the definitions in force on a day, by their codes."""
    return definitions_in_force(effective_events(log, DEFINITIONS, position), valid_on=valid_on)
