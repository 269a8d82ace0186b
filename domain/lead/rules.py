"""What the record of a lead refuses."""

from domain.base.rule import Rule

ALREADY_OPENED = Rule(
    "lead-already-opened",
    "この番号の商談はすでに記録されています。別の番号を付けてください。",
    "A lead with this number is recorded already; give another number.",
)
NEEDS_PROGRAMME = Rule(
    "lead-needs-programme",
    "商談がどの事業に属するか（交付金事業か、市町村の独自事業か）を入れてください。",
    "Say which programme the lead belongs to: a grant project or a municipality's own.",
)
ENDED = Rule(
    "lead-ended",
    "この商談は終わっています（受注または失注）。新しい商談として記録してください。",
    "This lead is won or lost already; record a new one.",
)
BEFORE_EARLIER_ENTRY = Rule(
    "lead-entry-too-early",
    "商談を始めた日、または商談の最後の記録より前の日付です。日付を確かめてください。",
    "The day lies before the lead was opened, or before what it ends; check the day.",
)
STEP_DUE_BEFORE_PLAN = Rule(
    "lead-step-due-before-plan",
    "次の行動の期日が、決めた日より前です。期日を確かめてください。",
    "The next step would be due before it was planned; check the day by which it is due.",
)
NEEDS_ORDER = Rule(
    "lead-needs-order",
    "その日までに受注した案件ではありません。先に受注を記録するか、日付を確かめてください。",
    "The engagement has no order by that day; record the order first, or check the day.",
)
