"""`ayumi bundle`: one file, in its place whole or not at all."""

import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest

from application.evidence.bundle.question import Kind
from application.evidence.checkpoint import Signed
from domain.export.events import ExportMade
from infrastructure.signing.desk import FileDesk
from infrastructure.signing.ed25519 import Ed25519Verifier
from interfaces import verify_page
from tests.application.demo.given import Ayumi, database
from tests.given_bundles import Made, made
from tests.infrastructure.given import ask


@pytest.mark.parametrize("kind", ["evaluation", "publication"])
def test_it_writes_the_bundle_and_says_what_is_in_it(signing: Ayumi, out: Path, kind: Kind) -> None:
    """In both languages; the file is the one that the service makes, and the only one left."""
    said = signing.said("bundle", "--for", kind, "--out", out)
    with signing.installation() as installation:
        consortium = installation.take_up("demo")
        bundle = made(consortium, kind, as_of=consortium.log.last()[0] - 1)

    assert out.read_bytes() == bundle.content
    assert list(out.parent.iterdir()) == [out]
    assert out.stat().st_mode & 0o777 == 0o600
    assert f"SHA-256 {hashlib.sha256(bundle.content).hexdigest()}" in said
    for word in (
        "ayumi/demo/1", "grant:dx-r6", "2026-11-23", "令和6年度、令和7年度、令和8年度",
        f"whole {bundle.said.whole:,}", f"withheld {bundle.said.withheld:,}",
        f"figures {bundle.said.figures}", "0 of 3 witnesses have co-signed (required: 2)",
        f"ayumi-verify {out}", "ayumi key show",
    ):  # fmt: skip
        assert word in said
    assert ("a pseudonym is not anonymous" in said) == (kind == "evaluation")
    assert ("kpi1" in said) == (kind == "publication")


def test_everything_can_be_said(signing: Ayumi, out: Path, tmp_path: Path) -> None:
    """Programme, day, years, an earlier size and an earlier checkpoint."""
    checkpoint = tmp_path / "checkpoint.txt"
    signing.said("checkpoint", "--out", checkpoint)
    size = Signed.read(checkpoint.read_bytes().decode()).checkpoint.size
    signing.said(
        "bundle", "--for", "evaluation", "--out", out, "--programme", "own:203246",
        "--valid-on", "2025-03-31", "--fiscal-year", "R6", "--fiscal-year", "2023",
        "--as-of", size, "--previous", checkpoint, "--consortium", "demo",
    )  # fmt: skip
    lines = read(out).member("manifest.txt").decode().split("\n")
    assert lines[3:7] == [
        f"size: {size}", "programme: own:203246", "valid-on: 2025-03-31",
        "fiscal-years: 2023 2024",
    ]  # fmt: skip
    assert read(out).member("previous.txt") == checkpoint.read_bytes()


def test_it_is_recorded_as_an_export_before_anybody_has_it(signing: Ayumi, out: Path) -> None:
    """By whoever is named; in a simulated log at the time of its last event."""
    signing.said("bundle", "--for", "publication", "--out", out, "--actor", "clerk-3")
    with signing.installation() as installation:
        *_, last, export = installation.take_up("demo").log.events()
    assert isinstance(export.event, ExportMade)
    assert export.event.sha256 == hashlib.sha256(out.read_bytes()).hexdigest()
    assert (export.event.size, export.event.log_size) == (out.stat().st_size, last.position)
    assert (export.by.actor, export.recorded_at) == ("clerk-3", last.recorded_at)


def test_what_cannot_be_recorded_is_not_given(signing: Ayumi, out: Path) -> None:
    """Nothing is left behind, either."""
    forbidden = "ALTER TABLE {}.events ADD CHECK (topic <> 'export.made') NOT VALID"
    ask(signing.url, forbidden, "c_demo")
    assert signing("bundle", "--for", "evaluation", "--out", out).exit_code != 0
    assert list(out.parent.iterdir()) == []


def read(out: Path) -> Made:
    """Give a bundle that was written."""
    return Made(out.read_bytes(), None, None)  # type: ignore[arg-type]


def test_no_file_is_written_over(signing: Ayumi, out: Path) -> None:
    """It may be what somebody has been given."""
    out.write_text("mine")
    said = signing.refused("bundle", "--for", "publication", "--out", out)
    assert "上書きしません" in said
    assert "not written over" in said
    assert str(out) in said
    assert out.read_text() == "mine"


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--as-of", "7"], "nearest: []"),
        (["--valid-on", "2020-01-01"], "such as R6"),
        (["--fiscal-year", "令和6年"], "fiscal-year"),
        (["--actor", "佐藤"], "up to 64"),
    ],
)
def test_a_refusal_leaves_nothing_behind(
    signing: Ayumi, out: Path, options: list[str], why: str
) -> None:
    """It says why and what to do."""
    said = signing.refused("bundle", "--for", "evaluation", "--out", out, *options)
    assert why in re.sub(r"\x1b\[[0-9;]*m", "", said)
    assert list(out.parent.iterdir()) == []


def test_a_failure_on_the_way_leaves_nothing_behind(
    signing: Ayumi, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing that looks like a bundle, and nothing beside it."""
    monkeypatch.setattr(verify_page, "PAGE", out.parent / "no page")
    assert "no page" in signing.refused("bundle", "--for", "evaluation", "--out", out)
    nowhere = out.parent / "nowhere" / "bundle.zip"
    assert "nowhere" in signing.refused("bundle", "--for", "evaluation", "--out", nowhere)
    assert list(out.parent.iterdir()) == []


def test_without_a_key_it_says_how_to_have_one(signing: Ayumi, out: Path) -> None:
    """Nothing is handed out that nobody can check."""
    said = replace(signing, signing_dir=None).refused("bundle", "--for", "evaluation", "--out", out)
    assert "ayumi key new" in said


@pytest.mark.usefixtures("page")
def test_a_newcomer_makes_one_of_the_demonstration(
    postgres_url: str, tmp_path: Path, out: Path
) -> None:
    """Nothing has to be set; told anew it is another history, signed with the same key."""
    desks = tmp_path / "beside"
    with database(postgres_url) as url:
        newcomer = Ayumi(url, simulated_signing_dir=desks)
        keys = []
        for time in ("first", "again"):
            newcomer.said("demo", "--once", "--json")
            where = out.with_name(f"{time}.zip")
            newcomer.said("bundle", "--for", "evaluation", "--out", where, "-c", "demo")
            keys.append(newcomer.said("key", "show", "-c", "demo"))
        newcomer.said("open", "practice")
        assert "ayumi key new" in newcomer.refused(
            "bundle", "--for", "evaluation", "--out", out, "-c", "practice"
        )
    assert keys[0] == keys[1]
    key = Ed25519Verifier.read(keys[0].strip())
    signed = Signed.read(read(out.with_name("again.zip")).member("checkpoint.txt").decode())
    assert signed.note.signers([key]) == ["ayumi/demo/1"]
    assert signed.checkpoint.simulated
    assert {one.name for one in desks.iterdir()} == {"demo.key", "demo.lock", "demo.signed"}


def test_what_was_signed_of_a_real_record_is_never_forgotten(tmp_path: Path) -> None:
    """Beginning anew is for a simulated log; of any other the desk keeps what it signed."""
    desk = FileDesk(tmp_path, "real")
    key = desk.create_key()
    for extensions, kept in (("", True), ("clock simulated\n", False)):
        text = f"ayumi/real/1\n1\n{'A' * 43}=\n{extensions}"
        note = f"{text}\n{key.sign('ayumi/real/1', text).line()}"
        desk.remember(Signed.read(note))
        desk.begin_anew()
        assert (desk.last() is not None) == kept
    (tmp_path / "real.signed").unlink()
    desk.begin_anew()
    assert desk.last() is None
