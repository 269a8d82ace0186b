"""What the record of an offsite stay refuses."""

from domain.base.rule import Rule

INVITED_ALREADY = Rule(
    "stay-invited-already",
    "この番号の立科WORK TRIPはすでに記録されています。別の番号を付けてください。",
    "A stay with this number is recorded already; give another number.",
)
BEFORE_EARLIER_STEP = Rule(
    "stay-before-earlier-step",
    "招待または実施より前の日付です。日付を確かめてください。",
    "The day lies before the invitation or the stay itself; check the day.",
)
HELD_ALREADY = Rule(
    "stay-held-already",
    "この立科WORK TRIPはすでに実施されています。次の滞在は別の番号で記録してください。",
    "This stay has been held already; record the next one with a number of its own.",
)
CANCELLED = Rule(
    "stay-cancelled",
    "この立科WORK TRIPは中止されています。改めて行うときは別の番号で記録してください。",
    "This stay was cancelled; record another one with a number of its own.",
)
NOT_HELD = Rule(
    "stay-not-held",
    "まだ実施されていません。先に実施を記録してください。",
    "The stay has not been held; record that first.",
)
