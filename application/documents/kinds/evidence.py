"""Evidence (証拠書類): which papers and files there are, and where they are kept."""

from application.documents.derived import derived_kind
from domain.base.words import Label
from domain.evidence import commands as c
from domain.evidence import events as e

KIND = derived_kind(
    "evidence",
    Label("証拠書類", "Evidence"),
    command=c.RegisterEvidence,
    event=e.EvidenceRegistered,
    on=("dated", "文書の日付", "dated", "日付"),
    called={"person_id": Label("対象者番号", "whom it concerns")},
    aliases={
        "number": ("番号",),
        "kind": ("種類",),
        "title": ("書類名",),
        "received_on": ("収受年月日",),
        "approved_on": ("決裁年月日",),
        "kept_at": ("簿冊",),
        "retained_until": ("保存年限",),
    },
)
