"""The key, the checkpoint and the epoch, as an operator has them."""

import json
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from application.evidence.checkpoint import Signed
from infrastructure.signing.ed25519 import Ed25519Verifier
from tests.application.demo.given import Ayumi, database
from tests.infrastructure.given import LEAVES_ANEW, ask
from tests.interfaces.cli.test_operate import serving

LONGEST_SECONDS = 30.0


@pytest.fixture
def practice(postgres_url: str, tmp_path: Path) -> Iterator[Ayumi]:
    """Give a command line over a real record, with a folder to sign in."""
    with database(postgres_url) as url:
        ayumi = Ayumi(url, signing_dir=tmp_path / "signing")
        ayumi.said("open", "practice")
        yield ayumi


def test_a_new_key_is_told_as_others_need_it(practice: Ayumi) -> None:
    """One line, under the log's name and epoch; with what to do with it, once."""
    said = practice.said("key", "new")
    key = Ed25519Verifier.read(said.splitlines()[-1])

    assert key.name == "ayumi/practice/1"
    assert "Hand this line" in said
    assert "Keep a copy" in said
    assert practice.said("key", "show") == f"{key.written()}\n"


def test_a_key_is_made_once(practice: Ayumi) -> None:
    """In both languages it says which file is there."""
    practice.said("key", "new")
    said = practice.refused("key", "new")

    assert "上書きしません" in said
    assert "practice.key" in said


def test_a_checkpoint_is_printed_as_it_was_signed(practice: Ayumi, tmp_path: Path) -> None:
    """To the byte, so that it can be kept and compared; or written where that is wanted."""
    key = Ed25519Verifier.read(practice.said("key", "new").splitlines()[-1])
    out = tmp_path / "checkpoint.txt"
    said = practice.said("checkpoint")
    signed = Signed.read(said)

    assert signed.note.signers([key]) == ["ayumi/practice/1"]
    assert signed.checkpoint.size == 1
    assert practice.said("checkpoint", "--out", out) == ""
    assert out.read_bytes().decode() == said


@pytest.mark.parametrize(
    "command", [("checkpoint",), ("key", "show"), ("key", "new"), ("epoch", "new")]
)
def test_who_cannot_sign_is_told_what_is_missing(practice: Ayumi, command: tuple[str, ...]) -> None:
    """Without a folder; and with one that holds no key, unless it is to be made."""
    said = replace(practice, signing_dir=None).refused(*command)
    assert "署名していません" in said
    assert "Set AYUMI_SIGNING_DIR" in said
    if command != ("key", "new"):
        assert "ayumi key new" in practice.refused(*command)


def test_after_a_loss_nothing_is_signed_until_a_new_epoch_says_so(practice: Ayumi) -> None:
    """The refusal names the way; the new key line is the same key under a new name."""
    old = Ed25519Verifier.read(practice.said("key", "new").splitlines()[-1])
    before = Signed.read(practice.said("checkpoint"))
    ask(practice.url, "UPDATE {}.events SET scope = 'own:203246'", "c_practice")
    ask(practice.url, LEAVES_ANEW, "c_practice")
    said = practice.refused("checkpoint")
    assert "署名しません" in said
    assert "ayumi epoch new" in said

    after = Signed.read(practice.said("epoch", "new"))
    new = Ed25519Verifier.read(practice.said("key", "show").strip())
    assert (new.name, new.public) == ("ayumi/practice/2", old.public)
    assert after.checkpoint.extensions == (before.checkpoint.not_continued(),)
    assert after.note.signers([new, old]) == ["ayumi/practice/2", "ayumi/practice/1"]
    assert Signed.read(practice.said("checkpoint")) == after
    assert "holds what was signed" in practice.refused("epoch", "new")


def test_doctor_says_what_is_signed_and_what_is_no_longer_so(practice: Ayumi) -> None:
    """Exit status 1 where the record does not continue what was signed."""
    practice.said("key", "new")
    assert "not signed" in practice.said("doctor")
    practice.said("checkpoint")
    assert "up to position 1" in practice.said("doctor")
    told = json.loads(practice.said("doctor", "--json"))
    assert (told["signed"], told["wrong"]) == (1, [])

    ask(practice.url, "UPDATE {}.events SET leaf = sha256(leaf)", "c_practice")
    result = practice("doctor")
    assert result.exit_code == 1
    assert "The first 1 events are not those that were signed" in result.stdout


def test_a_checkpoint_that_was_garbled_in_the_database_is_said(practice: Ayumi) -> None:
    """Which one, and what to do; nothing is signed on top of what cannot be read."""
    practice.said("key", "new")
    practice.said("checkpoint")
    ask(practice.url, "UPDATE {}.checkpoints SET note = 'garbled'", "c_practice")
    said = practice.refused("checkpoint")
    assert "期1、1件" in said
    assert "epoch 1 and size 1 cannot be read" in said
    result = practice("doctor")
    assert result.exit_code == 1
    assert "epoch 1 and size 1 cannot be read" in result.stdout


def test_the_service_signs_what_it_serves(practice: Ayumi, tmp_path: Path) -> None:
    """With a folder set and a key in it, at once and at the interval that is set."""
    practice.said("key", "new")
    settings = {
        "AYUMI_SIGNING_DIR": str(tmp_path / "signing"),
        "AYUMI_CHECKPOINT_SECONDS": "0.1",
    }
    deadline = time.monotonic() + LONGEST_SECONDS
    with serving(practice.url, **settings) as (process, address):
        asked = f"{address}/api/v1/c/practice/evidence/checkpoint"
        while httpx.get(asked).json()["checkpoint"] is None:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        process.terminate()
        said, _ = process.communicate(timeout=LONGEST_SECONDS)

    assert process.returncode == 0
    assert "Traceback" not in said
