"""What examples of several areas share, and the example of a provenance."""

from uuid import UUID

from application.recorded import Provenance, Reason, Source
from domain.base.event import Event
from tests.given import day, sealed

ONE = UUID("0191d8a0-0000-7000-8000-000000000001")
OTHER = UUID("0191d8a0-0000-7000-8000-000000000002")
EVIDENCE = UUID("0191d8a0-0000-7000-8000-000000000003")
COMMAND = UUID("0191d8a0-0000-7000-8000-000000000004")
ON = day("2024-10-01")
GRANT = "grant:dx-r6"
PROVENANCE = Provenance(
    actor="u-0042",
    role="municipality",
    on_behalf_of="203246",
    reason=Reason.TAKE_OVER,
    note=sealed("note"),
    taken_over=True,
    source=Source(evidence=EVIDENCE, row=12),
    correlation=COMMAND,
    causation=COMMAND,
    salt="000102030405060708090a0b0c0d0e0f",
)
ORIGIN = {"kind": "digitization", "funds": "client", "municipality": "203246"}
CANCELLED = {"reason": "client-withdrew", "fault": "client", "cost_bearer": "client"}


def example(event: type[Event], programme: str = "common", **fields: object) -> Event:
    """Make an event of 1 October 2024."""
    return event.model_validate({"effective_on": ON, "programme": programme, **fields})
