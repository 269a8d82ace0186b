"""What a log or a disk may do to a witness so that it vouches for what it must not."""

import json
from base64 import b64encode
from pathlib import Path

import pytest

from application.evidence.tree import prove_consistency
from interfaces.verifier.note import LOG, Key
from interfaces.witness import main as program
from interfaces.witness.words import Exit
from tests.interfaces.witness.carried import FALSE, KEY, OTHER, TRUE, Witness, left, note


@pytest.mark.parametrize("loss", ["emptied", "deleted", "dangling"])
def test_a_memory_that_is_lost_is_not_taken_for_none(
    witness: Witness, loss: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is signed until it is back, not even by a new key in the same folder."""
    kept = witness.seen.read_bytes()
    witness.seen.unlink()
    if loss == "emptied":
        witness.seen.touch()
    elif loss == "dangling":
        witness.seen.symlink_to("nowhere")

    assert witness.sign(note("log/1", FALSE[:5])) == Exit.USAGE
    said = capsys.readouterr().err
    assert "控えから戻してください" in said
    assert "make a new key in another folder" in said
    if loss != "emptied":
        again = ["new-key", "--name", "witness/omachi", "--state", str(witness.state), "--replace"]
        assert program.main(again) == Exit.USAGE
    witness.seen.unlink(missing_ok=True)
    witness.seen.write_bytes(kept)
    assert witness.sign(note("log/1", TRUE[:5])) == 0


@pytest.mark.parametrize(
    "offered",
    [
        note("log/2", FALSE[:1]),
        note("log/2", FALSE[:1], left("log/1", TRUE[:2])),
        note("log/2", FALSE[:1], left("log/1", FALSE[:5])),
        note("log/2", FALSE[:1], f"not-continued log/1 5 {'/' * 43}="),
        note("log/2", FALSE[:1], left("log/0", TRUE[:5])),
        note("log/2", FALSE[:1], left("log/1", TRUE[:5]), left("log/1", TRUE[:6])),
        note("log/3", FALSE[:1], left("log/3", TRUE[:5])),
        note("log/3", FALSE[:1], left("other/2", TRUE[:5])),
        note("log/2", FALSE[:1], left("log/1", TRUE[:5]), name="other/1", key=OTHER),
        note("other/1", FALSE[:1], key=OTHER),
        note("other/2", FALSE[:1], left("log/1", TRUE[:5]), name="log/1"),
        note("anything/9", FALSE[:1], left("log/1", TRUE[:5]), name="log/1"),
        note("log/1", FALSE[:5]),
    ],
)
def test_an_epoch_is_accepted_only_if_it_says_what_was_lost(
    witness: Witness, offered: bytes
) -> None:
    """Of the log that was seen, signed by its key, and of no less than was seen."""
    assert witness.accept(offered) == Exit.REFUSED
    assert witness.accept(note("log/2", FALSE[:1], left("log/1", TRUE[:5]))) == 0


END = note("log/2", FALSE[:3], left("log/1", TRUE[:5]))
LATER = note("log/3", FALSE[:1], left("log/2", FALSE[:3]))


def test_a_witness_that_missed_epochs_follows_what_each_says(
    witness: Witness, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the last checkpoint of each, back to the epoch that it saw; a person accepts it."""
    before = note("log/3", FALSE[:2], left("log/2", FALSE[:3]))
    latest = note("log/4", FALSE[:1], left("log/3", FALSE[:2]), name="log/3")
    assert witness.accept(latest, END, before) == Exit.USAGE, "its new line is not there"
    assert "no key of log/4" in capsys.readouterr().err
    assert witness.accept(LATER, END, before) == 0
    (kept,) = witness.state.glob("*-left")
    assert (kept / "end-1.txt").read_bytes() == END


@pytest.mark.parametrize(
    "ends",
    [
        [],
        [note("log/2", FALSE[:2], left("log/1", TRUE[:5]))],
        [note("log/2", FALSE[:3], left("log/1", TRUE[:5]), key=OTHER)],
        [note("log/2", FALSE[:3], left("log/1", TRUE[:5]), name="other/1", key=OTHER)],
        [note("log/1", FALSE[:3], left("log/1", TRUE[:5]))],
    ],
)
def test_an_epoch_that_was_missed_and_is_not_shown_is_not_passed_over(
    witness: Witness, ends: list[bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    """Absent, another one, or signed by no key of the log; it is said what is needed."""
    assert witness.accept(LATER, *ends) == Exit.NEW_EPOCH
    assert "log/2, which was never seen, cannot be checked" in capsys.readouterr().err
    assert list(witness.state.glob("*-refused"))


@pytest.mark.parametrize(
    "end",
    [
        note("log/2", FALSE[:3]),
        note("log/2", FALSE[:3], left("log/1", TRUE[:2])),
        note("log/2", FALSE[:3], left("log/1", FALSE[:5])),
    ],
)
def test_an_epoch_that_was_missed_must_say_rightly_what_it_left(
    witness: Witness, end: bytes
) -> None:
    """No less than what was seen, and not another log."""
    assert witness.accept(LATER, end) == Exit.REFUSED
    assert witness.accept(LATER, b"no checkpoint") == Exit.NOT_REACHED


def test_an_epoch_after_one_that_was_missed_may_be_signed_by_a_key_not_known_yet(
    witness: Witness, capsys: pytest.CaptureFixture[str]
) -> None:
    """The very next one would be signed under the name that is known, too."""
    witness.knows(Key("log/1", LOG, KEY.public_key().public_bytes_raw()))
    assert witness.accept(LATER, END) == Exit.NEW_EPOCH
    assert "log/3, which was never seen" in capsys.readouterr().err
    assert witness.accept(END) == Exit.REFUSED


def test_what_was_signed_after_the_witness_looked_may_be_lost_too(witness: Witness) -> None:
    """The log says how much it was; nobody can show any more that it continued what was seen."""
    offered = note("log/2", FALSE[:1], left("log/1", TRUE[:8]))
    assert witness.sign(offered) == Exit.NEW_EPOCH
    assert witness.accept(offered) == 0


def test_an_epoch_that_was_left_is_never_gone_back_to(witness: Witness) -> None:
    """Neither with another history nor with the one that was seen; not even by a person."""
    assert witness.accept(note("log/2", FALSE[:3], left("log/1", TRUE[:5]))) == 0
    for leaves in (TRUE[:5], FALSE[:5]):
        back = note("log/1", leaves, left("log/2", FALSE[:3]))
        assert witness.accept(back) == witness.sign(back) == Exit.REFUSED


def test_a_new_epoch_is_accepted_with_its_own_key(
    witness: Witness, capsys: pytest.CaptureFixture[str]
) -> None:
    """That of the epoch before shows the loss; the line of the new one is handed over first."""
    witness.knows(Key("log/1", LOG, KEY.public_key().public_bytes_raw()))
    offered = note("log/2", FALSE[:1], left("log/1", TRUE[:5]), name="log/1")
    assert witness.sign(offered) == Exit.NEW_EPOCH
    capsys.readouterr()
    assert witness.accept(offered) == Exit.USAGE
    assert "no key of log/2" in capsys.readouterr().err


def test_a_key_signs_for_its_own_log_alone(witness: Witness, tmp_path: Path) -> None:
    """Though it is in the same file."""
    sizes = {"from": {"size": 5}, "to": {"size": 8}}
    path = [
        b64encode(each).decode()
        for each in prove_consistency(5, 8, lambda of: TRUE[of.start : of.stop])
    ]
    proof = tmp_path / "proof.json"
    proof.write_text(json.dumps({**sizes, "proof": path}))
    continued = ["--proof", str(proof)]

    other = note("log/1", TRUE[:8], name="other/1", key=OTHER)
    assert witness.sign(other, *continued) == Exit.REFUSED
    assert witness.sign(note("log/1", TRUE[:8]), *continued) == 0


def test_an_empty_log_is_not_co_signed(tmp_path: Path) -> None:
    """Nor does it keep the witness from the log that comes of it."""
    witness = Witness(tmp_path)
    assert witness.sign(note("log/1", [])) == Exit.NOT_REACHED
    assert witness.sign(note("log/1", TRUE[:5])) == 0
    assert witness.accept(note("log/2", [], left("log/1", TRUE[:5]))) == Exit.NOT_REACHED


def test_a_disk_that_does_not_take_it_is_no_refusal(witness: Witness) -> None:
    """The exit status says that a file is not as it must be."""
    (witness.state / ".seen.txt.new").mkdir()
    sent = note("log/2", FALSE[:1], left("log/1", TRUE[:5]))
    assert witness.accept(sent) == Exit.USAGE
