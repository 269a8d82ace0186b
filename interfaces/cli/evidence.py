"""Comparing two moments, and from an event to what it moved: diff, moved."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Column, Table

from application.asking.query import LARGEST_PAGE, CursorUnread, DayNotAsked
from application.evidence.difference import DifferenceAsked, WrongOrder, difference
from application.evidence.moved import MovedAsked, NoSuchEvent, answer_moved
from application.recorded import Reason
from application.registry import PROJECTIONS
from application.service import Consortium
from domain.base.titles import both
from interfaces.cli.ask import DAY, ValidOn, a_day, asking, in_japan, show_notes
from interfaces.cli.context import AsJson, ConsortiumName, Context

CHANGES = {
    "added": "追加 / added",
    "removed": "削除 / removed",
    "changed": "変更 / changed",
}
REASONS: dict[str, Reason] = {reason.value: reason for reason in Reason}
NOT_AT_ONCE = {"late": "  遅れ / late", "taken_over": "  引継ぎ / taken over"}
SIDES = {"before": "前 / before", "after": "後 / after"}
COUNTED = {
    "newly_counted": "新たに数えた位置 / newly counted",
    "no_longer_counted": "数えなくなった位置 / no longer counted",
}
OTHER = {"parts": "計算の各項 / parts", "recorded": "記録の経緯 / how its facts were recorded"}
UUID_TEXT = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
REFERENCE = re.compile(rf"{UUID_TEXT}|[0-9a-f]{{64}}")
"""An id, or where a sealed value lies: of no use to people who read."""


def add_to(cli: typer.Typer, context: Context) -> None:
    """Add these commands to the command line."""

    @cli.command("diff")
    def diff(  # noqa: PLR0913, PLR0917 - the parts of one question
        projection: Annotated[
            str, typer.Argument(metavar="PROJECTION", help=f"一覧: {', '.join(PROJECTIONS)}")
        ],
        earlier: Annotated[
            str,
            typer.Option("--from", help="比べる元の記録時点: 日、時刻、位置 / compared from."),
        ],
        later: Annotated[
            str | None, typer.Option("--to", help="比べる先の記録時点 / compared with; now.")
        ] = None,
        valid_on: ValidOn = None,
        from_valid_on: Annotated[
            date | None,
            typer.Option(
                "--from-valid-on",
                parser=a_day,
                metavar=DAY,
                help="元だけの基準日 / the day of the first moment, if another.",
            ),
        ] = None,
        limit: Annotated[
            int, typer.Option(min=1, max=LARGEST_PAGE, help="件数の上限 / rows, at most.")
        ] = 50,
        cursor: Annotated[str | None, typer.Option(help="続き / from where to go on.")] = None,
        consortium: ConsortiumName = None,
        as_json: AsJson = False,  # noqa: FBT002
    ) -> None:
        """二つの時点はどこが、なぜ違うか / What differs between two moments, and why."""
        if projection not in PROJECTIONS:
            context.fail(f"一覧 {projection} はありません / there are: {', '.join(PROJECTIONS)}.")
        with _asking(context, consortium) as found:
            asked = DifferenceAsked(earlier, later, valid_on, from_valid_on, cursor, limit)
            answer = difference(found, PROJECTIONS[projection], asked)
            context.say(answer, as_json=as_json, to_people=lambda: _show(context, answer))

    @cli.command("moved")
    def moved_(
        position: Annotated[int, typer.Argument(help="事実の位置 / the event's position.")],
        valid_on: ValidOn = None,
        consortium: ConsortiumName = None,
        as_json: AsJson = False,  # noqa: FBT002
    ) -> None:
        """事実から、動いた指標へ / From an event to the figures that it moved."""
        with _asking(context, consortium) as found:
            asked = MovedAsked(position, valid_on)
            answer = answer_moved(found, asked)
            context.say(answer, as_json=as_json, to_people=lambda: _show_moved(context, answer))


@contextmanager
def _asking(context: Context, consortium: str | None) -> Iterator[Consortium]:
    with asking(context, consortium, caught_up=True) as found:
        try:
            yield found
        except WrongOrder as error:
            context.fail(f"--from: {error}.")
        except DayNotAsked as error:
            context.fail(
                f"{error} は記録そのものの一覧で、基準日がありません"
                f" / {error} is about the record itself: it has no --valid-on."
            )
        except CursorUnread as error:
            context.fail(f"--cursor: {error}.")
        except NoSuchEvent as error:
            context.fail(f"{error}.")


def _show(context: Context, answer: dict[str, Any]) -> None:
    say = context.screen.print
    say(both(PROJECTIONS[answer["projection"]["name"]].label), style="bold", highlight=False)
    for side, moment in (("前 / from", answer["from"]), ("後 / to  ", answer)):
        say(f"{side}  {_moment(moment)}", highlight=False, markup=False)
    counts = "  ".join(f"{CHANGES[kind]} {count}" for kind, count in answer["counts"].items())
    say(counts, highlight=False)
    if answer["changes"]:
        table = Table(
            Column("行 / row", overflow="fold", ratio=5),
            Column("違い / difference", overflow="fold", ratio=9),
            Column("理由となった事実 / events behind it", overflow="fold", ratio=11),
            show_lines=True,
            expand=True,
        )
        for change in answer["changes"]:
            events = "\n".join(_event(event) for event in change["events"])
            told = (_key(change["key"]), _short(_difference(change)), events)
            table.add_row(*map(escape, told))
        say(table)
    if answer["next_cursor"]:
        say(
            f"続きがあります / there are more: --cursor {answer['next_cursor']}",
            highlight=False,
            soft_wrap=True,
        )
    show_notes(context, answer)


def _moment(moment: dict[str, Any]) -> str:
    at = moment["as_of"]
    recorded = f"{in_japan(at['recorded_at'])} まで、" if at["recorded_at"] else ""
    day = f"  基準日 / valid on {moment['valid_on']}" if moment["valid_on"] else ""
    asked = at["asked"] or "現在 / now"
    return f"記録時点 / as of {asked}（{recorded}位置 {at['position']}）{day}"


def _key(key: str) -> str:
    return "  ".join(_short(part) for part in key.split("|") if part)


def _short(text: str) -> str:
    return REFERENCE.sub(lambda found: f"{found[0][:8]}…", text)


def _difference(change: dict[str, Any]) -> str:
    fields = change["fields"]
    if change["change"] == "changed":
        return "\n".join(f"{each['words']['ja']}\n{each['words']['en']}" for each in fields)
    known = change["key"].split("|")
    told = [
        each["words"]
        for each in fields
        for value in [str(each["after"] if each["before"] is None else each["before"])]
        if not REFERENCE.fullmatch(value) and value not in known
    ]
    return "\n".join([
        CHANGES[change["change"]],
        "、".join(words["ja"] for words in told),
        ", ".join(words["en"] for words in told),
    ])  # fmt: skip


def _event(event: dict[str, Any]) -> str:
    recorded, reason = in_japan(event["recorded_at"]), REASONS[event["reason"]]
    when = f"#{event['position']}  {recorded}{NOT_AT_ONCE.get(event['how'], '')}"
    day = f"基準日 / effective on {event['effective_on']}"
    for_whom = f"（代理 / for {event['on_behalf_of']}）" if event["on_behalf_of"] else ""
    who = f"{event['actor']}{for_whom}  {reason.ja} / {reason.en}"
    said = event["sentence"]
    days = [] if event["effective_on"] == recorded else [day]
    return "\n".join([when, *days, who, said["ja"], said["en"]])


def _show_moved(context: Context, answer: dict[str, Any]) -> None:
    say = context.screen.print
    say(_event(answer["event"]), highlight=False, markup=False)
    say(f"基準日 / valid on {answer['valid_on']}", highlight=False)
    if answer["figures"]:
        table = Table(
            Column("指標 / figure", overflow="fold", ratio=6),
            Column("事業区分・年度 / programme, year", overflow="fold", ratio=4),
            *(Column(name, justify="right") for name in SIDES.values()),
            Column("違うところ / what differs", overflow="fold", ratio=6),
            show_lines=True,
            expand=True,
        )
        for each in answer["figures"]:
            table.add_row(
                escape(f"{each['figure']}  {each['title']['ja']}\n{each['title']['en']}"),
                _scope(each),
                _value(each, "before"),
                _value(each, "after"),
                escape(_differs(each)),
            )
        say(table)
    show_notes(context, answer)


def _scope(figure: dict[str, Any]) -> str:
    whose = "全事業 / every programme" if figure["every_programme"] else figure["programme"]
    year = figure["fiscal_year"]
    named = f"{year['label']} / FY{year['fiscal_year']}" if year else "年度を問わず / any year"
    return f"{whose}\n{named}"


def _value(figure: dict[str, Any], side: str) -> str:
    value = figure[side]["value"]
    return "—" if value is None else f"{value:,} {figure['unit']['ja']}"


def _differs(figure: dict[str, Any]) -> str:
    told = []
    if "definition" in figure["differs"]:
        was, now = (figure[side]["definition_version"] or "—" for side in SIDES)
        told.append(f"定義の版 / definition: {was} → {now}")
    for side, name in SIDES.items():
        if why := figure[side]["why_no_value"]:
            told.append(f"{name}: {why['ja']} / {why['en']}")
    for line in figure["lines"]:
        was, now = ("—" if line[side] is None else f"{line[side]:,}" for side in SIDES)
        told.append(f"{line['words']['ja']} / {line['words']['en']}: {was} → {now}")
    for name, words in COUNTED.items():
        if counted := figure[name]:
            told.append(f"{words}: {', '.join(str(each['position']) for each in counted)}")
    if not told and "value" not in figure["differs"]:
        told = [OTHER[aspect] for aspect in figure["differs"] if aspect in OTHER]
    return "\n".join(told)
