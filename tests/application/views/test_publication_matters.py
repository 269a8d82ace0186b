"""What is to be checked of publications: consents and policies on their days."""

from uuid import UUID

from application.views.publication_matters import PUBLICATION_MATTERS, PublicationMattersAsks
from domain.base.event import Event
from domain.base.matter import Force
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.consent.examples import CONSENT, OTHER, agreed, corrected, withdrawn
from tests.domain.outreach.examples import IN_FORCE, POLICY, policy_voided, superseded
from tests.domain.publication.examples import (
    PUBLICATION,
    changed,
    closed,
    published,
    shows,
    voided,
)
from tests.given import day

ALL, OPEN = PublicationMattersAsks(), PublicationMattersAsks(open_only=True)
ON = "2025-03-31"
HOLDS: tuple[tuple[UUID, Event], ...] = tuple((POLICY, event) for event in IN_FORCE)
FACT = (
    PUBLICATION,
    published("2024-11-01", [shows("photo"), shows("name", person=OTHER)], as_fact=True),
)


def test_whoever_is_shown_without_consent_is_a_matter_to_check() -> None:
    """Counted in persons, with the rule and how far it binds; named nowhere."""
    (line,) = lines(PUBLICATION_MATTERS, log_of(*HOLDS, FACT), ALL, valid_on=ON)
    row = line.row
    assert (row.number, row.version, row.persons, row.on) == ("P-1", 1, 2, day("2024-11-01"))
    assert (row.check, row.force) == ("consent-to-be-shown", Force.TO_BE_CONFIRMED)
    assert (row.closing, row.closed_on) == (None, None)
    assert [fact.event for fact in line.facts] == [FACT[1]]
    assert rows(PUBLICATION_MATTERS, log_of(*HOLDS, FACT), ALL, valid_on="2024-10-31") == []


def test_a_consent_recorded_later_clears_it_up() -> None:
    """If it was in force on the day; the other person remains."""

    def persons(*consents: Event) -> list[int]:
        log = log_of(*HOLDS, FACT, *((CONSENT, event) for event in consents))
        return [row.persons for row in rows(PUBLICATION_MATTERS, log, ALL, valid_on=ON)]

    assert persons(agreed("2024-11-01")) == [1]
    assert persons(agreed("2024-11-02")) == [2]
    assert persons(agreed("2024-11-02"), corrected(ON, 1, effective_on="2024-11-01")) == [1]
    assert persons(agreed("2024-06-01"), withdrawn("2024-11-01")) == [2]
    assert persons(agreed("2024-06-01"), withdrawn("2024-11-02")) == [1]


def test_each_change_is_held_against_its_own_day() -> None:
    """What it shows from then on."""
    log = log_of(
        *HOLDS,
        (CONSENT, agreed("2024-06-01")),
        (CONSENT, withdrawn("2024-11-05")),
        (PUBLICATION, published("2024-11-01", [shows("photo")])),
        (PUBLICATION, changed("2024-11-05", [shows("photo")], as_fact=True)),
    )
    (row,) = rows(PUBLICATION_MATTERS, log, ALL, valid_on=ON)
    assert (row.version, row.on, row.persons) == (2, day("2024-11-05"), 1)


def test_what_was_published_without_a_policy_in_force_is_a_matter() -> None:
    """By what the policy's record says now, not by what it said then."""

    def found(*policy: Event, on: str = "2024-11-01") -> list[str]:
        log = log_of((PUBLICATION, published(on)), *((POLICY, event) for event in policy))
        answered = rows(PUBLICATION_MATTERS, log, ALL, valid_on=ON)
        assert {row.persons for row in answered} <= {None}
        return [row.check for row in answered]

    none = ["outreach-policy-in-force"]
    assert found() == none
    assert found(*IN_FORCE) == []
    assert found(*IN_FORCE, on="2024-06-01") == []
    assert found(*IN_FORCE, on="2024-05-31") == none
    assert found(*IN_FORCE, superseded("2024-11-01")) == none
    assert found(*IN_FORCE, superseded("2024-11-02")) == []
    assert found(*IN_FORCE, policy_voided(ON, 2)) == none


def test_a_matter_that_a_person_closed_says_how() -> None:
    """And is not among the open ones; a closing that never was leaves it open."""
    log = log_of(*HOLDS, FACT, (PUBLICATION, closed("2024-11-10")))
    (line,) = lines(PUBLICATION_MATTERS, log, ALL, valid_on=ON)
    assert (line.row.closing, line.row.closed_on) == ("remedied", day("2024-11-10"))
    assert len(line.facts) == 2
    assert rows(PUBLICATION_MATTERS, log, OPEN, valid_on=ON) == []
    assert len(rows(PUBLICATION_MATTERS, log, OPEN, valid_on="2024-11-09")) == 1
    never = log_of(*HOLDS, FACT, (PUBLICATION, closed("2024-11-10")), (PUBLICATION, voided(ON, 2)))
    assert len(rows(PUBLICATION_MATTERS, never, OPEN, valid_on=ON)) == 1
    others = PublicationMattersAsks(programme="own:203246")
    assert rows(PUBLICATION_MATTERS, log, others, valid_on=ON) == []
