"""What career support refuses."""

from domain.base.rule import Rule

BEGUN_ALREADY = Rule(
    "career-begun-already",
    "このワーカーのキャリア支援はすでに始まっています。",
    "Career support of this worker has begun already.",
)
WORKER_NOT_ON_ROLL = Rule(
    "career-worker-not-on-roll",
    "その日には登録中のワーカーではありません。",
    "That is not a worker on the roll on that day.",
)
BEFORE_BEGIN = Rule(
    "career-before-begin",
    "キャリア支援を始めた日より前です。始めた日を訂正するか、後の日で記録してください。",
    "That lies before the day on which it began; correct that day, or choose a later one.",
)
HELD_ALREADY = Rule(
    "career-consultation-held-already",
    "この回の相談はすでに記録されています。",
    "A consultation with this number is recorded already.",
)
AIM_SET_ALREADY = Rule(
    "career-aim-set-already",
    "この番号の目標はすでに記録されています。",
    "An aim with this number is recorded already.",
)
AIM_NOT_SET = Rule(
    "career-aim-not-set",
    "その日までにこの番号の目標は立てられていません。",
    "No aim with this number was set by that day.",
)
