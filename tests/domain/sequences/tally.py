"""What came of the commands of all sequences on one kind of stream."""

from collections import Counter
from dataclasses import dataclass, field

from application.aggregate import Aggregate
from domain.base.command import Command

Kinds = Counter[type[Command]]


@dataclass(slots=True)
class Tally:
    """How often each command was accepted or refused; `told` are those that began a sequence."""

    aggregate: Aggregate
    sequences: int = 0
    events: int = 0
    told: Kinds = field(default_factory=Counter)
    accepted: Kinds = field(default_factory=Counter)
    refused: Kinds = field(default_factory=Counter)

    def only_told(self) -> list[str]:
        """Name the commands that were accepted only where the demonstration tells them."""
        return self._without(self.accepted)

    def never_accepted(self) -> list[str]:
        """Name the commands of which no sequence had one accepted."""
        return self._without(self.accepted + self.told)

    def _without(self, counted: Kinds) -> list[str]:
        kinds = self.aggregate.command_types()
        return [kind.__name__ for kind in kinds if not counted[kind]]
