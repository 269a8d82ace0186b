"""The codes of commissions."""

from domain.base.words import Code


class PaymentMethod(Code):
    """How remuneration is paid."""

    TRANSFER = "transfer", "口座振込", "bank transfer"
    CASH = "cash", "現金", "cash"
    OTHER = "other", "その他", "other"


class Extent(Code):
    """How much of the work a delivery holds."""

    PART = "part", "一部", "part"
    WHOLE = "whole", "全部（残り全部を含む）", "the whole, or all that was left"


class ReworkCause(Code):
    """Why work did not pass, has to be done again, or is to be done on other terms."""

    DEFECT = "defect", "内容の不備", "defect"
    INCOMPLETE = "incomplete", "不足", "incomplete"
    INSTRUCTION_CHANGED = "instruction-changed", "指示の変更", "instruction changed"
    INSTRUCTION_UNCLEAR = "instruction-unclear", "指示の不足", "instruction unclear"
    WORKER_ASKED = "worker-asked", "ワーカーの申出", "the worker asked for it"
    CLIENT_ASKED = "client-asked", "顧客の要望", "the client asked for it"
    OTHER = "other", "その他", "other"


FAULT_OF_WORKER = frozenset({ReworkCause.DEFECT, ReworkCause.INCOMPLETE})
"""Causes for which the redelivered work counts as what was received."""
BY_THE_WORKER = FAULT_OF_WORKER | {ReworkCause.WORKER_ASKED}
"""Causes of a change or of rework that lie with the worker."""


class Subject(Code):
    """What is entrusted: some rules are about deliverables only."""

    DELIVERABLE = "deliverable", "成果物の作成", "a deliverable"
    SERVICE = "service", "役務の提供", "a service"


class ClosedDays(Code):
    """When it is paid if the due date is a closed day of banks."""

    BEFORE = "before", "休業日の前に支払う", "before the closed days"
    AFTER = "after", "休業日の後に支払う（書面で合意）", "after them, agreed in writing"


class Rights(Code):
    """What becomes of intellectual property in the work."""

    NONE = "none", "知的財産は生じない", "there is none"
    KEPT = "kept", "ワーカーに残る", "the worker keeps it"
    LICENSED = "licensed", "利用を許諾する", "licensed"
    TRANSFERRED = "transferred", "委託者に譲渡する", "transferred to the orderer"


class Entrusting(Code):
    """Whether the work comes from another orderer."""

    FIRST_HAND = "first-hand", "再委託ではない", "first-hand"
    RE_ENTRUSTED = "re-entrusted", "再委託である", "re-entrusted"


class Item(Code):
    """An item of a statement of terms that can be decided later, for a reason."""

    CONTENT = "content", "内容・数量・仕様", "content, quantity, specification"
    AMOUNT = "amount", "報酬額", "remuneration"
    DELIVERY = "delivery", "納品期日・期間", "delivery day or period"
    PLACE = "place", "納品の場所・方法", "place and method"
    INSPECTION = "inspection", "検査完了期日", "inspection"
    PAYMENT = "payment", "支払期日・方法", "due date and method"
    RIGHTS = "rights", "知的財産", "intellectual property"
    EXPENSES = "expenses", "諸経費", "expenses"


class Undecidable(Code):
    """Why an item could not be decided yet."""

    CLIENT_UNDECIDED = "client-undecided", "顧客が決めていない", "the client has not decided"
    AMOUNT_UNKNOWN = "amount-unknown", "作業量が分からない", "the amount of work is not known"
    AFTER_A_TRIAL = "after-a-trial", "試行の後に決める", "after a trial"
    OTHER = "other", "その他", "other"


class Reduction(Code):
    """Why less is paid than was stated."""

    DEFECT = "defect", "内容の不備", "defect"
    DELAY = "delay", "納品の遅れ", "delay"
    FRACTION = "fraction", "端数の切捨て", "a fraction was cut"
    BUDGET = "budget", "予算の都合", "budget"
    OTHER = "other", "その他", "other"


REDUCED_FOR_FAULT = frozenset({Reduction.DEFECT, Reduction.DELAY})
"""For these less is paid than was stated without touching the rule on reductions."""


class Answer(Code):
    """What became of a request for consideration; what was asked for is not recorded."""

    GIVEN = "given", "配慮する", "given"
    OTHERWISE = "otherwise", "別の方法で配慮する", "given otherwise"
    EXPLAINED = "explained", "できない理由を説明した", "it was explained why it cannot be"
    NONE = "none", "配慮せず、理由も説明していない", "neither given nor explained"


class Conduct(Code):
    """Acts of an orderer that the act speaks of and that no other entry shows."""

    RETURN = "return", "返品", "given back"
    PRICE = "price", "著しく低い報酬", "a price far below what is usual"
    PURCHASE = "purchase", "購入・利用の強制", "made to buy or use"
    BENEFIT = "benefit", "経済上の利益の提供", "made to provide benefits"
