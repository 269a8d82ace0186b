"""Consents to be shown in public, as views hold what was published against them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from application.recorded import Recorded
from application.viewing.view import Facts
from domain.base.days import said_on
from domain.consent import events as c


class Consents:
    """The consents to be shown, of each person and part; ids that are one person count as one."""

    def __init__(self, facts: Facts) -> None:
        """Collect what was said, in the order of days."""
        self._facts = facts
        said: dict[tuple[UUID, c.Scope], list[Recorded]] = defaultdict(list)
        for event, fact in facts.of(c.ConsentGiven, c.ConsentWithdrawn):
            if event.purpose is c.Purpose.PUBLICITY:
                said[facts.person(event.person_id), event.scope].append(fact)
        self._said: Mapping[tuple[UUID, c.Scope], Sequence[Recorded]] = said

    def last(self, person: UUID, scope: c.Scope, day: date) -> Recorded | None:
        """Give what a person said last up to a day; None if they said nothing."""
        said = self._said.get((self._facts.person(person), scope), ())
        return said_on(((fact.event.effective_on, fact) for fact in said), day)

    def in_force(self, person: UUID, scope: c.Scope, day: date) -> bool:
        """Say whether a person's consent is in force on a day."""
        last = self.last(person, scope, day)
        return last is not None and isinstance(last.event, c.ConsentGiven)
