"""What the page for evaluators has them type prints what it shows."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.pictures import write_files
from tests.docs.pages import ROOT, Step, steps
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
