"""Many writers at once: nothing is lost, and nobody decides on what is no longer so."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from threading import Event, Thread
from time import monotonic, sleep
from uuid import UUID, uuid4

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from application.execute import Stale, execute
from application.ports import KeyReused, Receipt, StreamMoved
from domain.worker.commands import ChangeContact
from infrastructure.keys.vault import PostgresVault
from infrastructure.postgres.log import PostgresLog
from infrastructure.postgres.recorder import Writing
from infrastructure.postgres.writer import GroupWriter, _independent, _Waiting
from tests.infrastructure.conftest import OpenLog
from tests.infrastructure.given import (
    CLERK,
    DAY,
    append,
    ask,
    at_once,
    positions,
    registration,
    writing,
)
from tests.infrastructure.proxy import BadLine

WRITERS = 16


class Held:
    """The way into a log, held shut until `let_go`; then it also says which groups went in."""

    def __init__(self, log: PostgresLog) -> None:
        """Hold one decision that reads and writes nothing else, and let others queue behind it."""
        self.groups: list[list[Writing]] = []
        self._log = log
        self._shut = Event()
        self._writer = GroupWriter(self._write)
        self._threads = ThreadPoolExecutor(WRITERS)
        self._waiting = 0
        self._answers: list[Future[Receipt]] = []
        self._threads.submit(self._writer.submit, writing(uuid4()))
        while not self.groups:
            sleep(0.001)

    def submit(self, one: Writing) -> None:
        """Queue a decision behind those that wait already."""
        self._answers.append(self._threads.submit(self._writer.submit, one))
        while len(self._writer._waiting) <= self._waiting:
            sleep(0.001)
        self._waiting += 1

    def let_go(self) -> list[Receipt | BaseException]:
        """Let all of them in; give their answers in the order in which they were submitted."""
        self._shut.set()
        answers = [answer.exception() or answer.result() for answer in self._answers]
        self._threads.shutdown()
        return answers

    def _write(self, group: Sequence[Writing]) -> list[Receipt]:
        self.groups.append(list(group))
        self._shut.wait(10)
        return self._log._recorder.write(group)


def follow(log: PostgresLog, until: int) -> list[int]:
    """Read along at the end of the log until a position has come in."""
    seen, patience = [0], monotonic() + 30
    while seen[-1] < until and monotonic() < patience:
        seen.extend(e.position for e in log.events(after=seen[-1]))
    return seen[1:]


@pytest.mark.parametrize("processes", [1, 4])
def test_no_event_of_sixteen_writers_is_lost(open_log: OpenLog, processes: int) -> None:
    """What was acknowledged is there, at the position acknowledged, and every reader saw it."""
    each = 25
    logs = [open_log() for _ in range(processes)]

    def write(number: int) -> list[Receipt]:
        log, stream = logs[number % processes], uuid4()
        return [append(log, stream, version) for version in range(each)]

    readers = [open_log() for _ in range(3)]
    with ThreadPoolExecutor(3) as threads:
        following = [threads.submit(follow, log, 1 + WRITERS * each) for log in readers]
        answers = at_once([lambda number=number: write(number) for number in range(WRITERS)])  # type: ignore[misc]
        dense = list(range(1, 2 + WRITERS * each))
        assert [future.result() for future in following] == [dense] * 3

    receipts = {r.position: r for answer in answers for r in answer}  # type: ignore[union-attr]
    events = list(logs[0].events(after=1))
    assert [e.position for e in events] == dense[1:]
    for event in events:
        receipt = receipts[event.position]
        assert (event.stream, event.version) == (receipt.stream, receipt.version)
        assert event.recorded_at == receipt.recorded_at
    assert all(one.recorded_at <= next_.recorded_at for one, next_ in pairwise(events))


def test_hot_streams_stay_without_gaps_and_losers_are_told(open_log: OpenLog) -> None:
    """Of those that write the same version one wins; each stream is 1, 2, 3, … all the same."""
    logs, streams = [open_log() for _ in range(2)], [uuid4() for _ in range(3)]

    def write(number: int) -> tuple[int, int]:
        log, won, lost = logs[number % 2], 0, 0
        for turn in range(15):
            stream = streams[(number + turn) % 3]
            try:
                append(log, stream, len(log.read(stream)))
                won += 1
            except StreamMoved:
                lost += 1
        return won, lost

    answers = at_once([lambda number=number: write(number) for number in range(WRITERS)])  # type: ignore[misc]
    won, lost = (sum(column) for column in zip(*answers, strict=True))

    assert won + lost == WRITERS * 15
    assert lost > 0
    assert positions(logs[0]) == list(range(1, 2 + won))
    histories = [[event.version for event in logs[0].read(stream)] for stream in streams]
    assert histories == [list(range(1, len(history) + 1)) for history in histories]
    assert sum(map(len, histories)) == won


def test_refusals_leave_the_connection_as_it_was(log: PostgresLog) -> None:
    """However many decisions are refused, the next one that may be recorded is."""
    stream, told = uuid4(), []
    for version in range(20):
        append(log, stream, version)
        told += at_once([lambda: append(log, stream, reads={uuid4(): 1})])
        assert len(log.read(stream)) == version + 1

    assert {type(answer) for answer in told} == {StreamMoved}


def test_of_eight_that_saw_the_same_version_one_gets_in(
    log: PostgresLog, vault: PostgresVault
) -> None:
    """The others hear that their view is stale, and at which version the stream is now."""
    worker = execute(log, vault, registration(), CLERK, key="r").stream

    def change(number: int) -> Receipt:
        command = ChangeContact(worker_id=worker, contact=f"{number}@x.jp", effective_on=DAY)
        return execute(log, vault, command, CLERK, key=f"c{number}", expected=1)

    answers = at_once([lambda number=number: change(number) for number in range(8)])  # type: ignore[misc]

    assert [a.version for a in answers if isinstance(a, Receipt)] == [2]
    assert [a.version for a in answers if isinstance(a, Stale)] == [2] * 7


def test_a_decision_on_a_stream_that_moved_is_refused(log: PostgresLog) -> None:
    """A rule that looked at another stream still holds when its decision is recorded."""
    seen, own = uuid4(), uuid4()
    append(log, seen)
    append(log, seen, 1)

    with pytest.raises(StreamMoved) as moved:
        append(log, own, reads={seen: 1})
    assert moved.value.streams == {seen}
    assert log.read(own) == []
    assert log.dependents(seen) == []
    assert append(log, own, reads={seen: 2}).version == 1


@pytest.mark.parametrize("reader_first", [True, False])
def test_what_waits_together_is_checked_like_what_comes_apart(
    log: PostgresLog, *, reader_first: bool
) -> None:
    """A decision is refused if what it read is moved by one that waited beside it, not after it."""
    held, seen, own = Held(log), uuid4(), uuid4()
    reads, moves = writing(own, reads={seen: 0}), writing(seen)
    for one in (reads, moves) if reader_first else (moves, reads):
        held.submit(one)
    answers = held.let_go()

    assert len(log.read(seen)) == 1
    if reader_first:
        assert all(isinstance(answer, Receipt) for answer in answers)
    else:
        assert isinstance(answers[0], Receipt)
        assert isinstance(answers[1], StreamMoved)
        assert answers[1].streams == {seen}
        assert log.read(own) == []


def test_one_refusal_in_a_group_is_nobody_elses(log: PostgresLog) -> None:
    """Decisions written together are answered apart: each is recorded or told its own reason."""
    append(log, used := uuid4(), key="used")
    held, streams = Held(log), [uuid4() for _ in range(5)]
    for one in (
        writing(streams[0]),
        writing(streams[1], 3),
        writing(streams[2], key="used"),
        writing(streams[3], key="x\x00y"),
        writing(streams[4]),
    ):
        held.submit(one)
    answers = held.let_go()

    assert len(held.groups[1]) == 5
    assert [type(a) for a in answers[1:3]] == [StreamMoved, KeyReused]
    assert isinstance(answers[3], psycopg.DataError)
    assert isinstance(answers[0], Receipt)
    assert isinstance(answers[4], Receipt)
    written = {event.stream for event in log.events(after=1)}
    assert written & {used, *streams} == {used, streams[0], streams[4]}
    assert positions(log) == list(range(1, 6))


def test_decisions_that_wait_share_a_transaction(log: PostgresLog) -> None:
    """What has nothing to do with each other is committed together: it has one time."""
    held = Held(log)
    for _ in range(10):
        held.submit(writing(uuid4()))
    receipts = held.let_go()

    assert [len(group) for group in held.groups] == [1, 10]
    assert len({r.recorded_at for r in receipts if isinstance(r, Receipt)}) == 1


def test_a_decision_that_knew_too_few_dependents_is_refused(log: PostgresLog) -> None:
    """Who changes what others rely on has seen all of them, also the one that came meanwhile."""
    relied_on, one, other = uuid4(), uuid4(), uuid4()
    append(log, relied_on)
    append(log, one, reads={relied_on: 1})
    append(log, other, reads={relied_on: 1})
    assert set(log.dependents(relied_on)) == {one, other}

    with pytest.raises(StreamMoved) as moved:
        append(log, relied_on, 1, dependents={relied_on: 1})
    assert moved.value.streams == {relied_on}
    assert append(log, relied_on, 1, dependents={relied_on: 2}).version == 2


@pytest.mark.parametrize("relying_first", [True, False])
def test_one_that_relies_and_one_that_looks_for_it_never_both_get_in(
    log: PostgresLog, *, relying_first: bool
) -> None:
    """Waiting together, the second of the two is refused, whichever it is."""
    append(log, relied_on := uuid4())
    held = Held(log)
    relies = writing(uuid4(), reads={relied_on: 1})
    looks = writing(relied_on, 1, dependents={relied_on: 0})
    for one in (relies, looks) if relying_first else (looks, relies):
        held.submit(one)
    first, second = held.let_go()

    assert isinstance(first, Receipt)
    assert isinstance(second, StreamMoved)


def test_a_slow_client_keeps_nobody_waiting(
    open_log: OpenLog, log: PostgresLog, postgres_url: str
) -> None:
    """The lock is never held while an answer is on its way to the client."""
    with BadLine(postgres_url) as line:
        slow = open_log(line.url)
        append(slow, uuid4())
        line.delay = 0.5
        done = Event()

        def write() -> None:
            try:
                for _ in range(3):
                    append(slow, uuid4())
            finally:
                done.set()

        thread = Thread(target=write)
        thread.start()
        longest = 0.0
        while not done.is_set():
            begin = monotonic()
            append(log, uuid4())
            longest = max(longest, monotonic() - begin)
        thread.join()
        line.delay = 0.0
        slow.close()

    assert longest < 0.45


def test_a_closed_log_refuses_instead_of_waiting_for_ever(log: PostgresLog) -> None:
    """What waits when the log is closed is written; what comes later is told so."""
    waiting = [Thread(target=append, args=(log, uuid4())) for _ in range(5)]
    for thread in waiting:
        thread.start()
    for thread in waiting:
        thread.join()
    log.close()

    late = ThreadPoolExecutor(1).submit(append, log, uuid4())
    assert late.exception(5) is not None


def test_an_unreadable_answer_does_not_end_the_writer(log: PostgresLog, postgres_url: str) -> None:
    """When the server drops its connections, the next append finds a new one."""
    append(log, uuid4())
    ask(
        postgres_url,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE pid <> pg_backend_pid() AND query LIKE %(mine)s",
        mine=f"%{log.schema}%",
    )
    answers = [at_once([lambda: append(log, uuid4())])[0] for _ in range(4)]

    assert isinstance(answers[-1], Receipt)
    assert len(positions(log)) == 2 + sum(isinstance(answer, Receipt) for answer in answers)


STREAMS = st.sampled_from([UUID(int=number) for number in range(6)])
TIMES = st.sampled_from([None, datetime(2024, 4, 1, tzinfo=UTC) + timedelta(days=1)])
WRITINGS = st.builds(
    lambda stream, reads, dependents, at: writing(
        stream, reads=dict.fromkeys(reads - {stream}, 1), dependents=dependents, at=at
    ),
    STREAMS,
    st.frozensets(STREAMS, max_size=2),
    st.dictionaries(STREAMS, st.just(0), max_size=1),
    TIMES,
)


def conflict(one: Writing, other: Writing) -> bool:
    """Say whether one must know what the other does: it moves what the other saw, or vice versa."""

    def moves(w: Writing) -> set[UUID]:
        return {w.append.stream}

    def sees(w: Writing) -> set[UUID]:
        return {*w.append.expected, *w.append.relied, *w.append.dependents}

    def relies_on_a_counted_one(a: Writing, b: Writing) -> bool:
        return bool(a.append.relied & set(b.append.dependents))

    return (
        one.append.at != other.append.at
        or bool(moves(one) & sees(other) or moves(other) & sees(one))
        or relies_on_a_counted_one(one, other)
        or relies_on_a_counted_one(other, one)
    )


@given(st.lists(WRITINGS, min_size=1, max_size=12))
def test_no_two_of_a_group_have_to_do_with_each_other(waiting: list[Writing]) -> None:
    """However many wait: groups keep the order, lose nothing, and hold no two that conflict."""
    queue = [_Waiting(one) for one in waiting]
    groups: list[list[Writing]] = []
    while queue:
        size = _independent(queue)
        assert size
        groups.append([each.writing for each in queue[:size]])
        queue = queue[size:]

    assert [one for group in groups for one in group] == waiting
    for group in groups:
        for number, one in enumerate(group):
            assert not any(conflict(one, other) for other in group[:number])


@given(st.lists(STREAMS, min_size=1, max_size=6, unique=True))
def test_what_has_nothing_to_do_with_each_other_is_one_group(streams: list[UUID]) -> None:
    """Writers of different streams need not wait for each other's commits."""
    waiting = [_Waiting(writing(stream)) for stream in streams]

    assert _independent(waiting) == len(waiting)
