"""The rules from outside that commissions are held against, each with a code that never changes.

fl: the Freelance Act (特定受託事業者に係る取引の適正化等に関する法律, 令和5年法律25号); gp: the act
against late payment of public contracts (政府契約の支払遅延防止等に関する法律, 昭和24年法律256号),
whose article 14 extends it to municipalities; tw: the guideline on self-employed telework
(自営型テレワークの適正な実施のためのガイドライン); hw: the home-work act (家内労働法); ct: what the
parties agreed on (民法).
"""

from domain.base.matter import Check, Force

# What the parties agreed on.
CT_DUE = Check(
    "ct-1-due-date",
    "報酬は、明示した支払期日までに支払う。",
    "Remuneration is paid by the due date that was stated.",
    "民法412条",
)
CT_INSPECTION = Check(
    "ct-2-inspection",
    "検査は、明示した検査完了期日までに終える。",
    "A delivery is inspected by the day that was stated.",
    "民法415条",
)

# The Freelance Act: statement of terms, and payment.
FL_STATED = Check(
    "fl-1-stated",
    "業務を委託したときは、直ちに条件を明示する（委託した日のうちに）。",
    "Terms are stated at once: on the day on which the work is entrusted.",
    "フリーランス法3条1項",
)
FL_BEFORE_WORK = Check(
    "fl-1-before-work",
    "条件を明示する前に業務を始めさせない。",
    "No work is begun before its terms are stated.",
    "フリーランス法3条1項",
)
FL_SUPPLEMENT = Check(
    "fl-1-supplement",
    "定まっていなかった事項は、定まった後、直ちに補充して明示する。",
    "Items that were undecided are stated at once when they are decided, on the planned day.",
    "フリーランス法3条1項ただし書、公取委規則1条",
)
FL_DUE = Check(
    "fl-2-due-date",
    "支払期日（特定できる日）を定める。定めないときは受領した日が支払期日となる。",
    "A due date that is a day is set; where none is, remuneration is due on the day of receipt.",
    "フリーランス法4条1項・2項",
)
FL_60 = Check(
    "fl-2-60-days",
    "支払期日は、受領した日を1日目として60日以内とする（月単位の締切制度では2か月以内の運用）。",
    "The due date is no later than the 60th day, the day of receipt being day 1; with an agreed"
    " monthly closing, two calendar months.",
    "フリーランス法4条1項、公取委Q&A",
)
FL_30 = Check(
    "fl-3-30-days",
    "再委託の三事項を明示したときの支払期日は、元委託支払期日を1日目として30日以内とする。",
    "Where the three items of re-entrusting are stated, the due date is no later than the 30th"
    " day, the upstream due date being day 1.",
    "フリーランス法4条3項・4項",
)
FL_PAID = Check(
    "fl-2-paid",
    "報酬は、支払期日までに支払う。",
    "Remuneration is paid by its due date.",
    "フリーランス法4条5項",
)

# The Freelance Act: acts of the orderer, in contracts of one month or more.
FL_RECEIPT = Check(
    "fl-4-receipt",
    "ワーカーの責任でないのに受領を拒まない（取消や延期を含む。成果物に限る）。",
    "Receipt is not refused without the worker's fault; a cancellation is a refusal."
    " For deliverables only.",
    "フリーランス法5条1項1号",
)
FL_REDUCTION = Check(
    "fl-4-reduction",
    "ワーカーの責任でないのに報酬を減らさない。",
    "Remuneration is not reduced without the worker's fault.",
    "フリーランス法5条1項2号",
)
FL_FEE = Check(
    "fl-4-transfer-fee",
    "合意なく振込手数料を報酬から差し引かない。",
    "No transfer fee is deducted without agreement.",
    "フリーランス法5条1項2号",
)
FL_FRACTION = Check(
    "fl-4-fraction",
    "1円以上の端数を切り捨てない。",
    "No fraction of one yen or more is cut.",
    "フリーランス法5条1項2号",
)
FL_RETURN = Check(
    "fl-4-return",
    "ワーカーの責任でないのに、受領した物を引き取らせない。",
    "What was received is not given back without the worker's fault.",
    "フリーランス法5条1項3号",
)
FL_PRICE = Check(
    "fl-4-price",
    "通常の対価に比べて著しく低い報酬を不当に定めない。",
    "No remuneration is set that is unfairly far below what is usual.",
    "フリーランス法5条1項4号",
)
FL_PURCHASE = Check(
    "fl-4-purchase",
    "正当な理由なく、指定する物の購入や役務の利用を強制しない。",
    "Nobody is made to buy a thing or to use a service without good reason.",
    "フリーランス法5条1項5号",
)
FL_BENEFIT = Check(
    "fl-4-benefit",
    "自己のために、金銭や役務などの経済上の利益を提供させて、利益を不当に害さない。",
    "Nobody is made to provide money, services or other benefits to their harm.",
    "フリーランス法5条2項1号",
)
FL_REWORK = Check(
    "fl-4-rework",
    "ワーカーの責任でないのに、費用を負担せずに内容を変えさせ、またはやり直させない。",
    "Work is not changed, cancelled or done again without the worker's fault at the worker's cost.",
    "フリーランス法5条2項2号",
)

# The Freelance Act: working environment, in contracts of six months or more.
FL_CONSIDERATION = Check(
    "fl-5-consideration",
    "育児・介護との両立の申出には必要な配慮をし、できないときは理由を説明する。",
    "A request for consideration of care or childcare is met, or it is explained why it cannot be.",
    "フリーランス法13条1項",
)
FL_NOTICE = Check(
    "fl-5-notice",
    "6か月以上の契約を終える、または更新しないときは、30日前までに予告する。",
    "The end or non-renewal of a contract of six months or more is noticed 30 days before.",
    "フリーランス法16条1項",
)

# Public contracts.
GP_INSPECTION = Check(
    "gp-1-inspection",
    "検査は、給付を終えた旨の通知（納品）を受けた日から10日以内にする（初日不算入）。",
    "A delivery is inspected within 10 days, the day of receipt not counted.",
    "支払遅延防止法5条1項・14条",
)
GP_PAYMENT = Check(
    "gp-2-payment",
    "検査の後に適法な請求を受けた日から30日以内に支払う（初日不算入、検査の遅れは差し引く）。",
    "It is paid within 30 days of a proper claim made after the inspection, the day of the claim"
    " not counted, less the days by which the inspection was late.",
    "支払遅延防止法6条1項・9条・14条",
)
GP_UNWRITTEN = Check(
    "gp-3-unwritten",
    "支払の時期を書面で定めていないときは、請求を受けた日から15日以内に支払う。",
    "Where no time of payment was fixed in writing, it is paid within 15 days of the claim.",
    "支払遅延防止法10条・14条",
)

# The guideline.
TW_ITEMS = Check(
    "tw-1-items",
    "業務の前に、ガイドラインの12項目を文書で明らかにする。",
    "The guideline's 12 items are stated in writing before the work.",
    "自営型テレワークガイドライン 第3の1(2)",
    Force.TARGET,
)
TW_STATED = Check(
    "tw-1-stated",
    "契約を結ぶときに文書で条件を明らかにし、その後に業務を始める。",
    "Terms are stated in writing when the contract is made, and before the work is begun.",
    "自営型テレワークガイドライン 第3の1(2)",
    Force.TARGET,
)
TW_30 = Check(
    "tw-3-30-days",
    "報酬は、受領した日を1日目として30日以内に支払うことが望ましい（長くても60日以内）。",
    "Remuneration is best paid by the 30th day, the day of receipt being day 1.",
    "自営型テレワークガイドライン 第3の1(2)",
    Force.TARGET,
)

# Home work.
HW_GOODS = Check(
    "hw-1-goods",
    "物品の提供を受けて加工などをする業務は、家内労働法に当たるかを労働局に確かめる。",
    "Work on goods that are handed over may be home work: the labour office is asked.",
    "家内労働法2条・3条・6条",
    Force.TO_BE_CONFIRMED,
)
