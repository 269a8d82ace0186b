"""The order form as a paper: what stands on it, out of the answer that programs get as well."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from application.documents.form import Form, FormRow, FormSection, Tone
from application.documents.order_form.words import day_in_words
from application.recorded import JAPAN
from domain.base.words import Label

TITLE = Label("業務委託条件明示書（注文書）", "Order form and statement of terms")
OPENING = Label(
    "業務委託の条件を、自営型テレワークガイドラインの12項目により、次のとおり明示します。",
    "The terms of the work, by the 12 items of the guideline on self-employed telework.",
)
KEPT = Label(
    "委託者はこの書面を3年間保存します（同ガイドライン）。",
    "The orderer keeps this paper for three years, as the guideline says.",
)
TONES: Mapping[str, Tone] = {
    "not-recorded": "missing",
    "undecided": "open",
    "sealed": "missing",
    "erased": "missing",
}


def page(answer: dict[str, Any]) -> Form:
    """Make the paper of an answer."""
    lines = {line["field"]: line for item in answer["items"] for line in item["lines"]}
    worker = lines["worker_number"]["words"]["ja"]
    return Form(
        title=TITLE,
        reference=list(_reference(answer)),
        addressee=f"{lines['worker_name']['words']['ja']}　様（ワーカー番号 {worker}）",
        sender=[lines[name]["words"]["ja"] for name in _SENDER],
        opening=OPENING,
        sections=[*map(_section, answer["items"]), _editions(answer)],
        notes=[*_incomplete(answer), KEPT, *map(_label, answer["notes"])],
        footer=_footer(answer),
    )


_SENDER = ("orderer_name", "orderer_address", "orderer_contact")


def file_name(answer: dict[str, Any]) -> str:
    """Give the name of the file: order, worker and ordinal."""
    lines = {line["field"]: line for line in answer["items"][0]["lines"]}
    worker = lines["worker_number"]["words"]["ja"]
    return f"注文書-{answer['engagement_number']}-{worker}-{answer['ordinal']}.xlsx"


def _reference(answer: dict[str, Any]) -> Iterator[FormRow]:
    number = f"{answer['engagement_number']}（連番 {answer['ordinal']}）"
    yield FormRow(Label("案件番号", "order number"), Label(number, number))
    editions = answer["editions"]
    for edition in editions[:1] + editions[1:][-1:]:
        words, on = edition["words"], day_in_words(date.fromisoformat(edition["on"]))
        ja, en = f"第{edition['number']}版 {words['ja']}", f"edition {edition['number']}"
        yield FormRow(Label(ja, f"{en}, {words['en']}"), on)


def _section(item: dict[str, Any]) -> FormSection:
    rows = [
        FormRow(_label(line["label"]), _label(line["words"]), TONES.get(line["said"], "plain"))
        for line in item["lines"]
    ]
    rows += [_undecided(one) for one in item["undecided"]]
    return FormSection(str(item["number"]), _label(item["heading"]), rows)


def _undecided(one: dict[str, Any]) -> FormRow:
    by, reason = day_in_words(date.fromisoformat(one["decide_by"])), one["reason"]
    return FormRow(
        Label(f"未定：{one['item']['ja']}", f"undecided: {one['item']['en']}"),
        Label(
            f"理由 {reason['ja']}、{by.ja}までに定める",
            f"because {reason['en']}; to be decided by {by.en}",
        ),
        "open",
    )


def _editions(answer: dict[str, Any]) -> FormSection:
    rows = []
    for one in answer["editions"]:
        on, words = day_in_words(date.fromisoformat(one["on"])), one["words"]
        ja, en = f"{on.ja}に{words['ja']}", f"{words['en']} on {on.en}"
        if one["decided"]:
            ja += f"（定まった項目: {'、'.join(each['ja'] for each in one['decided'])}）"
            en += f" (decided: {', '.join(each['en'] for each in one['decided'])})"
        text = Label(f"{ja}。記録の位置 {one['position']}", f"{en}, position {one['position']}")
        rows.append(FormRow(Label(f"第{one['number']}版", f"edition {one['number']}"), text))
    return FormSection("", Label("条件の経緯", "How the terms were told"), rows)


def _footer(answer: dict[str, Any]) -> str:
    log, at = answer["log"], answer["as_of"]
    recorded_at = datetime.fromisoformat(at["recorded_at"]).astimezone(JAPAN)
    clock = "  模擬の時計 / simulated clock" if log["clock"] == "simulated" else ""
    return (
        f"{log['origin']}  位置 {at['position']}（{recorded_at:%Y-%m-%d %H:%M} まで）"
        f"  基準日 {answer['valid_on']}{clock}"
    )


def _incomplete(answer: dict[str, Any]) -> Iterator[Label]:
    missing = [
        item["heading"]
        for item in answer["items"]
        if any(line["said"] == "not-recorded" for line in item["lines"])
    ]
    if missing:
        yield Label(
            f"未記載のある項目: {'、'.join(each['ja'] for each in missing)}。"
            "記録になく、この書面では明示していません。",
            f"Not recorded, and not stated by this paper: parts of"
            f" {', '.join(each['en'].lower() for each in missing)}.",
        )


def _label(words: Mapping[str, str]) -> Label:
    return Label(words["ja"], words["en"])
