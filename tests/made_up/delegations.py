"""A made-up order director: what he lets others approve, and how they help him."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from domain.delegation import commands as c
from domain.delegation import events as e
from tests.made_up.agenda import Life
from tests.made_up.desk import Desk
from tests.made_up.stream import Stream

KINDS, REASONS, HELP = tuple(e.ApprovalKind), tuple(e.RevokeReason), tuple(e.Help)


class Director:
    """The director, and those who help him."""

    def __init__(self, desk: Desk) -> None:
        """Begin with nothing delegated."""
        self._desk = desk
        self._id = desk.chance.uuid()
        self._helpers = [desk.chance.uuid() for _ in range(3)]
        self._delegated = 0
        self._months: dict[tuple[UUID, int, int], Stream] = {}

    def delegate(self) -> Life:
        """Delegate approvals for some months; some delegations are taken back, some were wrong."""
        desk, chance, when = self._desk, self._desk.chance, self._desk.today
        self._delegated += 1
        delegation = desk.open(
            c.DelegateApproval,
            when,
            number=f"架決第{self._delegated}号",
            delegate=chance.choice(self._helpers),
            delegated_by=self._id,
            kinds=tuple(sorted(set(chance.choices(KINDS, k=2)))),
            up_to=chance.thousands(100, 900) if chance.comes(0.8) else None,
            until=when + timedelta(days=180),
            evidence=desk.paper(),
        )
        if delegation is None:
            return
        if chance.comes(0.5):
            when += chance.days(20, 120)
            yield when
            reason, paper = chance.choice(REASONS), desk.paper()
            desk.ask(delegation, c.RevokeApproval, when, reason=reason, evidence=paper)
        desk.rest(delegation)
        if chance.comes(0.3):
            desk.ask(delegation, c.CorrectDelegation, when, version=1, now={"up_to": 50_000})
        if chance.comes(0.3) and len(delegation.history) > 1:
            desk.ask(delegation, c.VoidDelegationEntry, when, version=2)

    def log_assistance(self) -> None:
        """Log how long somebody helped, with one kind of thing, today or lately."""
        desk, chance = self._desk, self._desk.chance
        on = desk.happened()
        said: dict[str, Any] = {
            "person_id": chance.choice(self._helpers),
            "kind": chance.choice(HELP),
            "minutes": chance.randint(10, 240),
        }
        key = (said["person_id"], on.year, on.month)
        known = self._months.get(key)
        if known is not None:
            desk.ask(known, c.LogAssistance, on, **said)
            return
        month = desk.open(c.LogAssistance, on, **said)
        if month is None:
            return
        self._months[key] = month
        if chance.comes(0.1):
            now = {"minutes": chance.randint(10, 240)}
            desk.ask(month, c.CorrectAssistance, desk.today, version=1, now=now)
        if chance.comes(0.1):
            desk.ask(month, c.VoidAssistance, desk.today, version=1)
