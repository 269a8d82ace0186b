"""What the record of an issued document refuses."""

from domain.base.rule import Rule

ISSUED_ALREADY = Rule(
    "report-issued-already",
    "この文書番号の提出文書はすでに記録されています。",
    "A document with this number is recorded already.",
)
BEFORE_ISSUE = Rule(
    "report-not-issued-yet",
    "文書の提出日より前の日付です。日付を確かめてください。",
    "The day lies before the document was issued; check the days.",
)
FIGURE_STATED_ALREADY = Rule(
    "figure-stated-already",
    "この文書の同じ箇所に、同じ指標の値がすでに記録されています。誤りは訂正してください。",
    "This figure is recorded already at that place of the document; correct it if it is wrong.",
)
NO_LONGER_STANDS = Rule(
    "report-no-longer-stands",
    "この文書はすでに差し替えられているか、撤回されています。",
    "The document is replaced or withdrawn already.",
)
REPLACED_BY_ITSELF = Rule(
    "report-replaced-by-itself",
    "文書をその文書自身で差し替えることはできません。",
    "A document is not replaced by itself.",
)
REPLACEMENT_DOES_NOT_STAND = Rule(
    "replacement-does-not-stand",
    "差し替え後の文書は、記録がないか、その日に提出されていないか、すでに有効ではありません。",
    "The replacing document is not recorded, not issued by that day, or no longer stands then.",
)
