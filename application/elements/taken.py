"""How the value of a metric is taken from the lines of a view, and which facts it stands on."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from application.elements.metric import Taken
from application.recorded import Recorded
from application.viewing.view import Facts, Line
from application.views.dx_contribution import DxContributionRow
from application.views.private_contribution import PrivateContributionRow
from domain.advice.events import AdviceSessionHeld
from domain.base.event import Event
from domain.commission.events import CommissionCompleted
from domain.contract.events import HoursDeclared
from domain.meeting.events import DecisionMade

Private = Sequence[Line[PrivateContributionRow]]


def private_minutes(_: Facts, lines: Private) -> Taken | None:
    """Add up the minutes of the members of whom some are recorded."""
    minutes = [line.row.minutes for line in lines if line.row.minutes is not None]
    return (sum(minutes), _facts(lines, AdviceSessionHeld, HoursDeclared)) if minutes else None


def private_decisions(_: Facts, lines: Private) -> Taken | None:
    """Count the decisions in which a private member took part, each once; all may be none."""
    decisions = _facts(lines, DecisionMade)
    known = any(line.row.decisions is not None for line in lines)
    return (len(decisions), decisions) if known else None


def dx_workers(facts: Facts, lines: Sequence[Line[DxContributionRow]]) -> Taken:
    """Count the persons at the end of a chain, each once; what is counted is every link."""
    return len(_persons(facts, _facts(lines, CommissionCompleted))), _facts(lines)


def _facts(lines: Iterable[Line[Any]], *kinds: type[Event]) -> list[Recorded]:
    """Give the facts behind some lines, of these kinds or of any, each once."""
    found = {fact.position: fact for line in lines for fact in line.facts}
    every = [found[position] for position in sorted(found)]
    return [fact for fact in every if isinstance(fact.event, kinds or Event)]


def _persons(facts: Facts, counted: Iterable[Recorded]) -> set[UUID]:
    return {
        facts.person(fact.event.person_id)
        for fact in counted
        if isinstance(fact.event, CommissionCompleted)
    }
