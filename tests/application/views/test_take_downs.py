"""What has to be taken down, since it shows somebody without a consent in force."""

from uuid import UUID

from application.views.take_downs import TAKE_DOWNS, TakeDownsAsks
from domain.base.event import Event
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.consent.examples import CONSENT, OTHER, PERSON, agreed, voided, withdrawn
from tests.domain.publication.examples import PUBLICATION, changed, published, shows, taken_down
from tests.given import day

NAME, SECOND = UUID(int=0xAC9), UUID(int=0xC2)
CONSENTS: tuple[tuple[UUID, Event], ...] = (
    (CONSENT, agreed("2024-06-01")),
    (NAME, agreed("2024-06-01", "name")),
    (CONSENT, withdrawn("2025-01-10")),
)
POST = (PUBLICATION, published("2024-11-01", [shows("photo", "name")]))
LOG = log_of(*CONSENTS, POST)
ALL = TakeDownsAsks()


def test_a_withdrawal_lists_what_still_shows_the_person() -> None:
    """From its day on, and only the part that it was about."""
    assert rows(TAKE_DOWNS, LOG, ALL, valid_on="2025-01-09") == []
    (row,) = rows(TAKE_DOWNS, LOG, ALL, valid_on="2025-01-10")
    assert (row.number, row.person_id, row.scope) == ("P-1", PERSON, "photo")
    assert (row.withdrawn_on, row.days) == (day("2025-01-10"), 0)
    (later,) = rows(TAKE_DOWNS, LOG, ALL, valid_on="2025-02-10")
    assert later.days == 31


def test_what_was_taken_down_or_changed_is_not_listed() -> None:
    """From that day on."""
    gone = log_of(*CONSENTS, POST, (PUBLICATION, taken_down("2025-01-15")))
    assert len(rows(TAKE_DOWNS, gone, ALL, valid_on="2025-01-14")) == 1
    assert rows(TAKE_DOWNS, gone, ALL, valid_on="2025-01-15") == []
    without = log_of(
        *CONSENTS, POST, (PUBLICATION, changed("2025-01-15", [shows("name")], title="別の題"))
    )
    assert rows(TAKE_DOWNS, without, ALL, valid_on="2025-01-15") == []
    still = log_of(
        *CONSENTS, POST, (PUBLICATION, changed("2025-01-15", [shows("photo")], title="別の題"))
    )
    (row,) = rows(TAKE_DOWNS, still, ALL, valid_on="2025-01-15")
    assert row.title == "別の題"


def test_a_consent_given_again_lets_it_stand() -> None:
    """And so does a withdrawal that never was."""
    again = log_of(*CONSENTS, POST, (CONSENT, agreed("2025-02-01")))
    assert len(rows(TAKE_DOWNS, again, ALL, valid_on="2025-01-31")) == 1
    assert rows(TAKE_DOWNS, again, ALL, valid_on="2025-02-01") == []
    never = log_of(*CONSENTS, POST, (CONSENT, voided("2025-02-01", 2)))
    assert rows(TAKE_DOWNS, never, ALL, valid_on="2025-01-31") == []


def test_whoever_never_consented_comes_first() -> None:
    """Recorded as a fact: there is no withdrawal to count from."""
    fact = published("2024-11-02", [shows("story", person=OTHER)], number="P-2", as_fact=True)
    log = log_of(*CONSENTS, POST, (SECOND, fact))
    found = lines(TAKE_DOWNS, log, ALL, valid_on="2025-01-10")
    assert [(line.row.number, line.row.withdrawn_on, line.row.days) for line in found] == [
        ("P-2", None, None),
        ("P-1", day("2025-01-10"), 0),
    ]
    assert [type(fact.event).__name__ for fact in found[1].facts] == [
        "ContentPublished",
        "ConsentWithdrawn",
    ]
    asked = TakeDownsAsks(person_id=OTHER)
    assert [row.number for row in rows(TAKE_DOWNS, log, asked, valid_on="2025-01-10")] == ["P-2"]
    others = TakeDownsAsks(programme="own:203246")
    assert rows(TAKE_DOWNS, log, others, valid_on="2025-01-10") == []


def test_two_ids_that_are_one_person_have_one_consent() -> None:
    """What was said last counts, under whichever of the ids it was said."""
    fact = published("2024-11-02", [shows("photo", person=OTHER)], number="P-2")
    log = log_of(*CONSENTS, (SECOND, fact))
    apart = lines(TAKE_DOWNS, log, ALL, valid_on="2024-12-31")
    assert [line.row.person_id for line in apart] == [OTHER]
    same = {OTHER: PERSON}
    assert lines(TAKE_DOWNS, log, ALL, valid_on="2024-12-31", same=same) == []
    assert len(lines(TAKE_DOWNS, log, ALL, valid_on="2025-01-10", same=same)) == 1


def test_a_consent_for_another_purpose_shows_nobody() -> None:
    """Sharing between the members is no publicity."""
    said = agreed().model_dump() | {"purpose": "sharing", "scope": "whole"}
    log = log_of((CONSENT, type(agreed()).model_validate(said)), POST)
    assert len(rows(TAKE_DOWNS, log, ALL, valid_on="2024-11-01")) == 2
