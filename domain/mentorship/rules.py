"""What a mentorship refuses."""

from domain.base.rule import Rule

REQUESTED_ALREADY = Rule(
    "mentorship-requested-already",
    "このワーカーのこの通し番号のメンタリングはすでに記録されています。",
    "A mentorship of this worker with this ordinal is recorded already.",
)
MENTEE_NOT_ON_ROLL = Rule(
    "mentee-not-on-roll",
    "その日には登録中のワーカーではありません。",
    "The mentee is not a worker on the roll on that day.",
)
BEFORE_NOT_OVER = Rule(
    "mentorship-before-not-over",
    "同じワーカーの一つ前のメンタリングを指定し、その終了後の日で記録してください。初回は通し番号1です。",
    "Name the same worker's mentorship before this one; it must be over. The first has ordinal 1.",
)
OVER_ALREADY = Rule(
    "mentorship-over-already",
    "このメンタリングはすでに終わっています。",
    "The mentorship is over already.",
)
LATER_ENTRIES = Rule(
    "mentorship-later-entries",
    "その日より後の記録があります。後の日で記録するか、先にその記録を直してください。",
    "Something is recorded for a later day; choose a later day, or mend that entry first.",
)
NOT_RUNNING = Rule(
    "mentorship-not-running",
    "その日にはメンタリングが行われていません。メンターが決まった日と終了日を確かめてください。",
    "The mentorship is not running on that day; check when it got its mentor and when it ended.",
)
HAS_A_MENTOR = Rule(
    "mentorship-has-a-mentor",
    "メンターはすでに決まっています。替えるときはメンターの交代を記録してください。",
    "There is a mentor already; record a reassignment to change the mentor.",
)
OWN_MENTOR = Rule(
    "own-mentor",
    "自分のメンターになることはできません。",
    "Nobody mentors themselves.",
)
PROPOSAL_OPEN = Rule(
    "proposal-open",
    "返事を待っている提案があります。先にその返事を記録してください。",
    "A proposal is waiting for its answer; record that answer first.",
)
NO_PROPOSAL = Rule(
    "no-proposal",
    "返事を待っている提案がありません。",
    "No proposal is waiting for an answer.",
)
SAME_MENTOR = Rule(
    "same-mentor",
    "その日のメンターと同じ人です。",
    "That person is the mentor on that day already.",
)
GOAL_SET_ALREADY = Rule(
    "goal-set-already",
    "この番号の目標はすでに記録されています。",
    "A goal with this number is recorded already.",
)
GOAL_NOT_SET = Rule(
    "goal-not-set",
    "その日までにこの番号の目標は立てられていません。",
    "No goal with this number was set by that day.",
)
PLANNED_ALREADY = Rule(
    "session-planned-already",
    "この回の面談はすでに記録されています。",
    "A session with this number is recorded already.",
)
PLANNED_FOR_THE_PAST = Rule(
    "session-planned-for-the-past",
    "予定日が、予定を立てた日より前です。",
    "The session would be planned for a day before the day of planning it.",
)
SESSION_NOT_PLANNED = Rule(
    "session-not-planned",
    "その日までにこの回の面談は予定されていません。先に予定を記録してください。",
    "This session was not planned by that day; record the plan first.",
)
SESSION_SETTLED = Rule(
    "session-settled",
    "この回の面談は、実施・不実施・取りやめのいずれかがすでに記録されています。",
    "This session is recorded as held, missed or cancelled already.",
)
NOT_DUE = Rule(
    "session-not-due",
    "予定日より前に不実施とは言えません。取りやめるときは取りやめを記録してください。",
    "A session is not missed before its day; to call it off, cancel it.",
)
SESSIONS_LEFT = Rule(
    "sessions-left",
    "予定のままの面談があります。先に実施・不実施・取りやめを記録してください。",
    "Sessions are still planned; record first that they were held, missed or cancelled.",
)
