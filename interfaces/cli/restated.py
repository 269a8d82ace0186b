"""`ayumi restated`: which reported figures no longer hold, and what made the difference."""

from collections.abc import Iterable
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Column, Table

from application.evidence.restated import RestatementsAsked, answer_restatements
from domain.base.values.municipalities import MUNICIPALITIES
from interfaces.cli.ask import HOW, AsOf, asking, in_japan, show_notes
from interfaces.cli.context import AsJson, ConsortiumName, Context
from interfaces.cli.evidence import REASONS

Every = Annotated[
    bool, typer.Option("--all", help="記録のとおりの値も / also the figures that still hold.")
]


def add_to(cli: typer.Typer, context: Context) -> None:
    """Add this command to the command line."""

    @cli.command("restated")
    def restated_(
        as_of: AsOf = None,
        every: Every = False,  # noqa: FBT002
        consortium: ConsortiumName = None,
        as_json: AsJson = False,  # noqa: FBT002
    ) -> None:
        """提出文書の値と今の記録の違い、その原因 / Reported figures that hold no more."""
        with asking(context, consortium) as found:
            answer = answer_restatements(found, RestatementsAsked(as_of, every))
            context.say(answer, as_json=as_json, to_people=lambda: _show(context, answer))


def _show(context: Context, answer: dict[str, Any]) -> None:
    moment = answer["as_of"]
    context.screen.print(
        f"記録時点 {moment['asked'] or '現在'}（位置 {moment['position']}）"
        f"  提出文書の指標 {answer['stated']}、うち記録のとおり {answer['holding']}",
        highlight=False,
        markup=False,
    )
    for item in answer["items"]:
        _show_item(context, item)
    show_notes(context, answer)


def _show_item(context: Context, item: dict[str, Any]) -> None:
    year = item["fiscal_year"]["label"] if item["fiscal_year"] else "全年度"
    title = item["title"]["ja"] if item["title"] else ""
    words = item["outcome_in_words"]
    context.screen.print(
        f"\n{item['figure']}  {title}  {item['programme']}  {year}  基準日 {item['taken_on']}\n"
        f"{words['ja']} / {words['en']}",
        highlight=False,
        markup=False,
    )
    context.screen.print(_values(item))
    for document in item["documents"]:
        if why := document["why_no_cause"]:
            context.screen.print(f"※ {document['number']}: {why['ja']} / {why['en']}", markup=False)
    if item["causes"]:
        context.screen.print(_causes(item))


def _values(item: dict[str, Any]) -> Table:
    fold = [Column(name, overflow="fold") for name in ("", "値", "内訳", "文書・定義")]
    table = Table(*fold)
    for document in item["documents"]:
        place = f" {document['place']}" if document["place"] else ""
        paper = f"{document['number']} {document['issued_on']} {document['addressee']}{place}"
        table.add_row("文書", _value(item), _lines(item["breakdown"]), escape(paper))
        if then := document["then"]:
            at = f"位置 {document['at_position']}、{_version(then)}"
            table.add_row("当時の記録", _value(then), _lines(then["breakdown"]), at)
    now = item["now"]
    table.add_row("今の記録", _value(now), _lines(now["breakdown"]), _version(now))
    if other := item["otherwise"]:
        table.add_row("今の定義では", _value(other), _lines(other["breakdown"]), _version(other))
    return table


def _causes(item: dict[str, Any]) -> Table:
    said = Column("違いの原因", overflow="fold")
    table = Table(
        "位置", "基準日", "記録日", "経緯", Column("入力者", overflow="fold"), "理由", said
    )
    for cause in item["causes"]:
        about = f"\n→ {cause['about']['ja']}" if cause["about"] else ""
        table.add_row(
            str(cause["position"]),
            cause["effective_on"],
            in_japan(cause["recorded_at"]),
            HOW[cause["how"]],
            cause["actor"],
            REASONS[cause["reason"]].ja,
            escape(cause["sentence"]["ja"] + about),
        )
    return table


def _value(said: dict[str, Any]) -> str:
    if said["value"] is not None:
        return f"{said['value']:,}"
    return f"—（{said['why_no_value']['ja']}）"


def _lines(breakdown: Iterable[dict[str, Any]]) -> str:
    return "\n".join(
        f"{' '.join(map(_named, line['by']))}: "
        + ("—" if line["value"] is None else f"{line['value']:,}")
        for line in breakdown
    )


def _named(by: object) -> str:
    """Say what a line of a breakdown is for; a municipality by its name."""
    known = MUNICIPALITIES.get(str(by))
    return known.name if known else str(by)


def _version(said: dict[str, Any]) -> str:
    return f"定義 第{said['definition_version']}版" if said["definition_version"] else "定義なし"
