"""What the programme does, as its plan lists it: every event belongs to one of these tasks."""

from domain.base.words import Code, Label

GROUPS = {
    "a-1": Label("育成", "Workers"),
    "a-2": Label("受発注", "Orders"),
    "a-3": Label("広報", "Outreach"),
    "a-4": Label("運営", "Running the work"),
    "a-5": Label("関係人口・企業", "Stays and companies"),
    "a-6": Label("法人・コンソーシアム", "Corporation and consortium"),
    "a-7": Label("交付金", "Grant"),
    "a-8": Label("五つの要素", "The five elements"),
    "a-9": Label("区分", "Kinds"),
}
"""The parts of the programme's list of work."""


class Task(Code):
    """One row of the programme's own list of work.

    Source: the outline of the programme (R6, 資料４), its boxes ① to ③ and the pages after it, and
    the plan of the joint project.
    """

    SKILLS = "a-1-skills", "住民ワーカースキルの可視化", "skills made visible"
    MOCK_WORK = "a-1-mock-work", "模擬業務の企画運営", "mock work planned and run"
    MOCK_SUPPORT = "a-1-mock-support", "模擬業務中のワーカー支援", "support during mock work"
    TRAINING = "a-1-training", "住民ワーカー育成研修", "training of workers"
    MENTOR_TRAINING = "a-1-mentor-training", "メンター育成研修", "training of mentors"
    MENTORING = "a-1-mentoring", "メンタリング実施に係る調整", "mentoring coordinated"
    CAREER = "a-1-career", "キャリア支援", "career support"
    ORDERS = "a-2-orders", "受注業務状況の管理", "orders and commissions"
    CLIENTS = "a-2-clients", "顧客情報の管理", "clients"
    RELATIONS = "a-2-relations", "関係性構築・受注に向けた調整", "leads and relations"
    DIRECTOR = "a-2-director", "ディレクターを補佐する業務", "assisting the order director"
    POLICY = "a-3-policy", "広報運用ポリシーの策定", "outreach policy"
    OUTREACH_PLAN = "a-3-plan", "広報計画の策定", "outreach plan"
    PUBLICATION = "a-3-publication", "ポリシーと計画に基づいた情報発信", "publications"
    MEETINGS = "a-4-meetings", "定例会議", "regular meetings"
    CONTRACTS = "a-4-contracts", "業務委託契約と委託時間", "service contracts and their hours"
    ADVICE = "a-4-advice", "アドバイザー業務", "advisers"
    OUTCOMES = "a-4-outcomes", "事業目的の達成", "outcomes of the programme's aims"
    OFFSITE_STAYS = "a-5-offsite-stays", "立科WORK TRIP", "Tateshina WORK TRIP"
    COMPANY_PROGRAMMES = "a-5-programmes", "企業向け地域体験プログラム", "programmes for companies"
    SUSPENSIONS = "a-5-suspensions", "活動の停止", "activities stopped"
    CORPORATION = "a-6-corporation", "事業実施法人の設立", "the corporation"
    CONSORTIUM = "a-6-consortium", "コンソーシアムの設立と運営", "the consortium"
    PLAN = "a-7-plan", "実施計画・交付金", "plan and grant"
    HONORARIA = "a-7-honoraria", "委員・アドバイザー等（謝金・旅費）", "honoraria and travel"
    MANAGEMENT = "a-7-management", "マネジメント運営費（委託費）", "management"
    TRAINING_COST = "a-7-training-cost", "人材育成研修の企画と実施（委託費）", "cost of training"
    PROJECT_MANAGEMENT = (
        "a-7-project-management",
        "個別プロジェクトマネジメント業務（委託費）",
        "management of single projects",
    )
    PROJECT_RUNNING = "a-7-project-running", "プロジェクト運営費（需用費、使用料）", "running costs"
    ASSETS = "a-7-assets", "PC等機材購入（備品購入費）", "equipment"
    KPI_HIRES = "a-7-kpi1", "KPI① 新規雇用者数", "KPI 1: new hires"
    KPI_PILOTS = "a-7-kpi2", "KPI② パイロットプロジェクトの実施件数", "KPI 2: pilots"
    KPI_DX = "a-7-kpi3", "KPI③ 認定DX制度登録事業者数", "KPI 3: firms registered for DX"
    KPI_MEMBERS = "a-7-kpi4", "KPI④ コンソーシアム参加自治体数", "KPI 4: member municipalities"
    URLS = "a-7-urls", "関連URL", "related addresses"
    SELF_RELIANCE = "a-8-self-reliance", "自立性", "self-reliance"
    PUBLIC_PRIVATE = "a-8-public-private", "官民協働", "public and private together"
    REGIONS = "a-8-regions", "地域間連携", "regions together"
    POLICIES = "a-8-policies", "政策・施策間連携", "policies together"
    DIGITAL = "a-8-digital", "デジタル社会の形成への寄与", "contribution to a digital society"
    ORDER_TYPES = "a-9-order-types", "デジタイゼーション業務・DX支援業務", "kinds of order"
    MEMBER_KINDS = "a-9-member-kinds", "県・市町村・民間プロ人材", "kinds of member"

    @property
    def group(self) -> str:
        """Give the part of the list that this row stands in: a-1 to a-9."""
        return self.value[:3]
