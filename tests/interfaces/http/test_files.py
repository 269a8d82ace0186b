"""A file that is attached to evidence comes back byte for byte; what shows a fact is counted."""

import hashlib
from base64 import b64encode
from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID, uuid4

import pytest
from psycopg.sql import SQL, Identifier

from application.figures.standard import STANDARD
from domain.evidence.commands import LARGEST_FILE
from interfaces.http import problems
from tests.interfaces.http.given import Api, places, refused

PDF = bytes(range(256)) * 40
GRANT = "grant:dx-r6"


def registered(api: Api, **other: object) -> UUID:
    """Register a contract that concerns somebody."""
    paper = {"effective_on": "2026-11-01", "number": uuid4().hex, "kind": "contract"}
    named = {"title": "架空の契約書", "person_id": str(uuid4()), "file_name": "契約書 写し.pdf"}
    answer = api.post("evidence-items/register-evidence", paper | named | other)
    assert answer.status_code == 201, answer.text
    return UUID(answer.json()["stream"])


def attach(content: bytes, **other: object) -> dict[str, Any]:
    """Give the body that attaches a file."""
    return {
        "effective_on": "2026-11-02",
        "media_type": "application/pdf",
        "content": b64encode(content).decode(),
        "sha256": hashlib.sha256(content).hexdigest(),
        **other,
    }


def attached(api: Api, content: bytes = PDF) -> UUID:
    """Register evidence with a file."""
    evidence = registered(api)
    answer = api.post(f"evidence-items/{evidence}/attach-file", attach(content), seen=1)
    assert answer.status_code == 200, answer.text
    return evidence


def counted(api: Api) -> UUID:
    """Count a new hire."""
    body = {
        "effective_on": "2026-11-02",
        "programme": GRANT,
        "kpi": "kpi1",
        "subject": str(uuid4()),
        "fiscal_year": "R8",
        "municipality": "203246",
    }
    answer = api.post("facts/count-fact", body)
    assert answer.status_code == 201, answer.text
    return UUID(answer.json()["stream"])


def test_a_file_comes_back_byte_for_byte(shared_api: Api) -> None:
    """Under its name, to be saved and not shown."""
    evidence = attached(shared_api)
    answer = shared_api.get(f"evidence-items/{evidence}/file")
    assert (answer.status_code, answer.content) == (200, PDF)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''%E5%A5")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_file_is_sealed_under_the_key_of_whom_it_concerns(shared_api: Api) -> None:
    """The log holds its SHA-256 and where the ciphertext lies, and no byte of it."""
    evidence = attached(shared_api)
    record = shared_api.get(f"evidence-items/{evidence}").json()
    assert record["events"][1]["sealed"] == ["content"]
    assert record["events"][1]["fields"]["sha256"] == hashlib.sha256(PDF).hexdigest()
    store = cast("Any", shared_api.consortium.log)._datastore
    with store.get_connection() as conn:
        table = Identifier(store.schema, "sealed_values")
        asked = SQL("SELECT subject FROM {} WHERE seal_group = 'file'").format(table)
        subjects = {row["subject"] for row in conn.execute(asked).fetchall()}
    concerned = record["events"][0]["fields"]["person_id"]
    assert UUID(concerned) in subjects


def test_there_may_be_no_file_or_no_evidence(shared_api: Api) -> None:
    """Papers are kept in binders; a file that was attached later was not there before."""
    refused(shared_api.get(f"evidence-items/{registered(shared_api)}/file"), problems.NO_FILE)
    refused(shared_api.get(f"evidence-items/{uuid4()}/file"), problems.NOT_FOUND)
    evidence = registered(shared_api)
    before = shared_api.consortium.log.last()[0]
    shared_api.post(f"evidence-items/{evidence}/attach-file", attach(PDF), seen=1)
    assert shared_api.get(f"evidence-items/{evidence}/file").status_code == 200
    then = shared_api.get(f"evidence-items/{evidence}/file", as_of=str(before))
    refused(then, problems.NO_FILE)


def test_a_file_that_was_erased_or_damaged_is_not_given_out(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says which of the two."""
    evidence = attached(api)
    digest = api.consortium.log.read(evidence)[1].event.content  # type: ignore[attr-defined]
    real = api.consortium.vault.open

    def erased(digests: Sequence[str]) -> dict[str, str]:
        return {each: text for each, text in real(digests).items() if each != digest}

    def damaged(digests: Sequence[str]) -> dict[str, str]:
        return real(digests) | {digest: b64encode(b"another").decode()}

    monkeypatch.setattr(api.consortium.vault, "open", erased)
    refused(api.get(f"evidence-items/{evidence}/file"), problems.FILE_ERASED)
    monkeypatch.setattr(api.consortium.vault, "open", damaged)
    refused(api.get(f"evidence-items/{evidence}/file"), problems.FILE_DAMAGED)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (attach(b"0" * (LARGEST_FILE + 1)), "5 MB"),
        (attach(PDF, sha256="0" * 64), "SHA-256"),
        (attach(PDF) | {"content": "%%%%"}, "base64"),
    ],
    ids=["too-large", "another-digest", "no-base64"],
)
def test_a_file_that_did_not_arrive_whole_is_malformed(
    shared_api: Api, body: dict[str, Any], said: str
) -> None:
    """And so is one that is too large; the message says what to do, and holds none of the file."""
    evidence = registered(shared_api)
    answer = shared_api.post(f"evidence-items/{evidence}/attach-file", body, seen=1)
    assert places(answer)
    assert said in answer.text
    assert len(answer.content) < 2000


def test_a_record_says_what_shows_each_of_its_facts(shared_api: Api) -> None:
    """Missing, then put to it, then taken back; the fact itself stays at its version."""
    fact, evidence = counted(shared_api), registered(shared_api)
    assert evidence_of(shared_api, fact) == ([], True, 0, 1)
    put = {"effective_on": "2026-11-03", "shows": str(fact), "fact_version": 1}
    answer = shared_api.post(f"evidence-items/{evidence}/show-fact", put, seen=1)
    assert answer.status_code == 200, answer.text
    assert evidence_of(shared_api, fact) == ([str(evidence)], False, 1, 0)
    back = {"effective_on": "2026-11-04", "version": 2}
    shared_api.post(f"evidence-items/{evidence}/void-evidence", back, seen=2)
    assert evidence_of(shared_api, fact) == ([], True, 0, 1)
    assert shared_api.get(f"facts/{fact}").json()["version"] == 1
    assert evidence_of(shared_api, evidence)[1:] == (False, 0, 0)


def evidence_of(api: Api, stream: UUID) -> tuple[list[str], bool, int, int]:
    """Give what its record says of evidence: of its first event, and in all."""
    area = "facts" if api.get(f"facts/{stream}").status_code == 200 else "evidence-items"
    record = api.get(f"{area}/{stream}").json()
    first = record["events"][0]
    return first["shown_by"], first["evidence_missing"], record["evidence"], record["missing"]


def test_nothing_that_is_not_there_is_shown(shared_api: Api) -> None:
    """A slip in the version or the record is refused."""
    fact, evidence = counted(shared_api), registered(shared_api)
    for shows, version in ((fact, 2), (uuid4(), 1)):
        put = {"effective_on": "2026-11-03", "shows": str(shows), "fact_version": version}
        answer = shared_api.post(f"evidence-items/{evidence}/show-fact", put, seen=1)
        assert (answer.status_code, answer.json()["code"]) == (409, "evidence-no-such-fact")


def test_a_figure_counts_its_facts_by_their_evidence(api: Api) -> None:
    """On the day asked for: evidence that was put to a fact later was missing before."""
    definition = next(each for each in STANDARD if each.code == "kpi1")
    api.post(
        "figure-definitions/define-figure",
        {"effective_on": "2024-04-01", "definition": definition.model_dump(mode="json")},
    )
    fact, evidence = counted(api), registered(api)
    counted(api)
    put = {"effective_on": "2026-11-03", "shows": str(fact), "fact_version": 1}
    api.post(f"evidence-items/{evidence}/show-fact", put, seen=1)
    asked = {"programme": GRANT, "fiscal_year": "R8"}
    said = [
        api.get("figures/kpi1", valid_on=on, **asked).json()["evidence"]
        for on in ("2026-11-02", "2026-11-03")
    ]
    assert said == [
        {"shown": 0, "missing": 2, "not_needed": 0},
        {"shown": 1, "missing": 1, "not_needed": 0},
    ]
