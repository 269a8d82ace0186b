"""What a bundle shows of each event, and that it is the event that was signed."""

import hashlib
import json
from base64 import b64encode
from collections.abc import Iterator
from typing import Any, cast

import pytest
from psycopg.sql import SQL, Identifier

from application.evidence.bundle.disclosure import Disclosure, disclosure
from application.evidence.bundle.question import Kind, Question
from application.evidence.checkpoint import Signed
from application.evidence.tree import Tree
from application.service import Consortium
from domain.base.families import IN_CONFIDENCE, family_of
from domain.base.figure import Count, Facts, FigureDefinition, Words
from tests.application.demo.given import GRANT, TODAY
from tests.given_bundles import Made, demonstration, made, of_demonstration, of_made_up

KINDS: tuple[Kind, ...] = ("evaluation", "publication")
WHOLE = ["i", "t", "p", "o", "v", "r", "s"]
WITHHELD = {"evaluation": ["i", "t", "p", "h"], "publication": ["i", "l"]}


def leaf(line: dict[str, Any]) -> bytes:
    """Compute a leaf from a line, as docs/bundle.md says it."""
    if "l" in line:
        return bytes.fromhex(line["l"])
    inner = line.get("h")
    if inner is None:
        state = hashlib.sha256(line["s"].encode()).hexdigest()
        text = f"{line['o']}\n{line['v']}\n{line['r']}\n{state}\n"
        inner = hashlib.sha256(text.encode()).hexdigest()
    entry = f"ev1\n{line['i']}\n{line['t']}\n{line['p']}\n{inner}\n"
    return hashlib.sha256(b"\x00" + entry.encode()).digest()


def bundles(server: str, kind: Kind) -> Iterator[Made]:
    """Give bundles of this kind."""
    yield of_demonstration(server, kind)
    yield of_made_up(server, kind, events=1000)


@pytest.mark.parametrize("kind", KINDS)
def test_every_event_has_its_line_and_all_lines_lead_to_the_root(
    postgres_url: str, kind: Kind
) -> None:
    """Whole or withheld, in the order of the log; with exactly the keys of the format."""
    for bundle in bundles(postgres_url, kind):
        checkpoint = Signed.read(bundle.member("checkpoint.txt").decode()).checkpoint
        lines = bundle.events()

        assert [line["i"] for line in lines] == list(range(checkpoint.size))
        assert Tree(map(leaf, lines)).root() == checkpoint.root
        assert all(list(line) in (WHOLE, WITHHELD[kind]) for line in lines)
        shown = sum("s" in line for line in lines)
        assert (bundle.said.whole, bundle.said.withheld) == (shown, len(lines) - shown)


def test_a_line_is_written_without_spaces_in_utf_8(postgres_url: str) -> None:
    """So that two writers write the same."""
    for bundle in bundles(postgres_url, "evaluation"):
        for written, line in zip(
            bundle.member("events.jsonl").decode().split("\n"), bundle.events(), strict=False
        ):
            assert written == json.dumps(line, ensure_ascii=False, separators=(",", ":"))


def test_an_evaluator_is_shown_the_programme_and_what_figures_read(postgres_url: str) -> None:
    """Of the common registers the families of the figures, and who is one person."""
    for bundle in bundles(postgres_url, "evaluation"):
        for line in bundle.events():
            family = family_of(line["t"])
            in_scope = line["p"] == GRANT or (line["p"], family) == ("common", "consortium")
            everywhere = family in {"log", "figure", "witness", "person", "client"}
            assert ("s" in line) == (everywhere or (in_scope and family not in IN_CONFIDENCE))


def test_the_public_is_shown_the_record_itself_and_definitions(postgres_url: str) -> None:
    """Of everything else not even what kind it is."""
    for bundle in bundles(postgres_url, "publication"):
        shown = {family_of(line["t"]) for line in bundle.events() if "s" in line}
        assert shown <= {"log", "figure", "witness"}
        assert shown >= {"log", "figure"}


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_said_in_confidence_is_never_shown(postgres_url: str, kind: Kind) -> None:
    """Mentoring and career support, in whatever scope, and though a figure read it."""
    said = 0
    for bundle in bundles(postgres_url, "evaluation"):
        of_them = [line for line in bundle.events() if family_of(line["t"]) in IN_CONFIDENCE]
        said += len(of_them)
        assert not any("s" in line for line in of_them)
    assert said > 50
    shows = disclosure(asked(kind), [counting("mentorship.session_held", "common")])
    assert not shows.whole("mentorship.session_held", "common")
    assert not shows.whole("career.advised", GRANT)


def asked(kind: Kind) -> Question:
    """Give a question about the grant."""
    return Question(kind, 1, GRANT, TODAY, (2024,), None)


def counting(topic: str, scope: Any = "programme", *persons: str) -> FigureDefinition:  # noqa: ANN401
    """Define a figure that counts all events of a kind."""
    words = Words(ja="試し", en="a try")
    facts = Facts(scope=scope, opens=(topic,), persons=persons)
    return FigureDefinition(
        code="tried", version=1, title=words, sentence=words, unit=words,
        measure=Count(facts=facts, basis="cumulative"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("definition", "recomputable"),
    [
        (counting("pilot.started"), True),
        (counting("worker.registered", "common"), True),
        (counting("worker.registered", "common", "person_id"), True),
        (counting("mentorship.session_held"), False),
        (counting("mentorship.session_held", "common"), False),
        (counting("career.advised", "programme", "person_id"), False),
    ],
)
def test_a_figure_can_be_recomputed_unless_it_reads_what_is_never_shown(
    definition: FigureDefinition,
    recomputable: bool,  # noqa: FBT001
) -> None:
    """Its own bundle shows all else that it reads; a publication shows nothing of it."""
    shows = disclosure(asked("evaluation"), [definition])
    assert shows.recomputable(definition, GRANT) == recomputable
    assert not disclosure(asked("publication"), [definition]).recomputable(definition, GRANT)


def test_persons_are_shown_only_where_a_figure_counts_them() -> None:
    """Who is one person is nobody's business otherwise."""
    without = disclosure(asked("evaluation"), [counting("pilot.started")])
    counted = disclosure(asked("evaluation"), [counting("kpi.fact_counted", "programme", "x")])
    for topic in ("person.joined", "client.merged"):
        for scope in ("common", "own:203246"):
            assert not without.whole(topic, scope)
            assert counted.whole(topic, scope)


def test_a_common_register_is_shown_only_where_a_figure_reads_it() -> None:
    """A family read in the programme's scope is not thereby shown in the common one."""
    shows = disclosure(asked("evaluation"), [counting("worker.registered")])
    assert not shows.whole("worker.registered", "common")
    assert shows.whole("worker.registered", GRANT)
    assert not shows.whole("worker.registered", "own:203246")
    assert Disclosure().whole("figure.defined", "own:203246")


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_the_vault_keeps_is_in_a_bundle(postgres_url: str, kind: Kind) -> None:
    """No ciphertext, nonce or key: not as bytes, in hexadecimal or in base64."""
    with demonstration(postgres_url) as consortium:
        content = made(consortium, kind).content
        secrets = list(vaulted(consortium))
    assert len(secrets) > 200
    for secret in secrets:
        for written in (secret, secret.hex().encode(), b64encode(secret)):
            assert written not in content


def vaulted(consortium: Consortium) -> Iterator[bytes]:
    """Give every ciphertext, nonce and key."""
    store = cast("Any", consortium.log)._datastore
    statement = SQL(
        "SELECT unnest(ARRAY[ciphertext, nonce]) AS secret FROM {} UNION ALL SELECT key FROM {}"
    ).format(*(Identifier(store.schema, table) for table in ("sealed_values", "seal_keys")))
    with store.get_connection() as conn:
        yield from (bytes(row["secret"]) for row in conn.execute(statement).fetchall())
