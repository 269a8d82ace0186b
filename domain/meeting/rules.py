"""What the record of meetings refuses; a moved or missed meeting is no such thing."""

from domain.base.rule import Rule

SERIES_PLANNED_ALREADY = Rule(
    "meeting-series-planned-already",
    "このコードの定例会議はすでに記録されています。間隔が変わったときは間隔の変更を記録してください。",
    "This series of meetings is recorded already; if its rhythm changed, record that change.",
)
SERIES_NOT_RUNNING = Rule(
    "meeting-series-not-running",
    "その日には定例会議が行われていません。開始日と最終日を確かめてください。",
    "The series does not run on that day; check when it begins and when it ended.",
)
SAME_RHYTHM = Rule(
    "meeting-same-rhythm",
    "その日の間隔・参加チームと同じです。",
    "That is the rhythm of that day already.",
)
SCHEDULED_ALREADY = Rule(
    "meeting-scheduled-already",
    "この回の会議はすでに記録されています。日が変わったときは日程の変更を記録してください。",
    "This meeting is recorded already; if its day changed, record that it was moved.",
)
PLANNED_FOR_THE_PAST = Rule(
    "meeting-planned-for-the-past",
    "予定日が、予定を決めた日より前です。",
    "The meeting would be planned for a day before the day of planning it.",
)
BEFORE_SCHEDULING = Rule(
    "meeting-before-scheduling",
    "会議の予定を記録した日より前です。日付を確かめてください。",
    "The day lies before the meeting was scheduled; check the day.",
)
SETTLED_ALREADY = Rule(
    "meeting-settled-already",
    "この回は、開催または不開催がすでに記録されています。",
    "This meeting is recorded as held or not held already.",
)
NOT_HELD = Rule(
    "meeting-not-held",
    "その日までにこの会議の開催は記録されていません。先に開催を記録してください。",
    "This meeting was not held by that day; record first that it was held.",
)
TEAM_WAS_REPRESENTED = Rule(
    "meeting-team-was-represented",
    "このチームの代表は出席したと記録されています。どちらかを訂正してください。",
    "This team is recorded as represented; correct one of the two.",
)
ABSENCE_NOTED_ALREADY = Rule(
    "meeting-absence-noted-already",
    "このチームの代表の欠席はすでに記録されています。",
    "The absence of this team's representative is recorded already.",
)
DECISION_MADE_ALREADY = Rule(
    "decision-made-already",
    "この番号の決定はこの会議にすでにあります。別の番号を付けてください。",
    "This meeting has a decision with this number already; give another number.",
)
NO_SUCH_DECISION = Rule(
    "no-such-decision",
    "その日までに、この番号の決定はこの会議にありません。先に決定を記録してください。",
    "This meeting had made no decision with this number by that day; record the decision first.",
)
ACTION_ASSIGNED_ALREADY = Rule(
    "action-assigned-already",
    "この番号の宿題はこの会議にすでにあります。別の番号を付けてください。",
    "This meeting has an action with this number already; give another number.",
)
DUE_BEFORE_ASSIGNED = Rule(
    "action-due-before-assigned",
    "期限が、宿題を決めた日より前です。期限を確かめてください。",
    "The action would be due before the day on which it was assigned; check the due day.",
)
NO_SUCH_ACTION = Rule(
    "no-such-action",
    "その日までに、この番号の宿題はこの会議にありません。先に宿題を記録してください。",
    "This meeting had assigned no action with this number by that day; record the action first.",
)
ACTION_SETTLED = Rule(
    "action-settled",
    "この宿題は、完了または取りやめがすでに記録されています。",
    "This action is recorded as done or dropped already.",
)
