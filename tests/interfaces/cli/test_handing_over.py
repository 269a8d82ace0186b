"""Files on the command line: each is recorded as an export before anybody has it."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from application.demo.papers import ATTACHED
from application.demo.teller import Teller
from application.documents.order_form.answer import commissions_of
from application.evidence.replay import SUMS
from application.recorded import Recorded
from domain.export.events import ExportMade
from infrastructure.documents.files import SpreadsheetFiles
from interfaces.cli.app import create_cli
from tests.application.demo.given import GRANT, Ayumi
from tests.infrastructure.given import ask

DAY = "2026-11-20"
MONTH = "2025-10"
RECORDED = {
    "bundle": ["--for", "publication", "--programme", GRANT],
    "export": ["workers"],
    "file": [f"雇-{ATTACHED}"],
    "order-form": ["E-2026-001", "W-013", "--open", "--valid-on", DAY],
    "replay": ["--as-of", "2024-12-31"],
    "view": ["payment-list", f"month={MONTH}", "--valid-on", DAY],
}
"""Commands that write files of records, and what is asked of each."""
UNRECORDED = {
    "checkpoint": [],
    "epoch new": [],
    "template": ["workers"],
}
"""Commands whose files hold nothing of any record: blank forms, and notes of the signer."""


def writing(group: TyperGroup, *names: str) -> Iterator[str]:
    """Give the commands that can be told where to write a file, also those within groups."""
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from writing(command, *names, name)
        elif any("--out" in parameter.opts for parameter in command.params):
            yield " ".join([*names, name])


def made(ayumi: Ayumi) -> tuple[Recorded, ExportMade]:
    """Give the last event of the log, which is an export."""
    with ayumi.installation() as installation:
        *_, last = installation.take_up("demo").log.events()
    assert isinstance(last.event, ExportMade)
    return last, last.event


def position(ayumi: Ayumi) -> int:
    """Give the last position of the log."""
    with ayumi.installation() as installation:
        return installation.take_up("demo").log.last()[0]


def place(name: str, out: Path) -> Path:
    """Give what a command is told to write to: a replay goes into a folder."""
    return out.parent if name == "replay" else out


def test_every_command_that_writes_a_file_is_tried_here() -> None:
    """A new one is either recorded, or holds nothing of any record; the two are told apart here."""
    cli = get_command(create_cli(lambda _: pytest.fail("nothing is opened"), SpreadsheetFiles()))
    assert isinstance(cli, TyperGroup)
    assert set(writing(cli)) == RECORDED.keys() | UNRECORDED.keys()


@pytest.mark.parametrize("name", sorted(RECORDED))
def test_a_file_is_recorded_with_who_wrote_it_out(signing: Ayumi, out: Path, name: str) -> None:
    """Which bytes, and the position as of which they were made; and it is said to be recorded."""
    before = position(signing)
    said = signing.said(name, *RECORDED[name], "--out", place(name, out), "--actor", "clerk-3")
    assert "It is recorded as an export" in said
    last, event = made(signing)
    file = out.parent / SUMS if name == "replay" else out
    assert event.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert event.size == file.stat().st_size
    assert last.position == before + 1
    assert event.log_size == before if name != "replay" else event.log_size < before
    assert last.by.actor == "clerk-3"


@pytest.mark.parametrize("name", sorted(RECORDED))
def test_what_cannot_be_recorded_is_not_written(signing: Ayumi, out: Path, name: str) -> None:
    """Nothing is left behind, either; and a file that was there stays as it was."""
    forbidden = "ALTER TABLE {}.events ADD CHECK (topic <> 'export.made') NOT VALID"
    ask(signing.url, forbidden, "c_demo")
    assert signing(name, *RECORDED[name], "--out", place(name, out)).exit_code != 0
    assert list(out.parent.iterdir()) == []
    there = out.parent / SUMS if name == "replay" else out
    there.write_text("mine")
    assert signing(name, *RECORDED[name], "--out", place(name, out)).exit_code != 0
    assert [one.read_text() for one in out.parent.iterdir()] == ["mine"]


@pytest.mark.parametrize("name", sorted(RECORDED))
def test_what_cannot_be_written_is_not_recorded(signing: Ayumi, out: Path, name: str) -> None:
    """A slip in a path leaves no export in the record that nobody made."""
    before = position(signing)
    out.write_text("no folder")
    signing.refused(name, *RECORDED[name], "--out", out / "file.xlsx")
    assert position(signing) == before


def test_a_bundle_of_no_programme_is_refused_in_words(signing: Ayumi, out: Path) -> None:
    """Its name goes into manifest and export: what is none is said before anything is made."""
    before = position(signing)
    asked = ("--for", "evaluation", "--fiscal-year", "R6", "--out", out)
    said = signing.refused("bundle", *asked, "--programme", "dx-r6\nsize: 3")
    assert "grant:dx-r6" in said
    assert (position(signing), out.exists()) == (before, False)


@pytest.mark.parametrize("name", sorted(UNRECORDED))
def test_what_holds_nothing_of_a_record_is_no_export(signing: Ayumi, out: Path, name: str) -> None:
    """A blank form; a checkpoint says how long the record is, and what its hash is."""
    before = position(signing)
    result = signing(*name.split(), *UNRECORDED[name], "--out", out)
    # A new epoch is opened only where something was lost, and says so.
    assert out.exists() == (name != "epoch new"), result.output
    assert position(signing) == before


def test_what_was_asked_is_recorded_by_codes_days_and_ids(signing: Ayumi, out: Path) -> None:
    """Of a name, that it was asked for; whether names were opened is said."""
    asked = [f"month={MONTH}", "--valid-on", DAY, "--open"]
    signing.said("view", "payment-list", *asked, "--out", out)
    _, event = made(signing)
    rows = json.loads(signing.said("view", "payment-list", *asked, "--json"))["items"]
    assert (event.kind.value, event.what, event.programme) == ("view", "payment-list", "common")
    assert event.asked == f"month={MONTH}&open=true&valid_on={DAY}"
    assert event.rows == len(rows) + 1, "and one row of totals"
    signing.said("view", "trade-records", "counterparty=Kaku Hanako", "--out", out)
    assert made(signing)[1].asked == "counterparty=*&valid_on=2026-11-23"
    signing.said("view", "client-cards", "number=架空", "--out", out.with_suffix(".csv"))
    assert made(signing)[1].asked == ("encoding=utf-8&format=csv&number=*&valid_on=2026-11-23")
    signing.said("view", "own-income", f"programme={GRANT}", "fiscal-year=R6", "--out", out)
    assert made(signing)[1].programme == GRANT


def test_the_record_of_which_a_file_was_asked_is_named_by_its_id(signing: Ayumi, out: Path) -> None:
    """Whoever may read it finds whom it is about; the number that was typed is not kept."""
    with signing.installation() as installation:
        consortium = installation.take_up("demo")
        form = commissions_of(consortium, "E-2026-001", consortium.log.last()[0])["W-013", 1]
        scan = Teller(consortium.log.namespace).id_of("evidence", f"雇-{ATTACHED}")
    for name, stream in (("order-form", form), ("file", scan)):
        signing.said(name, *RECORDED[name], "--out", out)
        _, event = made(signing)
        assert (event.what, event.programme) == (str(stream), GRANT)


def test_a_list_that_says_the_same_is_written_out_as_often_as_anybody_likes(
    signing: Ayumi, out: Path
) -> None:
    """A csv has no position on it, so its bytes are the same of a record that has grown."""
    table = out.with_suffix(".csv")
    seen: list[Any] = []
    for _ in range(2):
        signing.said("export", "skills", "--out", table)
        last, event = made(signing)
        assert (event.kind.value, event.what) == ("sheet", "skills")
        seen.append((event.sha256, event.rows, last.version))
    assert seen[0][:2] == seen[1][:2]
    assert [version for *_, version in seen] == [1, 2]


def test_a_replay_is_one_export_of_all_its_files(signing: Ayumi, out: Path) -> None:
    """Recorded is the list of their sums, which anybody can check with what every system has."""
    signing.said("replay", "--as-of", "2024-12-31", "--valid-on", "2024-12-31", "--out", out.parent)
    lines = (out.parent / SUMS).read_text().splitlines()
    sums = {name: sum_ for sum_, name in (line.split("  ") for line in lines)}
    written = {one.name: one.read_bytes() for one in out.parent.iterdir() if one.name != SUMS}
    assert sums == {name: hashlib.sha256(content).hexdigest() for name, content in written.items()}
    _, event = made(signing)
    assert (event.kind.value, event.what, event.asked) == ("replay", None, "valid_on=2024-12-31")
    assert event.rows == sum(len(json.loads(content)["items"]) for content in written.values())
