"""From advice to change: adopted or not, and which entries followed."""

from uuid import UUID

from application.views.advice_trace import ADVICE_TRACE, AdviceTraceAsks, Answer
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.advice.examples import GRANT, LIFE, PLAN, carried_out
from tests.given import day

ONE = UUID(int=1)
LOG = log_of(*((ONE, event) for event in LIFE))


def test_advice_leads_to_what_it_changed() -> None:
    """On any day as far as it had come by then."""
    answers = [
        (on, [row.answer for row in rows(ADVICE_TRACE, LOG, AdviceTraceAsks(), valid_on=on)])
        for on in ("2024-05-07", "2024-05-14", "2024-05-15", "2024-06-02", "2024-06-05")
    ]
    assert [each for _, each in answers] == [
        [],
        [Answer.OPEN],
        [Answer.ADOPTED],
        [Answer.ADOPTED, Answer.OPEN],
        [Answer.CARRIED_OUT, Answer.DECLINED],
    ]
    first, second = lines(ADVICE_TRACE, LOG, AdviceTraceAsks(), valid_on="2024-06-05")
    assert (first.row.record, first.row.record_version) == (PLAN, 2)
    assert (first.row.answered_on, first.row.carried_out_on) == (
        day("2024-05-15"),
        day("2024-06-03"),
    )
    assert [fact.position for fact in first.facts] == [3, 4, 5]
    assert (second.row.reason, second.row.record) == ("no-means", None)


def test_each_entry_that_followed_has_a_line() -> None:
    """And an adviser or a programme can be chosen."""
    log = log_of(*((ONE, event) for event in (*LIFE, carried_out("2024-07-01", 1))))
    ours = AdviceTraceAsks(programme=GRANT, adviser="A-1")
    found = rows(ADVICE_TRACE, log, ours, valid_on="2025-01-01")
    assert [row.carried_out_on for row in found] == [day("2024-06-03"), day("2024-07-01"), None]
    for other in (AdviceTraceAsks(adviser="A-2"), AdviceTraceAsks(programme="own:203246")):
        assert rows(ADVICE_TRACE, log, other, valid_on="2025-01-01") == []
