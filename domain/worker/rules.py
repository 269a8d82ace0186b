"""What a worker's record refuses."""

from domain.base.rule import Rule

ALREADY_REGISTERED = Rule(
    "worker-already-registered",
    "この番号のワーカーはすでに登録されています。",
    "A worker with this number is registered already.",
)
NOT_ON_ROLL = Rule(
    "worker-not-on-roll",
    "その日には登録されていません。登録日と最終日を確かめてください。",
    "The worker is not on the roll on that day; check the days of registration and leaving.",
)
STILL_ON_ROLL = Rule(
    "worker-still-on-roll",
    "その日には登録が続いています。復帰は最終日の後の日で記録してください。",
    "The worker is still on the roll on that day; a return comes after a last day.",
)
HAS_OPEN_COMMISSIONS = Rule(
    "worker-has-open-commissions",
    "最終日までに終わらない個別委託があります。先に打診の撤回、完了または取消を記録してください。",
    "Commissions are open after the last day; withdraw the offers, complete or cancel them first.",
)
LEAVING_RECORDED = Rule(
    "worker-leaving-recorded",
    "その最終日はすでに記録されています。誤りなら訂正するか取り消してください。",
    "That last day is recorded already; correct or void it if it was wrong.",
)
OFFERED_BEFORE = Rule(
    "worker-offered-work-before",
    "訂正すると、登録されていない日に業務を打診したことになります。日付を確かめてください。",
    "Work would have been offered on a day on which the worker is not on the roll; check the day.",
)
LIVES_THERE_ALREADY = Rule(
    "worker-lives-there-already",
    "すでにその市町村の住民として記録されています。",
    "The record says already that the worker lives in that municipality.",
)
SKILL_NOT_HELD = Rule(
    "skill-not-held",
    "そのスキルは記録にありません。",
    "That skill is not on the worker's record.",
)
OWN_ASSESSMENT = Rule(
    "own-assessment",
    "自分のスキルを自分で評価することはできません。自己申告として記録してください。",
    "Nobody assesses their own skill; record it as a claim.",
)
OWN_ENDORSEMENT = Rule(
    "own-endorsement",
    "自分のスキルを自分で裏づけることはできません。",
    "Nobody endorses their own skill.",
)
MAPS_TO_ITSELF = Rule(
    "skill-maps-to-itself",
    "移行先の版が今の版と同じです。レベルの変更は評価として記録してください。",
    "It would stay in the version it is in; record another level as an assessment.",
)
