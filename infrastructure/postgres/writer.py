"""Group commit: one thread for each log, which writes all decisions that wait in one transaction."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Lock, Thread
from uuid import UUID

from application.ports import Receipt, Unavailable
from infrastructure.postgres.recorder import Writing

WriteGroup = Callable[[Sequence[Writing]], list[Receipt]]
LARGEST_GROUP = 64


class GroupWriter:
    """Collects the decisions that wait and writes them together.

    When a group is refused, its decisions are written one by one, so that each gets its own
    answer. Decisions that look at each other's streams, or have another time, go one after the
    other: within one transaction nobody would see that the first moved what the second relied on.
    """

    def __init__(self, write: WriteGroup, name: str) -> None:
        """Start the thread."""
        self._write = write
        self._open = True
        self._opening = Lock()
        self._queue: SimpleQueue[tuple[Writing, Future[Receipt]] | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name=f"writer {name}", daemon=True)
        self._thread.start()

    def submit(self, writing: Writing) -> Receipt:
        """Wait until the decision is written, and give its receipt or raise why it was refused."""
        future: Future[Receipt] = Future()
        with self._opening:
            if not self._open:
                raise Unavailable("the log is closed")
            self._queue.put((writing, future))
        return future.result()

    def close(self) -> None:
        """Write what waits, then stop."""
        with self._opening:
            self._open = False
            self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (first := self._queue.get()) is not None:
            waiting = [first]
            while len(waiting) < LARGEST_GROUP and not self._queue.empty():
                item = self._queue.get()
                if item is None:
                    self._queue.put(None)
                    break
                waiting.append(item)
            while waiting:
                group, waiting = _independent(waiting)
                self._write_group(group)

    def _write_group(self, group: list[tuple[Writing, Future[Receipt]]]) -> None:
        try:
            receipts = self._write([writing for writing, _ in group])
        except BaseException as error:  # noqa: BLE001 - whoever waits must be told, whatever it is
            # Where nothing can be reached or locked, one by one would make them wait for nothing.
            if len(group) > 1 and not isinstance(error, Unavailable):
                for item in group:
                    self._write_group([item])
                return
            for _, future in group:
                future.set_exception(error)
        else:
            for (_, future), receipt in zip(group, receipts, strict=True):
                future.set_result(receipt)


def _independent(
    waiting: list[tuple[Writing, Future[Receipt]]],
) -> tuple[list[tuple[Writing, Future[Receipt]]], list[tuple[Writing, Future[Receipt]]]]:
    """Split off the longest beginning in which no decision looks at what another writes."""
    writes: set[UUID] = set()
    looks: set[UUID] = set()
    at = waiting[0][0].append.at
    for number, (writing, _) in enumerate(waiting):
        new_writes, new_looks = writing.writes(), writing.looks_at()
        if writing.append.at != at or new_looks & writes or new_writes & looks:
            return waiting[:number], waiting[number:]
        writes |= new_writes
        looks |= new_looks
    return waiting, []
