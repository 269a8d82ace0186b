"""What the record of a pilot refuses."""

from domain.base.rule import Rule

STARTED_ALREADY = Rule(
    "pilot-started-already",
    "この番号のパイロットはすでに記録されています。別の番号を付けてください。",
    "A pilot with this number is recorded already; give another number.",
)
NEEDS_PROGRAMME = Rule(
    "pilot-needs-programme",
    "パイロットがどの事業に属するか（交付金事業か、市町村の独自事業か）を入れてください。",
    "Say which programme the pilot belongs to: a grant project or a municipality's own.",
)
BEFORE_THE_START = Rule(
    "pilot-before-the-start",
    "パイロットを始めた日より前の日付です。日付を確かめてください。",
    "The day lies before the pilot was begun; check it.",
)
ENDED = Rule(
    "pilot-ended",
    "このパイロットはすでに終えたか中止しています。",
    "This pilot has been finished or given up already.",
)
LESSON_SAYS_FAILURE = Rule(
    "pilot-lesson-says-failure",
    "中止したパイロットの知見、またはうまくいかなかったことからの知見だけが「失敗からの知見」です。"
    "知見の from_failure も合わせて直してください。",
    "Only a lesson of a pilot that was given up, or learnt from what did not work, is one from"
    " failure; correct from_failure of the lesson along with the rest.",
)
LINKS_SAY_ANOTHER_YEAR = Rule(
    "pilot-links-say-another-year",
    "政策との結び付きは、別の年度に始めたパイロットとして記録されています。先にその結び付きを取り消し、"
    "開始日を直してから記録し直してください。",
    "Its links with policies say that the pilot was begun in another fiscal year; void them first,"
    " correct the day of the beginning, and record them anew.",
)
LINKED_ALREADY = Rule(
    "pilot-linked-already",
    "この政策とはすでに結び付けられています。",
    "The pilot is linked with this policy already.",
)
