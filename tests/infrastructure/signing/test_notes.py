"""Signed notes and checkpoints: the examples of the specifications, and forms that are refused."""

import hashlib
from base64 import b64encode

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from application.evidence.checkpoint import Checkpoint
from application.evidence.note import Note, NoteRefused, NoteUnread, Signature
from infrastructure.signing.ed25519 import Ed25519SigningKey, Ed25519Verifier

KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
NOTE = """\
This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
"""  # noqa: E501 - a line of a signature is one line
"""The example of c2sp.org/signed-note, with its key."""
WITH_EMPTY_LINES = """\
Ognuno sta solo sul cuor della terra
trafitto da un raggio di sole:

ed è subito sera.

— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
"""  # noqa: E501
COSIGNED = """\
example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
"""  # noqa: E501
"""The example of c2sp.org/tlog-cosignature: a checkpoint with signatures of two kinds."""

ROOT = bytes(range(32))
LINE = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=20)
NAME = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="+"), min_size=1)


def key() -> Ed25519SigningKey:
    """Give the key of the examples made here; its private half is no secret."""
    return Ed25519SigningKey(Ed25519PrivateKey.from_private_bytes(bytes(32)))


def test_the_example_of_the_specification_is_signed_by_its_key() -> None:
    """By the key as it is written there, and nobody else's."""
    verifier = Ed25519Verifier.read(KEY)

    assert verifier.written() == KEY
    assert Note.read(NOTE).signers([verifier]) == ["example.com/foo"]
    with pytest.raises(NoteRefused, match="no known key"):
        Note.read(NOTE).signers([key().verifier("example.com/foo")])


@pytest.mark.parametrize("written", [NOTE, WITH_EMPTY_LINES, COSIGNED])
def test_a_note_is_written_as_it_was_read(written: str) -> None:
    """To the byte, with empty lines in its text and with signatures of kinds nobody here knows."""
    assert Note.read(written).written() == written


def test_the_example_of_a_checkpoint_is_read_and_written_as_it_was() -> None:
    """Origin, size and root, and the signatures apart from them."""
    note = Note.read(COSIGNED)
    read = Checkpoint.read(note.text)

    assert (read.origin, read.size, read.extensions) == (
        "example.com/behind-the-sofa",
        20852163,
        (),
    )
    assert b64encode(read.root).decode() == "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="
    assert read.text() == note.text
    assert [each.name for each in note.signatures] == [
        "example.com/behind-the-sofa",
        "witness.example.com/w1",
    ]
    assert (len(note.signatures[0].value), len(note.signatures[1].value)) == (64, 8 + 64)


@given(NAME)
def test_a_key_has_the_id_that_the_specification_gives_it(name: str) -> None:
    """SHA-256 of name, line feed, kind and public key, cut after four bytes; computed here anew."""
    verifier = key().verifier(name)
    whole = hashlib.sha256(f"{name}\n\x01".encode() + verifier.public).hexdigest()

    assert verifier.id.hex() == whole[:8]
    assert Ed25519Verifier.read(verifier.written()) == verifier


@given(st.lists(LINE, min_size=1), NAME)
def test_whatever_was_signed_is_read_again_and_verified(lines: list[str], name: str) -> None:
    """Any text and any name; not once a letter is added."""
    text = "".join(f"{line}\n" for line in lines)
    note = Note.read(Note(text, (key().sign(name, text),)).written())

    assert note.text == text
    assert note.signers([key().verifier(name)]) == [name]
    with pytest.raises(NoteRefused, match="is wrong"):
        Note(f"{text}.\n", note.signatures).signers([key().verifier(name)])


@given(st.integers(0, 10**18 - 1), st.binary(min_size=32, max_size=32), st.lists(LINE, max_size=3))
def test_a_checkpoint_is_read_as_it_was_written(size: int, root: bytes, more: list[str]) -> None:
    """Of any size, with any further lines."""
    checkpoint = Checkpoint("ayumi/tateshina/1", size, root, tuple(more))

    assert Checkpoint.read(checkpoint.text()) == checkpoint


def test_signatures_of_unknown_keys_are_passed_over() -> None:
    """A kind that is not known yet, or a known name with another key, neither helps nor harms."""
    text = "a\n"
    foreign = Signature("ayumi/tateshina/1", b"\x06\x06\x06\x06", bytes(2428))
    mine = key().sign("ayumi/tateshina/1", text)
    known = [key().verifier("ayumi/tateshina/1")]

    assert Note(text, (foreign, mine)).signers(known) == ["ayumi/tateshina/1"]
    with pytest.raises(NoteRefused, match="no known key"):
        Note(text, (foreign,)).signers(known)


def test_a_wrong_signature_of_a_known_key_spoils_the_note() -> None:
    """Whatever else has signed it."""
    text = "a\n"
    good, other = key().sign("good", text), key().sign("other", text)
    wrong = Signature(other.name, other.id, good.value[::-1])

    with pytest.raises(NoteRefused, match="other is wrong"):
        Note(text, (good, wrong)).signers([key().verifier("good"), key().verifier("other")])


SIGNED = f"— a {b64encode(bytes(8)).decode()}\n"


@pytest.mark.parametrize(
    "written",
    [
        "",
        "text\n",
        "text\n\n",
        f"text\n{SIGNED}",
        f"text\n\n{SIGNED}\n",
        f"text\n\n{SIGNED.rstrip()}",
        f"te\txt\n\n{SIGNED}",
        f"text\r\n\r\n{SIGNED}",
        f"text\n\n-{SIGNED[1:]}",
        "text\n\n— a AAAA\n",
        "text\n\n— a+b AAAAAAAAAAA=\n",
        "text\n\n— a  AAAAAAAAAAA=\n",
        "text\n\n— a AAAAAAAAAAB=\n",
        "text\n\n— a AAAAAAAAAAA\n",
        f"text\n\n{SIGNED * 101}",
    ],
)
def test_what_is_no_signed_note_is_not_read(written: str) -> None:
    """There is one way to write a note, and no guessing at others."""
    with pytest.raises(NoteUnread):
        Note.read(written)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\n1\n",
        f"\n1\n{b64encode(ROOT).decode()}\n",
        f"a\n01\n{b64encode(ROOT).decode()}\n",
        f"a\n+1\n{b64encode(ROOT).decode()}\n",
        f"a\n１\n{b64encode(ROOT).decode()}\n",
        f"a\n1\n{b64encode(ROOT[1:]).decode()}\n",
        f"a\n1\n{ROOT.hex()}\n",
        f"a\n1\n{b64encode(ROOT).decode()}",
        f"a\n1\n{b64encode(ROOT).decode()}\n\nmore\n",
    ],
)
def test_what_is_no_checkpoint_is_not_read(text: str) -> None:
    """Three lines at least: a size without leading zeros, the base64 of 32 bytes, none empty."""
    with pytest.raises(NoteUnread):
        Checkpoint.read(text)


@pytest.mark.parametrize(
    "written",
    [
        KEY.replace("530d903a", "530d903b"),
        KEY.replace("foo", "fo"),
        KEY.replace("+Aek", "+Bek"),
        KEY[:-4],
        "example.com/foo",
    ],
)
def test_what_is_no_key_is_not_read(written: str) -> None:
    """Its id has to follow from name, kind and key."""
    with pytest.raises(NoteUnread):
        Ed25519Verifier.read(written)
