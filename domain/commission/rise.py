"""Whether a level of the resident had risen before the work, as their record stands.

What a figure asks of a completion, since figures join nothing. The view `dx-contribution` follows
every link instead.
"""

from datetime import timedelta

from domain.base.command import Seen
from domain.commission import commands as c
from domain.commission import rules
from domain.commission.state import Commission
from domain.worker.levels import DIGITAL_SKILL_STANDARD
from domain.worker.worker import Worker

ONE_DAY = timedelta(days=1)


def after_rise(commission: Commission, command: c.CompleteCommission, seen: Seen) -> bool:
    """Say whether a risen level stood on the day before the first delivery.

    Of one day nothing says which came first, the rise or the work. Raises the rule that whoever
    else is named breaks.
    """
    worker = seen.the(Worker, command.worker_id)
    if worker is None or command.worker_id != commission.worker_id:
        rules.ANOTHER_WORKER.broken()
    first = min(one.on for one in commission.deliveries)
    return worker.rose_by(first - ONE_DAY, DIGITAL_SKILL_STANDARD)
