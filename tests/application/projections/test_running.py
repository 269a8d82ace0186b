"""Contracts, advisers, the corporation and shares of the costs, on any day."""

from uuid import UUID

from application.projections.advisers import ADVISERS, AdviserRow
from application.projections.consortium import CONSORTIUM
from application.projections.contracts import CONTRACTS, ContractRow
from application.projections.corporations import CORPORATIONS, CorporationRow
from application.projections.cost_shares import COST_SHARES
from application.recorded import Recorded
from domain.commission.law.checks import FL_NOTICE
from domain.contract.events import ContractCorrected
from tests.application.projections.given import answer, in_turn, log_of
from tests.domain.advice import examples as a
from tests.domain.consortium import examples as m
from tests.domain.contract import examples as k
from tests.domain.corporation import examples as p
from tests.given import day

ONE = UUID(int=1)
SHORT = k.concluded(number="委-R6-09", last_day="2024-10-30", **k.NO_HOURS)


def contract(log: list[Recorded], valid_on: str) -> ContractRow:
    """Give the row of the first contract."""
    row = answer(CONTRACTS, log, valid_on=valid_on)[str(ONE)]
    assert isinstance(row, ContractRow)
    return row


def test_contracts_stand_under_their_terms_of_the_day() -> None:
    """Amended from that day on, renewed from the day on which that was agreed."""
    log = in_turn(
        one=[
            k.concluded("2024-04-26"),
            k.amended("2024-10-01", heads=2),
            k.renewed("2025-02-14", "2025-03-01", "2025-03-31"),
        ],
        other=[SHORT],
    )
    assert answer(CONTRACTS, log, valid_on="2024-04-25") == {}
    first = contract(log, "2024-09-30")
    assert (first.heads, first.adds_up, first.notice_rule) == (3, True, FL_NOTICE.code)
    assert (contract(log, "2024-10-01").heads, contract(log, "2024-10-01").adds_up) == (2, False)
    assert contract(log, "2025-02-13").last_day == day("2025-02-28")
    assert contract(log, "2025-02-14").last_day == day("2025-03-31")
    other = answer(CONTRACTS, log, valid_on="2024-09-30")[str(UUID(int=2))]
    assert (other.heads, other.adds_up, other.notice_rule) == (None, None, None)


def test_a_contract_that_ended_says_why() -> None:
    """From its last day on; a correction of the contract flows through."""
    log = in_turn(
        one=[
            k.concluded("2024-04-26"),
            k.ended("2024-10-31"),
            ContractCorrected(
                effective_on=day("2025-06-01"), programme=k.GRANT, corrects=1, now={"amount": 9}
            ),
        ]
    )
    assert contract(log, "2024-10-30").ended_on is None
    ended = contract(log, "2024-10-31")
    assert (ended.ended_on, ended.end_reason, ended.amount) == (day("2024-10-31"), "agreed", 9)


def test_advisers_show_how_many_sessions_of_those_agreed_were_held() -> None:
    """And what became of their advice; another adviser has other counts."""
    log = in_turn(
        one=a.LIFE,
        other=[a.engaged(number="A-2"), a.held("2024-05-09"), a.over("2024-12-27")],
    )

    def row(valid_on: str, stream: UUID = ONE) -> AdviserRow:
        found = answer(ADVISERS, log, valid_on=valid_on)[str(stream)]
        assert isinstance(found, AdviserRow)
        return found

    assert (row("2024-05-07").sessions_held, row("2024-05-07").sessions_agreed) == (0, 36)
    assert (row("2024-05-22").sessions_held, row("2024-05-22").minutes) == (2, 120)
    now = row("2025-03-01")
    assert (now.given, now.adopted, now.declined, now.carried_out) == (2, 1, 1, 1)
    assert (now.latest_on, now.without_evidence) == (day("2024-05-22"), 2)
    other = row("2025-03-01", UUID(int=2))
    assert (other.sessions_held, other.ended_on) == (1, day("2024-12-27"))


def test_advice_of_which_two_entries_followed_was_carried_out_once() -> None:
    """Whatever else is told between them."""
    log = in_turn(one=[*a.LIFE, a.carried_out("2024-07-01", 1)])
    assert answer(ADVISERS, log, valid_on="2024-07-01")[str(ONE)].carried_out == 1


def test_the_corporation_is_there_from_its_founding() -> None:
    """With its officers of the day, and how far the act on freelancers binds it."""
    log = in_turn(
        one=[p.founded("2025-04-01"), p.officers("2026-06-20", 1, employees=False)],
    )
    assert answer(CORPORATIONS, log, valid_on="2025-03-31") == {}
    row = answer(CORPORATIONS, log, valid_on="2026-06-19")[str(ONE)]
    assert isinstance(row, CorporationRow)
    assert (row.officers, row.bound_in_full, row.name) == (5, True, p.FOUNDING["name"])
    later = answer(CORPORATIONS, log, valid_on="2026-06-20")[str(ONE)]
    assert (later.officers, later.bound_in_full) == (1, False)


def test_shares_of_the_costs_stand_by_member_year_and_programme() -> None:
    """From the day on which they were settled, as they were corrected."""
    fixed = m.membership_corrected("2025-01-10", 2, amount=400_000)
    log = in_turn(
        one=[m.joined(), m.shared("2024-07-01", "R6"), fixed, m.shared("2025-05-01", "R7")],
        other=[m.joined(), m.shared("2024-07-01", "R6", 700_000)],
    )
    assert answer(COST_SHARES, log, valid_on="2024-06-30") == {}
    found = answer(COST_SHARES, log, valid_on="2025-05-01")
    assert [(row.fiscal_year, row.amount) for _, row in sorted(found.items())] == [
        (2024, 400_000),
        (2025, 500_000),
        (2024, 700_000),
    ]


def test_the_consortium_shows_the_agreement_as_amended() -> None:
    """From the day of the amendment on."""
    log = log_of(
        (ONE, m.formed("2024-05-20")),
        (ONE, m.concluded("2024-05-20", 1)),
        (ONE, m.amended("2025-04-01", 2, amends=1)),
    )
    before, after = (
        answer(CONSORTIUM, log, valid_on=on)["consortium"].agreement_version
        for on in ("2025-03-31", "2025-04-01")
    )
    assert (before, after) == (1, 2)
