"""Which rule sets bind: by who ordered, who works, the day of entrusting, and the length."""

from collections import Counter
from dataclasses import replace

import pytest
from pydantic import TypeAdapter, ValidationError

from domain.base.matter import Force
from domain.commission import commands as c
from domain.commission import events as e
from domain.commission.law import checks
from domain.commission.law.rule_sets import (
    RULE_SETS,
    Entrusted,
    FreelanceAct,
    RuleSetId,
    chosen,
    force_of,
    rule_sets,
    the,
)
from domain.engagement.codes import Orderer
from tests.domain.commission.examples import AGREED, accept, change_terms, changed
from tests.domain.commission.law.played import asked, entrusted, played, terms
from tests.given import day, given

BY_TOWN = Entrusted(
    orderer=Orderer.TOWN,
    worker_alone=True,
    goods=False,
    on=day("2024-11-01"),
    since=day("2024-11-01"),
    until=day("2024-11-29"),
)
ALWAYS = {"contract.1", "telework-guideline.1"}
OF_TOWN = {"public-contract-act.1"}
ACT, MONTH, SIX = "freelance-act.1", "freelance-act-1-month.1", "freelance-act-6-months.1"


def ids(entrusted_work: Entrusted) -> set[str]:
    """Give the rule sets that bind."""
    return {one.id for one in chosen(entrusted_work)}


@pytest.mark.parametrize(
    ("on", "act"), [("2024-10-31", set()), ("2024-11-01", {ACT}), ("2024-11-02", {ACT})]
)
def test_the_freelance_act_binds_what_was_entrusted_since_november_2024(
    on: str, act: set[str]
) -> None:
    """What was entrusted the day before goes on without it."""
    assert ids(replace(BY_TOWN, on=day(on))) == ALWAYS | OF_TOWN | act


def test_a_renewal_is_entrusted_on_its_own_day_and_lasts_since_the_first() -> None:
    """A contract of May 2024 that is renewed in November comes under the act with its length."""
    renewed = replace(BY_TOWN, since=day("2024-05-30"))
    assert ids(renewed) == ALWAYS | OF_TOWN | {ACT, MONTH, SIX}


@pytest.mark.parametrize(
    ("until", "long"),
    [
        ("2024-11-29", set()),
        ("2024-11-30", {MONTH}),
        ("2024-12-01", {MONTH}),
        ("2025-04-29", {MONTH}),
        ("2025-04-30", {MONTH, SIX}),
        ("2025-05-01", {MONTH, SIX}),
    ],
)
def test_length_decides_on_conduct_and_notice(until: str, long: set[str]) -> None:
    """One month from 1 November ends with the 30th, six months with 30 April."""
    assert ids(replace(BY_TOWN, until=day(until))) == ALWAYS | OF_TOWN | {ACT} | long


@pytest.mark.parametrize(
    ("change", "left"),
    [
        ({"orderer": Orderer.CORPORATION}, {ACT}),
        ({"orderer": Orderer.CLIENT}, {ACT}),
        ({"worker_alone": False}, OF_TOWN),
        ({"goods": True}, {ACT, "home-work-act.1"} | OF_TOWN),
    ],
)
def test_who_ordered_and_who_works_decide(change: dict[str, object], left: set[str]) -> None:
    """The act on public contracts is about towns; who employs somebody is not protected."""
    assert ids(replace(BY_TOWN, **change)) == ALWAYS | left  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("orderer", "force"),
    [
        (Orderer.TOWN, Force.TO_BE_CONFIRMED),
        (Orderer.CORPORATION, Force.BINDING),
        (Orderer.CLIENT, Force.TO_BE_CONFIRMED),
    ],
)
def test_how_far_the_act_binds(orderer: Orderer, force: Force) -> None:
    """Whether it binds a town is to be confirmed; the guideline is a target for everybody."""
    sets = chosen(replace(BY_TOWN, orderer=orderer))
    assert force_of(checks.FL_60, orderer, sets) is force
    assert force_of(checks.TW_30, orderer, sets) is Force.TARGET
    assert force_of(checks.FL_NOTICE, orderer, sets) is None


def test_a_later_version_leaves_what_was_entrusted_before() -> None:
    """Each goes by the version of its day, and a commission keeps it by its name."""
    first = the(FreelanceAct, RULE_SETS)
    assert first
    old = replace(first, until=day("2026-12-31"))
    new = replace(first, version=2, since=day("2027-01-01"), due_days=45)
    both = (old, new)
    for on, version in (("2026-12-31", 1), ("2027-01-01", 2)):
        (found,) = chosen(replace(BY_TOWN, on=day(on)), both)
        assert (found.id, found.version) == (f"freelance-act.{version}", version)


def test_a_rule_set_is_kept_by_its_name() -> None:
    """A name that no version has is refused."""
    assert rule_sets(tuple(each.id for each in RULE_SETS)) == RULE_SETS
    assert [n for n, times in Counter(each.id for each in RULE_SETS).items() if times > 1] == []
    with pytest.raises(ValidationError, match="no rule set"):
        TypeAdapter(RuleSetId).validate_python("freelance-act.99")


def test_the_acceptance_keeps_the_rule_sets_and_the_days() -> None:
    """If it goes as planned: the latest due date, inspection and notice."""
    (_, accepted) = played(*entrusted("2025-02-03", "2025-09-30"))
    assert isinstance(accepted, e.CommissionAccepted)
    assert accepted.rule_sets == ("contract.1", ACT, MONTH, SIX, "telework-guideline.1")
    assert (accepted.due_limit, accepted.inspect_limit) == (day("2025-11-28"), None)
    assert accepted.notice_by == day("2025-08-31")
    (_, by_town) = played(
        *entrusted("2025-02-03", "2025-02-28", orderer="town", orderer_code="203246")
    )
    assert isinstance(by_town, e.CommissionAccepted)
    assert (by_town.due_limit, by_town.notice_by) == (day("2025-04-28"), None)
    assert by_town.inspect_limit == day("2025-03-10")


def test_changed_terms_go_by_the_law_of_the_day_of_entrusting() -> None:
    """Entrusted before the act, they stay outside it however late they are changed."""
    given(*AGREED).when(change_terms("2025-01-10", 1200)).then(changed("2025-01-10", 1200))


def test_longer_terms_come_under_the_rules_for_longer_contracts() -> None:
    """Changed from some weeks to two months, the rules on conduct bind."""
    until = {"delivery_day": "2025-04-30", "inspect_by": "2025-04-30", "cause": "client-asked"}
    history = played(
        *entrusted("2025-02-20", "2025-03-10"),
        terms("2025-02-20", "2025-03-10", "2025-04-30"),
        asked(c.ChangeTerms, "2025-03-03", **TERMS_OF_MARCH | until),
    )
    stated, changed_then = history[-2:]
    assert isinstance(stated, e.TermsStated)
    assert isinstance(changed_then, e.TermsChanged)
    assert set(changed_then.rule_sets) - set(stated.rule_sets) == {MONTH}


def test_terms_stated_with_the_offer_are_governed_by_the_acceptance() -> None:
    """Offered on the last day before the act, accepted on its first."""
    offer, *_ = entrusted("2024-10-31", "2024-11-20")
    history = played(offer, terms("2024-10-31", "2024-11-20", "2024-12-27"), accept("2024-11-01"))
    assert isinstance(history[1], e.TermsStated)
    assert ACT not in history[1].rule_sets
    assert isinstance(history[2], e.CommissionAccepted)
    assert ACT in history[2].rule_sets
    assert history[2].due_limit == day("2025-01-18")


TERMS_OF_MARCH = terms("2025-02-20", "2025-03-10", "2025-04-30").model_dump(
    exclude={"effective_on", "commission_id", "programme"}
)
