"""What mock work and taking part in it refuse."""

from domain.base.rule import Rule

PLANNED_ALREADY = Rule(
    "mock-work-planned-already",
    "この番号の模擬業務はすでに記録されています。",
    "Mock work with this number is recorded already.",
)
DAYS_OUT_OF_ORDER = Rule(
    "mock-work-days-out-of-order",
    "最終日が初日より前です。日付を確かめてください。",
    "The last day lies before the first; check the days.",
)
OPENED_ALREADY = Rule(
    "mock-work-opened-already",
    "募集はすでに始まっています。",
    "It was opened to workers already.",
)
CANCELLED = Rule(
    "mock-work-cancelled",
    "この模擬業務は取りやめになっています。",
    "This mock work was cancelled.",
)
NOT_OPEN = Rule(
    "mock-work-not-open",
    "その日には参加を募集していません。募集の開始日、締切日、最終日を確かめてください。",
    "It is not open to workers on that day; check when it was opened and closed, and its last day.",
)
FULL = Rule(
    "mock-work-full",
    "定員に達しています。定員を訂正するか、次の模擬業務に参加してください。",
    "All places are taken; correct the capacity, or join the next mock work.",
)
TAKEN_PART_IN = Rule(
    "mock-work-taken-part-in",
    "参加中のワーカーがいます。先に参加の完了または終了を記録してください。",
    "Workers are taking part; record first that they completed it or that their part ended.",
)
JOINED_ALREADY = Rule(
    "mock-work-joined-already",
    "このワーカーのこの模擬業務への参加はすでに記録されています。",
    "This worker's part in this mock work is recorded already.",
)
WORKER_NOT_ON_ROLL = Rule(
    "mock-work-worker-not-on-roll",
    "その日には登録中のワーカーではありません。",
    "That is not a worker on the roll on that day.",
)
OUTSIDE_PARTICIPATION = Rule(
    "mock-work-outside-participation",
    "参加した日から参加を終えた日までの日で記録してください。",
    "Choose a day from that of joining to that on which the part in it ended.",
)
PARTICIPATION_OVER = Rule(
    "mock-work-participation-over",
    "この参加はすでに終わっています。",
    "This participation is over already.",
)
OWN_SUPPORT = Rule(
    "mock-work-own-support",
    "自分の支援を自分で記録することはできません。支援した人を確かめてください。",
    "Nobody supports themselves; check who gave the support.",
)
WENT_TO_A_CLIENT = Rule(
    "mock-work-went-to-a-client",
    "顧客に渡した成果物は模擬業務ではありません。受注案件と個別委託として記録してください。",
    "What a client was given is no mock work; record it as an order and a commission.",
)
