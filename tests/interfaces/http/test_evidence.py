"""Evidence over HTTP: the difference between two moments, and both directions of trace."""

from typing import Any

import pytest

from application.figures.standard import MEMBER_MUNICIPALITIES, NEW_HIRES
from application.registry import PROJECTIONS
from domain.commission.events import CommissionDeclined
from domain.figure.commands import DefineFigure
from domain.kpi.commands import CorrectFact, VoidFact
from domain.worker.commands import MoveWorker
from interfaces.http import problems
from interfaces.http.evidence import DifferenceAnswer, MovedAnswer, TraceAnswer
from tests.interfaces.http.given import TODAY, Api, Sent, at, day, places, refused
from tests.interfaces.http.test_record import claimed, corrected, counted, registered

GRANT = "grant:dx-r6"


def difference(api: Api, **asked: Sent) -> dict[str, Any]:
    """Ask for a difference, in the documented shape; `from` is written with an underscore."""
    answer = api.get("evidence/difference", **{k.removesuffix("_"): v for k, v in asked.items()})
    assert answer.status_code == 200, answer.text
    DifferenceAnswer.model_validate_json(answer.content)
    found: dict[str, Any] = answer.json()
    return found


def moved(api: Api, position: int, **asked: Sent) -> dict[str, Any]:
    """Ask what an event moved, in the documented shape."""
    answer = api.get("evidence/moved", position=position, **asked)
    assert answer.status_code == 200, answer.text
    MovedAnswer.model_validate_json(answer.content)
    found: dict[str, Any] = answer.json()
    return found


@pytest.fixture
def mended(past_api: Api) -> Api:
    """Give a record in which a level was said in May 2024 and put right in October."""
    stream = registered(past_api)
    claim = claimed(past_api, stream, "2024-05-01", "2024-05-01")
    corrected(past_api, stream, claim, 4, "2024-10-01")
    past_api.project()
    return past_api


def defined(api: Api) -> None:
    """Publish what the standard says of new hires and of members."""
    for definition in (NEW_HIRES, MEMBER_MUNICIPALITIES):
        command = DefineFigure(effective_on=day("2024-04-01"), definition=definition)
        api.execute(command, at("2024-04-02"))


def test_why_what_was_said_then_differs_from_what_is_known_now(mended: Api) -> None:
    """The row before and after, field by field and in words, and the event with who and why."""
    told = difference(mended, projection="skill_map", from_="2024-09-30", valid_on="2024-09-30")
    (change,) = told["changes"]
    (event,) = change["events"]

    assert (change["key"], change["change"]) == ("W-1|dss|data-entry", "changed")
    assert change["fields"] == [
        {
            "field": "level",
            "before": 1,
            "after": 4,
            "words": {"ja": "レベル: 1 → 4", "en": "level: 1 → 4"},
        }
    ]
    assert (change["before"]["level"], change["after"]["level"]) == (1, 4)
    assert event["topic"] == "worker.skill_corrected"
    assert (event["position"], event["version"]) == (4, 3)
    assert event["recorded_at"] == "2024-10-01T12:00:00Z"
    assert (event["actor"], event["role"], event["on_behalf_of"]) == (
        "clerk-1",
        "secretariat",
        None,
    )
    assert (event["reason"], event["how"]) == ("routine", "as_it_happened")
    assert event["sentence"]["ja"]
    assert event["sentence"]["en"]
    assert told["counts"] == {"added": 0, "removed": 0, "changed": 1}


def test_a_difference_says_what_its_two_moments_are(mended: Api) -> None:
    """Position, time and day of each, with the notes of every answer."""
    told = difference(mended, projection="skill_map", from_="2024-09-30", valid_on="2024-09-30")

    assert told["projection"] == {
        "name": "skill_map",
        "version": PROJECTIONS["skill_map"].version,
    }
    assert told["from"]["as_of"] == {
        "position": 3,
        "recorded_at": "2024-05-01T12:00:00Z",
        "asked": "2024-09-30",
    }
    assert told["as_of"]["position"] == 4
    assert told["as_of"]["asked"] is None
    assert told["from"]["valid_on"] == told["valid_on"] == "2024-09-30"
    assert "模擬" in told["notes"][0]["ja"]


def test_what_changed_in_the_world_is_asked_with_two_days_and_one_record(past_api: Api) -> None:
    """Nothing was recorded between, but a day came on which something else is true."""
    stream = registered(past_api)
    move = MoveWorker(worker_id=stream, municipality="202126", effective_on=day("2024-07-01"))
    past_api.execute(move, at("2024-06-01"))
    past_api.project()
    asked = {"projection": "workers", "from_": "3", "to": "3", "valid_on": "2024-08-01"}
    (change,) = difference(past_api, **asked, from_valid_on="2024-06-30")["changes"]

    assert [each["field"] for each in change["fields"]] == ["municipality", "since"]
    assert change["fields"][0]["words"] == {
        "ja": "市町村コード: 立科町 → 大町市",
        "en": "municipality: Tateshina-machi → Omachi-shi",
    }
    assert [event["topic"] for event in change["events"]] == ["worker.moved"]
    none = difference(past_api, **asked)
    assert none["changes"] == []
    assert none["notes"][-1]["en"] == "At both moments the answer is one and the same."


def test_rows_that_came_and_went_are_told_with_all_they_held(past_api: Api) -> None:
    """What was not there before has no row before, and what is gone none after."""
    defined(past_api)
    fact = counted(past_api, "2024-05-01")
    void = VoidFact(fact_id=fact, version=1, effective_on=day("2024-06-01"))
    past_api.execute(void, at("2024-06-01"), reason="mistake")
    past_api.project()
    (came,) = difference(past_api, projection="kpi_ledger", from_="3", to="4")["changes"]
    (went,) = difference(past_api, projection="kpi_ledger", from_="4", to="5")["changes"]

    assert (came["change"], came["before"]) == ("added", None)
    assert (went["change"], went["after"]) == ("removed", None)
    assert came["after"] == went["before"]
    words = {each["field"]: each["words"]["ja"] for each in came["fields"]}
    assert words["municipality"] == "市町村: 共同"
    assert [event["reason"] for event in went["events"]] == ["mistake"]
    both = difference(past_api, projection="kpi_ledger", from_="3", to="5")
    assert both["changes"] == []


def test_sealed_values_stay_sealed(api: Api) -> None:
    """Rows show references as lists do, and words say that something is sealed."""
    api.registered("W-1")
    api.project()
    answer = api.get("evidence/difference", projection="workers", **{"from": "1"})
    (change,) = answer.json()["changes"]

    assert "花子" not in answer.text
    assert change["after"]["name"] == api.get("workers").json()["items"][0]["name"]
    (name,) = [each for each in change["fields"] if each["field"] == "name"]
    assert name["words"]["ja"] == "氏名: ［非公開］"


def test_the_record_itself_is_compared_without_a_day(mended: Api) -> None:
    """What was recorded between two positions, each event once; a day is refused."""
    told = difference(mended, projection="audit_trail", from_="2", to="4")

    assert [change["events"][0]["position"] for change in told["changes"]] == [3, 4]
    assert (told["valid_on"], told["from"]["valid_on"]) == (None, None)
    for name in ("valid_on", "from_valid_on"):
        asked = {"projection": "audit_trail", "from": "2", name: "2024-05-01"}
        refused(mended.get("evidence/difference", **asked), problems.NO_DAY)


def test_pages_stay_at_the_moments_of_the_first(api: Api) -> None:
    """Whatever is recorded meanwhile, each row comes once, in the order of keys."""
    for number in ("W-1", "W-3", "W-5"):
        api.registered(number)
    api.project()
    asked: dict[str, Sent] = {"projection": "workers", "from_": "1", "limit": 2}
    first = difference(api, **asked)
    for number in ("W-2", "W-4"):
        api.registered(number)
    api.project()
    second = difference(api, **asked, cursor=first["next_cursor"])

    assert [change["key"] for change in first["changes"]] == ["W-1", "W-3"]
    assert [change["key"] for change in second["changes"]] == ["W-5"]
    assert (first["counts"]["added"], second["counts"]["added"]) == (2, 1)
    assert second["next_cursor"] is None
    assert second["as_of"]["position"] == first["as_of"]["position"] == 4
    assert second["from"] == first["from"]


def test_a_figure_says_how_many_of_its_facts_were_corrected_since(past_api: Api) -> None:
    """What was entered in time, and put right much later, is no longer what was entered in time."""
    defined(past_api)
    fact = counted(past_api, "2024-05-01")
    counted(past_api, "2024-05-02")
    correct = CorrectFact(
        effective_on=day("2026-05-01"), fact_id=fact, version=1, now={"municipality": "203246"}
    )
    position = past_api.execute(correct, at("2026-05-01")).position
    asked: dict[str, Sent] = {"programme": GRANT, "fiscal_year": "R6"}

    now = past_api.get("figures/kpi1", **asked).json()
    assert now["recorded"] == {"as_it_happened": 2, "late": 0, "taken_over": 0}
    assert "1 of these have been corrected" in now["notes"][-1]["en"]
    then = past_api.get("figures/kpi1", **asked, as_of=position - 1).json()
    assert (then["value"], "corrected" in str(then["notes"])) == (2, False)
    past_api.execute(
        VoidFact(effective_on=day("2026-05-02"), fact_id=fact, version=2), at("2026-05-02")
    )
    assert "corrected" not in str(past_api.get("figures/kpi1", **asked).json()["notes"])


def test_facts_taken_over_are_said_to_be(past_api: Api) -> None:
    """Of the time before they were, the record proves nothing."""
    stream = registered(past_api)
    claimed(past_api, stream, "2024-05-01", "2024-04-03", taken_over=True)
    past_api.project()
    told = difference(past_api, projection="skill_map", from_="2")

    assert "1 of these were taken over" in told["notes"][1]["en"]
    assert told["changes"][0]["events"][0]["how"] == "taken_over"


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ({"from": "3", "to": "2"}, "query.from"),
        ({"from": "2024-10-01", "to": "2024-05-01"}, "query.from"),
        ({"from": "yesterday"}, "query.from"),
        ({"from": "99"}, "query.from"),
        ({}, "query.from"),
        ({"from": "1", "to": "2024-13-01"}, "query.to"),
        ({"from": "1", "to": "99"}, "query.to"),
        ({"from": "1", "valid_on": "R6"}, "query.valid_on"),
        ({"from": "1", "from_valid_on": "R6"}, "query.from_valid_on"),
        ({"from": "1", "cursor": "x"}, "query.cursor"),
        ({"from": "1", "cursor": "WzEsIG51bGwsIDIsIG51bGwsICJhIl0="}, "query.cursor"),
        ({"from": "1", "limit": "201"}, "query.limit"),
        ({"from": "1", "projection": "skill-map"}, "query.projection"),
        ({"from": "1", "as_of": "2"}, "query"),
        ({"from": ["1", "2"]}, "query.from"),
    ],
)
def test_what_cannot_be_compared_is_refused_where_it_stands(
    mended: Api, asked: dict[str, Sent], place: str
) -> None:
    """422 names the parameter; moments the wrong way round are not turned silently."""
    question = {"projection": "skill_map"} | asked
    assert places(mended.get("evidence/difference", **question)) == [place]


def test_a_difference_waits_for_its_projection(api: Api) -> None:
    """503 where the later moment has not been projected yet."""
    api.registered()
    answer = api.get("evidence/difference", projection="workers", to="2", **{"from": "1"})

    assert refused(answer, problems.BEHIND)["about"] == {"position": "0"}


def test_a_figure_is_traced_to_its_events(past_api: Api) -> None:
    """The figure as the figure's own address gives it, and each counted event in words."""
    defined(past_api)
    counted(past_api, "2024-05-01")
    counted(past_api, "2024-08-01")
    asked: dict[str, Sent] = {"programme": GRANT, "fiscal_year": "R6", "as_of": "2024-06-30"}
    answer = past_api.get("evidence/trace", figure="kpi1", **asked)
    TraceAnswer.model_validate_json(answer.content)
    told = answer.json()
    events = told.pop("events")

    assert told == past_api.get("figures/kpi1", **asked).json()
    assert told["value"] == 1
    assert [event["position"] for event in events] == [each["position"] for each in told["counted"]]
    assert events[0]["topic"] == "kpi.fact_counted"
    assert (events[0]["actor"], events[0]["role"]) == ("clerk-1", "secretariat")
    assert events[0]["sentence"]["en"].startswith("One was counted for kpi1")


def test_an_event_leads_to_the_figures_that_it_moved(past_api: Api) -> None:
    """Both values, both breakdowns, what came to be counted, and the event in words."""
    defined(past_api)
    counted(past_api, "2024-05-01")
    counted(past_api, "2024-08-01")
    told = moved(past_api, 5)
    (figure,) = told["figures"]

    assert told["event"]["sentence"]["en"].startswith("One was counted for kpi1")
    assert told["as_of"]["position"] == 5
    assert told["valid_on"] == TODAY.isoformat()
    assert (figure["figure"], figure["programme"]) == ("kpi1", GRANT)
    assert figure["fiscal_year"] == {"fiscal_year": 2024, "label": "令和6年度"}
    assert (figure["before"]["value"], figure["after"]["value"]) == (1, 2)
    assert figure["before"]["breakdown"] == [{"municipality": "joint", "value": 1}]
    assert figure["after"]["breakdown"] == [{"municipality": "joint", "value": 2}]
    assert figure["lines"] == [
        {
            "words": {"ja": "市町村 共同", "en": "municipality joint"},
            "before": 1,
            "after": 2,
        }
    ]
    assert [each["position"] for each in figure["newly_counted"]] == [5]
    assert figure["no_longer_counted"] == []
    assert {"value", "breakdown", "counted"} <= set(figure["differs"])


def test_a_correction_moves_what_the_fact_moved(past_api: Api) -> None:
    """From the year in which it was counted to the year in which it should have been."""
    defined(past_api)
    fact = counted(past_api, "2024-05-01")
    now = {"fiscal_year": "R5", "effective_on": "2024-03-31"}
    correct = CorrectFact(fact_id=fact, version=1, now=now, effective_on=day("2024-06-01"))
    past_api.execute(correct, at("2024-06-01"))
    figures = moved(past_api, 5)["figures"]

    assert [
        (each["fiscal_year"]["fiscal_year"], each["before"]["value"], each["after"]["value"])
        for each in figures
    ] == [(2023, 0, 1), (2024, 1, 0)]


def test_a_definition_moves_its_figure_from_no_value(past_api: Api) -> None:
    """Which is not zero: before it there was none, and it says why."""
    defined(past_api)
    figures = moved(past_api, 3)["figures"]

    assert {(each["figure"], each["programme"], each["every_programme"]) for each in figures} == {
        ("kpi4", "common", True)
    }
    for each in figures:
        assert (each["before"]["value"], each["after"]["value"]) == (None, 0)
        assert each["before"]["definition_version"] is None
        assert each["before"]["why_no_value"]["en"]
        assert "definition" in each["differs"]


def test_an_event_that_moves_nothing_says_so(past_api: Api) -> None:
    """In both languages; and that it takes effect only later, where that is why."""
    defined(past_api)
    registered(past_api)
    counted(past_api, "2024-05-01")
    none, later = moved(past_api, 4), moved(past_api, 5, valid_on="2024-04-30")

    assert (none["figures"], later["figures"]) == ([], [])
    assert [note["en"] for note in none["notes"][1:]] == ["This event moved no figure."]
    assert none["notes"][1]["ja"] == "この事実で動いた指標はありません。"
    assert "only after the day" in later["notes"][-1]["en"]


@pytest.mark.parametrize("position", ["0", "-1", "99", "x", str(2**63)])
def test_a_position_without_an_event_is_refused(mended: Api, position: str) -> None:
    """422 names the parameter."""
    assert places(mended.get("evidence/moved", position=position)) == ["query.position"]


def test_what_no_list_shows_is_told_by_no_list_of_evidence(
    mended: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A declined offer is such an event; here another stands for it."""
    assert not CommissionDeclined.LISTED
    (correction,) = mended.consortium.log.events(after=3, upto=4)
    monkeypatch.setattr(type(correction.event), "LISTED", False)
    told = difference(mended, projection="skill_map", from_="3")
    (change,) = told["changes"]

    assert (change["change"], change["events"]) == ("changed", [])
    assert "1 more are events that no list shows" in told["notes"][-1]["en"]
    assert places(mended.get("evidence/moved", position=4)) == ["query.position"]
