"""The words that orders and commissions are sorted by."""

from domain.base.words import Code


class OrderKind(Code):
    """What kind of work is ordered."""

    DIGITIZATION = "digitization", "デジタイゼーション業務", "digitization"
    DX_SUPPORT = "dx-support", "DX支援業務", "DX support"
    BACK_OFFICE = "back-office", "社内経理・購買業務", "back office"
    CREATIVE = "creative", "制作業務", "creative work"
    MENTORING = "mentoring", "メンター業務", "mentoring"
    OTHER = "other", "その他の業務", "other work"


class Funds(Code):
    """Which source of funds an order is paid from."""

    CLIENT = "client", "顧客からの受注代金", "the client's own money"
    GRANT = "grant", "交付金", "grant"
    MUNICIPAL = "municipal", "市町村の一般財源", "municipal funds"
    OTHER = "other", "その他の財源", "other funds"


class TaxClass(Code):
    """Which consumption tax an amount includes."""

    STANDARD = "standard", "税込（標準税率）", "standard rate included"
    REDUCED = "reduced", "税込（軽減税率）", "reduced rate included"
    EXEMPT = "exempt", "非課税", "exempt"
    OUT_OF_SCOPE = "out-of-scope", "不課税・免税事業者", "outside consumption tax"


class Contractor(Code):
    """Who takes an order from the client."""

    TOWN = "town", "町（市町村）", "the town"
    CORPORATION = "corporation", "公社（法人）", "the corporation"
    RESIDENTS = "residents", "住民（町は紹介のみ）", "residents; the town only introduces"


class Orderer(Code):
    """Who gives a commission to a resident."""

    TOWN = "town", "町（市町村）", "the town"
    CORPORATION = "corporation", "公社（法人）", "the corporation"
    CLIENT = "client", "顧客（町は紹介のみ）", "the client; the town only introduces"


class Side(Code):
    """A side of an order or commission."""

    CLIENT = "client", "顧客", "the client"
    ORDERER = "orderer", "委託者", "the orderer"
    WORKER = "worker", "住民ワーカー", "the worker"
    NOBODY = "nobody", "いずれでもない", "nobody"


class Rhythm(Code):
    """Whether an order is placed once, or stands and is placed again each month."""

    ONCE = "once", "一回限り", "once"
    MONTHLY = "monthly", "毎月継続", "every month"


class OrderSource(Code):
    """What an order came of."""

    OFFSITE_STAY = "offsite-stay", "立科WORK TRIP", "Tateshina WORK TRIP"
    LEAD = "lead", "商談", "lead"
    REFERRAL = "referral", "紹介", "referral"
    ADVERTISEMENT = "advertisement", "広告", "advertisement"
    PUBLICATION = "publication", "情報発信（記事・投稿）", "publication"
    STANDING_ORDER = "standing-order", "継続の取引", "standing order"
    OTHER = "other", "その他", "other"


class CancelReason(Code):
    """Why something ended before it was done."""

    CLIENT_WITHDREW = "client-withdrew", "顧客の取りやめ", "the client withdrew"
    TERMS_NOT_AGREED = "terms-not-agreed", "条件が合わない", "terms not agreed"
    NO_CAPACITY = "no-capacity", "対応できる人がいない", "nobody available"
    ORDERER_DECIDED = "orderer-decided", "委託者の都合", "the orderer decided so"
    WORKER_ASKED = "worker-asked", "ワーカーの申出", "the worker asked for it"
    NOT_DELIVERED = "not-delivered", "納品がない", "not delivered"
    FORCE_MAJEURE = "force-majeure", "災害など", "disaster or the like"
    ENTERED_BY_MISTAKE = "entered-by-mistake", "誤って記録した", "recorded by mistake"
    OTHER = "other", "その他", "other"
