"""What a course and taking part in it refuse."""

from domain.base.rule import Rule

PLANNED_ALREADY = Rule(
    "training-planned-already",
    "この番号の研修はすでに記録されています。",
    "A course with this number is recorded already.",
)
CANCELLED = Rule(
    "training-cancelled", "この研修は取りやめになっています。", "This course was cancelled."
)
SCHEDULED_FOR_THE_PAST = Rule(
    "training-scheduled-for-the-past",
    "予定日が、予定を立てた日より前です。",
    "The session would be scheduled for a day before the day of scheduling it.",
)
SESSION_NOT_SCHEDULED = Rule(
    "training-session-not-scheduled",
    "その日までにこの回は予定されていません。先に予定を記録してください。",
    "This session was not scheduled by that day; record the schedule first.",
)
SESSION_SETTLED = Rule(
    "training-session-settled",
    "この回は、実施または取りやめがすでに記録されています。",
    "This session is recorded as held or cancelled already.",
)
AFTER_CANCELLING = Rule(
    "training-after-cancelling",
    "取りやめた日より後に実施した回があります。取りやめの日を確かめてください。",
    "A session was held after the course was cancelled; check the day of cancelling.",
)
ENROLLED_OUTSIDE = Rule(
    "training-enrolled-outside",
    "研修のない日に申し込んだ人がいることになります。先にその申込みを確かめるか、日付を確かめてください。",
    "Somebody would have enrolled while the course was not offered; check that enrolment, or the"
    " day.",
)
ENROLLED_ALREADY = Rule(
    "training-enrolled-already",
    "この人のこの研修への参加はすでに記録されています。",
    "This person's part in this course is recorded already.",
)
NO_SUCH_TRAINING = Rule(
    "training-not-offered",
    "その日にはこの研修がないか、取りやめになっています。研修番号を確かめてください。",
    "There is no such course on that day, or it was cancelled; check its number.",
)
TRAINEE_NOT_ON_ROLL = Rule(
    "training-worker-not-on-roll",
    "ワーカーの研修には、その日に登録中のワーカー本人を指定してください。",
    "A course for workers is for a worker on the roll on that day; name that worker.",
)
ENROLMENT_OVER = Rule(
    "training-enrolment-over",
    "この受講はすでに終わっています。",
    "This enrolment is over already.",
)
OUTSIDE_ENROLMENT = Rule(
    "training-outside-enrolment",
    "申し込んだ日から受講を終えた日までの日で記録してください。",
    "Choose a day from that of enrolling to that on which the enrolment ended.",
)
NOT_HELD = Rule(
    "training-session-not-held",
    "その日にこの研修のこの回は実施されていません。先に実施を記録してください。",
    "This session of this course was not held on that day; record first that it was held.",
)
ATTENDED_ALREADY = Rule(
    "training-attended-already",
    "この回の出席はすでに記録されています。",
    "Attendance at this session is recorded already.",
)
