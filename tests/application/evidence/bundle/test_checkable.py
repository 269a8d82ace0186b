"""Nothing is recorded that would make every later bundle one that nobody can check."""

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest

from application.checkable import MOST_BYTES, MOST_DIGITS, TOO_LARGE_TO_CHECK
from application.execute import execute
from application.recorded import Entry, Source
from application.rehearse import Rehearsal
from application.service import Consortium
from domain.base.figure import Condition, Count, Facts, FigureDefinition, Words
from domain.base.rule import RuleBroken
from domain.figure.commands import DefineFigure
from interfaces.verifier.check import check
from interfaces.verifier.note import keys
from tests.given import day
from tests.given_bundles import PAGE, demonstration, made

LARGEST = 10**MOST_DIGITS - 1
AS_MANY_AS_THERE_ARE = '"' * (MOST_BYTES // 2 - 1500)
"""Written with a backslash each, and in a bundle with three more."""


def define(of: int = 1, title: str = "件数") -> DefineFigure:
    """Publish a figure of pilots of this number of minutes."""
    words = Words(ja="件数", en="facts")
    where = (Condition(field="minutes", one_of=(of, -of)),)
    facts = Facts(opens=("advice.session_held",), where=where)
    definition = FigureDefinition(
        code="large",
        version=1,
        title=Words(ja=title, en="facts"),
        sentence=words,
        unit=words,
        measure=Count(facts=facts, basis="annual"),
    )
    return DefineFigure(effective_on=day("2026-11-01"), definition=definition)


def record(consortium: Consortium, command: DefineFigure, row: int = 1) -> None:
    """Record it as from a row of a sheet."""
    execute(
        consortium.log,
        consortium.vault,
        command,
        Entry(actor="clerk", source=Source(evidence=uuid4(), row=row)),
        key=uuid4().hex,
        at=consortium.log.last()[1] + timedelta(seconds=1),
    )


def verdict(consortium: Consortium) -> int:
    """Give what a checker says of a bundle."""
    bundle = made(consortium)
    known = keys(bundle.key.written().encode(), "keys")
    code: int = check(BytesIO(bundle.content), list(known), page=PAGE).told["exit"]
    return code


@pytest.mark.parametrize(
    ("command", "row"),
    [
        (define(), LARGEST + 1),
        (define(LARGEST + 1), 1),
        (define(10**5000), 1),
        (define(title="あ" * (MOST_BYTES // 3)), 1),
    ],
    ids=["a row", "a number", "a number beyond all", "a text"],
)
def test_what_no_bundle_could_show_is_refused(
    postgres_url: str, command: DefineFigure, row: int
) -> None:
    """Whoever is refused can record it otherwise; what is recorded stays for good."""
    with demonstration(postgres_url) as consortium:
        size = consortium.log.last()[0]
        with pytest.raises(RuleBroken) as broken:
            record(consortium, command, row)
        assert broken.value.rule is TOO_LARGE_TO_CHECK
        assert consortium.log.last()[0] == size


def test_the_largest_that_is_recorded_can_be_checked(postgres_url: str) -> None:
    """Also where every letter of it takes as many bytes in a bundle as a letter can."""
    with demonstration(postgres_url) as consortium:
        record(consortium, define(LARGEST, title=AS_MANY_AS_THERE_ARE), LARGEST)
        assert verdict(consortium) == 6


def test_digits_in_a_text_are_no_number(postgres_url: str) -> None:
    """There may be as many as people write."""
    with demonstration(postgres_url) as consortium:
        record(consortium, define(title="9" * 100))
        assert verdict(consortium) == 6


def test_a_rehearsal_refuses_it_too(postgres_url: str) -> None:
    """So that of a sheet either all rows are recorded or none."""
    with demonstration(postgres_url) as consortium, pytest.raises(RuleBroken) as broken:
        Rehearsal(consortium.log).accept(define(LARGEST + 1))
    assert broken.value.rule is TOO_LARGE_TO_CHECK
