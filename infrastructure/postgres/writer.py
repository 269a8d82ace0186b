"""Group commit: whoever comes first writes, in one transaction, what all who wait have decided."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Event, Lock
from uuid import UUID

from application.ports import Receipt, Unavailable
from infrastructure.postgres.recorder import Writing

WriteGroup = Callable[[Sequence[Writing]], list[Receipt]]
LARGEST_GROUP = 64


@dataclass(eq=False, slots=True)
class _Waiting:
    """A decision that waits, and what became of it; none of both if it is its turn to write."""

    writing: Writing
    woken: Event = field(default_factory=Event)
    receipt: Receipt | None = None
    refused: BaseException | None = None

    def tell(self, told: Receipt | BaseException) -> None:
        if isinstance(told, BaseException):
            self.refused = told
        else:
            self.receipt = told
        self.woken.set()


class GroupWriter:
    """Writes the decisions that wait together, one group after the other.

    There is no thread of its own: the thread whose decision has waited longest writes its group,
    which begins with its own decision, and then calls the next. A single writer waits for nobody.

    When a group is refused, its decisions are written one by one, so that each gets its own
    answer. Decisions that look at each other's streams, or have another time, go one after the
    other: within one transaction nobody would see that the first moved what the second relied on.
    """

    def __init__(self, write: WriteGroup) -> None:
        """Write groups with `write`, which writes all of a group or nothing."""
        self._write = write
        self._lock = Lock()
        self._waiting: deque[_Waiting] = deque()
        self._leader: _Waiting | None = None

    def submit(self, writing: Writing) -> Receipt:
        """Wait until the decision is written, and give its receipt or raise why it was refused."""
        mine = _Waiting(writing)
        try:
            with self._lock:
                self._waiting.append(mine)
                if self._leader is None:
                    self._call_next()
            mine.woken.wait()
            if mine is self._leader:
                self._write_group(self._take())
        finally:
            self._leave(mine)
        if mine.receipt is None:
            assert mine.refused is not None  # noqa: S101 - whoever is in a group is told
            raise mine.refused
        return mine.receipt

    def _call_next(self) -> None:
        self._leader = self._waiting[0] if self._waiting else None
        if self._leader:
            self._leader.woken.set()

    def _leave(self, mine: _Waiting) -> None:
        with self._lock:
            if mine in self._waiting:  # it was interrupted
                self._waiting.remove(mine)
            if mine is self._leader:
                self._call_next()

    def _take(self) -> list[_Waiting]:
        with self._lock:
            size = _independent(self._waiting)
            return [self._waiting.popleft() for _ in range(size)]

    def _write_group(self, group: Sequence[_Waiting]) -> None:
        try:
            receipts = self._write([each.writing for each in group])
        except BaseException as error:  # noqa: BLE001 - whoever waits must be told, whatever it is
            # Where nothing can be reached or locked, one by one would make them wait for nothing.
            if len(group) > 1 and not isinstance(error, Unavailable):
                for each in group:
                    self._write_group([each])
                return
            for each in group:
                each.tell(error)
        else:
            for each, receipt in zip(group, receipts, strict=True):
                each.tell(receipt)


def _independent(waiting: Sequence[_Waiting]) -> int:
    """Count the longest beginning in which no decision looks at what another writes."""
    writes: set[UUID] = set()
    looks: set[UUID] = set()
    at = waiting[0].writing.append.at
    for number, each in enumerate(waiting):
        new_writes, new_looks = each.writing.writes(), each.writing.looks_at()
        apart = not (new_looks & writes or new_writes & looks)
        if number == LARGEST_GROUP or each.writing.append.at != at or not apart:
            return number
        writes |= new_writes
        looks |= new_looks
    return len(waiting)
