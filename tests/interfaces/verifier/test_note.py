"""Signed notes and keys, held against the examples of those who defined them."""

import pytest

from interfaces.verifier.note import Key, Note, keys
from interfaces.verifier.strict import Malformed
from tests.interfaces.verifier.given import LOG, WITNESS, Signer

# From the documentation of golang.org/x/mod/sumdb/note.
GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
GO_SIGNATURE = (
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
)
GO_NOTE = f"""If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann {GO_SIGNATURE}
"""
# From c2sp.org/signed-note.
C2SP_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
C2SP_SIGNATURE = (
    "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM="
)
C2SP_NOTE = f"""This is an example message.

— example.com/foo {C2SP_SIGNATURE}
"""
# From c2sp.org/tlog-cosignature, which gives no keys.
SOFA = (
    "Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8="
)
W1 = (
    "jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZ"
    "qhf5nNo0xUe+mbIUBkBIfZ+qnA=="
)
COSIGNED = f"""example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa {SOFA}
— witness.example.com/w1 {W1}
"""
TEXT = "ayumi/example/1\n1\nn\n"


def known(written: str) -> list[Key]:
    """Read keys."""
    return list(keys(written.encode(), "keys"))


@pytest.mark.parametrize(
    ("key", "note"), [(GO_KEY, GO_NOTE), (C2SP_KEY, C2SP_NOTE)], ids=["go", "c2sp"]
)
def test_a_published_note_is_signed_by_its_published_key(key: str, note: str) -> None:
    """The text is what the key signed, and no other text is."""
    (one,) = known(key)
    assert list(Note.read(note.encode(), "note").judged([one])) == [(one, True)]
    other = Note.read(note.replace(" is ", " was ").encode(), "note")
    assert list(other.judged([one])) == [(one, False)]


def test_a_published_cosignature_has_a_time_and_a_signature() -> None:
    """The published example comes apart into key id, time and signature."""
    _, (name, key_id, value) = Note.read(COSIGNED.encode(), "note").signatures
    assert (name, key_id.hex()) == ("witness.example.com/w1", "8d66cf3f")
    assert (int.from_bytes(value[:8]), len(value[8:])) == (1679315147, 64)


def test_a_witness_signs_the_time_with_the_text() -> None:
    """A cosignature whose time was changed is wrong."""
    note = Note.read(f"{TEXT}\n{WITNESS.line(TEXT)}".encode(), "note")
    ((name, key_id, value),) = note.signatures
    assert list(note.judged([WITNESS.key()])) == [(WITNESS.key(), True)]
    later = Note(note.text, [(name, key_id, value[:7] + b"\x01" + value[8:])])
    assert list(later.judged([WITNESS.key()])) == [(WITNESS.key(), False)]


def test_what_unknown_keys_signed_is_passed_over() -> None:
    """Nothing is said of a signature of a key that nobody named."""
    note = Note.read(f"{TEXT}\n{Signer('stranger').line(TEXT)}{LOG.line(TEXT)}".encode(), "note")
    assert list(note.judged([LOG.key()])) == [(LOG.key(), True)]


def test_a_signature_of_the_wrong_length_is_wrong() -> None:
    """Too short and too long are judged, not stumbled over."""
    for value in (b"x", b"x" * 63, b"x" * 65):
        note = Note(
            TEXT, [(LOG.name, LOG.key_id(), value), (WITNESS.name, WITNESS.key_id(), value)]
        )
        judged = list(note.judged([LOG.key(), WITNESS.key()]))
        assert judged == [(LOG.key(), False), (WITNESS.key(), False)]


@pytest.mark.parametrize(
    "written",
    [
        "",
        "text\n",
        "text\n\n",
        "text\n\n— name\n",
        "text\n\n- name AAAAAAA=\n",
        "text\n\n— name AAAAAAA=",
        "text\n\n— name AAAAAA==\n",
        "text\n\n— na me AAAAAAA=\n",
        "text\n\n— na+me AAAAAAA=\n",
        "text\n\n— name AAAAAAB=\n",
        "te\rxt\n\n— name AAAAAAA=\n",
        "te\0xt\n\n— name AAAAAAA=\n",
        "text\n\n" + "— name AAAAAAA=\n" * 101,
    ],
)
def test_what_is_no_note_is_malformed(written: str) -> None:
    """There is one way to write a note."""
    with pytest.raises(Malformed):
        Note.read(written.encode(), "note")


@pytest.mark.parametrize(
    "written",
    [
        "name",
        "name+00000000+AAAA",
        GO_KEY.replace("c74f20a3", "c74f20a4"),
        GO_KEY.replace("Peter", "Pеter"),
        GO_KEY + "\t",
        GO_KEY.replace("+", " +"),
        GO_KEY.upper(),
        GO_KEY + "\r",
        "\n\ufeff" + GO_KEY,
        " " + GO_KEY,
    ],
)
def test_what_is_no_key_is_malformed(written: str) -> None:
    """A key whose id is not that of its name is not taken; nor is a name that looks alike."""
    with pytest.raises(Malformed):
        known(written)


def test_a_file_of_keys_may_hold_remarks() -> None:
    """Lines with # and empty lines say nothing."""
    assert known(f"# the log\n{GO_KEY}\n\n{LOG.written()}\n") == [*known(GO_KEY), LOG.key()]


def test_a_file_of_keys_may_come_from_an_editor() -> None:
    """With a mark of the byte order and with CR LF: people keep it, and send it by mail."""
    assert known(f"\ufeff# the log\r\n{GO_KEY}\r\n\r\n{LOG.written()}\r\n") == [
        *known(GO_KEY),
        LOG.key(),
    ]


@pytest.mark.parametrize("blank", [" ", "  ", "\u00a0", "\u3000"])
def test_a_line_may_end_with_blanks(blank: str) -> None:
    """As one that was copied from a mail does; a line of them alone is empty."""
    assert known(f"{GO_KEY}{blank}\n{blank}\n") == known(GO_KEY)


def test_it_is_told_which_line_is_no_key() -> None:
    """Whoever keeps the list has to find it."""
    with pytest.raises(Malformed) as told:
        known(f"# the log\n{GO_KEY}\nname\n")
    assert told.value.args == ("keys:3", "key")
