"""Consents, policies, plans, publications, stays and offers to companies: what is so on a day."""

from application.projections.company_programmes import COMPANY_PROGRAMMES
from application.projections.consents import CONSENTS
from application.projections.offsite_stays import OFFSITE_STAYS
from application.projections.offsite_stays import Standing as Stay
from application.projections.outreach_plans import OUTREACH_PLANS
from application.projections.outreach_policies import OUTREACH_POLICIES, Standing
from application.projections.publications import PUBLICATIONS
from domain.base.event import Event
from tests.application.projections.given import answer, in_turn
from tests.domain.company_programme import examples as k
from tests.domain.consent import examples as c
from tests.domain.offsite_stay import examples as s
from tests.domain.outreach import examples as o
from tests.domain.publication import examples as p
from tests.given import day


def test_a_consent_is_shown_as_it_was_given_last() -> None:
    """In force until the day on which it is withdrawn; the one for another part is another."""
    log = in_turn(
        photo=[c.agreed("2024-06-01"), c.withdrawn("2024-07-01"), c.agreed("2024-08-01")],
        name=[c.agreed("2024-06-15", "name")],
    )

    def shown(on: str) -> tuple[object, ...]:
        row = answer(CONSENTS, log, valid_on=on)[f"{c.PERSON}|publicity|photo"]
        return row.given_on, row.withdrawn_on, row.in_force

    assert answer(CONSENTS, log, valid_on="2024-05-31") == {}
    assert shown("2024-06-30") == (day("2024-06-01"), None, True)
    assert shown("2024-07-01") == (day("2024-06-01"), day("2024-07-01"), False)
    assert shown("2024-08-01") == (day("2024-08-01"), None, True)
    assert answer(CONSENTS, log, valid_on="2024-07-01")[f"{c.PERSON}|publicity|name"].in_force


def test_a_corrected_wording_is_the_wording() -> None:
    """And a withdrawal that never was leaves the consent in force."""
    told: list[Event] = [c.agreed("2024-06-01"), c.withdrawn("2024-07-01")]
    mended = [c.corrected("2024-08-01", 1, wording_version="2"), c.voided("2024-08-01", 2)]
    (row,) = answer(CONSENTS, in_turn(one=[*told, *mended]), valid_on="2024-07-02").values()
    assert (row.wording_version, row.in_force) == ("2", True)


def test_one_version_of_the_policy_is_in_force_at_a_time() -> None:
    """The one before it ceased on the same day; a draft is in force on no day."""
    log = in_turn(
        ours=[
            *o.IN_FORCE,
            o.drafted("2024-09-01", 2),
            o.superseded("2024-10-01"),
            o.approved("2024-10-01", 2, by="2024-09-25"),
        ]
    )

    def standing(on: str) -> list[Standing]:
        return [
            row.standing for _, row in sorted(answer(OUTREACH_POLICIES, log, valid_on=on).items())
        ]

    assert standing("2024-05-31") == [Standing.DRAFT]
    assert standing("2024-06-01") == [Standing.IN_FORCE]
    assert standing("2024-09-30") == [Standing.IN_FORCE, Standing.DRAFT]
    assert standing("2024-10-01") == [Standing.CEASED, Standing.IN_FORCE]
    first, second = (
        row for _, row in sorted(answer(OUTREACH_POLICIES, log, valid_on="2024-10-01").items())
    )
    assert (first.since, first.until) == (day("2024-06-01"), day("2024-10-01"))
    assert (second.approved_on, second.since, second.until) == (
        day("2024-09-25"),
        day("2024-10-01"),
        None,
    )


def test_a_plan_is_shown_with_its_items() -> None:
    """Those that were dropped are counted apart."""
    log = in_turn(
        ours=[
            o.planned("2024-05-01"),
            o.added("2024-05-02", 1),
            o.added("2024-06-01", 2),
            o.moved("2024-07-01", "2024-12-01"),
            o.dropped("2024-08-01", 2),
        ]
    )

    def counts(on: str) -> tuple[int, int, int]:
        (row,) = answer(OUTREACH_PLANS, log, valid_on=on).values()
        return row.items, row.moved, row.dropped

    assert [counts(on) for on in ("2024-05-01", "2024-05-31", "2024-07-31", "2024-08-01")] == [
        (0, 0, 0),
        (1, 0, 0),
        (2, 1, 0),
        (2, 1, 1),
    ]


def test_a_publication_is_shown_as_it_reads_on_the_day() -> None:
    """With how many it shows; once it is taken down, it stands no longer."""
    log = in_turn(
        post=[
            p.published("2024-11-01", [p.shows("photo")]),
            p.changed("2024-11-10", title="別の題"),
            p.taken_down("2024-12-01", "outdated"),
        ],
        other=[p.published("2024-11-05", number="P-2")],
    )

    def shown(on: str) -> tuple[object, ...]:
        row = answer(PUBLICATIONS, log, valid_on=on)["P-1"]
        return row.title, row.persons, row.stands, row.withdrawn_on

    assert shown("2024-11-09") == ("テレワークで働く人たち", 1, True, None)
    assert shown("2024-11-30") == ("別の題", 0, True, None)
    assert shown("2024-12-01") == ("別の題", 0, False, day("2024-12-01"))
    other = answer(PUBLICATIONS, log, valid_on="2024-12-01")["P-2"]
    assert (other.stands, other.policy_version) == (True, 1)


def test_a_change_without_a_title_keeps_the_title() -> None:
    """It says only whom it shows from then on."""
    log = in_turn(post=[p.published("2024-11-01"), p.changed("2024-11-02", [p.shows("name")])])
    row = answer(PUBLICATIONS, log, valid_on="2024-11-02")["P-1"]
    assert (row.title, row.persons) == ("テレワークで働く人たち", 1)


def test_a_stay_is_shown_as_far_as_it_came() -> None:
    """One that came to nothing stays, with its reason."""
    log = in_turn(
        came=[
            s.invited("2024-08-01"),
            s.held("2024-10-01"),
            s.followed_up("2024-11-01"),
            s.followed_up("2024-12-01"),
        ],
        off=[s.invited("2024-08-02", "WT-2"), s.cancelled("2024-09-01")],
    )

    def shown(on: str, number: str = "WT-1") -> tuple[object, ...]:
        row = answer(OFFSITE_STAYS, log, valid_on=on)[number]
        return row.standing, row.heads, row.follow_ups, row.followed_up_on

    assert shown("2024-09-30") == (Stay.INVITED, None, 0, None)
    assert shown("2024-10-01") == (Stay.HELD, 8, 0, None)
    assert shown("2024-12-01") == (Stay.HELD, 8, 2, day("2024-12-01"))
    assert shown("2024-08-31", "WT-2") == (Stay.INVITED, None, 0, None)
    off = answer(OFFSITE_STAYS, log, valid_on="2024-09-01")["WT-2"]
    assert (off.standing, off.reason) == (Stay.CANCELLED, "firm-withdrew")


def test_a_programme_is_shown_as_offered_and_as_taken_up() -> None:
    """At the price of the day, with all heads and answers so far."""
    log = in_turn(
        one=[
            k.created("2024-06-01"),
            k.run("2024-07-01", feedback=[0, 0, 1, 3, 3]),
            k.revised("2024-08-01", 15000),
            k.run("2024-09-01", 4),
            k.ended("2025-04-01"),
        ],
        other=[k.created("2024-06-01", "lake-camp")],
    )

    def shown(on: str) -> tuple[object, ...]:
        row = answer(COMPANY_PROGRAMMES, log, valid_on=on)["own:203246|forest-camp"]
        return row.price, row.offered, row.runs, row.heads, row.answers

    assert shown("2024-06-30") == (12000, True, 0, 0, 0)
    assert shown("2024-07-31") == (12000, True, 1, 8, 7)
    assert shown("2024-09-01") == (15000, True, 2, 12, 7)
    assert shown("2025-04-01") == (15000, False, 2, 12, 7)
    other = answer(COMPANY_PROGRAMMES, log, valid_on="2025-04-01")["own:203246|lake-camp"]
    assert (other.offered, other.last_run_on) == (True, None)
