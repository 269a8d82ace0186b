"""Nothing is counted twice, and what was counted wrongly can be taken back."""

from uuid import UUID

from domain.base.mend import CORRECTION_INVALID
from domain.kpi import rules
from tests.domain.consortium import examples as members
from tests.domain.grant import examples as plan
from tests.domain.kpi.examples import correct, corrected, count, counted, void, voided
from tests.given import given

PLAN, MEMBER = UUID(int=0xF4), UUID(int=0xF5)


def test_a_fact_is_counted() -> None:
    """The count names the KPI, the subject, the year and the municipality."""
    given().when(count()).then(counted())


def test_a_subject_is_counted_once_for_a_kpi() -> None:
    """On another day too."""
    given(counted("2024-06-01")).when(count("2025-06-01")).refused(rules.COUNTED_ALREADY)


def test_a_corrected_fact_is_still_counted() -> None:
    """Putting the municipality right does not free the subject."""
    given(counted(), corrected("2024-07-01", 1, municipality="202126")).when(count()).refused(
        rules.COUNTED_ALREADY
    )


def test_a_voided_fact_can_be_counted_again() -> None:
    """It had never held."""
    given(counted(), voided("2024-07-01", 1)).when(count("2024-08-01")).then(counted("2024-08-01"))


def test_a_fact_is_taken_back_once() -> None:
    """After that nothing is there."""
    given(counted()).when(void(1, "2025-01-01")).then(voided("2025-01-01", 1))
    given(counted(), voided("2024-07-01", 1)).when(void(1)).not_found()


def test_a_fact_is_corrected() -> None:
    """The municipality it belongs to was wrong."""
    given(counted()).when(correct(1, "2025-01-01", municipality="202126")).then(
        corrected("2025-01-01", 1, municipality="202126")
    )


def test_a_count_is_not_moved_to_another_kpi_or_subject() -> None:
    """Either could be counted already, in a stream of its own: void it and count it anew."""
    given(counted()).when(correct(1, kpi="kpi2")).refused(CORRECTION_INVALID)
    given(counted()).when(correct(1, subject=str(UUID(int=9)))).refused(CORRECTION_INVALID)


def test_a_fact_lies_in_its_fiscal_year() -> None:
    """From 1 April to 31 March, however it is corrected."""
    given().when(count("2024-03-31")).refused(rules.DAY_OUTSIDE_YEAR)
    given().when(count("2025-03-31")).then(counted("2025-03-31"))
    given().when(count("2025-04-01")).refused(rules.DAY_OUTSIDE_YEAR)
    given(counted()).when(correct(1, fiscal_year=2023)).refused(rules.DAY_OUTSIDE_YEAR)
    moved = {"fiscal_year": 2023, "effective_on": "2024-03-31"}
    given(counted()).when(correct(1, "2025-01-01", **moved)).then(
        corrected("2025-01-01", 1, **moved)
    )


def test_a_kpi_is_one_of_the_plan() -> None:
    """Where the programme has a plan: a town's own programme has none."""
    named = (plan.submitted(), plan.kpi())
    given().seeing(PLAN, *named).when(count()).then(counted())
    given().seeing(PLAN, *named).when(count(kpi="kpi9")).refused(rules.NOT_IN_PLAN)
    given().when(count(kpi="kpi9")).then(counted().model_copy(update={"kpi": "kpi9"}))


def test_a_municipality_takes_part() -> None:
    """As an applicant, as a member on the day, or all of them together."""
    with_plan = given().seeing(PLAN, plan.submitted(), plan.kpi())
    with_plan.when(count(municipality="151009")).refused(rules.TAKES_NO_PART)
    as_joint = count().model_copy(update={"municipality": "joint"})
    with_plan.when(as_joint).then(counted().model_copy(update={"municipality": "joint"}))
    niigata = {"kind": "municipality", "code": "151009", "name": "新潟市"}
    joined = with_plan.seeing(MEMBER, members.joined("2024-05-20", niigata))
    joined.when(count(municipality="151009")).then(
        counted().model_copy(update={"municipality": "151009"})
    )
    later = with_plan.seeing(MEMBER, members.joined("2024-06-02", niigata))
    later.when(count(municipality="151009")).refused(rules.TAKES_NO_PART)


def test_the_plan_and_the_member_looked_at_are_those_of_the_fact() -> None:
    """Nobody has to name them, and nobody can leave them out."""
    asked = dict(count().looks_at())
    assert asked["plan"] == plan.submit().opens()
    assert asked["membership"] == "municipality|203246"


def test_each_kpi_subject_and_programme_is_counted_apart() -> None:
    """A person can count for two KPIs, and two persons for one."""
    command = count()
    others = [
        command.model_copy(update={"kpi": "kpi2"}),
        command.model_copy(update={"subject": UUID(int=9)}),
        command.model_copy(update={"programme": "own:203246"}),
    ]
    assert len({command.opens(), *(other.opens() for other in others)}) == 4
