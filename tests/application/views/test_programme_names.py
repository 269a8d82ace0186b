"""Names of the grant: what was it called on a day, and who says so?"""

from uuid import UUID

from application.views.programme_names import PROGRAMME_NAMES, ProgrammeNamesAsks
from tests.application.projections.given import log_of
from tests.application.views.given import rows
from tests.domain.grant.examples import GRANT, named, submitted

PLAN = UUID(int=1)
ASKS = ProgrammeNamesAsks(programme=GRANT)


def test_the_name_without_an_end_holds_on_the_day() -> None:
    """On the last day of the one and on the first of the next."""
    log = log_of(
        (PLAN, submitted()), (PLAN, named("2025-04-01", "two")), (PLAN, named("2024-04-01", "one"))
    )

    def held(on: str) -> list[str]:
        found = rows(PROGRAMME_NAMES, log, ASKS, valid_on=on)
        return [row.name for row in found if row.next_since is None]

    assert (held("2024-03-31"), held("2025-03-31"), held("2025-04-01")) == ([], ["one"], ["two"])
    first, _ = rows(PROGRAMME_NAMES, log, ASKS, valid_on="2025-04-01")
    assert first.since_words == "令和6年4月1日"
