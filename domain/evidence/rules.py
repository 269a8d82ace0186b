"""What the register of evidence refuses."""

from domain.base.rule import Rule

REGISTERED_ALREADY = Rule(
    "evidence-registered-already",
    "この番号の証拠書類はすでに登録されています。",
    "Evidence with this number is registered already.",
)
RECEIVED_ALREADY = Rule(
    "import-received-already",
    "同じ内容のファイルは、この種類の取込としてすでに受け付けています。",
    "The same file was received already for this kind of import.",
)
