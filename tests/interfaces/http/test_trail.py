"""The reading trail: kept for every request of the evaluator, and sealed from everybody else."""

import base64
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

import httpx
import psycopg
import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from psycopg.sql import SQL, Identifier

from application.evidence.reading import Token
from application.evidence.trail import NOT_PUBLISHED, open_desk
from application.recorded import Entry
from application.recording_day import IN_THE_FUTURE
from domain.evaluation import rules
from domain.evaluation.evaluation import key_digest
from interfaces.http import problems
from interfaces.http.problems import Outcome
from interfaces.http.trail import TrailAnswer
from tests.interfaces.http.given import BASE, Api, evaluation, places, refused

CLERK = Entry(actor="evaluator")
QUESTION: dict[str, Any] = {
    "effective_on": "2026-11-10",
    "question": 1,
    "text": "どこにありますか（架空）。",
}


@dataclass
class Evaluator:
    """Reads with a token, and keeps what came with the last answer."""

    api: Api
    stream: UUID
    token: Token

    def reads(self, path: str, **asked: str) -> httpx.Response:
        """Ask with the token."""
        headers = {"Ayumi-Evaluation": self.token.written()}
        answer = self.api.client.get(f"{BASE}/{path}", params=asked, headers=headers)
        return cast("httpx.Response", answer)

    @property
    def key(self) -> str:
        """Give the trail's key."""
        return self.api.consortium.trails.key(self.token)

    def trail(self) -> dict[str, Any]:
        """Read the trail back, in its documented shape."""
        answer = self.reads(f"evaluations/{self.stream}/trail")
        assert answer.status_code == 200, answer.text
        TrailAnswer.model_validate_json(answer.content)
        found: dict[str, Any] = answer.json()
        return found

    def sends(self, command: str, body: dict[str, Any], *, seen: int = 2) -> httpx.Response:
        """Send a command on the evaluation with the token."""
        body = {"effective_on": "2026-11-20", **body}
        path = f"evaluations/{self.stream}/{command}"
        return self.api.post(path, body, seen=seen, token=self.token.written())

    def publishes(self, **fields: str | bool) -> None:
        """Publish the evaluation."""
        answer = self.sends("publish-evaluation", fields)
        assert answer.status_code == 200, answer.text


@pytest.fixture
def evaluator(api: Api) -> Evaluator:
    """Given an evaluation whose desk is open."""
    stream = UUID(evaluation(api).rpartition("/")[2])
    return Evaluator(api, stream, open_desk(api.consortium, stream, CLERK))


def rows(api: Api) -> list[tuple[int, bytes]]:
    """Give what the database holds of the trail."""
    with _connection(api) as conn:
        found = conn.execute(
            SQL("SELECT number, sealed FROM {} ORDER BY number").format(_table(api))
        ).fetchall()
    return [(row[0], bytes(row[1])) for row in found]


def change(api: Api, statement: str, *values: object) -> None:
    """Do what whoever holds the database can do."""
    with _connection(api) as conn:
        conn.execute(SQL(statement).format(t=_table(api)), values)


def _table(api: Api) -> Identifier:
    schema: str = api.consortium.log._datastore.schema  # type: ignore[attr-defined]
    return Identifier(schema, "readings")


def _connection(api: Api) -> psycopg.Connection[Any]:
    url: str = api.consortium.log._datastore.pool.conninfo  # type: ignore[attr-defined]
    return psycopg.connect(url, autocommit=True)


def test_what_is_read_with_the_token_is_kept_and_the_answer_says_where(
    evaluator: Evaluator,
) -> None:
    """Time, method, address with its question, and status; also of what was refused."""
    first = evaluator.reads("evaluations", cursor="")
    second = evaluator.reads("audit-trail", actor="evaluator")

    found = evaluator.trail()
    assert [(r["method"], r["path"], r["status"]) for r in found["readings"]] == [
        ("GET", "/evaluations?cursor=", first.status_code),
        ("GET", "/audit-trail?actor=evaluator", 200),
    ]
    assert all(r["at"].endswith("Z") for r in found["readings"])
    assert any("UTC" in note["ja"] for note in found["notes"])
    said = [f"{r['number']} {r['sha256']}" for r in found["readings"]]
    assert said == [first.headers["Ayumi-Reading"], second.headers["Ayumi-Reading"]]
    assert (found["last"], found["broken_at"]) == (
        {"number": 2, "sha256": said[1].split()[1]},
        None,
    )


def test_a_command_that_carries_the_token_is_kept_as_well(evaluator: Evaluator) -> None:
    """Its content stands in the record itself."""
    assert evaluator.sends("ask-question", QUESTION).is_success
    (kept,) = evaluator.trail()["readings"]
    assert kept["path"] == f"/evaluations/{evaluator.stream}/ask-question"


@pytest.mark.parametrize(
    ("command", "body"),
    [
        ("ask-question", QUESTION),
        ("publish-evaluation", {"without_trail_key": True}),
        ("correct-evaluation", {"version": 3, "now": {"text": "何も聞いていません（架空）。"}}),
        ("void-evaluation-entry", {"version": 3}),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_while_the_desk_is_open_nobody_records_in_the_evaluators_name(
    evaluator: Evaluator, command: str, body: dict[str, Any]
) -> None:
    """Without the token it is refused and nothing is recorded; with it the same is recorded."""
    assert evaluator.sends("ask-question", QUESTION | {"question": 2}).is_success
    before = evaluator.api.consortium.log.last()
    path = f"evaluations/{evaluator.stream}/{command}"
    answer = evaluator.api.post(path, {"effective_on": "2026-11-20", **body}, seen=3)
    problem = refused(answer, problems.Outcome.of(rules.NOT_AT_THE_DESK))
    assert "Ayumi-Evaluation" in problem["title_ja"]
    stranger = Token.new(evaluator.stream).written()
    wrong = evaluator.api.post(path, {"effective_on": "2026-11-20", **body}, seen=3, token=stranger)
    refused(wrong, problems.NOT_THIS_DESK)
    assert evaluator.api.consortium.log.last() == before
    assert evaluator.sends(command, body, seen=3).is_success


def test_the_token_of_another_desk_writes_nothing_here(evaluator: Evaluator) -> None:
    """It opens its own trail, and is none of this evaluation."""
    other = UUID(evaluation(evaluator.api, number="E-2").rpartition("/")[2])
    token = open_desk(evaluator.api.consortium, other, CLERK).written()
    path = f"evaluations/{evaluator.stream}/ask-question"
    before = evaluator.api.consortium.log.last()
    answer = evaluator.api.post(path, QUESTION, seen=2, token=token)
    refused(answer, problems.Outcome.of(rules.NOT_AT_THE_DESK))
    assert evaluator.api.consortium.log.last() == before


def test_the_secretariat_answers_without_the_token(evaluator: Evaluator) -> None:
    """The answer is its own."""
    assert evaluator.sends("ask-question", QUESTION).is_success
    body = {"effective_on": "2026-11-20", "question": 1, "text": "添付のとおりです（架空）。"}
    path = f"evaluations/{evaluator.stream}/answer-question"
    assert evaluator.api.post(path, body, seen=3).is_success


def test_the_published_key_lets_nobody_write(evaluator: Evaluator) -> None:
    """What everybody has is no token, and no field of a request."""
    assert evaluator.sends("ask-question", QUESTION).is_success
    assert evaluator.sends("publish-evaluation", {"trail_key": evaluator.key}, seen=3).is_success
    body = {"effective_on": "2026-11-21", "version": 3, "desk_key": evaluator.key}
    path = f"evaluations/{evaluator.stream}/void-evaluation-entry"
    assert places(evaluator.api.post(path, body, seen=4)) == ["body.desk_key"]


def test_the_database_does_not_hold_what_was_read(evaluator: Evaluator) -> None:
    """Nor the token, nor the key: only the key's digest, and ciphertexts."""
    evaluator.reads("audit-trail", actor="somebody-suspected")
    [(_, sealed)] = rows(evaluator.api)
    assert b"suspected" not in sealed
    stored = b"".join(each.state for each in evaluator.api.consortium.log.leaves())
    assert evaluator.key.encode() not in stored
    assert base64.urlsafe_b64encode(evaluator.token.secret).rstrip(b"=") not in stored
    assert key_digest(evaluator.key).encode() in stored


def test_how_long_a_question_is_cannot_be_seen_in_the_database(evaluator: Evaluator) -> None:
    """A list is known by its name's length: all entries are as long, or whole blocks longer."""
    evaluator.reads("audit-trail")
    evaluator.reads("evaluations", actor="somebody-suspected")
    evaluator.reads("audit-trail", actor="x" * 1200)

    first, second, long = (len(sealed) for _, sealed in rows(evaluator.api))
    assert first == second == long - 1024
    assert next(r["path"] for r in evaluator.trail()["readings"]) == "/audit-trail"


def test_nobody_else_reads_the_trail_before_the_publication(evaluator: Evaluator) -> None:
    """And is told why."""
    evaluator.reads("audit-trail")
    answer = evaluator.api.get(f"evaluations/{evaluator.stream}/trail")
    assert refused(answer, problems.TRAIL_SEALED)["about"]["ja"] == NOT_PUBLISHED.ja


def test_with_the_publication_everybody_reads_it(evaluator: Evaluator) -> None:
    """The publication carries its key; what was read is what the evaluator saw of it."""
    evaluator.reads("audit-trail", actor="evaluator")
    before = evaluator.trail()["readings"]
    evaluator.publishes(trail_key=evaluator.key)
    answer = evaluator.api.get(f"evaluations/{evaluator.stream}/trail").json()
    assert answer["published"]
    assert answer["readings"][: len(before)] == before
    here = f"/evaluations/{evaluator.stream}"
    assert [r["path"] for r in answer["readings"]][1:] == [
        f"{here}/trail",
        f"{here}/publish-evaluation",
    ]


def test_after_the_publication_the_trail_is_closed_and_every_answer_says_so(
    evaluator: Evaluator,
) -> None:
    """The key is known to everybody then: what it keeps would be no secret, and no proof."""
    evaluator.publishes(trail_key=evaluator.key)
    kept = rows(evaluator.api)
    assert evaluator.reads("audit-trail").headers["Ayumi-Reading"] == "closed"
    assert rows(evaluator.api) == kept


def test_it_is_not_published_ahead(evaluator: Evaluator) -> None:
    """Its key would be out before its day, and nothing more be kept."""
    body = {"effective_on": "2026-11-24", "trail_key": evaluator.key}
    refused(evaluator.sends("publish-evaluation", body), Outcome.of(IN_THE_FUTURE))
    assert evaluator.reads("audit-trail").headers["Ayumi-Reading"].startswith("2 ")


def test_published_without_its_key_it_stays_the_evaluators(evaluator: Evaluator) -> None:
    """And that it does is seen."""
    evaluator.reads("audit-trail")
    evaluator.publishes(without_trail_key=True)
    answer = evaluator.api.get(f"evaluations/{evaluator.stream}/trail")
    assert "without" in refused(answer, problems.TRAIL_SEALED)["about"]["en"]
    assert [r["path"] for r in evaluator.trail()["readings"]] == [
        "/audit-trail",
        f"/evaluations/{evaluator.stream}/publish-evaluation",
    ]


@pytest.mark.parametrize("wrong", ["", "x", "{stream}.", "{stream}.AAAA", "{other}", "{again} "])
def test_a_wrong_token_is_refused(evaluator: Evaluator, wrong: str) -> None:
    """Nothing is read with it, whatever it looks like."""
    stranger = Token.new(evaluator.stream).written()
    text = wrong.format(stream=evaluator.stream, other=stranger, again=stranger)
    answer = evaluator.api.client.get(f"{BASE}/audit-trail", headers={"Ayumi-Evaluation": text})
    refused(answer, problems.NOT_THIS_DESK)
    assert answer.headers["WWW-Authenticate"] == "Ayumi-Evaluation"
    assert rows(evaluator.api) == []


def test_a_token_opens_no_other_evaluation(evaluator: Evaluator) -> None:
    """Its key is bound to the evaluation that it was made for."""
    other = Token(UUID(int=1), evaluator.token.secret)
    headers = {"Ayumi-Evaluation": other.written()}
    answer = evaluator.api.client.get(f"{BASE}/audit-trail", headers=headers)
    refused(answer, problems.NOT_THIS_DESK)
    assert evaluator.api.consortium.trails.key(other) != evaluator.key


def test_what_cannot_be_kept_is_not_answered(evaluator: Evaluator) -> None:
    """503, with nothing of what was asked for; it can be read once the trail is there again."""
    lock = "BEGIN; LOCK TABLE {t} IN ACCESS EXCLUSIVE MODE"
    with _connection(evaluator.api) as conn:
        conn.execute(SQL(lock).format(t=_table(evaluator.api)))
        answer = evaluator.reads("audit-trail")
        refused(answer, problems.NOT_KEPT)
        assert "items" not in answer.text
        assert "Ayumi-Reading" not in answer.headers
    assert evaluator.reads("audit-trail").headers["Ayumi-Reading"].startswith("1 ")


CHANGES = {
    "one is taken out": "DELETE FROM {t} WHERE number = 2",
    "one is taken out and the rest moved up": (
        "WITH gone AS (DELETE FROM {t} WHERE number = 2)"
        " UPDATE {t} SET number = number - 10 WHERE number > 2"
    ),
    "one is another": "UPDATE {t} SET sealed = sealed || '\\x00' WHERE number = 2",
    "two are exchanged": (
        "UPDATE {t} a SET sealed = b.sealed FROM {t} b"
        " WHERE (a.number, b.number) IN ((1, 2), (2, 1))"
    ),
}


@pytest.mark.parametrize("how", CHANGES)
def test_whoever_holds_the_database_cannot_change_its_middle(
    evaluator: Evaluator, how: str
) -> None:
    """It is told up to where it is broken."""
    for number in range(1, 5):
        evaluator.reads("audit-trail", actor=f"a{number}")
    change(evaluator.api, CHANGES[how])
    found = evaluator.trail()
    assert found["broken_at"] in {1, 2}
    assert len(found["readings"]) == found["broken_at"] - 1


def test_what_was_forged_with_the_published_key_is_told_up_to_there(evaluator: Evaluator) -> None:
    """Rightly encrypted, and no reading: the trail is broken there, and nothing else happens."""
    for number in range(1, 3):
        evaluator.reads("audit-trail", actor=f"a{number}")
    evaluator.publishes(trail_key=evaluator.key)
    bound = f"ayumi-trail/1|{evaluator.api.consortium.log.origin}|{evaluator.stream}|2".encode()
    cipher, nonce = AESGCM(bytes.fromhex(evaluator.key)), bytes(12)
    fields = b'"method": "GET", "path": "/", "status": 200, "previous": "0"'
    for forged in (b'{"at": "now"}', b'{"at": "now", ' + fields + b"}", b"[]", b"?"):
        sealed = nonce + cipher.encrypt(nonce, forged, bound)
        change(evaluator.api, "UPDATE {t} SET sealed = %s WHERE number = 2", sealed)
        answer = evaluator.api.get(f"evaluations/{evaluator.stream}/trail").json()
        assert (answer["broken_at"], len(answer["readings"])) == (2, 1)


def test_an_entry_that_was_cut_off_cannot_be_put_back_for_a_later_one(
    evaluator: Evaluator,
) -> None:
    """It has the same number, but the entry after it follows another."""
    for number in range(1, 4):
        evaluator.reads("audit-trail", actor=f"a{number}")
    (_, once) = rows(evaluator.api)[2]
    change(evaluator.api, "DELETE FROM {t} WHERE number = 3")
    evaluator.reads("audit-trail", actor="suspected")
    evaluator.reads("audit-trail", actor="a4")
    change(evaluator.api, "UPDATE {t} SET sealed = %s WHERE number = 3", once)
    assert evaluator.trail()["broken_at"] == 4


def test_an_end_that_was_cut_off_is_seen_by_whoever_kept_the_last_answer(
    evaluator: Evaluator,
) -> None:
    """The number and the hash are no longer those."""
    kept = [evaluator.reads("audit-trail").headers["Ayumi-Reading"] for _ in range(3)][-1]
    change(evaluator.api, "DELETE FROM {t} WHERE number = 3")
    found = evaluator.trail()
    assert found["broken_at"] is None
    assert f"{found['last']['number']} {found['last']['sha256']}" != kept


def test_answers_at_the_same_time_follow_one_another(evaluator: Evaluator) -> None:
    """None is lost, and the chain holds."""
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: evaluator.reads("audit-trail"), range(8)))
    numbers = sorted(int(each.headers["Ayumi-Reading"].split()[0]) for each in answers)
    assert numbers == list(range(1, 9))
    assert evaluator.trail()["broken_at"] is None


def test_what_comes_without_a_token_is_not_kept(evaluator: Evaluator) -> None:
    """Nor is its answer any different."""
    answer = evaluator.api.get("audit-trail")
    assert "Ayumi-Reading" not in answer.headers
    assert rows(evaluator.api) == []


def test_a_lost_desk_is_voided_and_another_opened(evaluator: Evaluator) -> None:
    """The old token opens nothing any more; the new trail begins with number 1."""
    evaluator.reads("audit-trail")
    void = {"version": 2, "effective_on": "2026-11-10"}
    path = f"evaluations/{evaluator.stream}/void-evaluation-entry"
    assert evaluator.api.post(path, void, seen=2).is_success
    refused(evaluator.reads("audit-trail"), problems.NOT_THIS_DESK)
    evaluator.token = open_desk(evaluator.api.consortium, evaluator.stream, CLERK)
    assert evaluator.reads("audit-trail").headers["Ayumi-Reading"].startswith("1 ")


def test_an_entry_is_opened_as_the_handbook_says(evaluator: Evaluator) -> None:
    """With the key, the additional data, and nothing of the service."""
    evaluator.reads("audit-trail")
    [(number, sealed)] = rows(evaluator.api)
    origin = evaluator.api.consortium.log.origin
    bound = f"ayumi-trail/1|{origin}|{evaluator.stream}|{number}".encode()
    entry = json.loads(
        AESGCM(bytes.fromhex(evaluator.key)).decrypt(sealed[:12], sealed[12:], bound)
    )
    assert (entry["path"], entry["previous"]) == ("/audit-trail", "0" * 64)
