"""What the record of a commission refuses."""

from domain.base.rule import Rule

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
