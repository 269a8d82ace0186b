"""The verifier's word on a timestamp (RFC 3161): its time, wrong, or not checked.

The authority is `openssl ts` with certificates that are made up (架空).
"""

import re
import sys
from collections.abc import Sequence

import pytest
from cryptography.x509 import Certificate

from interfaces.verifier.timestamp import time_of
from tests.given_timestamps import authority
from tests.interfaces.verifier.given import LOG, WITNESS, Plain
from tests.interfaces.verifier.test_findings import whole

OURS, STRANGER = authority(), authority("名乗り出た別の局")
TEXT = whole().members["checkpoint.txt"].decode().partition("\n\n")[0] + "\n"
REPLY = OURS.stamped(TEXT)
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def checked(reply: bytes, certificates: Sequence[Certificate] = tuple(OURS.certificates)) -> Plain:
    """Give the report on a bundle in which nothing else is to be found."""
    return whole(timestamp=reply).checked((LOG, WITNESS), authority=certificates)


def test_the_time_is_told_that_the_authority_attests() -> None:
    """Nothing is wrong with the bundle."""
    report = checked(REPLY)
    assert report["exit"] == 0
    assert TIME.fullmatch(report["timestamp"])


@pytest.mark.parametrize(
    ("reply", "certificates"),
    [
        (OURS.stamped(f"{TEXT}another"), OURS.certificates),
        (STRANGER.stamped(TEXT), OURS.certificates),
        (REPLY, STRANGER.certificates),
        (REPLY, [OURS.certificates[0], STRANGER.certificates[1]]),
        (REPLY, [STRANGER.certificates[0], OURS.certificates[1]]),
        (OURS.reply(b"not a request"), OURS.certificates),
        (b"<html>", OURS.certificates),
        (b"", OURS.certificates),
        (REPLY + b"\0", OURS.certificates),
    ],
    ids=[
        "other text", "other authority", "not the one named", "other root", "other certificate",
        "refused", "page", "empty", "longer",
    ],
)  # fmt: skip
def test_what_is_no_timestamp_of_the_checkpoint_is_wrong(
    reply: bytes, certificates: Sequence[Certificate]
) -> None:
    """Then the signatures of the bundle are not to be trusted."""
    report = checked(reply, certificates)
    assert report["timestamp"] == "wrong"
    assert (report["exit"], [each["name"] for each in report["findings"]]) == (
        4, ["timestamp-wrong"],
    )  # fmt: skip


@pytest.mark.filterwarnings("ignore:Parsed a serial number")
def test_no_reply_brings_the_checker_down() -> None:
    """Whichever byte of one is changed: the time is the one that was signed, or it is wrong."""
    signed = time_of(REPLY, TEXT, OURS.certificates)
    assert TIME.fullmatch(signed)
    for place in range(len(REPLY)):
        changed = bytearray(REPLY)
        changed[place] ^= 1 << place % 8
        assert time_of(bytes(changed), TEXT, OURS.certificates) in {"wrong", signed}
        assert time_of(REPLY[:place], TEXT, OURS.certificates) == "wrong"


def test_without_the_library_or_a_certificate_it_is_not_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """That is said, and is no fault of the bundle."""
    assert (checked(REPLY, ())["timestamp"], checked(REPLY, ())["exit"]) == ("not checked", 0)
    monkeypatch.setitem(sys.modules, "rfc3161_client", None)
    assert checked(REPLY)["timestamp"] == "not checked"
