"""What the record of a stated value refuses."""

from domain.base.rule import Rule

NO_SUCH_EVIDENCE = Rule(
    "value-no-such-evidence",
    "値が記載された証拠書類の記録がありません。先に証拠書類を記録してください。",
    "There is no record of the evidence that states the value; record the evidence first.",
)
STATED_ALREADY = Rule(
    "value-stated-already",
    "この記載値はすでに記録されています。誤りは訂正してください。",
    "This stated value is recorded already; correct it if it is wrong.",
)
