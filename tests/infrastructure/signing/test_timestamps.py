"""Timestamps of a third party: only the authority that was named, only over the checkpoint asked.

The authority is `openssl ts` with certificates that are made up (架空).
"""

import socket
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from application.evidence.checkpoint import Signed
from application.evidence.signing import sign, stamp
from application.evidence.timestamps import Timestamp, TimestampRefused, said
from application.evidence.witnesses import cosigned
from application.service import Consortium
from infrastructure.signing import timestamps
from infrastructure.signing.timestamps import LARGEST_REPLY, NOT_INSTALLED, TimestampAuthority
from tests.given_timestamps import authority, served
from tests.infrastructure.signing.given import record

Reply = Callable[[bytes], bytes]
OURS, STRANGER = authority(), authority("名乗り出た別の局")


def asked(consortium: Consortium, signed: Signed, reply: Reply = OURS.reply) -> Timestamp:
    """Ask an authority that answers so, and has to be ours."""
    with served(reply) as url:
        ours = TimestampAuthority(url, OURS.certificate)
        return stamp(replace(consortium, timestamper=ours), signed)


def refused(consortium: Consortium, timestamper: TimestampAuthority) -> str:
    """Expect that there is no timestamp, in both languages, and that none is kept."""
    signed = sign(consortium)
    with pytest.raises(TimestampRefused) as found:
        stamp(replace(consortium, timestamper=timestamper), signed)
    assert consortium.checkpoints.timestamp(signed.checkpoint) is None
    assert found.value.why.ja != found.value.why.en
    return str(found.value)


def test_what_an_authority_attests_is_kept_and_said(consortium: Consortium) -> None:
    """Its time and name, wherever the checkpoint is shown; and its reply, byte for byte."""
    signed = sign(consortium)
    assert "no timestamp" in cosigned(consortium, signed).told()["timestamp"]["en"]
    stamped = asked(consortium, signed)

    assert stamped.authority == OURS.name
    assert consortium.checkpoints.timestamp(signed.checkpoint) == stamped
    told = cosigned(consortium, signed).told()["timestamp"]
    assert told == {"ja": said(stamped).ja, "en": said(stamped).en}
    for words in told.values():
        assert f"{stamped.at:%Y-%m-%dT%H:%M:%SZ}" in words
        assert OURS.name in words


def test_it_is_of_that_checkpoint_and_of_no_other(consortium: Consortium) -> None:
    """What was recorded afterwards has none until one is asked for."""
    first = sign(consortium)
    asked(consortium, first)
    record(consortium)
    second = sign(consortium)
    assert consortium.checkpoints.timestamp(second.checkpoint) is None
    assert cosigned(consortium, second).timestamp is None
    assert cosigned(consortium, first).timestamp is not None


def test_the_first_stays(consortium: Consortium) -> None:
    """Asked again, no authority is troubled; and what comes too late changes nothing."""
    signed = sign(consortium)
    first = asked(consortium, signed)
    assert stamp(consortium, signed) == first
    consortium.checkpoints.stamp(signed.checkpoint, replace(first, reply=b"another"))
    assert consortium.checkpoints.timestamp(signed.checkpoint) == first


def test_who_signs_asks_for_none(consortium: Consortium) -> None:
    """Signing needs no network: there is a timestamp only of what somebody wanted one of."""
    with served(OURS.reply) as url:
        willing = replace(consortium, timestamper=TimestampAuthority(url, OURS.certificate))
        assert consortium.checkpoints.timestamp(sign(willing).checkpoint) is None


def over_another_text(_request: bytes) -> bytes:
    """Answer something that was not asked."""
    return OURS.stamped("another checkpoint\n")


def forged(request: bytes) -> bytes:
    """Put another time into a reply, with the signature of the true one."""
    reply = OURS.reply(request)
    at = reply.index(b"\x18\x0f2") + 2
    return reply[:at] + b"19990101000000Z" + reply[at + 15 :]


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (over_another_text, "no timestamp of this checkpoint"),
        (STRANGER.reply, "no timestamp of this checkpoint"),
        (forged, "no timestamp of this checkpoint"),
        (lambda request: OURS.reply(request)[:-1], "no timestamp of this checkpoint"),
        (lambda _: OURS.reply(b"not a request"), "gave no timestamp (PKIStatus 2"),
        (lambda _: b"<html>Sign in first</html>", "no timestamp of this checkpoint"),
        (lambda _: b"", "no timestamp of this checkpoint"),
        (lambda _: bytes(LARGEST_REPLY + 1), "larger than 64 KiB"),
    ],
    ids=["other text", "other authority", "forged", "cut", "refused", "page", "empty", "large"],
)
def test_what_is_no_timestamp_of_it_is_not_kept(
    consortium: Consortium, reply: Reply, why: str
) -> None:
    """Whatever the address answers, only the named authority's word over this text counts."""
    with served(reply) as url:
        assert why in refused(consortium, TimestampAuthority(url, OURS.certificate))


def test_an_old_reply_is_no_answer(consortium: Consortium) -> None:
    """The same text was stamped once before: the request's nonce tells them apart."""
    old = OURS.stamped(sign(consortium).note.text)
    with served(lambda _: old) as url:
        assert "Nonce" in refused(consortium, TimestampAuthority(url, OURS.certificate))


def test_an_authority_that_is_away_is_said(
    consortium: Consortium, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody listens there, or nobody answers in time."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        monkeypatch.setattr(timestamps, "SECONDS", 0.1)
        assert "cannot be reached" in refused(consortium, TimestampAuthority(url, OURS.certificate))
    assert "cannot be reached" in refused(consortium, TimestampAuthority(url, OURS.certificate))


@pytest.mark.parametrize(
    ("url", "certificate", "why"),
    [
        (None, None, "set AYUMI_TIMESTAMP_URL / AYUMI_TIMESTAMP_CERTIFICATE"),
        ("http://127.0.0.1:9/", None, "set AYUMI_TIMESTAMP_CERTIFICATE"),
        (None, OURS.certificate, "set AYUMI_TIMESTAMP_URL."),
        ("file:///etc/hosts", OURS.certificate, "an address of the web: file:///etc/hosts"),
        ("http://127.0.0.1:9/", Path("/nowhere.pem"), "cannot be read: /nowhere.pem"),
        ("http://127.0.0.1:9/", Path(__file__), "certificate (PEM) cannot be read"),
    ],
)
def test_what_is_set_wrongly_is_named(
    consortium: Consortium, url: str | None, certificate: Path | None, why: str
) -> None:
    """Both belong together: without the certificate anybody could be the authority."""
    assert why in refused(consortium, TimestampAuthority(url, certificate))


def test_without_the_library_it_says_what_to_install(
    consortium: Consortium, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is an extra; nothing else of the service needs it."""
    monkeypatch.setitem(sys.modules, "rfc3161_client", None)
    said = refused(consortium, TimestampAuthority("http://127.0.0.1:9/", OURS.certificate))
    assert said == f"{NOT_INSTALLED.ja}\n{NOT_INSTALLED.en}"
    assert "pip install 'rfc3161-client" in said
