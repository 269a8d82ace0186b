"""Hours under contracts (委託時間): what a team declares for one day, all of it together.

That they were approved is entered by itself.
"""

from application.documents.derived import derived_kind
from domain.base.words import Label
from domain.contract.commands import DeclareHours
from domain.contract.events import HoursDeclared

KIND = derived_kind(
    "hours",
    Label("委託時間の申告", "Hours declared"),
    command=DeclareHours,
    event=HoursDeclared,
    on=("worked_on", "作業日", "worked on", "日付"),
    key=("contract_id", "worked_on"),
    aliases={"minutes": ("作業時間",)},
    corrects=True,
)
