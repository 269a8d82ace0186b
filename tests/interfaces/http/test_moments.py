"""Any moment, any day, or both: given what was recorded when, when asked, then what is answered."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from application.asking.moments import as_of
from application.documents.importing import File, record
from application.documents.kind import Place
from application.documents.preview import preview
from application.documents.registry import KINDS
from application.projecting.projection import Projection, Said, Time
from application.registry import PROJECTIONS
from domain.base.event import Correction, Void
from domain.consortium.commands import FormConsortium, JoinConsortium, LeaveConsortium
from domain.worker.commands import ClaimSkill
from infrastructure.documents.files import read_tables
from interfaces.http import problems
from tests.application.demo.given import Api as Demo
from tests.application.demo.given import served, told
from tests.application.projections.given import fresh
from tests.given_sheets import SHEETS, xlsx
from tests.interfaces.http.given import TODAY, Api, OpenApi, at, day, refused
from tests.interfaces.http.test_record import registered

WITH_A_DAY = [name for name, p in PROJECTIONS.items() if p.time is not Time.AS_RECORDED]
ABOUT_THE_RECORD = [name for name, p in PROJECTIONS.items() if p.time is Time.AS_RECORDED]
RECORDED_BY, TRUE_ON = "2025-03-31", "2024-12-31"
MOMENTS: list[dict[str, str]] = [
    {"as_of": RECORDED_BY},
    {"valid_on": TRUE_ON},
    {"as_of": RECORDED_BY, "valid_on": TRUE_ON},
    {"as_of": TRUE_ON, "valid_on": RECORDED_BY},
]


@pytest.fixture
def late_claim(past_api: Api) -> Api:
    """Given a worker of April 2024, and in June 2025 a skill that was there since February."""
    stream = registered(past_api)
    claim = ClaimSkill(
        worker_id=stream,
        skill="data-entry",
        framework="dss",
        framework_version="1.2",
        level=2,
        effective_on=day("2025-02-03"),
    )
    past_api.execute(claim, at("2025-06-10"))
    past_api.project()
    return past_api


@pytest.mark.parametrize(
    ("asked", "skills"),
    [
        ({"as_of": "2025-03-31"}, []),
        ({"valid_on": "2025-03-31"}, ["data-entry"]),
        ({"as_of": "2025-03-31", "valid_on": "2025-03-31"}, []),
        ({"as_of": "2025-06-30", "valid_on": "2025-03-31"}, ["data-entry"]),
        ({"as_of": "2025-06-10", "valid_on": "2025-02-02"}, []),
        ({"as_of": "2025-06-09", "valid_on": "2026-01-01"}, []),
    ],
    ids=str,
)
def test_an_entry_about_an_earlier_day(
    late_claim: Api, asked: dict[str, Any], skills: list[str]
) -> None:
    """True in March, and not known in March: each question gets its own answer."""
    body = late_claim.get("skill-map", **asked).json()

    assert [row["skill"] for row in body["items"]] == skills
    assert [row["recorded"]["how"] for row in body["items"]] == ["late"] * len(skills)


@pytest.fixture
def leaving_ahead(past_api: Api) -> Api:
    """Given a member since 2024 whose leaving at the end of September was entered in March."""
    formed = FormConsortium(effective_on=day("2024-04-01"), name="架空コンソーシアム")
    consortium = past_api.execute(formed, at("2024-04-01")).stream
    joined = JoinConsortium.model_validate(
        {
            "effective_on": day("2024-04-01"),
            "consortium_id": consortium,
            "kind": "municipality",
            "code": "203246",
            "name": "立科町",
        }
    )
    member = past_api.execute(joined, at("2024-04-02")).stream
    leaving = LeaveConsortium(effective_on=day("2025-09-30"), membership_id=member)
    past_api.execute(leaving, at("2025-03-10"))
    past_api.project()
    return past_api


@pytest.mark.parametrize(
    ("asked", "members"),
    [
        ({"valid_on": "2025-08-31"}, ["203246"]),
        ({"valid_on": "2025-09-30"}, ["203246"]),
        ({"valid_on": "2025-10-01"}, []),
        ({"as_of": "2025-03-10", "valid_on": "2025-03-10"}, ["203246"]),
        ({"as_of": "2025-03-10", "valid_on": "2025-10-15"}, []),
        ({"as_of": "2025-02-28", "valid_on": "2025-10-15"}, ["203246"]),
        ({}, []),
    ],
    ids=str,
)
def test_an_end_that_lies_ahead(
    leaving_ahead: Api, asked: dict[str, Any], members: list[str]
) -> None:
    """Until its day nothing changes, and as of February nobody knew of it."""
    body = leaving_ahead.get("members", **asked).json()

    assert [row["code"] for row in body["items"]] == members


@pytest.fixture
def taken_over(open_api: OpenApi) -> Api:
    """Given a log opened this November, into which a roster of 2024 was taken over."""
    api = open_api(clock="simulated", at=datetime(2026, 11, 1, tzinfo=UTC))
    header, rows = SHEETS["workers"]
    content = xlsx([header, *rows])
    place = Place(namespace=api.consortium.log.namespace, today=TODAY)
    found = preview(api.consortium, KINDS["workers"], read_tables(content), place)
    file = File("架空町 名簿.xlsx", content, TODAY)
    imported = record(api.consortium, found, file, actor="clerk-1", at=at("2026-11-23"))
    assert (imported.rows, imported.refused) == (3, [])
    api.project()
    return api


def test_before_old_facts_were_taken_over_nothing_was_recorded(taken_over: Api) -> None:
    """As of last year there is nothing, and the answer says so and since when there is a record."""
    for also in ({}, {"valid_on": "2025-11-23"}):
        body = taken_over.get("workers", as_of="2025-11-23", **also).json()
        assert body["items"] == []
        assert body["as_of"] == {"position": 0, "recorded_at": None, "asked": "2025-11-23"}
        assert "この時点までに何も記録されていません" in notes(body, "ja")
        assert "Nothing had been recorded by then" in notes(body, "en")
        assert "2026-11-01" in notes(body, "en")


@pytest.mark.parametrize(
    ("on", "rows"), [("2025-11-23", 3), ("2024-06-03", 2), ("2024-05-01", 1), ("2024-04-30", 0)]
)
def test_what_was_taken_over_is_true_on_its_days(taken_over: Api, on: str, rows: int) -> None:
    """Valid on last year the rows are there, and the notes say how many of them were taken over."""
    body = taken_over.get("workers", valid_on=on).json()

    assert len(body["items"]) == rows
    assert body["recorded"] == ({"taken_over": rows} if rows else {})
    assert (f"{rows} of these were taken over from earlier records" in notes(body, "en")) is (
        rows > 0
    )
    assert (f"{rows} 件は以前の資料から引き継いだもの" in notes(body, "ja")) is (rows > 0)
    assert body["as_of"]["position"] == taken_over.consortium.log.last()[0]


def test_the_file_itself_has_its_day_and_its_moment(taken_over: Api) -> None:
    """It was received on the day of the import, whatever the days of its rows."""
    assert len(taken_over.get("imports").json()["items"]) == 1
    assert taken_over.get("imports", valid_on="2026-11-22").json()["items"] == []
    assert taken_over.get("imports", as_of="2026-11-22").json()["items"] == []


@pytest.fixture(scope="module")
def demo(postgres_url: str) -> Iterator[Demo]:
    """Give the demonstration, in which every projection has rows."""
    with told(postgres_url) as url, served(url) as api:
        yield api


@pytest.mark.parametrize("asked", MOMENTS, ids=str)
@pytest.mark.parametrize("name", WITH_A_DAY)
def test_every_list_about_the_world_has_both_times(
    demo: Demo, name: str, asked: dict[str, str]
) -> None:
    """Each alone and both at once; the answer says what it stands on, and holds what held then."""
    body = demo.whole(name.replace("_", "-"), **asked)

    log = demo.consortium.log
    moment = as_of(log, asked.get("as_of"))
    assert body["as_of"]["position"] == moment.position
    assert body["as_of"]["asked"] == asked.get("as_of")
    assert datetime.fromisoformat(body["as_of"]["recorded_at"]) == log.time_of(moment.position)
    assert body["valid_on"] == asked.get("valid_on", TODAY.isoformat())
    assert rows_of(body) == held(demo, PROJECTIONS[name], moment.position, body["valid_on"])


@pytest.mark.parametrize("name", WITH_A_DAY)
def test_a_correction_is_known_from_its_position_on(demo: Demo, name: str) -> None:
    """At it and just before it, every list holds what a fold of so many events gives."""
    mending = [
        each.position
        for each in demo.consortium.log.events()
        if isinstance(each.event, Correction | Void)
    ]
    assert mending
    for position in sorted({*mending, *(position - 1 for position in mending)}):
        body = demo.whole(name.replace("_", "-"), as_of=position, valid_on=TODAY.isoformat())
        assert rows_of(body) == held(demo, PROJECTIONS[name], position, TODAY.isoformat())


def test_what_was_compared_is_there(demo: Demo) -> None:
    """A list without rows would agree with everything; the demonstration imports no files."""
    now = TODAY.isoformat()
    empty = {n for n in WITH_A_DAY if not demo.get(n.replace("_", "-"), valid_on=now)["items"]}
    assert empty == {"imports"}


@pytest.mark.parametrize("name", ABOUT_THE_RECORD)
def test_every_list_about_the_record_has_no_day_in_the_world(demo: Demo, name: str) -> None:
    """422 with a code of its own, also beside as_of; as_of alone is answered, without a day."""
    path = name.replace("_", "-")
    for also in ({}, {"as_of": RECORDED_BY}):
        answer = demo.client.get(f"{demo.base}/{path}", params={"valid_on": TRUE_ON, **also})
        assert refused(answer, problems.NO_DAY)["code"] == "valid-on-not-asked"
    body = demo.get(path, as_of=RECORDED_BY)
    position = demo.consortium.log.position_at(datetime(2025, 3, 31, 14, 59, 59, tzinfo=UTC))
    assert body["as_of"]["position"] == position
    assert body["as_of"]["recorded_at"] is not None
    assert body["valid_on"] is None


def rows_of(body: dict[str, Any]) -> list[tuple[UUID, int, str]]:
    """Give stream, version and day of the event that said each row of an answer."""
    return [
        (UUID(row["recorded"]["stream"]), row["recorded"]["version"], row["since"])
        for row in body["items"]
    ]


def held(
    demo: Demo, projection: Projection[Any], position: int, on: str
) -> list[tuple[UUID, int, str]]:
    """Fold the log up to a position from nothing; give what is true on a day, in order of keys."""
    recorded = list(demo.consortium.log.events(upto=position))
    said = [
        (stream, one) for stream, one in fresh(projection, recorded) if str(one.valid_from) <= on
    ]
    if projection.time is Time.ASSERTION:
        in_turn = sorted(said, key=lambda each: (each[1].valid_from, each[1].version))
        said = list({one.key: (stream, one) for stream, one in in_turn}.values())
    return [
        (stream, one.version, str(one.valid_from))
        for stream, one in sorted(said, key=_key)
        if one.row is not None
    ]


def _key(each: tuple[UUID, Said]) -> bytes:
    return each[1].key.encode()


def notes(body: dict[str, Any], language: str) -> str:
    """Give an answer's notes as one text."""
    return "\n".join(note[language] for note in body["notes"])
