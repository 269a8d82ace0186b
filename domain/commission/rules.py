"""What the record of a commission refuses."""

from domain.base.fields import UNLESS_A_FACT
from domain.base.matter import Check
from domain.base.rule import Rule
from domain.commission.law import checks

ALREADY_OFFERED = Rule(
    "commission-already-offered",
    "この連番の個別委託はすでに記録されています。次の連番で打診してください。",
    "A commission with this ordinal is recorded already; offer it with the next ordinal.",
)
NEEDS_OPEN_ORDER = Rule(
    "commission-needs-open-order",
    "その日に受注していて完了していない案件がありません。先に受注を記録してください。",
    "On that day there is no open engagement whose order was received; record the order first.",
)
ORDERER_DOES_NOT_FIT = Rule(
    "orderer-does-not-fit-order",
    "委託者が案件の契約の形に合いません。紹介だけの案件ではその顧客を、ほかでは町か公社を委託者に"
    "してください。",
    "The orderer does not fit the order: where residents contract with the client directly it is"
    " that client, otherwise the town or the corporation.",
)
ORDERER_NOT_OF_THE_DAY = Rule(
    "orderer-not-of-the-day",
    "その日にこの案件を受けている委託者ではありません。受注・契約の承継・法人設立の記録と照らして"
    "確かめてください。"
    "既に行われたことなら「既に行われた事実として記録する」を選んでください。",
    "The orderer is not who has the order on that day; check it against the order, its novation and"
    " the founding of the corporation."
    " If it has happened already, say that it is recorded as a fact (as_fact).",
)
ENGAGEMENT_NOT_NAMED = Rule(
    "engagement-not-named",
    "委託者や打診日の訂正は、受注案件の記録と照らします。この個別委託の案件を指定してください。",
    "The orderer and the day of an offer are held against its order; name the engagement.",
)
DELIVERY_BEFORE_OFFER = Rule(
    "delivery-day-before-offer",
    "納品期日が打診の日より前です。納品期日を確かめてください。",
    "The delivery day lies before the offer; check the delivery day.",
)
LEAVES_BEFORE_DELIVERY = Rule(
    "worker-leaves-before-delivery",
    "納品期日までに退会する予定です。最終日までの納品期日にしてください。",
    "The worker leaves before the delivery day; choose one up to the last day on the roll.",
)
BEFORE_EARLIER_STEP = Rule(
    "commission-step-before-earlier-step",
    "この段階の前提となる記録より前の日付です。日付を確かめるか、先の記録の日付を直してください。",
    "The day lies before a step that this one builds on; check it, or correct the earlier one.",
)
OFFER_NOT_OPEN = Rule(
    "offer-not-open",
    "この打診にはすでに返事があるか、取り下げられています。必要なら新しく打診してください。",
    "This offer has been answered or withdrawn already; make a new one if needed.",
)
OFFER_LAPSED = Rule(
    "offer-lapsed",
    "納品期日を過ぎた打診は受けられません。新しい納品期日で打診してください。",
    "The delivery day of this offer is over; make a new offer with another.",
)
NOT_ACCEPTED = Rule(
    "commission-not-accepted",
    "この打診は受諾されていません。受諾を記録するか、不要なら打診を取り下げてください。",
    "This offer has not been accepted; record the acceptance, or withdraw the offer.",
)
ENDED = Rule(
    "commission-ended",
    "この個別委託は終わっています。新しい個別委託として打診してください。",
    "This commission has ended; offer a new one.",
)
TERMS_STATED_ALREADY = Rule(
    "terms-stated-already",
    "条件はすでに明示されています。変わったときは条件の変更として記録してください。",
    "Terms have been stated already; if they changed, record a change of terms.",
)
TERMS_DIFFER_FROM_OFFER = Rule(
    "terms-differ-from-offer",
    "報酬額または納品期日が打診と違います。打診のとおりにするか、取り下げて打診し直してください。",
    "Amount or delivery day differ from the offer; state those, or withdraw and offer anew.",
)
TERMS_NOT_STATED = Rule(
    "terms-not-stated",
    "条件が明示されていません。先に条件明示を記録してください。",
    "No terms have been stated; record the statement of terms first.",
)
TERMS_BELOW_PAID = Rule(
    "terms-below-paid",
    "変更後の報酬額が支払済みの額を下回ります。金額を確かめてください。",
    "The changed remuneration is less than what has been paid; check the amount.",
)
DELIVERED_ALREADY = Rule(
    "work-delivered-already",
    "全部が納品されています。やり直しのときは、やり直した納品の番号を入れてください。",
    "The whole has been delivered; if it was done again, name the delivery that it replaces.",
)
NOTHING_TO_REDO = Rule(
    "nothing-to-redo",
    "その番号の納品はやり直しの対象ではありません。先に不合格またはやり直しを記録してください。",
    "That delivery is not to be done again; record that it failed or that rework was asked for.",
)
NO_SUCH_DELIVERY = Rule(
    "no-such-delivery",
    "その番号の納品はありません。先に納品を記録してください。",
    "There is no such delivery; record the delivery first.",
)
INSPECTED_ALREADY = Rule(
    "delivery-inspected-already",
    "この納品の検査結果はすでに記録されています。誤りなら先に取り消してください。",
    "This delivery has been inspected already; if that was wrong, void it first.",
)
REWORK_NEEDS_INSPECTION = Rule(
    "rework-needs-inspection",
    "やり直しは、検査結果の出た納品に一度だけ求められます。先に検査結果を記録してください。",
    "Rework is asked for once, of a delivery that was inspected; record the inspection first.",
)
PAID_MORE_THAN_STATED = Rule(
    "paid-more-than-stated",
    "支払の合計が明示した報酬額を超えます。先に条件の変更を記録してください。",
    "The payments would exceed the stated remuneration; record a change of terms first.",
)
NOT_ALL_PASSED = Rule(
    "work-not-all-passed",
    "全部の納品が検査に合格していません。先に納品と検査を記録するか、取消として記録してください。",
    "Not all of the work was delivered and passed; record that first, or record a cancellation.",
)
ANOTHER_WORKER = Rule(
    "commission-of-another-worker",
    "指定した住民ワーカーは、この個別委託を受けた人ではありません。番号を確かめてください。",
    "The worker named is not the one who took on this commission; check the number.",
)
STARTED_ALREADY = Rule(
    "work-started-already",
    "業務の開始はすでに記録されています。日付が違うときは訂正してください。",
    "The start of the work has been recorded already; correct it if the day is wrong.",
)
NOTHING_TO_SUPPLEMENT = Rule(
    "nothing-to-supplement",
    "未定の項目がないか、減っていません。条件を変えるときは条件の変更として記録してください。",
    "No item was undecided, or none has been decided now; if terms changed, record a change.",
)
SUPPLEMENT_CHANGES_TERMS = Rule(
    "supplement-changes-terms",
    "未定でなかった項目が変わっています。条件の変更として記録してください。",
    "An item that was not undecided differs; record a change of terms instead.",
)
ORIGINAL_DUE_DIFFERS = Rule(
    "original-due-differs",
    "元委託支払期日が受注の記録と違います。受注または打診の記録を確かめてください。",
    "The original due date is not that of the order; check the order and the offer.",
)
CLAIMED_MORE_THAN_STATED = Rule(
    "claimed-more-than-stated",
    "請求の合計が報酬額を超えます。先に条件の変更を記録するか、金額を確かめてください。",
    "The claims would exceed the remuneration; record a change of terms first, or check it.",
)
PARTS_EXCEED_REMUNERATION = Rule(
    "parts-exceed-remuneration",
    "部分ごとの報酬額の合計が、明示した報酬額を超えます。金額を確かめるか、"
    "先に条件の変更を記録してください。",
    "What belongs to the parts exceeds the stated remuneration; check the amounts, or record a"
    " change of terms first.",
)
OF_THE_AMOUNT = (TERMS_BELOW_PAID, CLAIMED_MORE_THAN_STATED, PARTS_EXCEED_REMUNERATION)
ENDS_BEFORE_NOTICE = Rule(
    "ends-before-notice",
    "終わる日が予告の日より前です。日付を確かめてください。",
    "It would end before the notice; check the days.",
)
ASKED_ALREADY = Rule(
    "consideration-asked-already",
    "前の申出にまだ答えていません。先に答えを記録してください。",
    "An earlier request has not been answered yet; record that answer first.",
)
NOTHING_ASKED = Rule(
    "no-consideration-asked",
    "答えを待っている申出がありません。先に申出を記録してください。",
    "No request waits for an answer; record the request first.",
)

# What a rule from outside does not allow. Each has the code of that rule, and what has happened
# already is recorded all the same: as a fact, which then is a matter to check.
REFUSAL_OF: dict[str, Rule] = {}
"""By the code of the rule from outside: what refuses a command that is still to be done."""


def _unless_a_fact(check: Check, ja: str, en: str) -> Rule:
    rule = Rule(check.code, f"{ja}{UNLESS_A_FACT.ja}", f"{en} {UNLESS_A_FACT.en}")
    REFUSAL_OF[check.code] = rule
    return rule


DUE_DATE = _unless_a_fact(
    checks.FL_DUE,
    "支払期日がありません。特定できる日を入れてください。",
    "There is no due date; set one that is a day.",
)
DUE_60 = _unless_a_fact(
    checks.FL_60,
    "支払期日が、受領した日を1日目とする限度を超えます。早い日にしてください。",
    "The due date lies beyond the limit counted from the receipt; set an earlier one.",
)
DUE_30 = _unless_a_fact(
    checks.FL_30,
    "支払期日が、元委託支払期日を1日目とする30日目を超えます。早い日にしてください。",
    "The due date lies beyond the 30th day from the upstream due date; set an earlier one.",
)
OF_A_DUE_DATE = (DUE_DATE, DUE_60, DUE_30)
RECEIPT = _unless_a_fact(
    checks.FL_RECEIPT,
    "ワーカーの責任でない取消です。費用を負担する側を入れて合意するか、受領してください。",
    "It is cancelled without the worker's fault; agree on who bears the cost, or receive it.",
)
REDUCTION = _unless_a_fact(
    checks.FL_REDUCTION,
    "ワーカーの責任でない減額です。明示した額を支払ってください。",
    "Remuneration is reduced without the worker's fault; pay what was stated.",
)
FRACTION = _unless_a_fact(
    checks.FL_FRACTION,
    "1円以上の端数は切り捨てられません。端数まで支払ってください。",
    "No fraction of a yen or more is cut; pay it to the last yen.",
)
TRANSFER_FEE = _unless_a_fact(
    checks.FL_FEE,
    "振込手数料をワーカーが負担する合意がありません。差し引かずに支払ってください。",
    "It was not agreed that the worker bears transfer fees; pay without deducting them.",
)
RETURN = _unless_a_fact(
    checks.FL_RETURN,
    "受領した物を引き取らせることはできません。",
    "What was received is not given back.",
)
PRICE = _unless_a_fact(
    checks.FL_PRICE,
    "著しく低い報酬を不当に定めることはできません。",
    "No remuneration is set that is unfairly far below what is usual.",
)
PURCHASE = _unless_a_fact(
    checks.FL_PURCHASE,
    "購入や利用を強制することはできません。",
    "Nobody is made to buy or use a thing.",
)
BENEFIT = _unless_a_fact(
    checks.FL_BENEFIT,
    "経済上の利益を提供させることはできません。",
    "Nobody is made to provide benefits.",
)
OF_CONDUCT = (RETURN, PRICE, PURCHASE, BENEFIT)
REWORK = _unless_a_fact(
    checks.FL_REWORK,
    "ワーカーの責任でない変更・やり直しです。費用は委託者か顧客が負担してください。",
    "It is not for the worker's fault; let the orderer or the client bear the cost.",
)
CONSIDERATION = _unless_a_fact(
    checks.FL_CONSIDERATION,
    "配慮できないときは、理由を説明してください。",
    "If no consideration can be given, explain why.",
)
NOTICE = _unless_a_fact(
    checks.FL_NOTICE,
    "6か月以上の契約です。30日前までに予告してください。",
    "The contract lasts six months or more; give notice 30 days before.",
)
