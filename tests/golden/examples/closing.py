"""One example of every event of the area closing."""

from domain.closing import events as closing
from domain.closing.accounts import Accounts
from tests.golden.examples.shared import EVIDENCE, example

EXAMPLES = (
    example(
        closing.AccountsClosed,
        accounts=Accounts.MUNICIPALITY,
        municipality="203246",
        fiscal_year=2023,
        evidence=EVIDENCE,
    ),
    example(closing.AccountsClosingCorrected, corrects=1, now={"effective_on": "2024-05-31"}),
    example(closing.AccountsClosingVoided, voids=1),
)
