"""One kind of work: what its record accepts, and what its events make of it."""

from dataclasses import dataclass
from datetime import date

from domain.base.command import Seen
from domain.base.days import said_on
from domain.work_kind import commands as c
from domain.work_kind import events as e
from domain.work_kind import rules


@dataclass(frozen=True, slots=True)
class WorkKind:
    """What was decided of a kind of work, from which day on."""

    said: tuple[tuple[date, e.WithholdingSet], ...]

    def said_on(self, day: date) -> e.WithholdingSet | None:
        """Give what holds on `day`; None as long as nobody has decided."""
        return said_on(self.said, day)


def decide_opening(
    kind: WorkKind | None, command: c.SetWithholding, _seen: Seen
) -> list[e.WithholdingSet]:
    """Decide what a command records, the first time or again, or raise the rule against it."""
    before = kind.said_on(command.effective_on) if kind else None
    same = before is not None and before.applies is command.applies
    rules.WITHHOLDING_AS_BEFORE.require(not same)
    return [e.WithholdingSet.model_validate(command.carried())]


def evolve(kind: WorkKind | None, event: e.WithholdingSet) -> WorkKind:
    """Fold one effective event into what is decided."""
    return WorkKind((*(kind.said if kind else ()), (event.effective_on, event)))
