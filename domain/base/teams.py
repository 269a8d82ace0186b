"""The three teams of residents to whom the programme entrusts its work."""

from domain.base.words import Code


class Team(Code):
    """A team of resident workers, by the work entrusted to it.

    Source: the outline of the programme (R6, 資料４), its boxes ① to ③.
    """

    WORKER_MANAGEMENT = "worker-management", "ワーカーマネジメント業務", "worker management"
    CLIENT_COMMUNICATION = (
        "client-communication",
        "顧客コミュニケーション業務",
        "client communication",
    )
    OUTREACH = "outreach", "広報業務", "outreach"
