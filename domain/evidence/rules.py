"""What the register of evidence refuses."""

from domain.base.rule import Rule

REGISTERED_ALREADY = Rule(
    "evidence-registered-already",
    "この番号の証拠書類はすでに登録されています。",
    "Evidence with this number is registered already.",
)
BEFORE_ITS_DAY = Rule(
    "evidence-before-its-day",
    "この書類の日付より前の日です。日付を確かめるか、書類の日付を訂正してください。",
    "That is before the day the paper bears; check the day, or correct that of the paper.",
)
NO_SUCH_FACT = Rule(
    "evidence-no-such-fact",
    "その記録にその版の事実はないか、取り消されています。記録を開いて版を確かめてください。",
    "That record has no such version, or it was voided; look its version up in the record.",
)
SHOWN_ALREADY = Rule(
    "evidence-shown-already",
    "この事実の証拠としてすでに付けられています。",
    "This evidence is put to that fact already.",
)
FILE_ATTACHED_ALREADY = Rule(
    "evidence-file-attached-already",
    "ファイルはすでに添付されています。差し替えるなら、先の添付を取り消してください。",
    "A file is attached already; void that entry before attaching another.",
)
FILE_DIFFERS = Rule(
    "evidence-file-differs",
    "添付ファイルのSHA-256が、登録されたSHA-256と違います。どちらが正しいか確かめてください。",
    "The attached file has another SHA-256 than the registered one; find out which is right.",
)
RECEIVED_ALREADY = Rule(
    "import-received-already",
    "同じ内容のファイルは、この種類の取込としてすでに受け付けています。",
    "The same file was received already for this kind of import.",
)
