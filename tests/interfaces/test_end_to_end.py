"""The demonstration end to end: what its record says of any moment, and what it never says."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, cast
from uuid import UUID

import pytest

from application.demo.residents import RESIDENTS
from application.demo.story import record
from application.demo.teller import Teller
from application.demo.work import CLIENTS, COMMISSIONS
from application.ports import ClockRefused, Log
from application.projecting import projector as projector_module
from application.projecting.projection import Projection, Time
from application.projecting.projector import Projector, fold_prefix
from application.projecting.rebuild import rebuild
from application.projecting.versions import RowVersion
from application.recorded import Recorded
from application.registry import (
    AGGREGATES,
    OWNER_OF_TOPIC,
    PROJECTIONS,
    TOPICS_OF_PROJECTION,
    VIEWS,
)
from application.viewing.view import View
from domain.commission.events import TermsStated
from infrastructure.postgres.installation import PostgresInstallation
from tests.application.demo.given import (
    GRANT,
    MOMENTS,
    TODAY,
    YEAR_END,
    Api,
    database,
    served,
    told,
)
from tests.infrastructure.given import ask

LOOKED_AT = 300
SCHEMA = "c_demo"
HOW = ("as_it_happened", "late", "taken_over")
SKILLS = {
    "now": {
        "W-001 data-analysis": 3, "W-001 data-entry": 2, "W-002 data-entry": 2,
        "W-002 transcription": 2, "W-003 web-writing": 2, "W-004 data-entry": 1,
        "W-004 process-automation": 2, "W-005 design": 3, "W-006 data-entry": 1,
        "W-007 customer-support": 3, "W-008 data-entry": 1, "W-010 web-writing": 1,
        "W-011 data-handling": 2, "W-013 design": 1, "W-014 data-entry": 1,
    },
    "valid on": {
        "W-001 data-entry": 2, "W-002 data-entry": 2, "W-002 transcription": 2,
        "W-003 web-writing": 2, "W-004 data-entry": 1, "W-005 design": 2, "W-006 data-entry": 1,
        "W-007 customer-support": 3, "W-008 data-entry": 1,
    },
    "as of": {
        "W-001 data-entry": 2, "W-002 data-entry": 2, "W-003 web-writing": 3,
        "W-004 data-entry": 1, "W-005 design": 2, "W-006 data-entry": 1,
        "W-007 customer-support": 2, "W-008 data-entry": 1,
    },
}  # fmt: skip
"""Read off the story's table: what was entered late or corrected shows in valid on alone."""
STAGES = {
    "now": ("closed", "closed", "received", "invoiced", "ordered", "ordered"),
    "valid on": ("received", "ordered", "ordered"),
    "as of": ("invoiced", "ordered", "ordered"),
}
HIRES = {"now": (9, 8, 2), "valid on": (7, 6, 1), "as of": (6, 6, 0)}
"""Persons, and the facts counted that were entered as they happened, and late."""
BUDGET_R6 = {"now": 29_753_000, "valid on": 30_253_000, "as of": 30_253_000}
"""As its paper says it; on 31 March 2025 half a million was carried over to R7."""
EXECUTED = {"now": 28_451_000, "valid on": 16_428_000, "as of": 13_188_000}
DECLINED = [(order, worker) for order, worker, _, _, accepted, *_ in COMMISSIONS if not accepted]


@pytest.fixture(scope="module")
def api(postgres_url: str) -> Iterator[Api]:
    """Give the API of the demonstration; no test of this module records more."""
    with told(postgres_url) as url, served(url) as found:
        yield found


@pytest.fixture
def changing(postgres_url: str) -> Iterator[Api]:
    """Give the API of a copy that a test may change."""
    with told(postgres_url) as url, served(url) as found:
        yield found


@pytest.mark.parametrize("moment", HIRES)
def test_new_hires_at_three_moments(api: Api, moment: str) -> None:
    """KPI① of R6, and how many of the facts it counts were entered late."""
    said = api.figure("kpi1", **MOMENTS[moment])

    assert (said["value"], *(said["recorded"][how] for how in HOW)) == (*HIRES[moment], 0)
    assert len(said["counted"]) == sum(said["recorded"].values())


@pytest.mark.parametrize("moment", SKILLS)
def test_the_skill_map_at_three_moments(api: Api, moment: str) -> None:
    """A level found wrong is wrong now and for that day, and stands as of that day."""
    rows = api.whole("skill-map", **MOMENTS[moment])["items"]

    assert {f"{row['worker_number']} {row['skill']}": row["level"] for row in rows} \
        == SKILLS[moment]  # fmt: skip


@pytest.mark.parametrize("moment", STAGES)
def test_the_engagement_board_at_three_moments(api: Api, moment: str) -> None:
    """Money that was received in October and entered in January is not there as of December."""
    rows = api.whole("engagement-board", **MOMENTS[moment])["items"]

    assert tuple(row["stage"] for row in rows) == STAGES[moment]


@pytest.mark.parametrize("moment", HIRES)
def test_each_answer_says_what_it_stands_on(api: Api, moment: str) -> None:
    """A simulated clock, the position, its time, the day, and how its rows came to be recorded."""
    asked = MOMENTS[moment]
    last, _ = api.consortium.log.last()
    told_by_then = last
    if "as_of" in asked:
        year_end = datetime(2024, 12, 31, 15, tzinfo=UTC)
        told_by_then = sum(e.recorded_at < year_end for e in api.consortium.log.events())
        assert 0 < told_by_then < last
    answers = [
        api.whole("skill-map", **asked),
        api.whole("engagement-board", **asked),
        api.figure("kpi1", **asked),
    ]
    for said in answers:
        assert said["log"] == {"origin": "ayumi/demo", "clock": "simulated"}
        assert said["as_of"]["position"] == told_by_then
        assert said["as_of"]["asked"] == asked.get("as_of")
        assert said["valid_on"] == asked.get("valid_on", TODAY.isoformat())
        assert any("simulated" in note["en"] for note in said["notes"])
        assert set(said["recorded"]) <= set(HOW)
        assert sum(said["recorded"].values()) == len(said.get("items") or said["counted"])
        at = datetime.fromisoformat(said["as_of"]["recorded_at"])
        assert at == api.consortium.log.time_of(told_by_then)


def test_every_answer_says_that_the_log_is_simulated(api: Api) -> None:
    """Each GET of the API: no screen or paper can show invented facts without saying so."""
    events = api.consortium.log.events()
    streams = {OWNER_OF_TOPIC[e.event.TOPIC].area: e.stream for e in events if e.position > 1}
    told = next(e.stream for e in api.consortium.log.events(topics=[TermsStated.TOPIC]))
    of_year = {"programme": GRANT, "fiscal_year": "R6"}
    needed: dict[str, dict[str, str]] = {
        "figures/{code}": of_year,
        "achievement": of_year,
        "budget-execution": of_year,
        "evidence/difference": {"projection": "workers", "from": YEAR_END},
        "evidence/trace": {"figure": "kpi1", **of_year},
        "evidence/moved": {"position": "100"},
        "evidence/inclusion": {"position": "100"},
        "evidence/consistency": {"from": "100"},
        "evidence/sample": {"seed": "1", "size": "1", "figure": "kpi1", **of_year},
        **{f"views/{name}": _asked(view, streams) for name, view in VIEWS.items()},
    }
    asked = 0
    for path in _get_paths(api):
        kind, _, variable = path.partition("/")
        if variable == "{stream_id}":
            if kind not in streams:
                assert kind == AGGREGATES["import"].area, kind
                continue
            path = f"{kind}/{streams[kind]}"  # noqa: PLW2901 - the address asked for
        if path.endswith(("/file", ".xlsx", "/bundle", "/trail")):
            # What was attached is given out byte for byte; what a form, a bundle and a reading
            # trail say is tested by itself.
            continue
        filled = path.replace("{code}", "kpi1").replace("{stream_id}", str(told))
        said = api.get(filled, **needed.get(path, {}))
        assert said["log"]["clock"] == "simulated", filled
        assert [note["en"] for note in said["notes"] if "simulated" in note["en"]], filled
        asked += 1
    assert asked >= len(PROJECTIONS) + len(AGGREGATES) - 1 + 3


def _asked(view: View[Any, Any], streams: dict[str, UUID]) -> dict[str, str]:
    said = {
        "programme": GRANT,
        "fiscal_year": "R6",
        "since": YEAR_END,
        "quiet_weeks": "8",
        "worker": str(streams["workers"]),
        "commission_id": str(streams["commissions"]),
    }
    # A statement is asked for by the resident's id or number, and neither is required by itself.
    return {
        name: said[name]
        for name, info in view.asks.model_fields.items()
        if info.is_required() or name == "worker"
    }


def _get_paths(api: Api) -> list[str]:
    prefix = "/api/v1/c/{consortium}/"
    paths = api.app.openapi()["paths"].items()
    return [path.removeprefix(prefix) for path, by in paths if "get" in by]


@pytest.mark.parametrize(
    "asked", [("career-support", {"programme": "grant:dx-r6"}), ("mentoring", {"quiet_weeks": "6"})]
)
def test_counts_of_people_name_no_facts_but_say_how_they_were_recorded(
    api: Api, asked: tuple[str, dict[str, str]]
) -> None:
    """A fact would lead to one person's record; how it was recorded is said all the same."""
    name, conditions = asked
    answer = api.get(f"views/{name}", **conditions)
    assert answer["items"]
    assert all(item["facts"] == [] for item in answer["items"])
    assert sum(answer["recorded"].values()) > 0


def test_a_real_log_takes_no_time_from_outside(postgres_url: str) -> None:
    """Neither when it is opened nor later; and none becomes simulated, or real, afterwards."""
    with (
        database(postgres_url) as url,
        PostgresInstallation(url, lambda: TODAY) as installation,
    ):
        with pytest.raises(ClockRefused):
            installation.found("past", at=datetime(2024, 5, 1, tzinfo=UTC))
        real = installation.found("real")
        with pytest.raises(ClockRefused):
            next(record(real))
        assert real.log.last()[0] == 1
        assert real.log.clock == "server"
    with (
        told(postgres_url) as url,
        PostgresInstallation(url, lambda: TODAY) as installation,
        pytest.raises(ClockRefused),
    ):
        installation.found("demo", clock="server")


def test_the_budget_reconciles(api: Api) -> None:
    """R6 as its paper splits it, the total of three years, and the rest, which nobody splits.

    What was carried over or split between municipalities later adds nothing and takes nothing away.
    """
    as_submitted = api.get("budget-execution", programme=GRANT, valid_on=YEAR_END)["plan"]
    now = api.get("budget-execution", programme=GRANT)["plan"]

    assert _by_year(as_submitted) == {"令和6年度": 30_253_000}
    assert (as_submitted["joint"], as_submitted["municipalities"]) == (30_253_000, {})
    assert _by_year(now) == {"令和6年度": 29_753_000, "令和7年度": 500_000}
    assert (now["joint"], now["municipalities"]) == (29_853_000, {"203246": 400_000})
    for plan in (as_submitted, now):
        assert plan["total_cost"] == 105_565_000
        assert plan["not_split"] == 75_312_000


def _by_year(plan: dict[str, Any]) -> dict[str, int]:
    return {year["label"]: year["amount"] for year in plan["by_year"]}


@pytest.mark.parametrize("moment", EXECUTED)
def test_execution_is_the_figure(api: Api, moment: str) -> None:
    """The total of the lines, whatever it stands on, is what the figure says, and is right."""
    asked = MOMENTS[moment]
    said = api.get("budget-execution", programme=GRANT, fiscal_year="R6", **asked)
    lines = [line["executed"] for line in said["lines"]]

    assert said["total"]["executed"] == EXECUTED[moment]
    assert api.figure("budget-executed", **asked)["value"] == EXECUTED[moment]
    assert sum(lines) + said["without_line"]["executed"] == EXECUTED[moment]
    assert said["without_line"]["executed"] == 0
    assert said["total"]["budget"] == BUDGET_R6[moment]


@pytest.mark.parametrize(
    ("valid_on", "company", "workers"),
    [(None, True, True), ("2027-03-31", True, True), ("2027-04-01", False, False)],
)
def test_a_leaving_that_lies_ahead(
    api: Api,
    valid_on: str | None,
    company: bool,  # noqa: FBT001 - whether it is there
    workers: bool,  # noqa: FBT001 - as above
) -> None:
    """Entered by today, it takes nothing from today, nor from the last day itself."""
    asked = {"valid_on": valid_on} if valid_on else {}
    members = api.whole("members", **asked)["items"]
    on_roll = {row["number"]: row["on_roll"] for row in api.whole("workers", **asked)["items"]}

    assert [row["kind"] for row in members].count("municipality") == 3
    assert ("company" in {row["kind"] for row in members}) is company
    assert len(members) == 4 + company, "with the adviser, who is a member"
    assert on_roll["W-008"] is workers
    kpi4 = api.get("figures/kpi4", programme=GRANT, **asked)
    assert kpi4["value"] == 3


@pytest.mark.parametrize(("order", "worker"), DECLINED)
def test_a_declined_offer_shows_on_its_own_record_alone(api: Api, order: str, worker: str) -> None:
    """Whoever says no is in no list, on no day: not in the audit trail either."""
    tell = Teller(api.consortium.log.namespace)
    commission = tell.id_of(
        "commission", f"{tell.id_of('engagement', order)}|{tell.worker(worker)}|1"
    )
    topics = [e["topic"] for e in api.get(f"commissions/{commission}")["events"]]
    offered = next(row[3] for row in COMMISSIONS if row[:2] == (order, worker))
    days: list[dict[str, str]] = [{}, {"valid_on": offered}, {"as_of": offered}]

    assert topics == ["commission.offered", "commission.declined"]
    for name in PROJECTIONS.keys() - {"audit_trail"}:
        for asked in days if name in {"commissions", "engagement_board", "workers"} else [{}]:
            page = api.whole(name.replace("_", "-"), **asked)
            assert str(commission) not in json.dumps(page), (name, asked)
    rows = api.whole("commissions")["items"]
    assert (order, str(tell.worker(worker))) not in {
        (row["engagement_number"], row["worker_id"]) for row in rows
    }
    recorded = Counter(each.event.TOPIC for each in api.consortium.log.events())
    came_to_nothing = recorded["commission.declined"] + recorded["commission.offer_withdrawn"]
    assert recorded["commission.declined"] == len(DECLINED)
    assert len(rows) == recorded["commission.offered"] - came_to_nothing
    trail = api.whole("audit-trail")["items"]
    assert "commission.declined" not in {row["topic"] for row in trail}


def test_no_personal_value_stands_in_any_table(api: Api) -> None:
    """Names and contacts of the cast, as text, escaped or in bytes, are nowhere in the schema."""
    content = _everything(api.url)

    for secret in _secrets():
        for form in (secret, json.dumps(secret).strip('"')):
            assert form not in content
            assert form.encode().hex() not in content
    # What is open is found the same way, so the search can find something.
    assert CLIENTS[0][1] in content
    assert CLIENTS[0][1].encode().hex() in content


def _secrets() -> set[str]:
    cast_ = {text for _, name, kana, *_ in RESIDENTS for text in (name, kana)}
    contacts = {f"{number.lower()}@example.jp" for number, *_ in RESIDENTS}
    return {*cast_, *contacts, "@example.jp", "架空 担当", "旧姓 見本", "一件の業務を一人で終える"}


def _everything(url: str) -> str:
    tables = ask(
        url,
        "SELECT c.relname::text FROM pg_class c WHERE c.relkind IN ('r', 'm', 'v', 'p')"
        " AND c.relnamespace = %(schema)s::regnamespace",
        schema=SCHEMA,
    )
    names = [name for (name,) in tables]
    assert {"events", "answers", "sealed_values", *PROJECTIONS} <= set(names)
    rows = [ask(url, "SELECT t::text FROM {}.{} t", SCHEMA, name) for name in names]
    return "\n".join(row for table in rows for (row,) in table)


def test_whoever_asks_for_them_sees_personal_values(api: Api) -> None:
    """Sealed values are opened at the edge and only there."""
    for path, shown in (
        ("workers", {name for _, name, *_ in RESIDENTS if name != "架空 三奈"}),
        ("workers", {"架空 三奈（旧姓 見本）", "カクウ ミナ", "w-001@example.jp"}),
        ("clients", {"架空 担当"}),
        ("mentorships", set()),
    ):
        closed = json.dumps(api.whole(path), ensure_ascii=False)
        opened = json.dumps(api.whole(path, open="true"), ensure_ascii=False)
        for value in shown:
            assert value not in closed
            assert value in opened


def rows_of(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """Give all rows of all projections as their views show them, and where each projection is."""
    order = "stream, row_key, version, from_position"
    found = {
        name: ask(url, f"SELECT * FROM {{}}.{{}} ORDER BY {order}", SCHEMA, name)  # noqa: S608
        for name in PROJECTIONS
    }
    positions = "SELECT name, version, position, failed_at, error FROM {}.projections ORDER BY name"
    return {**found, "": ask(url, positions, SCHEMA)}


def test_rebuilt_rows_are_the_live_rows(changing: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folded in small batches with little memory, at once, or again: rows and positions agree."""
    at_once = rows_of(changing.url)
    parts = changing.consortium
    rebuild(parts.log, parts.store, parts.building, tuple(PROJECTIONS.values()))
    assert all(at_once[name] for name in PROJECTIONS if name != "imports")
    assert rows_of(changing.url) == at_once

    # The rebuild itself has been recorded.
    parts.projector.catch_up()
    followed = rows_of(changing.url)
    monkeypatch.setattr(projector_module, "BATCH", 20)
    monkeypatch.setattr(projector_module, "STREAMS_IN_MEMORY", 3)
    ask(changing.url, "DELETE FROM {}.projections", SCHEMA)
    parts.store.prepare()
    assert Projector(parts.log, parts.store).catch_up() == parts.log.last()[0]
    assert rows_of(changing.url) == followed


class Kept:
    """A log read once: what `fold_prefix` asks of it is answered from memory."""

    def __init__(self, log: Log) -> None:
        """Read all events."""
        self.all = list(log.events())

    def events(self, *, upto: int, topics: list[str]) -> Iterator[Recorded]:
        """Give the events up to a position, of these topics."""
        return (e for e in self.all[:upto] if e.event.TOPIC in topics)


@pytest.mark.parametrize("name", PROJECTIONS)
def test_the_rows_at_a_position_are_a_fresh_fold_of_the_prefix(api: Api, name: str) -> None:
    """As of P is what the first P events say, at each P at which something changed, and after.

    What nearly every event changes is looked at after some hundreds of them.
    """
    projection = PROJECTIONS[name]
    log = Kept(api.consortium.log)
    changing = [e.position for e in log.all if e.event.TOPIC in TOPICS_OF_PROJECTION[name]]
    columns = [
        column
        for (column,) in ask(
            api.url,
            "SELECT attname::text FROM pg_attribute WHERE attrelid = %(view)s::regclass"
            " AND attnum > 0 ORDER BY attnum",
            view=f"{SCHEMA}.{name}",
        )
    ]
    kept = [
        dict(zip(columns, row, strict=True)) for row in ask(api.url, "TABLE {}.{}", SCHEMA, name)
    ]

    assert changing or name == "imports"
    for position in {0, *changing[:: 1 + len(changing) // LOOKED_AT], len(log.all)}:
        fresh = fold_prefix(cast("Log", log), projection, position).live.values()
        stood = [r for r in kept if r["from_position"] <= position < r["to_position"]]
        assert sorted((_as_row(v, projection) for v in fresh), key=_identity) == sorted(
            ({k: v for k, v in row.items() if k != "to_position"} for row in stood), key=_identity
        )


def _as_row(version: RowVersion, projection: Projection[Any]) -> dict[str, Any]:
    said = version.said
    fields = {f: getattr(said.row, f, None) for f in projection.row.__dataclass_fields__}
    return {
        "stream": version.stream,
        "row_key": said.key,
        "version": said.version,
        "valid_from": said.valid_from,
        "position": said.position,
        "taken_over": said.taken_over,
        "holds": said.row is not None,
        "from_position": version.from_position,
        **{f: getattr(value, "value", value) for f, value in fields.items()},
    }


def _identity(row: dict[str, Any]) -> tuple[UUID, str, int]:
    return row["stream"], row["row_key"], row["version"]


@pytest.mark.parametrize("name", PROJECTIONS)
def test_answers_of_a_moment_are_a_fresh_fold_of_the_prefix(api: Api, name: str) -> None:
    """What the API answers as of a position and valid on a day follows from those events alone."""
    projection = PROJECTIONS[name]
    log = Kept(api.consortium.log)
    changing = [e.position for e in log.all if e.event.TOPIC in TOPICS_OF_PROJECTION[name]]
    sampled = {*changing[:: max(1, len(changing) // 4)], len(log.all)}
    days = [None] if projection.time is Time.AS_RECORDED else [YEAR_END, "2025-06-30", "2027-04-01"]
    for position in sampled:
        fresh = list(fold_prefix(cast("Log", log), projection, position).live.values())
        for day in days:
            asked = {"as_of": str(position)} | ({"valid_on": day} if day else {})
            said = api.whole(name.replace("_", "-"), **asked)
            held = _held(fresh, projection, date.fromisoformat(day) if day else date.max)
            assert [
                (row["recorded"]["stream"], row["recorded"]["version"], row["recorded"]["position"])
                for row in said["items"]
            ] == held


def _held(
    fresh: list[RowVersion], projection: Projection[Any], day: date
) -> list[tuple[str, int, int]]:
    """Give which of the rows count on a day, in the order of a listing."""
    true = [v for v in fresh if v.said.valid_from <= day]
    if projection.time is Time.ASSERTION:
        latest: dict[str, RowVersion] = {}
        for v in sorted(true, key=lambda v: (v.said.valid_from, v.said.version)):
            latest[v.said.key] = v
        true = list(latest.values())
    held = sorted((v for v in true if v.said.row is not None), key=lambda v: v.said.key.encode())
    return [(str(v.stream), v.said.version, v.said.position) for v in held]
