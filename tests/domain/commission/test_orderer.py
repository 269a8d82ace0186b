"""Who commissions a resident is who has the order on that day: by it goes which law binds."""

from typing import Any

from domain.base.matter import Force
from domain.commission import rules
from domain.commission.commission import matters
from domain.commission.offer import ORDERER_OF_THE_DAY
from tests.domain.client.examples import CLIENT
from tests.domain.commission.examples import correct, corrected, offer, offered
from tests.domain.corporation.examples import CORPORATION, NOVATION, NUMBER, founded, novated
from tests.domain.engagement import examples as engagement
from tests.domain.engagement.examples import ENGAGEMENT, inquired, ordered
from tests.domain.worker.examples import WORKER, registered
from tests.given import Given, given, versions

BY_CORPORATION: dict[str, Any] = {"orderer": "corporation", "orderer_code": NUMBER}
TAKEN_BY_CORPORATION = {"contractor": "corporation", "contractor_code": NUMBER}
OTHER_TOWN = {"orderer": "town", "orderer_code": "202126"}


def of_the_town() -> Given:
    """The town took the order, and the resident is on the roll."""
    return given().seeing(ENGAGEMENT, *engagement.OPEN).seeing(WORKER, registered("2024-04-01"))


def novated_on_the_first_of_july() -> Given:
    """The corporation is founded, and takes the town's order over, on 1 July."""
    order = {"subject_id": ENGAGEMENT, "subject_kind": "engagement"}
    return (
        of_the_town()
        .seeing(CORPORATION, founded("2024-07-01"))
        .seeing(NOVATION, novated("2024-07-01", **order))
    )


def test_who_took_the_order_commissions_the_residents() -> None:
    """Neither the corporation nor another town commissions under an order of the town."""
    of_the_town().when(offer()).then(offered())
    of_the_town().when(offer(**BY_CORPORATION)).refused(rules.ORDERER_NOT_OF_THE_DAY)
    of_the_town().when(offer(**OTHER_TOWN)).refused(rules.ORDERER_NOT_OF_THE_DAY)


def test_after_the_novation_of_the_order_it_is_the_corporation() -> None:
    """From the day on which it takes the order over, and not the day before."""
    order = novated_on_the_first_of_july()
    order.when(offer("2024-06-30")).then(offered("2024-06-30"))
    order.when(offer("2024-06-30", **BY_CORPORATION)).refused(rules.ORDERER_NOT_OF_THE_DAY)
    order.when(offer("2024-07-01", **BY_CORPORATION)).then(offered("2024-07-01", **BY_CORPORATION))
    order.when(offer("2024-07-01")).refused(rules.ORDERER_NOT_OF_THE_DAY)


def test_no_corporation_commissions_before_its_founding() -> None:
    """Where the record has its founding; of a founding not recorded nothing is guessed."""
    of = (
        given()
        .seeing(ENGAGEMENT, inquired(), ordered(by=TAKEN_BY_CORPORATION))
        .seeing(WORKER, registered("2024-04-01"))
    )
    of.when(offer(**BY_CORPORATION)).then(offered(**BY_CORPORATION))
    late = of.seeing(CORPORATION, founded("2024-07-02"))
    late.when(offer("2024-07-01", **BY_CORPORATION)).refused(rules.ORDERER_NOT_OF_THE_DAY)
    late.when(offer("2024-07-02", **BY_CORPORATION)).then(offered("2024-07-02", **BY_CORPORATION))
    assert ("corporation", NUMBER) in offer(**BY_CORPORATION).looks_at()
    assert not list(offer().looks_at())


def test_what_has_happened_is_recorded_as_a_fact_and_is_to_be_checked() -> None:
    """Only where the rule is touched: a sheet may say of every row that it has happened."""
    of_the_town().when(offer(as_fact=True, **BY_CORPORATION)).then(
        offered(as_fact=True, **BY_CORPORATION)
    )
    of_the_town().when(offer(as_fact=True)).then(offered())
    touched = offered(as_fact=True, **BY_CORPORATION)
    (matter,) = matters(versions(touched))
    assert (matter.version, matter.check, matter.force) == (1, ORDERER_OF_THE_DAY, Force.BINDING)
    assert matter.on == touched.effective_on
    assert matters(versions(offered())) == []


def test_a_corrected_orderer_is_held_against_the_order_again() -> None:
    """Whoever corrects who orders, or the day, names the order; it may have ended since."""
    made = (
        given(offered("2024-06-20"))
        .seeing(ENGAGEMENT, *engagement.OPEN, engagement.closed("2024-12-01"))
        .seeing(CORPORATION, founded("2024-07-01"))
        .seeing(NOVATION, novated("2024-07-01", subject_id=ENGAGEMENT, subject_kind="engagement"))
    )
    made.when(correct(1, **BY_CORPORATION)).refused(rules.ENGAGEMENT_NOT_NAMED)
    made.when(correct(1, order=WORKER, **BY_CORPORATION)).refused(rules.ENGAGEMENT_NOT_NAMED)
    made.when(correct(1, order=ENGAGEMENT, **BY_CORPORATION)).refused(rules.ORDERER_NOT_OF_THE_DAY)
    late: dict[str, Any] = {"effective_on": "2024-07-01"}
    made.when(correct(1, order=ENGAGEMENT, **late)).refused(rules.ORDERER_NOT_OF_THE_DAY)
    made.when(correct(1, order=ENGAGEMENT, effective_on="2024-06-09")).refused(
        rules.NEEDS_OPEN_ORDER
    )
    by_client: dict[str, Any] = {"orderer": "client", "orderer_code": str(CLIENT)}
    made.when(correct(1, order=ENGAGEMENT, **by_client)).refused(rules.ORDERER_DOES_NOT_FIT)
    for now in (late | BY_CORPORATION, {"effective_on": "2024-06-30"}, late | {"as_fact": True}):
        made.when(correct(1, order=ENGAGEMENT, **now)).then(corrected("2025-01-01", 1, **now))
    made.when(correct(1, content="校正")).then(corrected("2025-01-01", 1, content="校正"))
    assert ("corporation", NUMBER) in correct(1, **BY_CORPORATION).looks_at()
