"""What the page for evaluators has them type prints what it shows."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from shutil import which
from zipfile import ZipFile

import pytest

from application.evidence.signing import sign
from application.recorded import JAPAN
from tests.application.demo.given import application
from tests.browser.pictures import write_files
from tests.docs.pages import ROOT, Step, blocks, steps
from tests.docs.test_readme import lacking, plain
from tests.given_bundles import demonstration
from tests.interfaces.witness.given import serving

PAGE = ROOT / "docs" / "evaluator.md"
STEPS = steps(PAGE)
CHECKING = [step for step in STEPS if step.commands.startswith("ayumi-verify")]
SESSION = [step for step in STEPS if step not in CHECKING]
ADDRESS = "http://127.0.0.1:8000/api/v1/c/demo"
BREAK = "---- next block ----"
LONGEST_SECONDS = 300


@pytest.fixture(scope="module")
def given(postgres_url: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with what an evaluator has."""
    folder = tmp_path_factory.mktemp("evaluator")
    write_files(postgres_url, folder)
    return folder


@pytest.mark.parametrize("step", CHECKING, ids=lambda step: plain(step.commands)[:40])
def test_what_the_checker_says_is_what_the_page_shows(given: Path, step: Step) -> None:
    """Both languages, in the order in which they come."""
    _, *arguments = step.commands.split()
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


@pytest.fixture
def address(postgres_url: str) -> Iterator[str]:
    """Serve the demonstration, signed, on the day that a terminal takes it to be."""
    app = application()
    with demonstration(postgres_url) as consortium:
        sign(consortium)
        today = replace(consortium, today=lambda: datetime.now(JAPAN).date())
        app.state.consortia["demo"] = today
        try:
            with serving(app) as url:
                yield url
        finally:
            del app.state.consortia["demo"]


@pytest.mark.skipif(
    "CI" not in os.environ and not (which("curl") and which("openssl")),
    reason="needs curl and openssl",
)
def test_an_evaluation_can_be_copied_from_the_page(address: str, tmp_path: Path) -> None:
    """From the evaluator's own token to the publication, in one terminal."""
    assert len(SESSION) > 1
    typed = f"echo '{BREAK}'\n".join(step.commands for step in SESSION)
    run = subprocess.run(
        ["/bin/bash", "-euo", "pipefail", "-c", typed.replace(ADDRESS, address)],
        cwd=tmp_path,
        env={"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
        capture_output=True,
        timeout=LONGEST_SECONDS,
        check=False,
    )
    printed = run.stdout.decode()
    assert run.returncode == 0, f"{printed}\n{run.stderr.decode()}"
    for step, said in zip(SESSION, printed.split(BREAK), strict=True):
        assert lacking(step, said) == [], said
