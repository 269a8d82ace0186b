"""Matters to check of one commission: derived from the facts that hold, never stored.

Only what has happened is one: what is late and not done yet is on the legal clock, and becomes a
matter with the fact that ends it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from domain.base.event import Event
from domain.base.matter import Force, Matter
from domain.commission import events as e
from domain.commission.law.acts import touched
from domain.commission.law.clocks import clocks
from domain.commission.law.course import STATED, Course, follow, in_order
from domain.commission.law.rule_sets import force_of, rule_sets
from domain.commission.offer import matters as of_the_offer


@dataclass(frozen=True, slots=True)
class Examined:
    """A commission as far as its facts are known, and what single facts of it touched."""

    course: Course
    touched: tuple[Matter, ...] = ()

    def matters(self) -> list[Matter]:
        """Give what is to be checked by now; each once."""
        found: dict[tuple[int, str], Matter] = {}
        for matter in (*self.touched, *_of_clocks(self.course)):
            found.setdefault((matter.version, matter.check.code), matter)
        return sorted(found.values(), key=lambda one: (one.version, one.check.code))


def examine(before: Examined | None, version: int, event: Event) -> Examined:
    """Take in the next effective fact of a commission, in the order of their days."""
    if before is None:
        return Examined(follow(None, version, event), tuple(of_the_offer(version, event)))
    touched = (*before.touched, *_of_one(before.course, version, event))
    return Examined(follow(before.course, version, event), touched)


def matters(history: Iterable[tuple[int, Event]]) -> list[Matter]:
    """Give what is to be checked, given the effective facts of a commission; each once."""
    examined: Examined | None = None
    for version, event in in_order(history):
        examined = examine(examined, version, event)
    return examined.matters() if examined else []


def _of_one(course: Course, version: int, event: Event) -> Iterator[Matter]:
    commission = course.commission
    ids = commission.bound
    if isinstance(event, STATED | e.CommissionAccepted):
        ids = event.rule_sets
    for check in touched(commission, event):
        force = force_of(check, commission.orderer, rule_sets(ids))
        if force:
            yield Matter(version, check, force, event.effective_on)


def _of_clocks(course: Course) -> Iterator[Matter]:
    for clock in clocks(course):
        if clock.done and clock.force is not Force.TARGET and clock.late(date.max):
            yield Matter(clock.done.version, clock.check, clock.force, clock.done.on)
