"""Checkpoints and proofs over HTTP, checked as an outsider checks them."""

import hashlib
from base64 import b64decode
from typing import Any
from uuid import UUID

import pytest
from pydantic import BaseModel

from application.evidence.checkpoint import Signed
from application.evidence.signing import sign
from application.evidence.tree import verify_consistency, verify_inclusion
from domain.career.events import CareerSupportBegun
from infrastructure.postgres.log import PostgresLog
from infrastructure.signing.desk import FileDesk
from interfaces.http import problems
from interfaces.http.proofs import CheckpointAnswer, ConsistencyAnswer, InclusionAnswer
from tests.infrastructure.given import ask
from tests.interfaces.http.given import BASE, Api, OpenApi, Sent, places, refused

NOT_SIGNED = "This record is not signed."
CHANGED = "The record is not what was signed: tell the operator."


@pytest.fixture
def signing_api(open_api: OpenApi, desk: FileDesk) -> Api:
    """Give the API of a consortium with five events whose log can be signed."""
    api = open_api(desk=desk)
    for _ in range(4):
        api.registered()
    return api


def answer(api: Api, shape: type[BaseModel], path: str, **asked: Sent) -> dict[str, Any]:
    """Ask, in the documented shape; `from` is written with an underscore."""
    answer = api.get(f"evidence/{path}", **{k.removesuffix("_"): v for k, v in asked.items()})
    assert answer.status_code == 200, answer.text
    shape.model_validate_json(answer.content)
    found: dict[str, Any] = answer.json()
    return found


def checkpoint(api: Api) -> dict[str, Any]:
    """Ask for the checkpoint signed last."""
    return answer(api, CheckpointAnswer, "checkpoint")


def inclusion(api: Api, **asked: Sent) -> dict[str, Any]:
    """Ask for a proof of inclusion."""
    return answer(api, InclusionAnswer, "inclusion", **asked)


def consistency(api: Api, **asked: Sent) -> dict[str, Any]:
    """Ask for a proof of consistency."""
    return answer(api, ConsistencyAnswer, "consistency", **asked)


def notes(told: dict[str, Any]) -> list[str]:
    """Give what an answer says is to be known."""
    return [note["en"] for note in told["notes"]]


def change(api: Api, assignment: str, position: int) -> None:
    """Change a row, as who runs the database can."""
    log = api.consortium.log
    assert isinstance(log, PostgresLog)
    url = str(log._datastore.pool.conninfo)
    ask(url, f"UPDATE {{}}.events SET {assignment} WHERE notification_id = {position}", log.schema)  # noqa: S608


def test_without_a_signature_the_answer_says_so(api: Api) -> None:
    """Plainly, in both languages, and nothing that looks like one is given."""
    told = checkpoint(api)

    assert told["checkpoint"] is None
    assert told["notes"] == [{"ja": "この記録は署名されていません。", "en": NOT_SIGNED}]
    assert inclusion(api, position=1)["checkpoint"] is None
    assert notes(inclusion(api, position=1)) == ["The record of this size is not signed."]


def test_the_checkpoint_is_given_to_the_byte(signing_api: Api) -> None:
    """Its note is what was signed; its parts are what the note says."""
    signed = sign(signing_api.consortium)
    told = checkpoint(signing_api)
    read = Signed.read(told["checkpoint"]["note"])

    assert read == signed
    assert (told["checkpoint"]["origin"], told["checkpoint"]["size"]) == (
        f"{signing_api.consortium.log.origin}/1",
        5,
    )
    assert b64decode(told["checkpoint"]["root"]) == signed.checkpoint.root
    assert notes(told) == []


def test_what_is_not_signed_yet_is_said(signing_api: Api) -> None:
    """From which position on."""
    sign(signing_api.consortium)
    signing_api.registered()

    told = checkpoint(signing_api)
    assert (told["checkpoint"]["size"], told["as_of"]["position"]) == (5, 6)
    assert notes(told) == ["What came after position 5 is not signed yet."]


def test_every_event_is_proved_to_be_in_what_was_signed(signing_api: Api) -> None:
    """From the entry, which shows topic and scope, over the leaf, to the root that was signed."""
    root = sign(signing_api.consortium).checkpoint.root
    signing_api.registered()
    for position in range(1, 6):
        told = inclusion(signing_api, position=position)
        leaf = hashlib.sha256(b"\x00" + told["entry"].encode()).digest()
        proof = [b64decode(each) for each in told["proof"]]

        assert b64decode(told["leaf"]) == leaf
        assert verify_inclusion(position - 1, told["size"], leaf, proof, root)
        assert told["entry"].split("\n")[:2] == ["ev1", str(position - 1)]
        assert told["checkpoint"]["size"] == told["size"] == 5
        assert notes(told) == []
    assert told["entry"].split("\n")[2:4] == ["worker.registered", "common"]


def test_an_event_that_came_later_is_proved_in_the_log_as_it_stands(signing_api: Api) -> None:
    """The answer says that this size is not signed."""
    sign(signing_api.consortium)
    signing_api.registered()

    told = inclusion(signing_api, position=6)
    assert (told["size"], told["checkpoint"]) == (6, None)
    assert notes(told) == ["The record of this size is not signed."]
    assert inclusion(signing_api, position=2, size=5)["checkpoint"]["size"] == 5


def test_a_later_checkpoint_is_proved_to_continue_an_earlier_one(signing_api: Api) -> None:
    """Whoever kept the earlier one needs nothing else."""
    before = sign(signing_api.consortium).checkpoint
    for _ in range(6):
        signing_api.registered()
    after = sign(signing_api.consortium).checkpoint
    told = consistency(signing_api, from_=before.size)
    proof = [b64decode(each) for each in told["proof"]]

    assert verify_consistency(before.size, after.size, before.root, after.root, proof)
    assert [b64decode(told[side]["root"]) for side in ("from", "to")] == [before.root, after.root]
    assert [told[side]["checkpoint"]["size"] for side in ("from", "to")] == [5, 11]
    assert notes(told) == []
    assert notes(consistency(signing_api, from_=4, to=9)) == [
        "The record of this size is not signed."
    ]


def test_a_simulated_clock_is_said_in_the_answer_and_in_the_note(
    open_api: OpenApi, desk: FileDesk
) -> None:
    """Whoever carries the note away has it in writing."""
    api = open_api(desk=desk, clock="simulated")
    sign(api.consortium)
    told = checkpoint(api)

    assert told["checkpoint"]["extensions"] == ["clock simulated"]
    assert "clock simulated\n" in told["checkpoint"]["note"]
    assert "clock is simulated" in notes(told)[0]


def test_a_record_that_is_not_what_was_signed_says_so(signing_api: Api) -> None:
    """A changed leaf leads to another root, and deleted rows to fewer events than were signed."""
    sign(signing_api.consortium)
    change(signing_api, "leaf = sha256(leaf)", 2)
    assert notes(inclusion(signing_api, position=4)) == [CHANGED]
    change(signing_api, "notification_id = -1", 5)
    assert notes(checkpoint(signing_api)) == [CHANGED]


@pytest.mark.parametrize(
    ("path", "asked", "where"),
    [
        ("inclusion", {"position": 6}, "query.position"),
        ("inclusion", {"position": 0}, "query.position"),
        ("inclusion", {}, "query.position"),
        ("inclusion", {"position": 3, "size": 2}, "query.size"),
        ("inclusion", {"position": 3, "size": 6}, "query.size"),
        ("consistency", {"from": 0}, "query.from"),
        ("consistency", {"from": 6}, "query.from"),
        ("consistency", {"from": 3, "to": 2}, "query.to"),
        ("consistency", {"from": 3, "to": 6}, "query.to"),
        ("checkpoint", {"size": 3}, "query"),
    ],
)
def test_what_the_log_never_had_is_not_proved(
    signing_api: Api, path: str, asked: dict[str, Sent], where: str
) -> None:
    """Refused where it stands, and not answered with something else."""
    assert places(signing_api.get(f"evidence/{path}", **asked)) == [where]


def begun(api: Api) -> tuple[UUID, int]:
    """Begin a worker's career support, and give its record and position."""
    worker = api.registered(effective_on="2024-04-02")
    body = {"worker_id": str(worker), "programme": "common", "effective_on": "2024-05-01"}
    answer = api.post("careers/begin-career-support", body)
    assert answer.status_code == 201, answer.text
    return UUID(answer.json()["stream"]), answer.json()["position"]


def test_an_event_that_stands_in_no_list_is_proved_by_its_leaf_alone(signing_api: Api) -> None:
    """That is what a publication shows of it; of what kind it is, the proof does not tell."""
    assert not CareerSupportBegun.LISTED
    _, position = begun(signing_api)
    root = sign(signing_api.consortium).checkpoint.root
    told = inclusion(signing_api, position=position)
    leaf, proof = b64decode(told["leaf"]), [b64decode(each) for each in told["proof"]]

    assert verify_inclusion(position - 1, told["size"], leaf, proof, root)
    assert told["entry"] is None
    assert "stands in no list: only its leaf is shown" in notes(told)[-1]
    assert CareerSupportBegun.TOPIC not in str(told)


def test_who_names_its_record_is_shown_its_topic_and_scope(signing_api: Api) -> None:
    """As of any other event; what it says stays behind a hash."""
    stream, position = begun(signing_api)
    sign(signing_api.consortium)
    told = inclusion(signing_api, position=position, stream=str(stream))

    assert told["entry"].split("\n")[2:4] == [CareerSupportBegun.TOPIC, "common"]
    assert hashlib.sha256(b"\x00" + told["entry"].encode()).digest() == b64decode(told["leaf"])
    assert notes(told) == []
    wrong = signing_api.get("evidence/inclusion", position=position - 1, stream=str(stream))
    assert places(wrong) == ["query.stream"]


@pytest.mark.parametrize(
    "path", ["checkpoint", "inclusion?position=1&size=5", "consistency?from=1&to=5"]
)
def test_a_checkpoint_that_was_garbled_in_the_database_is_not_told(
    signing_api: Api, postgres_url: str, path: str
) -> None:
    """The operator is to find out why; nothing is made up instead."""
    sign(signing_api.consortium)
    log = signing_api.consortium.log
    assert isinstance(log, PostgresLog)
    ask(postgres_url, "UPDATE {}.checkpoints SET note = 'garbled'", log.schema)
    refused(signing_api.client.get(f"{BASE}/evidence/{path}"), problems.NOT_SIGNABLE)
