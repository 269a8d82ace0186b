"""The contracts between the floors hold, and each of them notices when it is broken.

A misspelt module makes a contract keep for ever, so every contract has to catch a planted import.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
FLOORS = ("domain", "application", "infrastructure", "interfaces")

LAYERS = "Each floor imports only the floors above it"
WIRING = "Only main ties the floors together"
VIEWS = "No view is built on another view"
VERIFIER = "The verifier and the witness owe nothing to what they verify"

PLANTED = [
    (LAYERS, "domain", "application"),
    (LAYERS, "application", "infrastructure"),
    (LAYERS, "infrastructure", "interfaces"),
    (WIRING, "interfaces/http", "infrastructure"),
    (WIRING, "interfaces/cli", "infrastructure.postgres"),
    (WIRING, "interfaces/some_room", "infrastructure"),
    (VIEWS, "application/views/some_view", "application.views.sales"),
    (VERIFIER, "interfaces/verifier", "domain"),
    (VERIFIER, "interfaces/verifier", "application"),
    (VERIFIER, "interfaces/witness", "domain"),
    (VERIFIER, "interfaces/witness", "application"),
]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Give a copy of the four floors that may be spoilt."""
    for floor in FLOORS:
        shutil.copytree(ROOT / floor, tmp_path / floor, ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def verdicts(tree: Path) -> dict[str, str]:
    """Give KEPT or BROKEN for each contract by name."""
    run = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=tree,
        env={**os.environ, "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    found = dict(re.findall(r"^(\S.*\S) (KEPT|BROKEN)\b", run.stdout, re.MULTILINE))
    assert found, run.stdout + run.stderr
    return found


def test_the_tree_keeps_every_contract(tree: Path) -> None:
    """No floor reaches for one that it may not know."""
    names = [each["name"] for each in SETTINGS["importlinter"]["contracts"]]
    assert verdicts(tree) == dict.fromkeys(names, "KEPT")


def test_every_contract_has_a_planted_violation() -> None:
    """A contract that was never seen to break may not be able to."""
    names = {each["name"] for each in SETTINGS["importlinter"]["contracts"]}
    assert {contract for contract, _, _ in PLANTED} == names


@pytest.mark.parametrize(("contract", "room", "imported"), PLANTED)
def test_a_planted_import_breaks_its_contract(
    tree: Path, contract: str, room: str, imported: str
) -> None:
    """The import breaks this contract and no other."""
    (tree / room).mkdir(exist_ok=True)
    (tree / room / "__init__.py").touch()
    (tree / room / "planted.py").write_text(f"import {imported}\n")
    broken = [name for name, verdict in verdicts(tree).items() if verdict == "BROKEN"]
    assert broken == [contract]


def test_main_may_import_every_floor(tree: Path) -> None:
    """The wiring has a place."""
    (tree / "interfaces" / "main.py").write_text(
        "import infrastructure\nimport infrastructure.postgres\nimport application\nimport domain\n"
    )
    assert set(verdicts(tree).values()) == {"KEPT"}
