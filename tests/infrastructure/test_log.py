"""The log: one dense sequence, one time that never runs back, and a leaf for every event."""

import hashlib
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from application.ports import ClockRefused
from domain.log.events import LogOpened
from infrastructure.postgres import log as log_module
from infrastructure.postgres.datastore import Datastore, UnsafeSettingError
from infrastructure.postgres.log import NotOpened, PostgresLog
from infrastructure.postgres.mapper import StateMapper
from infrastructure.postgres.recorder import LogRecorder, Writing
from tests.infrastructure.conftest import OpenLog
from tests.infrastructure.given import append, ask, at_once, decision, event, positions, writing

OPENED = datetime(2024, 4, 1, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def leaf_of(  # noqa: PLR0913, PLR0917 - all that a leaf is made of
    position: int,
    stream: UUID,
    version: int,
    topic: str,
    state: bytes,
    scope: str,
    recorded_at: datetime,
) -> bytes:
    """Compute a leaf from the published formula alone."""
    time = recorded_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    state_hash = hashlib.sha256(state).hexdigest()
    inner = hashlib.sha256(f"{stream}\n{version}\n{time}\n{state_hash}\n".encode()).hexdigest()
    entry = f"ev1\n{position - 1}\n{topic}\n{scope}\n{inner}\n"
    return hashlib.sha256(b"\x00" + entry.encode()).digest()


def test_the_log_begins_with_its_opening(log: PostgresLog) -> None:
    """Position 1 says whose log it is, in which formats, and by whose clock."""
    (first,) = log.events()

    assert first.position == first.version == 1
    assert isinstance(first.event, LogOpened)
    assert (first.event.origin, first.event.clock) == (log.origin, "server")
    assert (first.event.epoch, first.event.leaf_format) == (1, "ev1")


def test_positions_are_dense_and_in_the_order_of_the_commits(log: PostgresLog) -> None:
    """The n-th append has position n + 1, whatever was refused in between."""
    stream, given = uuid4(), []
    for version in range(20):
        given.append(append(log, stream, version).position)
        refused = at_once([lambda: append(log, stream, 0)])
        assert isinstance(refused[0], Exception)

    assert given == list(range(2, 22))
    assert positions(log) == list(range(1, 22))


def test_all_events_of_a_transaction_have_one_time(log: PostgresLog) -> None:
    """A decision's events, and those of all decisions written with it, share `recorded_at`."""
    one, other = writing(uuid4()), uuid4()
    three = [StateMapper().to_stored_event(event(other, version)) for version in (1, 2, 3)]
    told = replace(decision(other)[1], version=3)
    receipts = log._recorder.write([one, Writing(three, ["common"] * 3, told)])

    assert [(r.version, r.position) for r in receipts] == [(1, 2), (3, 5)]
    assert (
        len({r.recorded_at for r in receipts} | {e.recorded_at for e in log.events(after=1)}) == 1
    )


def test_time_never_runs_back_even_if_the_clock_does(log: PostgresLog, postgres_url: str) -> None:
    """If the log's last time lies ahead of the clock, it stands still until the clock is there."""
    append(log, uuid4())
    ask(
        postgres_url,
        "UPDATE {}.events SET recorded_at = recorded_at + interval '1 hour'"
        " WHERE notification_id = 2",
        log.schema,
    )
    ahead = log.time_of(2)
    append(log, uuid4())
    append(log, uuid4())

    assert [e.recorded_at for e in log.events(after=1)] == [ahead] * 3


def test_every_leaf_follows_from_the_published_formula(log: PostgresLog) -> None:
    """Anyone computes the same leaves from what the log shows, at whatever scope."""
    at_once([lambda: append(log, uuid4()) for _ in range(16)])
    for scope in ("grant:dx-r6", "own:203246"):
        stream = uuid4()
        _, told = decision(stream)
        log.append([event(stream, 1, scope)], told)
    leaves = list(log.leaves())

    assert {leaf[5] for leaf in leaves} == {"common", "grant:dx-r6", "own:203246"}
    assert [leaf_of(*leaf[:7]) for leaf in leaves] == [leaf[7] for leaf in leaves]


def test_a_whole_second_has_six_decimals_in_its_leaf(simulated_log: PostgresLog) -> None:
    """A time without a fraction is written like every other."""
    append(simulated_log, uuid4(), at=OPENED + SECOND)
    *_, last = simulated_log.leaves()

    assert last[6] == OPENED + SECOND
    assert leaf_of(*last[:7]) == last[7]


def test_an_append_without_a_key_is_refused(log: PostgresLog) -> None:
    """The library's own way into the log does not lead past the key."""
    stored = StateMapper().to_stored_event(event(uuid4(), 1))

    with pytest.raises(TypeError, match="idempotency key"):
        log._recorder.insert_events([stored])
    assert positions(log) == [1]


def test_opening_again_takes_up_the_same_log(log: PostgresLog, open_log: OpenLog) -> None:
    """A log is opened once; every later opening finds it as it is."""
    receipt = append(log, uuid4())
    again = open_log()

    assert (again.origin, again.namespace, again.clock) == (log.origin, log.namespace, log.clock)
    assert again.last() == (receipt.position, receipt.recorded_at)


def test_eight_that_open_at_once_open_one_log(open_log: OpenLog) -> None:
    """Whoever comes second takes up what the first has written."""
    logs = at_once([open_log] * 8)

    assert all(isinstance(log, PostgresLog) for log in logs), logs
    assert positions(open_log()) == [1]


def test_there_is_no_log_where_none_was_opened(postgres_url: str, schema: str) -> None:
    """Neither an absent schema nor one without its first event is taken for a log."""
    with closing(Datastore(postgres_url, schema)) as datastore:
        with pytest.raises(NotOpened):
            PostgresLog(datastore)
        LogRecorder(datastore).create_table()
        with pytest.raises(NotOpened):
            PostgresLog(datastore)


def test_a_server_log_refuses_a_time_from_outside(
    log: PostgresLog, postgres_url: str, schema: str
) -> None:
    """Nobody back-dates a record: not an event, and not the opening."""
    with pytest.raises(ClockRefused):
        append(log, uuid4(), at=datetime.now(UTC))
    with (
        closing(Datastore(postgres_url, f"{schema}_b")) as datastore,
        pytest.raises(ClockRefused),
    ):
        PostgresLog.open(datastore, origin="test/b", at=OPENED)
    assert positions(log) == [1]


def test_a_simulated_log_refuses_a_time_before_its_last(simulated_log: PostgresLog) -> None:
    """Its time is given, but it does not run back either; it may stand still."""
    append(simulated_log, uuid4(), at=OPENED + SECOND)
    with pytest.raises(ClockRefused):
        append(simulated_log, uuid4(), at=OPENED + SECOND - timedelta(microseconds=1))
    receipt = append(simulated_log, uuid4(), at=OPENED + SECOND)

    assert (receipt.position, receipt.recorded_at) == (3, OPENED + SECOND)
    assert simulated_log.clock == "simulated"


def test_a_time_has_a_position_and_a_position_a_time(simulated_log: PostgresLog) -> None:
    """As of T is everything recorded up to T; where several share a time, the last of them."""
    times = [OPENED + SECOND * offset for offset in (0, 0, 1, 1, 1, 5, 9)]
    for at in times[1:]:
        append(simulated_log, uuid4(), at=at)

    for half in range(-2, 21):
        asked = OPENED + SECOND * half / 2
        assert simulated_log.position_at(asked) == sum(time <= asked for time in times)
    assert [simulated_log.time_of(n) for n in range(9)] == [None, *times, None]
    assert simulated_log.last() == (7, times[-1])


def test_events_come_by_position_topic_and_stream(
    log: PostgresLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading in pages, from and up to any position, leaves nothing out and repeats nothing."""
    streams = [uuid4() for _ in range(4)]
    for version in range(3):
        for stream in streams:
            append(log, stream, version)
    whole = list(log.events())
    monkeypatch.setattr(log_module, "PAGE", 3)

    assert list(log.events()) == whole
    for after in range(14):
        wanted = [e for e in whole if after < e.position <= 9 and e.stream in streams[:2]]
        assert list(log.events(after=after, upto=9, streams=streams[:2])) == wanted
    assert list(log.events(topics=["log.opened"])) == whole[:1]
    assert [e.version for e in log.read(streams[0])] == [1, 2, 3]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("POSTGRES_ENABLE_DB_FUNCTIONS", "y"),
        ("POSTGRES_ENABLE_DB_FUNCTIONS", "True"),
        ("POSTGRES_ENABLE_DB_FUNCTIONS", "1"),
        ("POSTGRES_ENABLE_DB_FUNCTIONS", "perhaps"),
        ("CIPHER_TOPIC", "eventsourcing.cryptography:AESCipher"),
        ("COMPRESSOR_TOPIC", "zlib"),
    ],
)
def test_settings_that_would_spoil_the_log_refuse_to_start(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """Nobody is left to believe that the library's own switches are in force here."""
    monkeypatch.setenv(name, value)

    with pytest.raises(UnsafeSettingError, match=name):
        Datastore("", "nowhere")


@pytest.mark.parametrize("value", ["", "n", "no", "false", "off", "0"])
def test_a_switch_that_is_off_is_no_obstacle(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """Saying no to the library's database functions is what this service does anyway."""
    monkeypatch.setenv("POSTGRES_ENABLE_DB_FUNCTIONS", value)
    monkeypatch.setenv("CIPHER_TOPIC", "")

    with closing(Datastore("", "nowhere")) as datastore:
        assert datastore.schema == "nowhere"
