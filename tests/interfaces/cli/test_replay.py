"""`ayumi replay`: every projection of one moment, the same bytes for everyone and for ever."""

import json
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from application.demo.money import EXPENDITURES
from application.demo.plan_r6_r8 import GRANT
from application.demo.residents import RESIDENTS
from application.demo.teller import Teller
from application.demo.work import CLIENTS
from application.evidence.replay import SUMS
from application.execute import execute
from application.projecting.projection import Time
from application.recorded import Entry, Reason
from application.registry import PROJECTIONS
from application.service import Consortium
from domain.base.command import Command
from domain.expenditure.commands import PayExpenditure
from domain.kpi.commands import VoidFact
from domain.worker.commands import CorrectSkill, RegisterWorker
from tests.application.demo.given import MOMENTS, TODAY, YEAR_END, Ayumi, served


def replayed(ayumi: Ayumi, out: Path, asked: dict[str, str]) -> dict[str, bytes]:
    """Replay a moment into a folder, and give what it wrote.

    Each replay is recorded as an export, so that "now" is another moment after it.
    """
    options = [text for name, at in asked.items() for text in (f"--{name.replace('_', '-')}", at)]
    ayumi.said("replay", "--out", out, *options)
    return {file.name: file.read_bytes() for file in sorted(out.iterdir())}


@pytest.mark.parametrize("moment", MOMENTS)
def test_two_replays_of_a_moment_are_the_same_bytes(
    ayumi: Ayumi, tmp_path: Path, moment: str
) -> None:
    """One file for each projection, and it is what the API says for it, all pages joined."""
    with served(ayumi.url) as api:
        asked = {"as_of": str(api.consortium.log.last()[0])} | MOMENTS[moment]
        first = replayed(ayumi, tmp_path / "first", asked)

        assert replayed(ayumi, tmp_path / "second", asked) == first
        assert first.keys() == {SUMS, *(f"{name}.json" for name in PROJECTIONS)}
        for name, projection in PROJECTIONS.items():
            question = dict(asked)
            if projection.time is Time.AS_RECORDED:
                question.pop("valid_on", None)
            said = api.whole(name.replace("_", "-"), **question)
            text = json.dumps(said, ensure_ascii=False, indent=1) + "\n"
            assert first[f"{name}.json"].decode() == text


def test_the_moments_differ(ayumi: Ayumi, tmp_path: Path) -> None:
    """A replay of another moment says something else; of the same rows it counts others as late."""
    with ayumi.installation() as installation:
        last = installation.take_up("demo").log.last()[0]
    files = {
        moment: replayed(ayumi, tmp_path / moment.replace(" ", "-"), {"as_of": str(last)} | asked)
        for moment, asked in MOMENTS.items()
    }
    skills = {moment: json.loads(found["skill_map.json"]) for moment, found in files.items()}

    assert {moment: len(found["items"]) for moment, found in skills.items()} == {
        "now": 15,
        "valid on": 9,
        "as of": 8,
        "both": 8,
    }
    for found in files.values():
        for name in PROJECTIONS:
            told = json.loads(found[f"{name}.json"])
            assert told["log"]["clock"] == "simulated"
            assert sum(told["recorded"].values()) == len(told["items"])
    assert {moment: found["as_of"]["position"] for moment, found in skills.items()} == {
        "now": last,
        "valid on": last,
        "as of": skills["both"]["as_of"]["position"],
        "both": skills["both"]["as_of"]["position"],
    }


def more(consortium: Consortium) -> None:
    """Record more, much of it about days long past."""
    tell = Teller(consortium.log.namespace)
    _, last = consortium.log.last()
    key = f"{GRANT}|joint|2024|{EXPENDITURES[0][0]}"
    commands: list[Command] = [
        RegisterWorker.model_validate({
            "person_id": uuid4(), "number": "W-099", "name": "架空 後", "kana": "カクウ アト",
            "municipality": "203246", "effective_on": "2024-05-02",
        }),
        CorrectSkill.model_validate({
            "worker_id": tell.worker("W-004"), "version": 2, "now": {"level": 4},
            "effective_on": TODAY,
        }),
        VoidFact.model_validate({
            "fact_id": tell.id_of("fact", f"{GRANT}|kpi1|{tell.person('W-001')}"), "version": 1,
            "effective_on": TODAY,
        }),
        PayExpenditure.model_validate({
            "expenditure_id": tell.id_of("expenditure", key), "programme": GRANT,
            "amount": 1000, "effective_on": "2024-12-01",
        }),
    ]  # fmt: skip
    for minute, command in enumerate(commands, start=1):
        at = last + timedelta(minutes=minute)
        entry = Entry(actor="clerk-1", reason=Reason.NEW_EVIDENCE)
        execute(consortium.log, consortium.vault, command, entry, key=uuid4().hex, at=at)


@pytest.mark.parametrize(
    "asked", [{"as_of": YEAR_END}, {"as_of": YEAR_END, "valid_on": YEAR_END}, {"as_of": "200"}]
)
def test_what_is_recorded_later_changes_no_earlier_moment(
    ayumi: Ayumi, tmp_path: Path, asked: dict[str, str]
) -> None:
    """Late entries, corrections and voidings change now, and nothing as of a moment before."""
    before = replayed(ayumi, tmp_path / "before", asked)
    now = replayed(ayumi, tmp_path / "now", {})
    with ayumi.installation() as installation:
        more(installation.take_up("demo"))
    after = replayed(ayumi, tmp_path / "after", asked)
    ayumi.said("projections", "rebuild")

    assert after == before
    assert replayed(ayumi, tmp_path / "rebuilt", asked) == before
    changed = replayed(ayumi, tmp_path / "changed", {})
    for name in ("workers.json", "skill_map.json", "expenditures.json", "kpi_ledger.json"):
        assert changed[name] != now[name]


def test_a_replay_shows_no_personal_value(ayumi: Ayumi, tmp_path: Path) -> None:
    """No name or contact of anyone is in any file: a replay may be handed on."""
    written = b"".join(replayed(ayumi, tmp_path, {}).values()).decode()

    for _, name, kana, *_ in RESIDENTS:
        assert name not in written
        assert kana not in written
    assert "@example.jp" not in written
    assert "架空 担当" not in written
    assert CLIENTS[0][1] in written


def test_a_moment_that_is_none_is_said_in_words(reader: Ayumi, tmp_path: Path) -> None:
    """What was asked, and what can be asked; and nothing is written."""
    out = tmp_path / "out"
    assert "yesterday is not a position" in reader.refused(
        "replay", "--out", out, "--as-of", "yesterday"
    )
    assert "no position 9999" in reader.refused("replay", "--out", out, "--as-of", "9999")
    assert "2024-02-30" in reader.refused("replay", "--out", out, "--valid-on", "2024-02-30")
    assert not out.exists() or not list(out.iterdir())


def test_a_projection_that_stopped_is_not_replayed(ayumi: Ayumi, tmp_path: Path) -> None:
    """Nothing is guessed: a moment that a projection has not reached is refused."""
    with ayumi.installation() as installation:
        consortium = installation.take_up("demo")
        stopped, _ = consortium.log.last()
        more(consortium)
        consortium.store.fail("workers", stopped + 1, "ArithmeticError: 架空の故障")
    said = ayumi.refused("replay", "--out", tmp_path)

    assert f"stopped at position {stopped + 1}" in said
    assert "doctor" in said
