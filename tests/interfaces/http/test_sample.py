"""A sample by a seed over HTTP: drawn, repeated by a stranger, and recorded as it was drawn."""

import hashlib
from pathlib import Path
from typing import Any

import pytest

from application.evidence.signing import sign
from domain.evaluation import rules
from infrastructure.signing.desk import FileDesk
from interfaces.http.problems import Outcome
from interfaces.http.sample import SampleAnswer
from tests.interfaces.http.given import BASE, Api, OpenApi, Sent, evaluation, places, refused

SEED = "2026-11-20/3141"
OF_WORKERS: dict[str, Sent] = {
    "seed": SEED,
    "size": 3,
    "programme": "common",
    "topics": "worker.registered",
}


def sample(api: Api, **asked: Sent) -> dict[str, Any]:
    """Ask for a sample of the registered workers, in the documented shape."""
    answer = api.get("evidence/sample", **{**OF_WORKERS, **asked})
    assert answer.status_code == 200, answer.text
    SampleAnswer.model_validate_json(answer.content)
    found: dict[str, Any] = answer.json()
    return found


@pytest.fixture
def with_workers(api: Api) -> Api:
    """Give the API of a consortium with eight workers, the first of whom was voided."""
    first, *_ = [api.registered() for _ in range(8)]
    void = {"version": 1, "effective_on": "2026-11-03"}
    assert api.post(f"workers/{first}/void-worker-entry", void, seen=1).is_success
    return api


def test_a_stranger_draws_the_same_with_nothing_but_sha_256(with_workers: Api) -> None:
    """From the positions of the facts that hold, by the rule that the answer states."""
    with_workers.project()
    listed = with_workers.get("audit-trail", topic="worker.registered").json()["items"]
    voided = min(row["recorded"]["position"] for row in listed)
    frame = sorted(row["recorded"]["position"] for row in listed)
    frame.remove(voided)
    by_rank = sorted(frame, key=lambda at: hashlib.sha256(f"{SEED}\n{at}\n".encode()).hexdigest())

    found = sample(with_workers)
    assert [each["position"] for each in found["drawn"]] == by_rank[:3]
    digest = hashlib.sha256("".join(f"{at}\n" for at in frame).encode()).hexdigest()
    assert found["frame"] == {"size": 7, "sha256": digest}


def test_a_seed_in_japanese_draws_and_is_recorded(with_workers: Api) -> None:
    """As it was written down on paper; a blank in it, too, and the query that draws it again."""
    address = evaluation(with_workers)
    seed = "さいころ　４ と 2"
    found = sample(with_workers, seed=seed)
    assert found["command"]["seed"] == seed
    assert with_workers.post(f"{address}/draw-sample", found["command"], seen=1).is_success

    (row,) = (
        row
        for row in with_workers.get("views/evaluation").json()["items"]
        if row["part"] == "sample"
    )
    assert row["seed"] == seed
    again = with_workers.client.get(f"{BASE}{row['repeat']}").json()
    assert again["drawn"] == found["drawn"]


def test_a_seed_that_is_none_is_told_in_words(with_workers: Api) -> None:
    """Not as a pattern, which an evaluator cannot read."""
    answer = with_workers.get("evidence/sample", **{**OF_WORKERS, "seed": "1\t2"})
    [problem] = answer.json()["errors"]
    assert "制御文字" in problem["ja"]
    assert "control characters" in problem["en"]


def test_it_is_the_same_however_often_it_is_asked_for(with_workers: Api) -> None:
    """Also later, as of the position that it was drawn at; more facts draw otherwise."""
    before = sample(with_workers)
    with_workers.registered()
    after = sample(with_workers, as_of=before["as_of"]["position"])
    assert (after["drawn"], after["command"]) == (before["drawn"], before["command"])
    assert sample(with_workers)["frame"] != before["frame"]


def test_nothing_is_recorded_by_it_and_the_answer_says_so(with_workers: Api) -> None:
    """Until its command is sent, which is then accepted as it is."""
    address = evaluation(with_workers)
    before = with_workers.consortium.log.last()
    found = sample(with_workers)
    assert with_workers.consortium.log.last() == before
    assert any("not recorded" in note["en"] for note in found["notes"])

    recorded = with_workers.post(f"{address}/draw-sample", found["command"], seen=1)
    assert recorded.status_code == 200, recorded.text
    with_workers.project()
    rows = with_workers.get("sampled-facts").json()["items"]
    assert [row["fact_position"] for row in rows] == [e["position"] for e in found["drawn"]]
    assert {row["finding"] for row in rows} == {"not-examined"}


def test_a_draw_whose_position_was_not_fixed_before_the_seed_says_so(
    open_api: OpenApi, tmp_path: Path
) -> None:
    """Nobody who knows the seed can change what it draws from where a checkpoint was signed."""
    desk = FileDesk(tmp_path, "demo")
    desk.create_key()
    api = open_api(desk=desk)
    api.registered()

    def said(**asked: Sent) -> str:
        return " ".join(note["en"] for note in sample(api, **asked)["notes"])

    assert "No position (as_of) was given" in said()
    assert "position 2 is not signed" in said(as_of=2)
    position = sign(api.consortium).checkpoint.size
    api.registered()
    assert "position 3 is not signed" in said(as_of=3)
    assert "No position (as_of) was given" in said()
    assert "No position" not in said(as_of=position)
    assert "not signed" not in said(as_of=position)


def test_a_command_that_was_tampered_with_is_refused(with_workers: Api) -> None:
    """Another seed would have drawn others."""
    address = evaluation(with_workers)
    command = sample(with_workers)["command"] | {"seed": "another"}
    answer = with_workers.post(f"{address}/draw-sample", command, seen=1)
    refused(answer, Outcome.of(rules.SAMPLE_NOT_AS_DRAWN))


def test_a_draw_that_its_seed_does_not_draw_is_refused(with_workers: Api) -> None:
    """A hand-picked fact, another frame, a position that is yet to come: none is in the record."""
    address = evaluation(with_workers)
    honest = sample(with_workers, size=1)["command"]
    (fact,) = honest["facts"]
    other = sample(with_workers, size=7)["drawn"][-1]
    picked = {"position": other["position"], "fact": other["stream"], "fact_version": 1}
    beyond = with_workers.consortium.log.last()[0] + 1
    for changed in (
        {"facts": [picked]},
        {"facts": [picked | {"position": fact["position"]}]},
        {"frame_sha256": "0" * 64},
        {"frame_size": 999},
        {"taken_on": "2026-10-31"},
        {"at_position": beyond},
        {"at_position": 1},
        {"topics": ["no-such.topic"]},
    ):
        answer = with_workers.post(f"{address}/draw-sample", honest | changed, seen=1)
        refused(answer, Outcome.of(rules.SAMPLE_NOT_AS_DRAWN))
    assert with_workers.post(f"{address}/draw-sample", honest, seen=1).is_success


def test_a_size_beyond_the_frame_draws_all(with_workers: Api) -> None:
    """And says how many there are."""
    found = sample(with_workers, size=25)
    assert (len(found["drawn"]), found["frame"]["size"]) == (7, 7)


def test_an_empty_frame_is_said(with_workers: Api) -> None:
    """A figure that is not defined counts nothing."""
    asked: dict[str, Sent] = {"seed": SEED, "size": 3, "programme": "common", "figure": "kpi9"}
    answer = with_workers.get("evidence/sample", **asked).json()
    assert (answer["drawn"], answer["frame"]["size"]) == ([], 0)
    assert any("no facts to draw from" in note["en"] for note in answer["notes"])


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ({"figure": "kpi1"}, "query.figure"),
        ({"topics": "no.such"}, "query.figure"),
        ({"topics": ""}, "query.figure"),
        ({"topics": "worker.registered,mentorship.session_held"}, "query.figure"),
        ({"topics": "mentor.qualified"}, "query.figure"),
        ({"fiscal_year": "R6"}, "query.figure"),
        ({"seed": ""}, "query.seed"),
        ({"seed": "種\n1"}, "query.seed"),
        ({"seed": "種" * 65}, "query.seed"),
        ({"size": 0}, "query.size"),
        ({"as_of": "2001-01-01"}, "query.as_of"),
        ({"sise": 3}, "query"),
    ],
    ids=str,
)
def test_what_cannot_be_drawn_is_refused(
    with_workers: Api, asked: dict[str, Sent], place: str
) -> None:
    """With the place and what to do."""
    assert places(with_workers.get("evidence/sample", **{**OF_WORKERS, **asked})) == [place]


@pytest.mark.parametrize("figure", ["", "é", "kpi1\0", "KPI1", "../kpi1"])
def test_what_is_no_code_of_a_figure_is_malformed(api: Api, figure: str) -> None:
    """It says where, and nothing breaks."""
    answer = api.get("evidence/sample", seed="1", size=1, programme="common", figure=figure)
    assert answer.status_code == 422, answer.text
