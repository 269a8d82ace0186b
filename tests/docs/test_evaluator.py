"""What the page for evaluators has them type prints what it shows."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.browser.pictures import write_files
from tests.docs.pages import ROOT, Step, blocks, steps
from tests.docs.test_readme import lacking, plain

PAGE = ROOT / "docs" / "evaluator.md"


@pytest.fixture(scope="module")
def given(postgres_url: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with what an evaluator has."""
    folder = tmp_path_factory.mktemp("evaluator")
    write_files(postgres_url, folder)
    return folder


@pytest.mark.parametrize("step", steps(PAGE), ids=lambda step: plain(step.commands)[:40])
def test_what_the_checker_says_is_what_the_page_shows(given: Path, step: Step) -> None:
    """Both languages, in the order in which they come."""
    program, *arguments = step.commands.split()
    assert program == "ayumi-verify"
    said = subprocess.run(
        [sys.executable, "-m", "interfaces.verifier", *arguments],
        cwd=given,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert lacking(step, said.stdout.decode()) == []
    assert said.stderr == b""


def test_the_checkpoint_on_the_page_is_that_of_the_bundle_in_the_pictures(given: Path) -> None:
    """But for what a run of the demonstration makes anew: its hash and the signatures."""
    text = PAGE.read_text(encoding="utf-8")
    (shown,) = (block.text for block in blocks(text) if block.language == "checkpoint")
    with ZipFile(given / "evaluation.zip") as bundle:
        name, size, _, *rest = bundle.read("checkpoint.txt").decode().splitlines()
    signed = [f"{line.rpartition(' ')[0]} …" if line.startswith("— ") else line for line in rest]

    assert shown.splitlines() == [name, size, "…", *signed]
    assert f"{int(size):,}件" in text
