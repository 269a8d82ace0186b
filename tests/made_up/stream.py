"""One made-up stream so far, as far as the next decision needs it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self
from uuid import UUID

from application.aggregate import Aggregate
from domain.base.event import Correction, Event, Void


@dataclass(slots=True, eq=False)
class Stream:
    """A stream's history.

    `relied_on` says whether another stream's decision looked at it, and `dependents` are those
    that have to be looked at before it may change. `decided` counts the events of it that a
    decision gave.
    """

    aggregate: Aggregate
    id: UUID
    history: list[tuple[int, Event]] = field(default_factory=list)
    relied_on: bool = False
    dependents: list[Self] = field(default_factory=list)
    decided: int = 0
    _state: Any = None
    _folded: int = 0

    @property
    def state(self) -> Any:  # noqa: ANN401 - the area's state
        """The area's state; None if nothing of the stream holds. Folded when it is asked for."""
        new = self.history[self._folded :]
        if any(isinstance(event, Correction | Void) for _, event in new):
            self._state = self.aggregate.fold(self.history)
        else:
            for _, event in new:
                self._state = self.aggregate.evolve(self._state, event)
        self._folded = len(self.history)
        return self._state

    @property
    def since(self) -> date:
        """The day of the event that opened it."""
        return self.history[0][1].effective_on
