"""Pilots with their lessons, assets with their holders, registrations: what is so on a day."""

from uuid import UUID

from application.projections.assets import ASSETS
from application.projections.assets import Standing as Kept
from application.projections.dx_registrations import DX_REGISTRATIONS
from application.projections.lessons import LESSONS
from application.projections.pilots import PILOTS, Standing
from domain.asset.events import AssetCondition
from domain.pilot.events import Abandonment
from tests.application.projections.given import answer, log_of
from tests.domain.asset import examples as a
from tests.domain.dx_registration import test_registration as d
from tests.domain.pilot import examples as p
from tests.given import day

ONE, OTHER = UUID(int=1), UUID(int=2)


def test_a_pilot_that_was_given_up_stays_with_its_reason_and_lessons() -> None:
    """Failures are kept like successes."""
    log = log_of(
        (ONE, p.started("2024-09-02")),
        (ONE, p.linked("2024-10-01")),
        (ONE, p.learnt("2024-12-01", 1, learnt_from="success")),
        (ONE, p.abandoned("2025-01-15")),
        (ONE, p.learnt("2025-02-01", 2)),
    )
    (then,) = answer(PILOTS, log, valid_on="2025-01-14").values()
    (now,) = answer(PILOTS, log, valid_on="2025-02-01").values()
    assert (then.standing, then.lessons, then.policies) == (Standing.UNDER_WAY, 1, 1)
    assert (now.standing, now.grounds) == (Standing.ABANDONED, Abandonment.NOT_FEASIBLE)
    assert (now.lessons, now.lessons_from_failure) == (2, 1)
    assert answer(PILOTS, log, valid_on="2024-09-01") == {}


def test_an_end_that_never_was_leaves_the_pilot_under_way() -> None:
    """On every day, once it is voided; what the record said before stays to be asked for."""
    log = log_of(
        (ONE, p.started()), (ONE, p.completed("2025-02-28")), (ONE, p.voided("2025-06-01", 2))
    )
    (now,) = answer(PILOTS, log, valid_on="2025-06-30").values()
    (said,) = answer(PILOTS, log, valid_on="2025-06-30", position=2).values()
    assert (now.standing, said.standing) == (Standing.UNDER_WAY, Standing.COMPLETED)


def test_lessons_stand_under_the_number_of_their_pilot() -> None:
    """Each from the day on which it was recorded as learnt."""
    log = log_of(
        (ONE, p.started()), (ONE, p.learnt("2024-12-01")), (ONE, p.learnt("2025-02-01", 2))
    )
    assert list(answer(LESSONS, log, valid_on="2025-01-31")) == ["grant:dx-r6|P-R6-01|01"]
    assert len(answer(LESSONS, log, valid_on="2025-02-01")) == 2
    (first, _) = answer(LESSONS, log, valid_on="2025-02-01").values()
    assert (first.number, first.shared_with) == ("P-R6-01", "202126")


def test_an_asset_says_who_holds_it_and_what_was_found() -> None:
    """Day by day; what is gone stays on the list."""
    log = log_of(
        (ONE, a.acquired("2024-08-01")),
        (ONE, a.lent("2025-04-01")),
        (ONE, a.stock_taken("2026-03-13", 2025)),
        (ONE, a.returned("2026-04-01")),
        (ONE, a.moved("2026-04-01", "倉庫")),
        (ONE, a.disposed("2028-08-01")),
    )
    (bought,) = answer(ASSETS, log, valid_on="2025-03-31").values()
    (away,) = answer(ASSETS, log, valid_on="2026-03-31").values()
    (back,) = answer(ASSETS, log, valid_on="2026-04-01").values()
    (gone,) = answer(ASSETS, log, valid_on="2028-08-01").values()
    assert [row.standing for row in (bought, away, back, gone)] == [
        Kept.KEPT,
        Kept.LENT,
        Kept.KEPT,
        Kept.DISPOSED,
    ]
    assert (away.holder_code, away.until) == ("9999999999999", day("2027-03-31"))
    assert (away.stock_taken, away.condition) == (2025, AssetCondition.IN_USE)
    assert (back.holder, back.holder_code, back.legal_basis, back.until) == (None,) * 4
    assert (bought.place, back.place) == ("役場2階 作業室", "倉庫")


def test_what_was_lost_is_held_by_nobody() -> None:
    """Whoever had it."""
    log = log_of((ONE, a.acquired()), (ONE, a.lent("2025-04-01")), (ONE, a.lost("2025-05-01")))
    (row,) = answer(ASSETS, log, valid_on="2025-05-01").values()
    assert (row.standing, row.holder) == (Kept.LOST, None)


def test_a_registration_is_listed_while_it_is_in_force() -> None:
    """Two firms and schemes never mix."""
    other = d.confirmed("2025-03-01", scheme="other-dx")
    log = log_of((ONE, d.confirmed("2025-02-03")), (OTHER, other), (ONE, d.ended("2026-02-03")))
    assert len(answer(DX_REGISTRATIONS, log, valid_on="2025-02-02")) == 0
    assert len(answer(DX_REGISTRATIONS, log, valid_on="2026-02-02")) == 2
    (left,) = answer(DX_REGISTRATIONS, log, valid_on="2026-02-03").values()
    assert left.scheme == "other-dx"
