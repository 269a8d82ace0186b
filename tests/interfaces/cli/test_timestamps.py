"""`ayumi checkpoint --timestamp`: from the authority to the verifier."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from application.evidence.checkpoint import Signed
from infrastructure.signing.timestamps import TimestampAuthority
from interfaces.verifier.check import check
from interfaces.verifier.note import keys
from tests.application.demo.given import Ayumi, served, told
from tests.given_bundles import page_of_the_tests
from tests.given_timestamps import authority
from tests.given_timestamps import served as answering

OURS = authority()


@pytest.fixture
def asking(postgres_url: str, tmp_path: Path) -> Iterator[Ayumi]:
    """Give a command line over the demonstration, with a key and an authority that answers."""
    with told(postgres_url) as url, answering(OURS.reply) as address:
        ours = TimestampAuthority(address, OURS.certificate)
        ayumi = Ayumi(url, signing_dir=tmp_path / "signing", timestamper=ours)
        ayumi.said("key", "new")
        yield ayumi


def test_it_is_shown_wherever_the_checkpoint_is(asking: Ayumi) -> None:
    """By the command itself, by `doctor` and over HTTP: who says so, and which time."""
    assert "There is no timestamp of a third party" in asking("checkpoint").stderr
    result = asking("checkpoint", "--timestamp")
    assert result.exit_code == 0
    sentence = result.stderr.splitlines()[-1]
    assert OURS.name in sentence
    assert sentence in asking.said("doctor")
    assert sentence in asking("checkpoint").stderr
    with served(asking.url) as api:
        shown = api.get("evidence/checkpoint")["checkpoint"]["witnesses"]
    assert shown["timestamp"]["en"] == sentence


def test_who_was_given_the_bundle_checks_it(asking: Ayumi, tmp_path: Path) -> None:
    """It goes into the bundle of that size, and needs nothing of the service to be believed."""
    size = Signed.read(asking.said("checkpoint", "--timestamp")).checkpoint.size
    known = list(keys(asking.said("key", "show").encode(), "keys"))
    out = tmp_path / "bundle.zip"
    with page_of_the_tests(tmp_path):
        said = asking.said("bundle", "--for", "evaluation", "--as-of", size, "--out", out)
    assert OURS.name in said
    report = check(BytesIO(out.read_bytes()), known, authority=OURS.certificates)
    with asking.installation() as installation:
        consortium = installation.take_up("demo")
        signed = consortium.checkpoints.latest(size)
        assert signed
        kept = consortium.checkpoints.timestamp(signed.checkpoint)
    assert kept
    assert report.told["timestamp"] == f"{kept.at:%Y-%m-%dT%H:%M:%SZ}"


def test_without_an_authority_the_record_is_signed_all_the_same(asking: Ayumi) -> None:
    """What is missing is named, and the command fails: a timer has to tell of it."""
    alone = replace(asking, timestamper=TimestampAuthority(None, None))
    said = alone.refused("checkpoint", "--timestamp")
    assert "set AYUMI_TIMESTAMP_URL / AYUMI_TIMESTAMP_CERTIFICATE" in said
    assert "The record is signed all the same" in said
    assert "up to position" in alone.said("doctor")
