"""What the record of a stated value refuses."""

from domain.base.rule import Rule

STATED_ALREADY = Rule(
    "value-stated-already",
    "この記載値はすでに記録されています。誤りは訂正してください。",
    "This stated value is recorded already; correct it if it is wrong.",
)
