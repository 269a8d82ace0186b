"""What the record of an evaluation refuses."""

from domain.base.rule import Rule

OPENED_ALREADY = Rule(
    "evaluation-opened-already",
    "この番号の評価はすでに記録されています。",
    "An evaluation with this number is recorded already.",
)
BEFORE_OPENING = Rule(
    "evaluation-not-opened-yet",
    "評価が始まる日より前の日付です。日付を確かめてください。",
    "The day lies before the evaluation began; check the days.",
)
PUBLISHED_ALREADY = Rule(
    "evaluation-published-already",
    "この評価は公表されています。公表の後に記録できるのは、質問への回答だけです。",
    "The evaluation is published; all that can still be recorded are answers to its questions.",
)
DESK_OPEN_ALREADY = Rule(
    "evaluation-desk-open-already",
    "この評価の閲覧の記録はすでに始まっています。鍵を失ったときは、その記録を取り消してから"
    "始め直してください。",
    "The reading trail of this evaluation is open already; if its key is lost, void that entry and"
    " open another.",
)
NOT_AT_THE_DESK = Rule(
    "evaluation-not-at-the-desk",
    "この評価では評価者の机（閲覧の記録）が開いているので、抽出、所見、質問、公表と、それらの訂正や"
    "取消しには、評価者のトークンが要ります。見出し Ayumi-Evaluation に入れてください。"
    "トークンを失ったときは、机を開いた記録を取り消します（void-evaluation-entry）。"
    "取り消したことと、机のない間に記録したことは、評価の経過（views/evaluation）に示されます。",
    "The evaluator's desk is open, so a draw, a finding, a question, the publication, and whatever"
    " corrects or voids one of them, needs the evaluator's token: send it as the header"
    " Ayumi-Evaluation. If it is lost, void the entry that opened the desk (void-evaluation-entry);"
    " views/evaluation shows that this was done, and what was recorded without a desk.",
)
SAMPLE_NOT_AS_DRAWN = Rule(
    "evaluation-sample-not-as-drawn",
    "この種が、その位置の記録から引く抽出ではありません。"
    "GET /evidence/sample の答えにある命令をそのまま送ってください。",
    "This is not what the seed draws from the record as it stood at that position: send the command"
    " that GET /evidence/sample gives, as it is.",
)
NO_SUCH_FACT = Rule(
    "evaluation-no-such-fact",
    "その記録にその版の事実はありません。記録を開いて版を確かめてください。",
    "That record has no such version; look its version up in the record.",
)
QUESTION_ASKED_ALREADY = Rule(
    "evaluation-question-asked-already",
    "この番号の質問はすでに記録されています。次の番号を使ってください。",
    "A question with this number is recorded already; use the next number.",
)
NO_SUCH_QUESTION = Rule(
    "evaluation-no-such-question",
    "その日までに、この番号の質問は記録されていません。",
    "No question with this number is recorded up to that day.",
)
TRAIL_KEY_WRONG = Rule(
    "evaluation-trail-key-wrong",
    "閲覧記録の鍵が、始めたときに記録したSHA-256と合いません。",
    "The key is not the one whose SHA-256 was recorded when the reading trail was opened.",
)
TRAIL_KEY_MISSING = Rule(
    "evaluation-trail-key-missing",
    "閲覧の記録が始まっているので、公表には評価者が控えている鍵（ayumi evaluation token が示した"
    "2行目）が要ります。trail_key に入れてください。後から鍵を足すことはできません。鍵を失い、"
    "閲覧の記録を誰も読めなくなってよいときだけ、without_trail_key を true にしてください。",
    "A reading trail is open, so its publication needs the key that the evaluator kept (the second"
    " line of ayumi evaluation token): give it as trail_key. It cannot be added later. Only if it"
    " is lost, and nobody is to read the trail any more, say true as without_trail_key.",
)
NO_TRAIL = Rule(
    "evaluation-no-trail",
    "この評価の閲覧の記録は始まっていないので、失う鍵もありません。without_trail_key を外して"
    "ください。",
    "No reading trail of this evaluation is open, so there is no key to lose: leave"
    " without_trail_key out.",
)
DESK_PUBLISHED = Rule(
    "evaluation-desk-published",
    "この評価は閲覧の記録とともに公表されています。閲覧の記録を始めたことは、もう取り消せません。",
    "The evaluation was published with its reading trail: that this was opened cannot be voided any"
    " more.",
)
