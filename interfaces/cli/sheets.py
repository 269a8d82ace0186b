"""Spreadsheets in and out: import and export."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.markup import escape

from application.documents.files import Written, sheet_file
from application.documents.importing import File as Received
from application.documents.importing import record
from application.documents.kind import Kind, Place
from application.documents.ports import Encoding, Spreadsheets, Unmappable, Unreadable
from application.documents.preview import NoHeader, Preview, preview
from application.documents.registry import KINDS
from application.documents.template import blank
from application.evidence.exports import File
from application.individual_numbers import NOT_ONE
from application.recorded import Reason
from application.rehearse import reason_of
from application.service import Consortium
from domain.base.rule import RuleBroken
from domain.base.values.era import parse_japanese_date
from domain.base.values.text import plain_code
from interfaces.cli.context import AsJson, ConsortiumName, Context
from interfaces.cli.handing import CLERK, RECORDED, Taker, put, put_unrecorded
from interfaces.cli.previews import show, show_preview, table_of, told

OF_THE_FILE = "ファイルの名前・シート名・受け取った日 / its name, sheet or day of receipt: "
BAD_ROWS = 1
NOTHING_READ = 2

KindName = Annotated[str, typer.Argument(metavar="KIND", help=f"表の種類: {', '.join(KINDS)}")]


def add_to(cli: typer.Typer, context: Context, files: Spreadsheets) -> None:
    """Add these commands to the command line."""

    @cli.command("import")
    def import_(  # noqa: PLR0913, PLR0917 - the parts of one question
        kind: KindName,
        file: Annotated[Path, typer.Argument(help=".xlsx か .csv / the file.")],
        dry_run: Annotated[  # noqa: FBT002
            bool, typer.Option("--dry-run", help="比べるだけで記録しない / only compare.")
        ] = False,
        changes_from: Annotated[
            str | None, typer.Option(help="変更がいつからか / from which day changes hold.")
        ] = None,
        same_person: Annotated[
            list[str] | None,
            typer.Option(help="同じ人 NEW=OLD、別人 NEW=NEW / who is the same person."),
        ] = None,
        municipality: Annotated[
            list[str] | None, typer.Option(help="コードの確認 202037=上田市 / confirm a code.")
        ] = None,
        programme: Annotated[
            str, typer.Option(help="事業区分 / whose scope, where the sheet does not say.")
        ] = "common",
        actor: Annotated[str, typer.Option(help="記録する人 / who records it.")] = "clerk",
        reason: Annotated[
            Reason,
            typer.Option(
                help="31日以内の行を入力する理由 / why rows of the last 31 days are entered."
            ),
        ] = Reason.ROUTINE,
        received_on: Annotated[
            str | None, typer.Option(help="ファイルを受け取った日 / when it came; today.")
        ] = None,
        yes: Annotated[  # noqa: FBT002
            bool, typer.Option("--yes", "-y", help="確かめずに記録する / do not ask.")
        ] = False,
        not_an_individual_number: Annotated[  # noqa: FBT002
            bool,
            typer.Option(
                "--not-an-individual-number",
                help="個人番号に見える数字は別の番号である / such digits are another number.",
            ),
        ] = False,
        consortium: ConsortiumName = None,
        as_json: AsJson = False,  # noqa: FBT002
    ) -> None:
        """表計算のファイルを取り込む / Compare a spreadsheet with the record, and record it."""
        sheet = _kind(context, kind)
        content = _content(context, file)
        with context.consortium(consortium) as found:
            today = found.today()
            place = Place(
                namespace=found.log.namespace,
                today=today,
                programme=programme,
                confirms=frozenset({NOT_ONE} if not_an_individual_number else ()),
                changes_from=_day(context, changes_from),
                same_person=_pairs(context, same_person),
                municipalities={
                    plain_code(code): name for code, name in _pairs(context, municipality).items()
                },
            )
            try:
                seen = preview(found, sheet, files.read(content), place)
            except (Unreadable, NoHeader) as unread:
                _fail(context, str(unread))
            imported = None
            if (
                not dry_run
                and _to_record(seen)
                and (yes or (not as_json and _agreed(context, seen)))
            ):
                received = Received(file.name, content, _day(context, received_on) or today)
                try:
                    imported = record(found, seen, received, actor=actor, reason=reason)
                except RuleBroken as refused:
                    _fail(context, f"{OF_THE_FILE}{reason_of(refused)}")
            context.say(
                told(seen, imported),
                as_json=as_json,
                to_people=lambda: show(context, seen, imported, asked=not (dry_run or yes)),
            )
            if seen.count("bad") or (imported and imported.refused):
                raise typer.Exit(BAD_ROWS)

    @cli.command("template")
    def template_(
        kind: KindName,
        out: Annotated[
            Path | None, typer.Option("--out", "-o", help="出力先 .xlsx; KIND-template.xlsx")
        ] = None,
    ) -> None:
        """何も書いていない様式を書き出す / Write an empty sheet, its columns explained."""
        sheet = _kind(context, kind)
        path = out or Path(f"{kind}-template.xlsx")
        put_unrecorded(context, path, blank(files, sheet))
        context.screen.print(f"{path}  {sheet.label.ja} / {sheet.label.en}", highlight=False)

    @cli.command("export")
    def export_(  # noqa: PLR0913, PLR0917 - the parts of one question
        kind: KindName,
        out: Annotated[
            Path | None, typer.Option("--out", "-o", help="出力先 .xlsx / .csv; KIND.xlsx")
        ] = None,
        encoding: Annotated[
            str, typer.Option(help="csv の文字コード: utf-8 か cp932 / of a csv.")
        ] = "utf-8",
        geta: Annotated[  # noqa: FBT002
            bool,
            typer.Option("--geta", help="cp932 にない文字を〓にする / 〓 for what cp932 lacks."),
        ] = False,
        actor: Taker = CLERK,
        consortium: ConsortiumName = None,
    ) -> None:
        """取込と同じ列で書き出す / Write what is recorded, in the columns of an import."""
        sheet = _kind(context, kind)
        path = out or Path(f"{kind}.xlsx")
        if path.suffix not in {".xlsx", ".csv"} or encoding not in {"utf-8", "cp932"}:
            _fail(context, "出力先は .xlsx か .csv、文字コードは utf-8 か cp932 です。")
        with context.consortium(consortium) as found:
            chosen: Encoding = "cp932" if encoding == "cp932" else "utf-8"
            written = Written("xlsx" if path.suffix == ".xlsx" else "csv", chosen, geta)
            made = _made(context, found, sheet, written)
            put(context, found, path, made, actor)
        context.screen.print(
            f"{path}  {sheet.label.ja} / {sheet.label.en}  {made.rows} 行 / rows\n{RECORDED}",
            highlight=False,
        )


def _made(context: Context, consortium: Consortium, sheet: Kind, written: Written) -> File:
    try:
        return sheet_file(consortium, sheet, written)
    except Unmappable as lacking:
        headers = ("行 / row", "列 / column", "値 / value", "文字 / characters")
        table = table_of("cp932 にない文字 / not in cp932", *headers)
        for one in lacking.cells:
            table.add_row(str(one.row), one.column, escape(one.value), one.characters)
        context.screen.print(table)
        _fail(
            context,
            "cp932 で書けない文字があります。--encoding utf-8 にするか、"
            "〓でよければ --geta を付けてください / use utf-8, or --geta",
        )


def _kind(context: Context, name: str) -> Kind:
    if name not in KINDS:
        _fail(context, f"種類 {name} はありません。{', '.join(KINDS)} から選んでください。")
    return KINDS[name]


def _content(context: Context, file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        _fail(context, f"{file} を開けません / cannot be opened: {error.strerror}")


def _day(context: Context, text: str | None) -> date | None:
    try:
        return parse_japanese_date(text) if text else None
    except ValueError as error:
        _fail(context, f"日付として読めません / {error}")


def _pairs(context: Context, said: Sequence[str] | None) -> Mapping[str, str]:
    pairs = [each.partition("=") for each in said or ()]
    for new, equals, old in pairs:
        if not (new and equals and old):
            _fail(context, f"「左=右」の形で書いてください / write LEFT=RIGHT: {new}{equals}{old}")
    return {new.strip(): old.strip() for new, _, old in pairs}


def _fail(context: Context, message: str) -> NoReturn:
    context.fail(message, NOTHING_READ)


def _to_record(seen: Preview) -> int:
    return seen.count("new") + seen.count("changed")


def _agreed(context: Context, seen: Preview) -> bool:
    show_preview(context, seen)
    return typer.confirm(
        f"新規 {seen.count('new')} 件と変更 {seen.count('changed')} 件を記録しますか / record them?"
    )
