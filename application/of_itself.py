"""What a log says of itself, and nobody enters: that it was opened, what is in force."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import UUID

from application.ports import Append, Log, Receipt
from application.recorded import JAPAN, Provenance, Reason, Recorded
from domain.base.event import Event


def entered_by_nobody(
    stream: UUID, version: int, event: Event, reason: Reason = Reason.ROUTINE
) -> Recorded:
    """Give an event of the log itself, as it is recorded."""
    by = Provenance(
        actor="system",
        role="system",
        reason=reason,
        correlation=stream,
        salt=os.urandom(16).hex(),
    )
    return Recorded(stream, version, event, by)


def say(
    log: Log,
    stream: UUID,
    event_on: Callable[[date], Event],
    *,
    key: str,
    reason: Reason = Reason.ROUTINE,
) -> Receipt:
    """Record next in a stream what the log says of itself on this day, once for each `key`.

    Raises what `append` raises.
    """
    # A simulated log takes no time from the server: it is said at the last time it was told.
    at = log.last()[1] if log.clock == "simulated" else None
    event = event_on((at or datetime.now(UTC)).astimezone(JAPAN).date())
    known = len(log.read(stream))
    append = Append(
        key=key,
        fingerprint=b"",
        stream=stream,
        version=known + 1,
        expected={stream: known},
        at=at,
    )
    return log.append([entered_by_nobody(stream, known + 1, event, reason)], append)
