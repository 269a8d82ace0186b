"""What the record of an adviser refuses; more or fewer sessions than agreed is no such thing."""

from domain.base.rule import Rule

ENGAGED_ALREADY = Rule(
    "adviser-engaged-already",
    "この番号のアドバイザーはすでに記録されています。",
    "An adviser with this number is recorded already.",
)
ENDS_BEFORE_IT_BEGINS = Rule(
    "adviser-ends-before-it-begins",
    "委嘱期間の末日が初日より前です。期間を確かめてください。",
    "The last day lies before the first; check the period.",
)
CONTRACT_UNKNOWN = Rule(
    "adviser-contract-unknown",
    "委託料によるアドバイザーには、記録済みの業務委託契約を指定してください。",
    "An adviser who is paid under a contract needs one that is recorded.",
)
NOT_ENGAGED = Rule(
    "adviser-not-engaged",
    "その日はアドバイザーの委嘱期間に入っていません。日付か期間を確かめてください。",
    "The adviser is not engaged on that day; check the day or the period.",
)
ENDED_ALREADY = Rule(
    "adviser-ended-already",
    "このアドバイザーの終了はすでに記録されています。",
    "The end of this adviser's work is recorded already.",
)
SESSION_HELD_ALREADY = Rule(
    "advice-session-held-already",
    "この回の助言はすでに記録されています。別の回数にするか、訂正してください。",
    "A session with this number is recorded already; give another number, or correct it.",
)
SESSION_NOT_HELD = Rule(
    "advice-session-not-held",
    "その日までにこの回は行われていません。先に実施を記録してください。",
    "This session was not held by that day; record the session first.",
)
GIVEN_ALREADY = Rule(
    "advice-given-already",
    "この番号の助言はすでに記録されています。別の番号を付けてください。",
    "Advice with this number is recorded already; give another number.",
)
NO_SUCH_ADVICE = Rule(
    "no-such-advice",
    "その日までに、この番号の助言はありません。先に助言を記録してください。",
    "No advice with this number had been given by that day; record the advice first.",
)
ANSWERED_ALREADY = Rule(
    "advice-answered-already",
    "この助言は、採用または不採用がすでに記録されています。",
    "This advice is recorded as adopted or declined already.",
)
NOT_ADOPTED = Rule(
    "advice-not-adopted",
    "その日までにこの助言の採用は記録されていません。先に採用を記録してください。",
    "This advice was not adopted by that day; record first that it was adopted.",
)
