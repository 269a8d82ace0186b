"""What a counted fact refuses."""

from domain.base.rule import Rule

COUNTED_ALREADY = Rule(
    "fact-counted-already",
    "この対象はこのKPIにすでに計上されています。",
    "This subject is counted for this KPI already.",
)
