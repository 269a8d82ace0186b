"""A witness co-signs what continues the log that it saw, and nothing else."""

from multiprocessing import get_context
from pathlib import Path

import httpx
import pytest

from application.evidence.checkpoint import Signed
from application.evidence.desk import SigningRefused
from application.evidence.epochs import open_epoch
from application.evidence.signing import sign
from domain.witness.key import read_key
from infrastructure.signing.cosignature import is_cosignature
from interfaces.witness import main as program
from interfaces.witness.memory import NOTHING_SEEN, Memory
from interfaces.witness.service import Service
from interfaces.witness.words import Exit
from tests.interfaces.witness.given import Served, die_on, look

SPAWN = get_context("spawn")


def latest(served: Served) -> Signed:
    """Give the checkpoint signed last, with its witnesses."""
    found = served.api.consortium.checkpoints.latest()
    assert found
    return found


def signers(served: Served) -> list[str]:
    """Give which witnesses have signed it."""
    names = [signature.name for signature in latest(served).note.signatures]
    return [name for name in names if name.startswith("witness/")]


def evidence(served: Served, name: str = "omachi") -> dict[str, str]:
    """Give the files that a witness kept when it refused."""
    (kept,) = served.state(name).glob("*-refused")
    return {file.name: file.read_text() for file in kept.iterdir()}


def test_a_key_is_made_once_and_its_line_is_what_the_record_takes(served: Served) -> None:
    """Nobody but its owner can read the private key; a second one is made only if that is said."""
    state = served.state("omachi")
    asked = ["new-key", "--name", "witness/omachi", "--state", str(state)]

    assert (state / "key.pem").stat().st_mode & 0o777 == 0o600
    assert program.main(asked) == Exit.USAGE
    line = served.make_key("omachi", "--replace")
    assert read_key(line).name == "witness/omachi"
    assert program.main(["new-key", "--name", "omachi", "--state", str(state)]) == Exit.USAGE


def test_a_checkpoint_is_co_signed_and_shown_with_who_has_not_yet(
    served: Served, capsys: pytest.CaptureFixture[str]
) -> None:
    """The signature is verified by the key that was recorded; names stand in their order."""
    assert program.main(["show", "--state", str(served.state("omachi"))]) == 0
    key = read_key(capsys.readouterr().out.strip())

    assert served.once("tateshina") == served.once("omachi") == 0
    assert "1 of 2 witnesses" in capsys.readouterr().out
    assert signers(served) == ["witness/omachi", "witness/tateshina"]
    note = latest(served).note
    (theirs,) = (one for one in note.signatures if (one.name, one.id) == (key.name, key.id))
    assert is_cosignature(key, note.text, theirs.value)


def test_sent_again_it_is_the_same_to_the_byte(served: Served) -> None:
    """Whoever carried the note away has what is shown later."""
    assert served.once() == 0
    before = latest(served).note.written()
    assert served.once() == 0
    assert latest(served).note.written() == before


def test_a_log_that_has_grown_is_followed(served: Served) -> None:
    """By a proof that it begins with what was seen."""
    for _ in range(3):
        assert served.once() == 0
        served.grow(2)
        assert signers(served) == []
    assert served.once() == 0
    assert signers(served) == ["witness/omachi"]


def test_an_older_backup_and_new_events_are_caught(
    served: Served, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the signer; and by a witness, even where the signer was made to forget."""
    served.backup()
    served.grow()
    assert served.once() == 0
    seen = latest(served).note.written()
    served.restore()

    assert served.once() == Exit.REFUSED, "the checkpoint of the backup is smaller"
    assert "become smaller" in capsys.readouterr().err
    for _ in range(5):
        served.api.registered()
    with pytest.raises(SigningRefused):
        sign(served.api.consortium)
    served.forget()
    other = sign(served.api.consortium)
    assert served.once() == Exit.REFUSED
    said = capsys.readouterr().err
    assert "does not continue" in said
    assert "続きではありません" in said
    assert signers(served) == []
    for kept in served.state("omachi").glob("*-refused"):
        files = sorted(file.name for file in kept.iterdir())
        assert files == ["keys.txt", "offered.txt", "seen.txt"]
    last = max(served.state("omachi").glob("*-refused"))
    assert Signed.read((last / "seen.txt").read_text()).note.text in seen
    assert Signed.read((last / "offered.txt").read_text()).checkpoint == other.checkpoint


def test_newest_rows_that_are_deleted_are_caught(served: Served) -> None:
    """With other events in their place: as many, so that the size says nothing."""
    signed = served.grow()
    assert served.once() == 0
    served.delete_newest(signed.checkpoint.size - 2)
    served.api.registered()
    served.api.registered()
    with pytest.raises(SigningRefused):
        sign(served.api.consortium)
    served.forget()
    other = sign(served.api.consortium)

    assert other.checkpoint.size == signed.checkpoint.size
    assert served.once() == Exit.REFUSED
    kept = evidence(served)
    roots = [Signed.read(kept[name]).checkpoint.root for name in ("seen.txt", "offered.txt")]
    assert roots == [signed.checkpoint.root, other.checkpoint.root]


def test_a_log_signed_by_another_key_is_refused(served: Served) -> None:
    """The key is the one that was handed over, and never one that the service tells."""
    key = served.desk.key()
    assert key
    served.key_file()
    (served.folder / "desk" / "demo.key").unlink()
    served.desk.create_key()
    served.grow(1)

    assert served.once() == Exit.REFUSED
    assert (served.state("omachi") / "seen.txt").read_bytes() == NOTHING_SEEN
    other = key.verifier("ayumi/other/1").written()
    (served.folder / "log.pub").write_text(f"{other}\n")
    assert served.once() == Exit.REFUSED


def test_a_new_epoch_is_followed_by_a_person_alone(
    served: Served, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was left is kept; and it is said what the log says of it."""
    signed = served.grow()
    assert served.once() == 0
    served.delete_newest(signed.checkpoint.size - 1)
    opened = open_epoch(served.api.consortium)

    assert served.once() == Exit.NEW_EPOCH
    assert f"says that {signed.checkpoint.size} had been signed" in capsys.readouterr().err
    assert signers(served) == []
    assert served.once("omachi", "--accept-epoch") == Exit.USAGE, "its new line is not there"
    served.key_file()
    assert served.once("omachi", "--accept-epoch") == 0
    (left,) = served.state("omachi").glob("*-left")
    assert Signed.read((left / "seen.txt").read_text()).checkpoint == signed.checkpoint
    assert latest(served).checkpoint == opened.checkpoint
    assert signers(served) == ["witness/omachi"]
    served.grow()
    assert served.once() == 0


def test_an_epoch_that_was_missed_is_followed_by_what_the_service_tells(served: Served) -> None:
    """It gives the last checkpoint of each epoch; the keys come from the secretariat."""
    seen = served.grow()
    assert served.once() == 0
    known = served.key_file().read_text()
    served.delete_newest(seen.checkpoint.size - 1)
    open_epoch(served.api.consortium)
    missed = served.grow()
    served.delete_newest(missed.checkpoint.size - 1)
    open_epoch(served.api.consortium)

    assert served.once() == Exit.NEW_EPOCH
    file = served.key_file()
    file.write_text(known + file.read_text())
    assert served.once() == Exit.NEW_EPOCH
    assert served.once("omachi", "--accept-epoch") == 0
    assert signers(served) == ["witness/omachi"]


@pytest.mark.parametrize(("owner", "method"), [(Memory, "remember"), (Service, "hand_in")])
def test_who_is_killed_on_the_way_gives_out_one_signature(
    served: Served, owner: type, method: str
) -> None:
    """What was remembered is given out by the next run; what was not, nobody has seen."""
    process = SPAWN.Process(target=die_on, args=(owner, method, served.arguments("omachi")))
    process.start()
    process.join()
    assert process.exitcode == -9
    seen = served.state("omachi") / "seen.txt"
    before = seen.read_bytes()
    assert (before == NOTHING_SEEN) == (method == "remember")

    assert signers(served) == []
    assert served.once() == 0
    assert before == NOTHING_SEEN or seen.read_bytes() == before
    assert latest(served).note.signatures[-1] == Signed.read(seen.read_text()).note.signatures[-1]


def test_runs_at_the_same_time_follow_one_another(served: Served) -> None:
    """Each looks at the log once the one before has remembered: none contradicts another."""
    runs = []
    for _ in range(3):
        served.grow(1)
        runs += [SPAWN.Process(target=look, args=(served.arguments("omachi"),)) for _ in range(2)]
        for run in runs[-2:]:
            run.start()
    for run in runs:
        run.join()

    assert {run.exitcode for run in runs} == {0}
    assert served.once() == 0
    assert signers(served) == ["witness/omachi"]


def test_where_nothing_answers_the_next_run_tries_again(served: Served) -> None:
    """Nothing is signed; the exit status is another than that of a refusal."""
    lost = Served(served.api, "http://127.0.0.1:9/api/v1/c/demo", served.desk, served.folder)
    assert lost.once() == Exit.NOT_REACHED
    lost.url = "file:///etc/passwd"
    assert lost.once() == Exit.USAGE


def test_a_key_that_is_not_recorded_is_not_taken(
    unwitnessed: Served, capsys: pytest.CaptureFixture[str]
) -> None:
    """The witness hears why, and hands the same signature in once it is recorded."""
    line = unwitnessed.make_key("omachi")
    unwitnessed.grow(1)

    assert unwitnessed.once() == Exit.NOT_REACHED
    assert "witness-unknown" in capsys.readouterr().err
    unwitnessed.appoint("omachi", line)
    assert unwitnessed.once() == 0
    assert signers(unwitnessed) == ["witness/omachi"]


def test_files_are_carried_where_there_is_no_network(
    served: Served, capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> None:
    """Checkpoint and proof come as files, and the co-signed note goes back as one."""
    checkpoint, proof = tmp_path / "checkpoint.txt", tmp_path / "proof.json"
    asked = ["sign", str(checkpoint), "--log-key", str(served.key_file()),
             "--state", str(served.state("omachi"))]  # fmt: skip
    first = latest(served)
    checkpoint.write_text(first.note.written())
    assert program.main(asked) == 0
    capsysbinary.readouterr()

    second = served.grow()
    checkpoint.write_text(second.note.written())
    assert program.main(asked) == Exit.USAGE, "a proof is asked for"
    sizes = {"from": first.checkpoint.size, "to": second.checkpoint.size}
    proof.write_bytes(httpx.get(f"{served.url}/evidence/consistency", params=sizes).content)
    assert program.main([*asked, "--proof", str(proof)]) == 0
    note = capsysbinary.readouterr().out.decode()
    handed = httpx.post(f"{served.url}/evidence/cosignatures", json={"note": note})
    assert handed.status_code == 200
    assert signers(served) == ["witness/omachi"]
