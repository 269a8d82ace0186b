"""A contract of the town's goes on with the corporation, and the other side was told."""

from uuid import UUID

from domain.base.mend import CORRECTION_INVALID
from domain.corporation import rules
from domain.corporation.events import NovationCorrected, NovationVoided
from domain.engagement.codes import Orderer
from tests.domain.commission.examples import offered
from tests.domain.contract.examples import CONTRACT, concluded
from tests.domain.corporation.examples import (
    CORPORATION,
    GRANT,
    correct_novation,
    founded,
    novate,
    novate_order,
    novate_work,
    novated,
    void_novation,
)
from tests.domain.engagement.examples import RESIDENTS, inquired, ordered
from tests.given import Given, day, given

ENGAGEMENT, COMMISSION = UUID(int=0x73), UUID(int=0x74)


def there() -> Given:
    """The corporation, and a contract of the town's."""
    return given().seeing(CORPORATION, founded("2025-04-01")).seeing(CONTRACT, concluded())


def test_a_contract_is_novated_from_the_orderer_on_record() -> None:
    """From the day of the founding on."""
    there().when(novate("2025-04-01")).then(novated("2025-04-01"))
    there().when(novate("2025-03-31")).refused(rules.NOT_FOUNDED)
    there().when(novate(from_code="202126")).refused(rules.NOT_THE_ORDERER)
    given().seeing(CONTRACT, concluded()).when(novate()).refused(rules.NOT_FOUNDED)
    given().seeing(CORPORATION, founded()).when(novate()).refused(rules.SUBJECT_UNKNOWN)


def test_it_is_novated_once() -> None:
    """What was wrong about it is corrected."""
    again = given(novated()).seeing(CORPORATION, founded()).seeing(CONTRACT, concluded())
    again.when(novate("2025-05-01")).refused(rules.NOVATED_ALREADY)
    assert novate("2025-04-01").opens() == novate("2025-05-01").opens()


def test_an_order_is_novated_that_the_town_took() -> None:
    """Not one that nobody has taken yet, nor one that residents took themselves."""
    ours = there().seeing(ENGAGEMENT, inquired(), ordered())
    ours.when(novate_order(ENGAGEMENT)).then(
        novated(subject_id=ENGAGEMENT, subject_kind="engagement")
    )
    there().seeing(ENGAGEMENT, inquired()).when(novate_order(ENGAGEMENT)).refused(
        rules.SUBJECT_UNKNOWN
    )
    there().when(novate_order(ENGAGEMENT)).refused(rules.SUBJECT_UNKNOWN)
    theirs = there().seeing(ENGAGEMENT, inquired(), ordered(by=RESIDENTS))
    theirs.when(novate_order(ENGAGEMENT)).refused(rules.NOT_THE_ORDERER)
    unfounded = given().seeing(ENGAGEMENT, inquired(), ordered())
    unfounded.when(novate_order(ENGAGEMENT)).refused(rules.NOT_FOUNDED)
    again = given(novated(subject_id=ENGAGEMENT, subject_kind="engagement"))
    again.when(novate_order(ENGAGEMENT)).refused(rules.NOVATED_ALREADY)


def test_a_commission_is_novated_that_the_town_gave() -> None:
    """Not one that a client gave."""
    ours = there().seeing(COMMISSION, offered())
    ours.when(novate_work(COMMISSION)).then(
        novated(subject_id=COMMISSION, subject_kind="commission")
    )
    there().when(novate_work(COMMISSION)).refused(rules.SUBJECT_UNKNOWN)
    clients = offered().model_copy(update={"orderer": Orderer.CLIENT})
    there().seeing(COMMISSION, clients).when(novate_work(COMMISSION)).refused(rules.NOT_THE_ORDERER)
    given().seeing(COMMISSION, offered()).when(novate_work(COMMISSION)).refused(rules.NOT_FOUNDED)
    again = given(novated(subject_id=COMMISSION, subject_kind="commission"))
    again.when(novate_work(COMMISSION)).refused(rules.NOVATED_ALREADY)


def test_it_is_corrected_and_voided() -> None:
    """But not from whom to whom."""
    done = given(novated())
    on = day("2026-06-01")
    done.when(correct_novation(notified_on="2025-03-17")).then(
        NovationCorrected(
            effective_on=on, programme=GRANT, corrects=1, now={"notified_on": "2025-03-17"}
        )
    )
    done.when(correct_novation(from_code="202126")).refused(CORRECTION_INVALID)
    done.when(void_novation()).then(NovationVoided(effective_on=on, programme=GRANT, voids=1))
