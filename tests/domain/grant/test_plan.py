"""A plan holds together: years, applicants, lines within the total, at most four KPIs."""

from typing import Any

import pytest
from pydantic import ValidationError

from domain.base.event import Event
from domain.base.mend import BEFORE_THE_BEGINNING, CORRECTION_INVALID, OTHERS_BUILD_ON_IT
from domain.grant import commands as c
from domain.grant import events as e
from domain.grant import rules
from tests.domain.expenditure import examples as spending
from tests.domain.grant.examples import (
    GRANT,
    LINE,
    OMACHI,
    PLAN,
    TATESHINA,
    amend,
    amended,
    change,
    changed,
    correct,
    corrected,
    kpi,
    line,
    name,
    name_kpi,
    named,
    set_line,
    set_target,
    submit,
    submitted,
    target,
    void,
    voided,
)
from tests.given import day, given


def test_a_plan_is_submitted_once() -> None:
    """One for each grant project."""
    given().when(submit()).then(submitted())
    given(submitted()).when(submit("2025-04-01")).refused(rules.SUBMITTED_ALREADY)
    assert submit().opens() == GRANT


@pytest.mark.parametrize("programme", ["common", "own:203246"])
def test_only_a_grant_project_has_a_plan(programme: str) -> None:
    """A town's own programme and the common registers have none."""
    with pytest.raises(ValidationError):
        submit(programme=programme)


@pytest.mark.parametrize(
    "wrong",
    [
        {"last_year": 2023},
        {"applicants": ()},
        {"applicants": (OMACHI, OMACHI)},
        {"project_type": "large"},
        {"total_cost": -1},
    ],
)
def test_a_plan_that_cannot_be_is_not_submitted(wrong: dict[str, Any]) -> None:
    """It ends before it begins, nobody applies, or someone twice."""
    with pytest.raises(ValidationError):
        submit(**wrong)


def test_what_a_plan_records_is_of_its_own_programme() -> None:
    """Whatever the command says."""
    elsewhere = name("2024-04-01", "交付金").model_copy(update={"programme": "own:203246"})
    given(submitted()).when(elsewhere).then(named("2024-04-01", "交付金"))


def test_nothing_of_a_plan_lies_before_it() -> None:
    """Every entry is true on the day of the submission or later."""
    plan, early = given(submitted("2024-04-01"), line(), kpi()), "2024-03-31"
    plan.when(amend(early, total_cost=2)).refused(rules.BEFORE_THE_PLAN)
    plan.when(name(early, "交付金")).refused(rules.BEFORE_THE_PLAN)
    plan.when(set_line(early, line="x")).refused(rules.BEFORE_THE_PLAN)
    plan.when(change(early, 1)).refused(rules.BEFORE_THE_PLAN)
    plan.when(name_kpi(early, kpi="kpi2")).refused(rules.BEFORE_THE_PLAN)
    plan.when(set_target(early)).refused(rules.BEFORE_THE_PLAN)
    plan.when(correct(1, effective_on="2024-04-02")).refused(BEFORE_THE_BEGINNING)


def test_one_project_lives_under_several_names() -> None:
    """Each from its day on; a name recorded late takes its place before the next."""
    first, third = named("2024-04-01", "first"), named("2026-04-01", "third")
    given(submitted(), first, third).when(name("2025-04-01", "second")).then(
        named("2025-04-01", "second")
    )
    given(submitted(), first, third).when(name("2025-04-01", "first")).refused(
        rules.CHANGES_NOTHING
    )
    given(submitted(), first, third).when(name("2025-04-01", "third")).then(
        named("2025-04-01", "third")
    )


def test_a_line_is_set_once_for_a_year_and_municipality() -> None:
    """Another year or municipality is another line; a change is an entry of its own."""
    given(submitted()).when(set_line()).then(line())
    given(submitted(), line()).when(set_line("2025-04-01")).refused(rules.LINE_SET_ALREADY)
    given(submitted(), line()).when(set_line(fiscal_year="R7")).then(line(fiscal_year=2025))
    given(submitted(), line()).when(set_line(municipality=OMACHI)).then(line(municipality=OMACHI))
    given(submitted(), line(), voided("2024-05-01", 2)).when(set_line(amount=5)).then(
        line(amount=5)
    )


@pytest.mark.parametrize("items", [(), ("r2:10", "r2:10"), ("10",)])
def test_a_line_names_its_budget_items(items: tuple[str, ...]) -> None:
    """At least one, each once and with its table; they share one amount."""
    with pytest.raises(ValidationError):
        set_line(budget_items=items)


def test_a_line_lies_within_the_plans_years() -> None:
    """R5 and R9 are outside."""
    given(submitted()).when(set_line(fiscal_year=2023)).refused(rules.YEAR_OUTSIDE_PLAN)
    given(submitted()).when(set_line(fiscal_year=2027)).refused(rules.YEAR_OUTSIDE_PLAN)
    given(submitted()).when(set_line(fiscal_year=2026)).then(line(fiscal_year=2026))


def test_a_line_belongs_to_an_applicant_or_to_all_of_them() -> None:
    """Nobody else has money in the plan; one that joins comes in by an amendment."""
    given(submitted()).when(set_line(municipality="202151")).refused(rules.NOT_AN_APPLICANT)
    joined = amended("2025-04-01", applicants=(TATESHINA, "202151"))
    given(submitted(), joined).when(set_line("2025-04-01", municipality="202151")).then(
        line("2025-04-01", municipality="202151")
    )
    given(submitted(), joined).when(set_line("2025-03-31", municipality="202151")).refused(
        rules.NOT_AN_APPLICANT
    )


def test_the_lines_stay_within_the_total() -> None:
    """Up to the last yen, over all years and municipalities."""
    other = line(line="4-equipment", fiscal_year=2025, amount=500)
    given(submitted(), line(amount=400), other).when(set_line(line="x", amount=100)).then(
        line(line="x", amount=100)
    )
    given(submitted(), line(amount=400), other).when(set_line(line="x", amount=101)).refused(
        rules.MORE_THAN_THE_TOTAL
    )


def test_the_lines_stay_within_the_total_on_every_day() -> None:
    """What is recorded late must not break what holds later."""
    grown = changed("2025-04-01", 900)
    given(submitted(), line(), grown).when(set_line("2024-06-01", line="x", amount=101)).refused(
        rules.MORE_THAN_THE_TOTAL
    )
    shrunk = changed("2025-04-01", 0)
    given(submitted(), line(), shrunk).when(set_line("2024-06-01", line="x", amount=601)).refused(
        rules.MORE_THAN_THE_TOTAL
    )


def test_a_changed_line_is_told_whole() -> None:
    """Its title, pillar and 節 stand in the change, so that nobody has to look further."""
    given(submitted(), line()).when(change("2024-10-01", 300)).then(changed("2024-10-01", 300))


def test_a_change_changes_a_line_that_is_there() -> None:
    """On that day, of that year and municipality."""
    plan = given(submitted(), line("2024-06-01"))
    plan.when(change("2024-05-31", 300)).refused(rules.NO_SUCH_LINE)
    plan.when(change("2024-06-01", 300, municipality=OMACHI)).refused(rules.NO_SUCH_LINE)
    plan.when(change("2024-06-01", 400)).refused(rules.CHANGES_NOTHING)
    plan.when(change("2024-06-01", 1001)).refused(rules.MORE_THAN_THE_TOTAL)


def moving(what: str, on: str, amount: int, **other: object) -> dict[str, object]:
    """Say what moves from the line of the examples."""
    key = {name: LINE[name] for name in ("line", "fiscal_year", "municipality")}
    return {"effective_on": on, **key, "amount": amount, **other, what: PLAN}


def transfer(on: str, amount: int, **other: object) -> c.TransferBudget:
    """Transfer to the line of training."""
    fields = moving("plan_id", on, amount, to_line="2-training")
    return c.TransferBudget.model_validate(fields | other)


def carry_over(on: str, amount: int, **other: object) -> c.CarryOverBudget:
    """Carry over to the next year as voted."""
    return c.CarryOverBudget.model_validate(moving("plan_id", on, amount, kind="set-aside") | other)


def split(on: str, amount: int, **other: object) -> c.SplitBudget:
    """Split for Omachi."""
    fields = moving("plan_id", on, amount) | {"municipality": OMACHI}
    return c.SplitBudget.model_validate(fields | other)


def of(command: c.OfPlan, kind: type[Event]) -> Event:
    """Give the event that says the same as a command."""
    return kind.model_validate(command.carried() | {"programme": GRANT})


TRAINING = line(line="2-training", pillar="2", amount=100)


def test_a_transfer_has_both_sides_or_none() -> None:
    """Up to the last yen of the line; the other line has to be there on that day."""
    plan = given(submitted(), line(), TRAINING)
    plan.when(transfer("2024-10-01", 400)).then(
        of(transfer("2024-10-01", 400), e.BudgetTransferred)
    )
    plan.when(transfer("2024-10-01", 401)).refused(rules.MORE_THAN_THE_LINE)
    plan.when(transfer("2024-10-01", 1, to_line="x")).refused(rules.NO_SUCH_LINE)
    plan.when(transfer("2024-03-31", 1)).refused(rules.BEFORE_THE_PLAN)
    with pytest.raises(ValidationError):
        transfer("2024-10-01", 1, to_line="3-operation")


def test_what_was_transferred_is_not_there_any_more() -> None:
    """A later change says the line anew; an earlier one must leave what moved."""
    moved = of(transfer("2024-10-01", 300), e.BudgetTransferred)
    plan = given(submitted(), line(), TRAINING, moved)
    plan.when(transfer("2024-11-01", 101)).refused(rules.MORE_THAN_THE_LINE)
    plan.when(change("2024-09-01", 299)).refused(rules.MORE_THAN_THE_LINE)
    plan.when(change("2024-09-01", 300)).then(changed("2024-09-01", 300))
    plan.when(change("2024-11-01", 100)).refused(rules.CHANGES_NOTHING)
    plan.when(correct(2, amount=299)).refused(rules.MORE_THAN_THE_LINE)


def test_a_carry_over_makes_the_line_of_the_next_year() -> None:
    """The total stays what it was; a line so made can be changed, and not be set once more."""
    plan = given(submitted(total_cost=400), line())
    plan.when(carry_over("2025-03-31", 150)).then(
        of(carry_over("2025-03-31", 150), e.BudgetCarriedOver)
    )
    plan.when(carry_over("2025-03-31", 401)).refused(rules.MORE_THAN_THE_LINE)
    plan.when(carry_over("2025-03-31", 1, line="x")).refused(rules.NO_SUCH_LINE)
    plan.when(carry_over("2024-03-31", 1)).refused(rules.BEFORE_THE_PLAN)
    carried = of(carry_over("2025-03-31", 150), e.BudgetCarriedOver)
    after = given(submitted(), line(), carried)
    after.when(set_line("2025-04-01", fiscal_year=2025)).refused(rules.LINE_SET_ALREADY)
    after.when(change("2025-04-01", 350, fiscal_year=2025, cause="initial")).then(
        changed("2025-04-01", 350, fiscal_year=2025, cause="initial")
    )


def test_nothing_is_carried_over_beyond_the_plan() -> None:
    """R8 is its last year."""
    last = given(submitted(), line(fiscal_year=2026))
    last.when(carry_over("2027-03-31", 1, fiscal_year=2026)).refused(rules.YEAR_OUTSIDE_PLAN)


def test_budget_is_moved_within_the_years_of_the_plan() -> None:
    """And between lines of those that take part in it."""
    plan = given(submitted(), line())
    plan.when(transfer("2024-11-01", 1, fiscal_year=2023)).refused(rules.YEAR_OUTSIDE_PLAN)
    plan.when(split("2024-11-01", 1, fiscal_year=2023)).refused(rules.YEAR_OUTSIDE_PLAN)
    plan.when(transfer("2024-11-01", 1, municipality="202151")).refused(rules.NOT_AN_APPLICANT)
    plan.when(carry_over("2024-11-01", 1, municipality="202151")).refused(rules.NOT_AN_APPLICANT)


def test_what_is_joint_is_split_in_one_step() -> None:
    """What the municipality gets is taken from what was joint, and never more than that."""
    plan = given(submitted(total_cost=400), line())
    plan.when(split("2025-04-01", 150)).then(of(split("2025-04-01", 150), e.BudgetSplit))
    plan.when(split("2025-04-01", 401)).refused(rules.MORE_THAN_THE_LINE)
    plan.when(split("2025-04-01", 1, line="x")).refused(rules.NO_SUCH_LINE)
    plan.when(split("2025-04-01", 1, municipality="202151")).refused(rules.NOT_AN_APPLICANT)
    plan.when(split("2024-03-31", 1)).refused(rules.BEFORE_THE_PLAN)


def select(on: str = "2024-06-01") -> c.SelectPlan:
    """Select the plan."""
    return c.SelectPlan(effective_on=day(on), plan_id=PLAN, notice="府地創第1号")


def share(on: str = "2024-06-01", numerator: int = 1) -> c.DefineGrantShare:
    """Half of the cost, rounded down to 1,000 yen."""
    return c.DefineGrantShare(
        effective_on=day(on),
        plan_id=PLAN,
        numerator=numerator,
        denominator=2,
        rounded_to=1000,
        note="2分の1",
    )


def related(on: str = "2024-06-01", url: str | None = None) -> c.SetRelatedUrl:
    """Say where the project is published, or that it is nowhere."""
    return c.SetRelatedUrl(effective_on=day(on), plan_id=PLAN, url=url)


def test_a_plan_is_selected_once() -> None:
    """Which is not a grant decision."""
    selected = of(select(), e.PlanSelected)
    given(submitted()).when(select()).then(selected)
    given(submitted(), selected).when(select("2024-07-01")).refused(rules.SELECTED_ALREADY)
    given(submitted()).when(select("2024-03-31")).refused(rules.BEFORE_THE_PLAN)


def test_the_share_of_the_grant_is_a_dated_definition() -> None:
    """Of each municipality's cost, rounded down by itself: halves do not add up to a half."""
    half = of(share(), e.GrantShareDefined)
    given(submitted()).when(share()).then(half)
    given(submitted(), half).when(share("2024-07-01")).refused(rules.CHANGES_NOTHING)
    given(submitted()).when(share("2024-03-31")).refused(rules.BEFORE_THE_PLAN)
    costs = (10_251_000, 10_001_000, 10_001_000)
    assert [share().granted(cost) for cost in costs] == [5_125_000, 5_000_000, 5_000_000]
    assert share().granted(sum(costs)) == 15_126_000
    with pytest.raises(ValidationError):
        share(numerator=3)


def test_that_there_is_no_related_address_is_said_too() -> None:
    """It is something else than that nobody said."""
    none = of(related(), e.RelatedUrlSet)
    given(submitted()).when(related()).then(none)
    given(submitted(), none).when(related("2024-07-01")).refused(rules.CHANGES_NOTHING)
    given(submitted()).when(related("2024-03-31")).refused(rules.BEFORE_THE_PLAN)
    found = related("2025-04-01", "https://www.example.jp/")
    given(submitted(), none).when(found).then(of(found, e.RelatedUrlSet))


def test_an_approval_has_number_and_day() -> None:
    """Or the amendment has none yet."""
    approved = {"approval_number": "決-45", "approved_on": "2025-03-20"}
    given(submitted()).when(amend(total_cost=900, **approved)).then(
        amended("2025-04-01", total_cost=900, **approved)
    )
    with pytest.raises(ValidationError):
        amend(total_cost=900, approval_number="決-45")


def test_the_number_of_kpis_is_limited_from_a_day_on() -> None:
    """The rule is that of R6: what was named before is held to none."""
    early = [kpi("2024-03-31", kpi=f"kpi{number}") for number in (1, 2, 3, 4)]
    plan = given(submitted("2024-03-01"), *early)
    plan.when(name_kpi("2024-03-31", kpi="kpi5")).then(kpi("2024-03-31", kpi="kpi5"))
    plan.when(name_kpi("2024-04-01", kpi="kpi5")).refused(rules.TOO_MANY_KPIS)


def test_a_plan_is_amended() -> None:
    """It says applicants, years and total anew."""
    given(submitted()).when(amend(total_cost=900)).then(amended("2025-04-01", total_cost=900))
    given(submitted()).when(amend()).refused(rules.CHANGES_NOTHING)


def test_an_amended_plan_still_holds_its_lines_and_targets() -> None:
    """None is left in a year that is cut off, and the lines stay within the new total."""
    plan = given(submitted(), line(), kpi(), target(fiscal_year=2026))
    plan.when(amend(total_cost=399)).refused(rules.MORE_THAN_THE_TOTAL)
    plan.when(amend(last_year=2025)).refused(rules.YEAR_OUTSIDE_PLAN)
    plan.when(amend(last_year=2027)).then(amended("2025-04-01", last_year=2027))


def test_an_applicant_that_leaves_keeps_what_it_had() -> None:
    """But gets nothing from that day on."""
    plan = given(submitted(), line("2025-03-31", municipality=OMACHI))
    plan.when(amend("2025-04-01", applicants=(TATESHINA,))).then(
        amended("2025-04-01", applicants=(TATESHINA,))
    )
    plan.when(amend("2025-03-31", applicants=(TATESHINA,))).refused(rules.NOT_AN_APPLICANT)


def test_a_plan_has_at_most_four_kpis() -> None:
    """Each once."""
    four = [kpi(kpi=f"kpi{number}") for number in (1, 2, 3, 4)]
    given(submitted(), *four[:3]).when(name_kpi(kpi="kpi4")).then(kpi(kpi="kpi4"))
    given(submitted(), *four).when(name_kpi(kpi="kpi5")).refused(rules.TOO_MANY_KPIS)
    given(submitted(), *four).when(name_kpi(kpi="kpi4")).refused(rules.KPI_NAMED_ALREADY)
    given(submitted(), *four, voided("2024-05-01", 5)).when(name_kpi(kpi="kpi5")).then(
        kpi(kpi="kpi5")
    )


def test_a_level_is_taken_on_a_stated_day() -> None:
    """And nothing else is; the day exists in every year."""
    given(submitted()).when(name_kpi(basis="level", stated_day="03-31")).then(
        kpi(basis="level", stated_day="03-31")
    )
    for wrong in (
        {"basis": "level"},
        {"basis": "annual", "stated_day": "03-31"},
        {"basis": "level", "stated_day": "02-30"},
        {"basis": "level", "stated_day": "02-29"},
    ):
        with pytest.raises(ValidationError):
            name_kpi(**wrong)


def test_a_target_is_of_a_kpi_and_year_of_the_plan() -> None:
    """And of an applicant, or of all together."""
    plan = given(submitted(), kpi())
    plan.when(set_target()).then(target())
    plan.when(set_target(value=0)).then(target(value=0))
    plan.when(set_target(municipality=OMACHI)).then(target(municipality=OMACHI))
    plan.when(set_target(kpi="kpi2")).refused(rules.NO_SUCH_KPI)
    plan.when(set_target(fiscal_year=2027)).refused(rules.YEAR_OUTSIDE_PLAN)
    plan.when(set_target(municipality="202151")).refused(rules.NOT_AN_APPLICANT)


def test_a_target_is_set_anew_from_a_day_on() -> None:
    """With another value; the same one says nothing."""
    plan = given(submitted(), kpi(), target())
    plan.when(set_target("2024-10-01", value=20)).then(target("2024-10-01", value=20))
    plan.when(set_target("2024-10-01")).refused(rules.CHANGES_NOTHING)


def test_an_entry_is_corrected_but_not_moved() -> None:
    """Which line, year, municipality or KPI it is about stays: void it and record it anew."""
    plan = given(submitted(), line(), kpi(), target())
    plan.when(correct(2, amount=390)).then(corrected("2025-06-01", 2, amount=390))
    plan.when(correct(2, budget_items=["r2:10"])).then(
        corrected("2025-06-01", 2, budget_items=["r2:10"])
    )
    plan.when(correct(2, fiscal_year=2025)).refused(CORRECTION_INVALID)
    plan.when(correct(2, municipality=OMACHI)).refused(CORRECTION_INVALID)
    plan.when(correct(4, kpi="kpi2")).refused(CORRECTION_INVALID)
    plan.when(correct(1, last_year=2023)).refused(CORRECTION_INVALID)


def test_a_plan_with_entries_is_not_voided() -> None:
    """Its entries first."""
    given(submitted(), line()).when(void(1)).refused(OTHERS_BUILD_ON_IT)
    given(submitted(), line()).when(void(2)).then(voided("2025-06-01", 2))


def test_a_mended_plan_holds_together() -> None:
    """No correction and no voiding leaves what the plan itself would have refused."""
    larger = amended("2024-06-01", total_cost=2000, last_year=2027, applicants=(OMACHI, "202151"))
    new = line("2024-07-01", line="x", amount=1200, fiscal_year=2027, municipality="202151")
    plan = given(submitted(), line(), kpi(), target(), changed("2024-10-01", 300), larger, new)
    plan.when(correct(2, amount=801)).refused(rules.MORE_THAN_THE_TOTAL)
    plan.when(correct(2, effective_on="2024-10-02")).refused(rules.NO_SUCH_LINE)
    plan.when(correct(6, last_year=2026)).refused(rules.YEAR_OUTSIDE_PLAN)
    plan.when(correct(6, applicants=[OMACHI])).refused(rules.NOT_AN_APPLICANT)
    plan.when(void(2)).refused(rules.NO_SUCH_LINE)
    plan.when(void(3)).refused(rules.NO_SUCH_KPI)
    plan.when(void(5)).then(voided("2025-06-01", 5))


def test_a_line_that_commitments_are_charged_to_stays() -> None:
    """Neither voided nor corrected to bear them no more; of a line without any it can be."""
    spent = spending.committed().model_copy(update={"programme": GRANT})
    charged: dict[str, Any] = {"line": "2-training", "pillar": "2", "budget_items": ("r2:12",)}
    bare = given(submitted(), line(**charged))
    built_on = bare.seeing(spending.EXPENDITURE, spent)
    built_on.when(void(2)).refused(OTHERS_BUILD_ON_IT)
    built_on.when(correct(2, pillar="3")).refused(OTHERS_BUILD_ON_IT)
    built_on.when(correct(2, amount=300)).then(corrected("2025-06-01", 2, amount=300))
    bare.when(void(2)).then(voided("2025-06-01", 2))
    given(submitted(), line()).seeing(spending.EXPENDITURE, spent).when(void(2)).then(
        voided("2025-06-01", 2)
    )
