"""The evaluator's token, on the command line."""

from uuid import uuid4

from application.decision import stream_id
from application.demo.evaluations import NUMBER
from application.demo.plan_r6_r8 import GRANT
from application.evidence.reading import Token
from domain.evaluation.evaluation import key_digest
from tests.application.demo.given import Ayumi


def test_a_token_is_shown_once_and_opens_the_desk(ayumi: Ayumi) -> None:
    """With the key that the publication will carry; the record holds only its SHA-256."""
    with ayumi.installation() as installation:
        consortium = installation.take_up("demo")
        stream = stream_id(consortium.log.namespace, "evaluation", f"{GRANT}|{NUMBER}")
    token, key = ayumi.said("evaluation", "token", stream, "-c", "demo").splitlines()
    with ayumi.installation() as installation:
        consortium = installation.take_up("demo")
        assert consortium.trails.key(Token.read(token)) == key
        opened = consortium.log.read(stream)[-1].event
        assert vars(opened)["trail_key_sha256"] == key_digest(key)

    again = ayumi.refused("evaluation", "token", stream, "-c", "demo")
    assert "閲覧の記録はすでに始まっています" in again


def test_whoever_runs_the_command_is_named_and_told_what_they_have_seen(ayumi: Ayumi) -> None:
    """It runs where the record is kept: it does not say that the evaluator was there."""
    with ayumi.installation() as installation:
        log = installation.take_up("demo").log
        stream = stream_id(log.namespace, "evaluation", f"{GRANT}|{NUMBER}")
    said = ayumi("evaluation", "token", stream, "-c", "demo").stderr
    assert "Whoever ran this command has seen both lines" in said
    assert "動かした人" in said
    with ayumi.installation() as installation:
        assert installation.take_up("demo").log.read(stream)[-1].by.actor == "clerk"


def test_a_token_is_of_an_evaluation(ayumi: Ayumi) -> None:
    """Of another id it says that there is none."""
    assert "no such evaluation" in ayumi.refused("evaluation", "token", uuid4(), "-c", "demo")
    assert "閲覧" in ayumi.said("evaluation", "--help")
