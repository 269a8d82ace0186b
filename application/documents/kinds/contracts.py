"""Service contracts (業務委託契約): with whom, until when, for how many hours and how much.

What was amended, renewed or ended later is entered by itself.
"""

from application.documents.derived import derived_kind
from domain.base.words import Label
from domain.contract.commands import ConcludeContract
from domain.contract.events import ContractConcluded

KIND = derived_kind(
    "contracts",
    Label("業務委託契約", "Service contracts"),
    command=ConcludeContract,
    event=ContractConcluded,
    on=("concluded_on", "契約日", "concluded on", "締結日"),
    key=("programme", "number"),
    scope=("programme",),
)
