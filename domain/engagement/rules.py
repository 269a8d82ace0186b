"""What the record of an order refuses."""

from domain.base.rule import Rule

ALREADY_RECEIVED = Rule(
    "engagement-already-received",
    "この番号の案件はすでに記録されています。別の番号を付けてください。",
    "An engagement with this number is recorded already; give another number.",
)
NEEDS_PROGRAMME = Rule(
    "engagement-needs-programme",
    "案件がどの事業に属するか（交付金事業か、市町村の独自事業か）を入れてください。",
    "Say which programme the order belongs to: a grant project or a municipality's own.",
)
BEFORE_EARLIER_STEP = Rule(
    "step-before-earlier-step",
    "この段階の前提となる記録より前の日付です。日付を確かめるか、先の記録の日付を直してください。",
    "The day lies before a step that this one builds on; check it, or correct the earlier one.",
)
ORDERED_ALREADY = Rule(
    "engagement-ordered-already",
    "すでに受注しています。内容が変わったときは受注の変更として記録してください。",
    "The order has been received already; if it changed, record a change of the order.",
)
NOT_ORDERED = Rule(
    "engagement-not-ordered",
    "まだ受注していません。先に受注を記録してください。",
    "No order has been received yet; record the order first.",
)
ENDED = Rule(
    "engagement-ended",
    "この案件は完了または取りやめになっています。新しい案件として記録してください。",
    "This engagement is closed or cancelled; record a new one.",
)
DUE_BEFORE_ORDER = Rule(
    "order-due-before-order",
    "納期がその日より前です。納期を確かめてください。",
    "The due day lies before that day; check the due day.",
)
ORDER_BELOW_INVOICED = Rule(
    "order-below-invoiced",
    "変更後の金額が請求済みの額を下回ります。先に請求を取り消してください。",
    "The changed amount is less than what has been invoiced; void the invoice first.",
)
NOT_STANDING = Rule(
    "order-not-standing",
    "毎月継続の受注ではありません。受注の継続の区分を確かめるか、新しい案件として記録してください。",
    "This is no standing order; check what was agreed on, or record a new engagement.",
)
CONTINUED_ALREADY = Rule(
    "order-continued-already",
    "翌月分はすでに受けています。その納期の月になってから次の月の分を記録してください。",
    "The next month is ordered already; go on when the month in which it is due has begun.",
)
PAYMENT_DUE_BEFORE_INVOICE = Rule(
    "invoice-due-before-issued",
    "顧客の支払期日が請求日より前です。支払期日を確かめてください。",
    "The client's payment would be due before the invoice; check the day it is due.",
)
ATTRIBUTED_ALREADY = Rule(
    "engagement-attributed-already",
    "受注のきっかけはすでに記録されています。違うときは訂正してください。",
    "The source of this order is recorded already; correct that entry if it was another.",
)
CLIENT_PAYS_RESIDENTS = Rule(
    "client-pays-residents",
    "顧客が住民に直接支払う案件です。個別委託の支払として記録してください。",
    "In this engagement the client pays the residents; record it as payment of the commission.",
)
OFFERED_BEFORE_ORDER = Rule(
    "engagement-offered-before-order",
    "訂正すると、受注の前に業務を打診したことになります。日付を確かめてください。",
    "Work would have been offered before the order was received; check the day.",
)
INVOICE_NUMBER_USED = Rule(
    "invoice-number-used",
    "この請求書番号はこの案件で使われています。別の番号にしてください。",
    "This invoice number is used in this engagement already; give another.",
)
MORE_THAN_ORDERED = Rule(
    "invoiced-more-than-ordered",
    "請求の合計が受注額を超えます。先に受注の変更を記録してください。",
    "The invoices would exceed the order; record a change of the order first.",
)
NO_SUCH_INVOICE = Rule(
    "no-such-invoice",
    "その番号の請求書はこの案件にありません。先に請求を記録してください。",
    "This engagement has no such invoice; record the invoice first.",
)
MORE_THAN_INVOICED = Rule(
    "received-more-than-invoiced",
    "入金の合計が請求額を超えます。請求書番号と金額を確かめてください。",
    "More would be received than was invoiced; check the invoice number and the amount.",
)
HAS_OPEN_COMMISSIONS = Rule(
    "engagement-has-open-commissions",
    "その日に終わっていない個別委託があります。先に打診の撤回、完了または取消を記録してください。",
    "Commissions are still open on that day; withdraw the offers, complete or cancel them first.",
)
HAS_UNPAID_COMMISSIONS = Rule(
    "engagement-has-unpaid-commissions",
    "報酬を払い終えていない個別委託があります。先に支払を記録してください。",
    "Commissions have not been paid in full; record the payments first.",
)
NOT_SETTLED = Rule(
    "engagement-not-settled",
    "受注額の請求と入金が済んでいません。請求と入金、または受注額の変更を先に記録してください。",
    "The order is not invoiced and received in full; record that, or change the order first.",
)
