"""The problems of the API (RFC 9457): a stable code, both languages, what to do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel

from application.evidence.desk import NO_KEY
from domain.base.rule import Rule
from domain.base.titles import TITLED
from domain.base.words import Label
from interfaces.http.malformed import Where

MEDIA_TYPE = "application/problem+json"


class PreconditionMissing(Exception):  # noqa: N818 - an outcome
    """A command on an existing record came without the version that the caller saw."""


class Problem(BaseModel):
    """An RFC 9457 problem. `code` never changes; the titles say it for people."""

    model_config = TITLED

    type: Annotated[str, Label("種類", "type", "urn:ayumi:problem:stale")]
    title: Annotated[str, Label("説明（Accept-Language による）", "title, by Accept-Language")]
    title_ja: Annotated[str, Label("日本語の説明", "title in Japanese")]
    title_en: Annotated[str, Label("英語の説明", "title in English")]
    status: Annotated[int, Label("HTTPの状態", "HTTP status", "412")]
    code: Annotated[str, Label("符号", "code", "stale")]
    about: Annotated[dict[str, str], Label("対象", "what it is about")] = {}
    errors: Annotated[list[Where], Label("誤りのある場所", "where the request is wrong")] = []


@dataclass(frozen=True, slots=True)
class Outcome(Rule):
    """A refusal of the API itself, with its status."""

    status: int

    @classmethod
    def of(cls, rule: Rule) -> "Outcome":
        """Give the outcome of a broken rule of the domain."""
        return cls(rule.code, rule.ja, rule.en, 409)


NO_ADDRESS = Outcome("no-such-address", "そのアドレスはありません。", "No such address.", 404)
NO_CONSORTIUM = Outcome(
    "no-such-consortium",
    "その協議体はありません。サービスの起動後に開いた協議体は、再起動すると使えます。",
    "There is no such consortium. One that was opened while this service runs is served after"
    " the next start.",
    404,
)
NOT_FOUND = Outcome("not-found", "その記録はありません。", "There is no such record.", 404)
NOT_THIS_DESK = Outcome(
    "not-this-desk",
    "Ayumi-Evaluation の鍵が正しくないか、その評価の閲覧の記録は始まっていません。",
    "The token in Ayumi-Evaluation is wrong, or opens no reading trail here.",
    401,
)
NOT_KEPT = Outcome(
    "reading-not-kept",
    "閲覧の記録を書けないため、答えを渡しません。時間をおいてやり直してください。",
    "The reading trail cannot be written, so nothing is answered; try again.",
    503,
)
TRAIL_SEALED = Outcome(
    "trail-sealed",
    "閲覧の記録は、評価が鍵を付けて公表されるまで、評価者にしか読めません。",
    "Until the evaluation is published with its key, only the evaluator can read the trail.",
    409,
)
NO_FILE = Outcome(
    "no-file",
    "ファイルは添付されていません。保管場所を見てください。",
    "No file is attached; look where the paper is kept.",
    404,
)
NO_TERMS = Outcome(
    "no-terms",
    "この委託の条件は、その時点ではまだ明示されていません。条件の明示（state-terms）を記録してください。",
    "The terms of this commission had not been stated by then; record state-terms first.",
    404,
)
FILE_ERASED = Outcome(
    "file-erased",
    "添付ファイルは消去されています。残っているのはSHA-256だけです。",
    "The attached file has been erased; only its SHA-256 is left.",
    410,
)
FILE_DAMAGED = Outcome(
    "file-damaged",
    "添付ファイルのSHA-256が記録と合いません。渡さずに止めました。管理者に知らせてください。",
    "The attached file has another SHA-256 than recorded and is not given out; tell the operator.",
    500,
)
NO_SIGNING_KEY = Outcome("no-signing-key", NO_KEY.ja, NO_KEY.en, 409)
NOT_SIGNABLE = Outcome(
    "not-signable",
    "この記録には署名できません。運用の担当者に、ayumi doctor で理由を確かめてもらってください。",
    "This record cannot be signed: ask the operator to find out why with ayumi doctor.",
    409,
)
METHOD = Outcome(
    "method-not-allowed", "この操作はできません。", "This address has no such method.", 405
)
MOVED = Outcome(
    "record-moved",
    "判断の元になった記録が同時に変わりました。もう一度送ってください。",
    "A record that this relied on changed at the same time; send it again.",
    409,
)
STALE = Outcome(
    "stale",
    "記録が更新されています。読み直してからやり直してください。",
    "The record has moved on; read it again and repeat.",
    412,
)
MALFORMED = Outcome("malformed", "入力の形式が正しくありません。", "The request is malformed.", 422)
KEY_REUSED = Outcome(
    "idempotency-key-reused",
    "この Idempotency-Key は別の内容で使われています。新しいキーで送ってください。",
    "This Idempotency-Key was used for something else; send a new one.",
    422,
)
NO_DAY = Outcome(
    "valid-on-not-asked",
    "この一覧に基準日の指定はできません。記録時点（as_of）を使ってください。",
    "This list is about the record itself: it has no valid_on; use as_of.",
    422,
)
PRECONDITION = Outcome(
    "if-match-missing",
    "If-Match に、見た版を入れてください。",
    "Give the version you saw in If-Match.",
    428,
)
INTERNAL = Outcome(
    "internal-error",
    "サービスの内部で誤りが起きました。同じ Idempotency-Key で送り直せます。",
    "Something went wrong in the service; it is safe to repeat with the same Idempotency-Key.",
    500,
)
UNREADABLE = Outcome(
    "unreadable-event",
    "記録の中に、この版では読めない事実があります。送り直しても変わりません。"
    "運用の担当者に位置を知らせてください。",
    "The record holds an event that this version cannot read. Trying once more will not help:"
    " tell the operator the position.",
    500,
)
UNAVAILABLE = Outcome(
    "unavailable",
    "記録に届きませんでした。同じ Idempotency-Key で送り直してください。",
    "The log could not be reached in time; send it again with the same Idempotency-Key.",
    503,
)
BEHIND = Outcome(
    "behind",
    "表示用の集計がまだその時点に達していません。少し待ってください。",
    "The projection has not reached that position yet; wait a moment.",
    503,
)
STOPPED = Outcome(
    "projection-stopped",
    "表示用の集計が止まっていて、作り直すまでその時点に達しません。"
    "運用の担当者に知らせてください。",
    "The projection has stopped, and reaches that position only after it was built anew;"
    " tell the operator.",
    503,
)
OTHER_VERSION = Outcome(
    "projection-version",
    "表示用の集計が別の版です。ayumi projections rebuild で作り直してください。",
    "The projection in force is of another version; build it anew: ayumi projections rebuild.",
    503,
)

EVERYWHERE = (
    *(NO_CONSORTIUM, MALFORMED, UNAVAILABLE, INTERNAL, UNREADABLE),
    *(NOT_THIS_DESK, NOT_KEPT),
)
"""What every address of a consortium can answer."""


def documented(*outcomes: Outcome) -> dict[int | str, dict[str, Any]]:
    """Give the OpenAPI description of the problems that an endpoint can answer."""
    by_status: dict[int | str, list[Outcome]] = {}
    for outcome in sorted({*outcomes, *EVERYWHERE}, key=lambda each: (each.status, each.code)):
        by_status.setdefault(outcome.status, []).append(outcome)
    return {status: _documented(each) for status, each in by_status.items()}


def _documented(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    codes = {"properties": {"code": {"enum": [outcome.code for outcome in outcomes]}}}
    described: dict[str, Any] = {
        "description": "\n".join(f"- `{each.code}`: {each.ja} {each.en}" for each in outcomes),
        "content": {
            MEDIA_TYPE: {
                "schema": {"allOf": [{"$ref": "#/components/schemas/Problem"}, codes]},
            }
        },
    }
    if outcomes[0].status == UNAVAILABLE.status:
        described["headers"] = {
            "Retry-After": {
                "description": "再送までの秒数 / seconds to wait before sending it again",
                "required": True,
                "schema": {"type": "integer"},
            }
        }
    return described


def describe_problems(document: dict[str, Any]) -> dict[str, Any]:
    """Put the shape of a problem into an OpenAPI document, and say once what many endpoints say."""
    components = document["components"]
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    components["schemas"] |= {**problem.pop("$defs"), "Problem": problem}
    shared: dict[str, Any] = components.setdefault("responses", {})
    for operations in document["paths"].values():
        for operation in operations.values():
            answers = operation["responses"]
            for status, described in answers.items():
                # What a command's own rules refuse stands with the command.
                if MEDIA_TYPE in described["content"] and status != "409":
                    name = ".".join(_codes(described))
                    shared[name] = described
                    answers[status] = {"$ref": f"#/components/responses/{name}"}
    return document


def _codes(described: Mapping[str, Any]) -> list[str]:
    codes: list[str] = described["content"][MEDIA_TYPE]["schema"]["allOf"][1]["properties"]["code"][
        "enum"
    ]
    return codes


def codes_of(rules: Iterable[Rule]) -> list[Outcome]:
    """Give the outcomes of rules of the domain."""
    return [Outcome.of(rule) for rule in rules]
