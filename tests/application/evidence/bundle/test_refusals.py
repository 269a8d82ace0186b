"""A bundle that its own reader would find wrong is not made."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from application.evidence.bundle import refusals
from application.evidence.bundle.archive import write_archive
from application.evidence.checkpoint import Checkpoint
from application.evidence.desk import NoKey, SigningRefused
from application.evidence.exports import record_export
from application.evidence.note import Note
from application.execute import execute
from application.recorded import Entry
from application.service import Consortium
from domain.base.figure import Facts, FigureDefinition, Sum, Words
from domain.base.rule import Rule, RuleBroken
from domain.export.events import Exported, ExportKind
from domain.figure.commands import DefineFigure
from infrastructure.postgres.log import PostgresLog
from infrastructure.signing.desk import FileDesk
from tests.given_bundles import demonstration, made, public_key, sign_at
from tests.infrastructure.given import LEAVES_ANEW, ask


def refused(consortium: Consortium, rule: Rule, **asked: Any) -> dict[str, object]:  # noqa: ANN401
    """Expect a refusal, and give what it is about."""
    assert rule in refusals.REFUSALS
    with pytest.raises(RuleBroken) as refusal:
        made(consortium, **asked)
    assert refusal.value.rule is rule
    return refusal.value.where


def changed(consortium: Consortium, url: str, position: int) -> None:
    """Change what an event says of its scope, and its leaf with it."""
    log = consortium.log
    assert isinstance(log, PostgresLog)
    ask(
        url,
        "UPDATE {0}.events SET scope = 'own:152161' WHERE notification_id = %(position)s",
        log.schema,
        position=position,
    )
    ask(url, LEAVES_ANEW, log.schema)


def test_nothing_is_made_without_a_key(postgres_url: str, tmp_path: Path) -> None:
    """Neither without a desk, nor at one that holds no key."""
    with demonstration(postgres_url) as consortium:
        for desk in (None, FileDesk(tmp_path, "demo")):
            with pytest.raises(NoKey):
                made(replace(consortium, desk=desk))


def test_an_earlier_size_must_have_been_signed(postgres_url: str) -> None:
    """The nearest that were are named."""
    with demonstration(postgres_url) as consortium:
        sign_at(consortium, 100)
        sign_at(consortium, 200)
        about = refused(consortium, refusals.SIZE_NOT_SIGNED, as_of=150)
        assert about == {"size": 150, "nearest": [100, 200]}
        assert refused(consortium, refusals.SIZE_NOT_SIGNED, as_of=50)["nearest"] == [100]
        assert made(consortium, as_of=200).said.question.size == 200


def test_an_earlier_checkpoint_must_be_one_of_this_log(postgres_url: str, tmp_path: Path) -> None:
    """Signed with its key, of no larger size, and continued by it."""
    with demonstration(postgres_url) as consortium:
        earlier = sign_at(consortium, 100)
        assert consortium.desk
        key = consortium.desk.key()
        assert key

        def note(checkpoint: Checkpoint) -> str:
            text = checkpoint.text()
            return Note(text, (key.sign(checkpoint.origin, text),)).written()

        last = consortium.log.last()[0]
        for unlike in (
            replace(earlier.checkpoint, root=bytes(32)),
            replace(earlier.checkpoint, size=last + 1),
            replace(earlier.checkpoint, origin="ayumi/other/1"),
        ):
            refused(consortium, refusals.PREVIOUS_NOT_CONTINUED, previous=note(unlike))
        strange = FileDesk(tmp_path, "strange").create_key()
        text = earlier.checkpoint.text()
        by_others = Note(text, (strange.sign(earlier.checkpoint.origin, text),)).written()
        for unread in ("", "no note", earlier.note.text, by_others):
            refused(consortium, refusals.PREVIOUS_UNREAD, previous=unread)
        assert made(consortium, previous=note(earlier.checkpoint)).names()[3] == "previous.txt"


def test_a_record_that_was_changed_gives_no_bundle(postgres_url: str) -> None:
    """Neither of now, which is not signed, nor of what was signed before."""
    with demonstration(postgres_url) as consortium:
        sign_at(consortium, 100)
        log = consortium.log
        assert isinstance(log, PostgresLog)
        changed(consortium, str(log._datastore.pool.conninfo), 60)
        with pytest.raises(SigningRefused):
            made(consortium)
        refused(consortium, refusals.RECORD_CHANGED, as_of=100)


def test_it_must_be_known_what_a_bundle_is_about(postgres_url: str) -> None:
    """Without a plan in the record nobody guesses a programme or its years."""
    with demonstration(postgres_url) as consortium:
        sign_at(consortium, 1)
        refused(consortium, refusals.PROGRAMME_NOT_SAID, as_of=1)
        unplanned = "own:203246"
        assert refused(consortium, refusals.YEARS_NOT_SAID, programme=unplanned) == {
            "programme": unplanned
        }
        refused(consortium, refusals.YEARS_NOT_SAID, valid_on=date(2024, 3, 31))
        assert made(consortium, programme=unplanned, fiscal_years=(2025,)).said.figures > 0
        assert public_key(consortium).name == "ayumi/demo/1"


def test_a_mistyped_programme_gives_no_bundle(postgres_url: str) -> None:
    """Not even where somebody took a bundle of it before: what there is instead is named."""
    with demonstration(postgres_url) as consortium:
        day = consortium.log.last()[1]
        taken = Exported(kind=ExportKind.OTHER, sha256="0" * 64, size=1, log_size=1)
        record_export(consortium, taken, "grant:typo", Entry(actor="clerk"), key="typo", at=day)
        asked = {"programme": "grant:typo", "fiscal_years": (2025,)}
        told = refused(consortium, refusals.PROGRAMME_UNKNOWN, **asked)
        assert told["programme"] == "grant:typo"
        assert told["programmes"] == ["common", "grant:dx-r6", "own:203246"]


def test_a_figure_that_cannot_be_computed_gives_no_bundle(postgres_url: str) -> None:
    """It is named, with what is wrong; here a level that some trainings were completed without."""
    words = Words(ja="試し", en="a try")
    definition = FigureDefinition(
        code="levels-reached",
        version=1,
        title=words,
        sentence=words,
        unit=words,
        measure=Sum(facts=Facts(opens=("training.completed",)), basis="annual", field="after"),
    )
    with demonstration(postgres_url) as consortium:
        execute(
            consortium.log,
            consortium.vault,
            DefineFigure(effective_on=date(2025, 4, 1), definition=definition),
            Entry(actor="secretariat"),
            key="define",
            at=consortium.log.last()[1],
        )
        about = refused(consortium, refusals.FIGURE_NOT_COMPUTED, fiscal_years=(2024,))
        assert made(consortium, valid_on=date(2025, 3, 31)).said.figures > 0
    assert (about["figure"], about["fiscal_year"]) == ("levels-reached", 2024)
    assert "after is not an integer" in str(about["why"])


def test_more_than_a_zip_can_hold_is_said(tmp_path: Path) -> None:
    """The format has no larger form; the file here is one of holes."""
    with (tmp_path / "large").open("w+b") as large, (tmp_path / "out").open("w+b") as out:
        large.truncate(2**31)
        with pytest.raises(RuleBroken) as refusal:
            write_archive({"events.jsonl": large}, out)
    assert refusal.value.rule is refusals.TOO_LARGE


def test_a_day_that_was_mistyped_asks_for_no_thousands_of_years(postgres_url: str) -> None:
    """Whoever checks would call such a bundle malformed."""
    with demonstration(postgres_url) as consortium:
        refused(consortium, refusals.TOO_MANY_YEARS, valid_on=date(9999, 12, 31))
        last = made(consortium, valid_on=date(2199, 12, 31)).said.question
    assert last.fiscal_years == tuple(range(2024, 2200))
