"""One example of every event of the area statement."""

from domain.statement import events as statement
from tests.golden.examples.shared import EVIDENCE, example

EXAMPLES = (
    example(
        statement.ValueStated,
        "own:203246",
        code="orders-after-trips",
        kind=statement.Kind.BASELINE,
        title="業務発注に至った事例",
        value=4,
        unit="件",
        fiscal_year=2023,
        kpi="kpi2",
        evidence=EVIDENCE,
    ),
    example(statement.StatementCorrected, "own:203246", corrects=1, now={"value": 3}),
    example(statement.StatementVoided, "own:203246", voids=1),
)
