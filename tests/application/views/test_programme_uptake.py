"""For whom programmes for companies were run, and how they were judged."""

from application.views.programme_uptake import PROGRAMME_UPTAKE, ProgrammeUptakeAsks
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.client.examples import CLIENT, registered, renamed
from tests.domain.company_programme.examples import PROGRAMME, corrected, created, revised, run
from tests.domain.offsite_stay.examples import STAY, held, invited

EVENTS = (
    (CLIENT, registered("2024-04-01")),
    (STAY, invited("2024-06-01", "WT-1", client_id=CLIENT, organisation=None)),
    (STAY, held("2024-10-01")),
    (PROGRAMME, created("2024-06-01")),
    (PROGRAMME, run("2024-07-01", 4, organisation="架空大学")),
    (PROGRAMME, revised("2024-08-01", 15000)),
    (PROGRAMME, run("2024-10-02", stay_id=STAY, organisation=None, feedback=[0, 0, 1, 3, 3])),
    (PROGRAMME, run("2025-04-01", 2, client_id=CLIENT, organisation=None)),
)
LOG = log_of(*EVENTS)
ALL = ProgrammeUptakeAsks()


def test_runs_are_told_in_the_order_of_their_days() -> None:
    """With the firm as it was named, or as the stay or the register of clients names it."""
    found = rows(PROGRAMME_UPTAKE, LOG, ALL, valid_on="2025-04-01")
    assert [(row.firm, row.stay_number, row.heads, row.price) for row in found] == [
        ("架空大学", None, 4, 12000),
        ("架空商事株式会社", "WT-1", 8, 15000),
        ("架空商事株式会社", None, 2, 15000),
    ]
    assert [row.scores for row in found] == [(), (0, 0, 1, 3, 3), ()]
    assert len(rows(PROGRAMME_UPTAKE, LOG, ALL, valid_on="2025-03-31")) == 2


def test_a_price_is_the_one_of_the_day() -> None:
    """And the line names the offer that it was."""
    put_right = (PROGRAMME, corrected("2025-05-01", 3, effective_on="2024-07-01", price=14000))
    first = lines(PROGRAMME_UPTAKE, log_of(*EVENTS, put_right), ALL, valid_on="2025-05-01")[0]
    assert first.row.price == 14000
    assert [type(fact.event).__name__ for fact in first.facts] == [
        "CompanyProgrammeRevised",
        "CompanyProgrammeRun",
    ]


def test_a_client_is_named_as_on_the_day_asked() -> None:
    """Whatever it was called then."""
    log = log_of(*EVENTS, (CLIENT, renamed("2025-05-01")))
    last = rows(PROGRAMME_UPTAKE, log, ALL, valid_on="2025-05-01")[-1]
    assert last.firm == "架空デジタル株式会社"


def test_what_is_asked_for_is_all_that_is_answered() -> None:
    """By programme, year and code."""

    def heads(**asks: object) -> list[int]:
        asked = ProgrammeUptakeAsks.model_validate(asks)
        return [row.heads for row in rows(PROGRAMME_UPTAKE, LOG, asked, valid_on="2025-04-01")]

    assert heads(fiscal_year=2025) == [2]
    assert heads(programme="own:203246", code="forest-camp") == [4, 8, 2]
    assert heads(code="lake-camp") == []
    assert heads(programme="own:202126") == []
