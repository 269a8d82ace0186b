"""Whom facts are about is known from the kinds of event and from the records they stand in."""

import pytest

from application.evidence.bundle.disclosure import ALWAYS
from application.evidence.bundle.persons import names_of, person_fields, records
from application.figures.money import BUDGET_EXECUTED
from application.figures.standard import PRIVATE_MEMBERS
from application.registry import EVENT_OF_TOPIC
from domain.base.families import family_of
from tests.given_bundles import demonstration


@pytest.mark.parametrize(
    ("topic", "names"),
    [
        ("commission.remuneration_paid", {"person_id"}),
        ("consortium.member_joined", {"person_id"}),
        ("publication.published", {"shown"}),
        ("kpi.fact_counted", {"subject"}),
        ("engagement.money_received", set()),
        ("pilot.started", set()),
    ],
)
def test_a_kind_of_event_names_persons_where_it_bears_their_mark(
    topic: str, names: set[str]
) -> None:
    """In whatever it holds, too; what may be a person is taken for one."""
    assert person_fields(EVENT_OF_TOPIC[topic]) == names


@pytest.mark.parametrize(
    ("topic", "names"),
    [
        ("expenditure.paid", {"payee_person"}),
        ("consortium.member_rejoined", {"person_id"}),
        ("commission.work_started", {"person_id", "worker_id"}),
        ("engagement.money_received", set()),
    ],
)
def test_so_do_the_records_of_its_kind(topic: str, names: set[str]) -> None:
    """What is said later of a person need not name them again."""
    assert names_of([topic]) == names


def test_a_professional_s_membership_is_that_person_s(postgres_url: str) -> None:
    """Those of firms and towns are nobody's, and neither is what was paid to firms."""
    with demonstration(postgres_url) as consortium:
        size = consortium.log.last()[0]
        found = [
            named for named in records(consortium.log, PRIVATE_MEMBERS, size).values() if named
        ]
        paid = records(consortium.log, BUDGET_EXECUTED, size).values()
    assert [named.keys() for named in found] == [{"person_id"}]
    assert not any(paid)


def test_what_every_bundle_shows_whole_names_no_person() -> None:
    """A publication is for everybody; a correction can say no more than what it corrects."""
    shown = {topic for topic in EVENT_OF_TOPIC if family_of(topic) in ALWAYS}
    assert shown >= {"log.opened", "figure.defined", "witness.key_changed", "witness.corrected"}
    assert not {topic: named for topic in shown if (named := person_fields(EVENT_OF_TOPIC[topic]))}
