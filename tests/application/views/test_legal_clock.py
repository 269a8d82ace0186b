"""The legal clock: what falls due, what is late, by which rule, and what is only a target."""

from uuid import UUID

from application.recorded import Recorded
from application.viewing.clocks import ClockRow, Standing
from application.views.legal_clock import LEGAL_CLOCK, LegalClockAsks
from domain.base.command import Command
from domain.base.matter import Force
from tests.application.projections.given import log_of
from tests.application.views.given import lines
from tests.domain.commission.law.played import entrusted, played, terms
from tests.domain.commission.law.test_acts import (
    LONG,
    TOLD,
    ask_consideration,
    claim,
    deliver,
    notice,
    pay,
)
from tests.domain.commission.law.test_clocks import BY_TOWN, passes

ONE, OTHER = UUID(int=0xC1), UUID(int=0xC2)


def log(*commands: Command, stream: UUID = ONE) -> list[Recorded]:
    """Record a commission."""
    return log_of(*((stream, event) for event in played(*commands)))


def shown(
    recorded: list[Recorded], on: str, **asks: object
) -> list[tuple[str, str, Standing, Force]]:
    """Give what the clock shows on a day."""
    asked = LegalClockAsks.model_validate(asks)
    return [
        (line.row.check, str(line.row.due_on), line.row.standing, line.row.force)
        for line in lines(LEGAL_CLOCK, recorded, asked, valid_on=on)
    ]


def test_a_week_ahead_is_shown_and_no_day_more() -> None:
    """Due on 29 May: shown from the 22nd on, late from the 30th on."""
    recorded = log(*TOLD, deliver("2025-03-31"))
    due, late = Standing.DUE, Standing.LATE
    binding = {"force": "binding"}
    assert shown(recorded, "2025-05-21", **binding) == []
    for on, standing in (("2025-05-22", due), ("2025-05-29", due), ("2025-05-30", late)):
        assert shown(recorded, on, **binding) == [
            ("fl-2-paid", "2025-05-29", standing, Force.BINDING)
        ]
    assert shown(recorded, "2025-05-21", days=8, **binding) != []
    assert shown(log(*TOLD, deliver("2025-03-31"), pay("2025-05-29")), "2025-05-30") == []


def test_a_target_is_called_one_and_two_regimes_are_both_shown() -> None:
    """The earliest day first; whether the act binds a town is to be confirmed."""
    recorded = log(*BY_TOWN, deliver("2025-03-31"), passes("2025-04-04"), claim("2025-04-07"))
    assert shown(recorded, "2025-05-22") == [
        ("tw-3-30-days", "2025-04-29", Standing.PAST_TARGET, Force.TARGET),
        ("gp-2-payment", "2025-05-07", Standing.LATE, Force.BINDING),
        ("fl-2-paid", "2025-05-29", Standing.DUE, Force.TO_BE_CONFIRMED),
    ]


def test_terms_that_are_not_stated_are_due_at_once() -> None:
    """On the day of the acceptance, and late on the next."""
    recorded = log(*TOLD[:2])
    assert shown(recorded, "2025-02-03")[0][:3] == ("fl-1-stated", "2025-02-03", Standing.DUE)
    assert shown(recorded, "2025-02-04")[0][:3] == ("fl-1-stated", "2025-02-03", Standing.LATE)


def test_an_undecided_item_is_due_on_its_day() -> None:
    """As it was planned when the terms were stated."""
    item = {"item": "rights", "reason": "other", "decide_by": "2025-02-20"}
    told = terms("2025-02-03", "2025-03-31", "2025-05-29", undecided=(item,))
    recorded = log(*TOLD[:2], told)
    assert shown(recorded, "2025-02-12") == []
    assert [one[0] for one in shown(recorded, "2025-02-13")] == ["fl-1-supplement"]


def test_an_inspection_falls_due() -> None:
    """Of a town, within ten days of the receipt."""
    recorded = log(*BY_TOWN, deliver("2025-03-31"))
    assert ("gp-1-inspection", "2025-04-10", Standing.DUE, Force.BINDING) in shown(
        recorded, "2025-04-03"
    )


def test_notice_is_shown_while_there_is_time() -> None:
    """Afterwards the contract may simply go on."""
    recorded = log(*LONG)
    for on, there in (("2025-06-25", 0), ("2025-06-26", 1), ("2025-07-03", 1), ("2025-07-04", 0)):
        found = [one[0] for one in shown(recorded, on)]
        assert found == ["fl-5-notice"] * there
    assert shown(log(*LONG, notice("2025-06-27", "2025-08-02")), "2025-06-28") == []


def test_a_request_for_consideration_is_shown_until_it_is_answered() -> None:
    """Without a day, at the end of the list."""
    recorded = log(*LONG, ask_consideration("2025-03-03"))
    assert shown(recorded, "2025-03-03") == [
        ("fl-5-consideration", "None", Standing.PENDING, Force.BINDING)
    ]


def test_only_what_was_true_on_the_day_is_looked_at() -> None:
    """What was delivered later starts no clock before; another programme is not shown."""
    recorded = log(*TOLD, deliver("2025-03-31"))
    assert shown(recorded, "2025-03-30", days=366) == []
    assert shown(recorded, "2025-05-29", programme="own:203246") == []
    assert shown(recorded, "2025-05-29", programme="grant:dx-r6") != []


def test_a_line_names_the_facts_it_stands_on() -> None:
    """The receipt; and whose commission it is, by its order and ordinal."""
    recorded = log(*TOLD, deliver("2025-03-31"))
    asked = LegalClockAsks(force=Force.BINDING)
    (line,) = lines(LEGAL_CLOCK, recorded, asked, valid_on="2025-05-30")
    row: ClockRow = line.row
    assert [fact.version for fact in line.facts] == [4]
    assert (row.engagement_number, row.ordinal, row.amount, row.days) == ("E-1", 1, 1000, -1)
    assert row.commission_id == ONE


def test_offers_that_are_not_accepted_have_no_clock() -> None:
    """Nothing was entrusted yet."""
    assert shown(log(*entrusted("2025-02-03", "2025-03-31")[:1]), "2025-03-31") == []
    assert shown([*log(*TOLD[:1]), *log(*TOLD[:1], stream=OTHER)], "2025-03-31") == []
