"""What an evaluator carries away: bundle."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Literal

import typer

from application.evidence.bundle.question import BundleAsked
from application.evidence.bundle.writer import Bundle
from application.evidence.exports import export_bundle
from application.evidence.signing import signed_of
from application.evidence.timestamps import said
from application.evidence.witnesses import cosigned
from domain.base.rule import RuleBroken
from domain.base.values.fiscal_year import label
from domain.base.words import Label
from interfaces.cli.ask import ValidOn, a_programme, a_year
from interfaces.cli.context import ConsortiumName, Context
from interfaces.cli.handing import CLERK, RECORDED, Taker, put_new, taker
from interfaces.cli.signing import refusals
from interfaces.verify_page import verify_page

For = Annotated[
    Literal["evaluation", "publication"],
    typer.Option("--for", help="評価用か公表用か / for evaluation or for publication."),
]
Out = Annotated[Path, typer.Option("--out", help="書き出す先 / where to write it; a new file.")]
ABOUT = {
    "evaluation": "評価用です。公表できません。仮名は匿名ではありません。\n"
    "For evaluation, not for publication: a pseudonym is not anonymous.",
    "publication": "公表用です。少ない人数と、少ない人についての金額は示していません。\n"
    "For publication: counts and sums of few persons are not told.",
}


def add_to(cli: typer.Typer, context: Context) -> None:
    """Add this command to the command line."""

    @cli.command("bundle")
    def bundle(  # noqa: PLR0913, PLR0917 - the parts of one question
        kind: For,
        out: Out,
        programme: Annotated[
            str | None,
            typer.Option(
                "--programme",
                parser=a_programme,
                metavar="PROGRAMME",
                help="事業区分 / whose scope; the only grant programme if one.",
            ),
        ] = None,
        valid_on: ValidOn = None,
        fiscal_year: Annotated[
            list[int] | None,
            typer.Option(
                "--fiscal-year",
                parser=a_year,
                metavar="R6",
                help="年度、何度でも / fiscal years, repeated; all up to the day if not given.",
            ),
        ] = None,
        as_of: Annotated[
            int | None,
            typer.Option("--as-of", min=1, help="署名済みの前の件数 / an earlier signed size."),
        ] = None,
        previous: Annotated[
            Path | None,
            typer.Option(
                "--previous",
                exists=True,
                dir_okay=False,
                help="前の記録確定点 / an earlier checkpoint, to be put in.",
            ),
        ] = None,
        actor: Taker = CLERK,
        consortium: ConsortiumName = None,
    ) -> None:
        """評価者が持ち帰る検証資料を作る / Write what an evaluator carries away and checks."""
        entry = taker(actor)
        asked = BundleAsked(
            kind=kind,
            programme=programme,
            valid_on=valid_on,
            fiscal_years=tuple(fiscal_year or ()),
            as_of=as_of,
            previous=previous.read_bytes().decode(errors="replace") if previous else None,
        )
        with _refusals(context), context.consortium(consortium) as found:
            written = put_new(
                out, lambda file: export_bundle(found, asked, verify_page(), file, entry)
            )
            witnessed = cosigned(found, signed_of(found, written.question.size)).said()
        _show(context, out, written, witnessed)


def _show(context: Context, out: Path, written: Bundle, witnessed: Label) -> None:
    asked, stamped = written.question, said(written.timestamp)
    years = "、".join(map(label, asked.fiscal_years))
    lines = [
        f"{out}",
        ABOUT[asked.kind],
        f"記録 / record {written.origin}  件数 / size {asked.size:,}",
        f"事業区分 / programme {asked.programme}  基準日 / valid on {asked.valid_on}  {years}",
        f"全部を示した事実 / whole {written.whole:,}  伏せた事実 / withheld {written.withheld:,}",
        f"指標 / figures {written.figures}",
        f"{stamped.ja}\n{stamped.en}",
        f"SHA-256 {written.sha256}",
        f"{witnessed.ja} {witnessed.en}",
        RECORDED,
    ]
    if written.not_recomputed:
        codes = ", ".join(written.not_recomputed)
        lines.append(f"この資料では再計算できない指標 / not recomputable from it: {codes}")
    lines += [
        f"確かめる / check it: ayumi-verify {out} --key KEYS",
        "鍵は、この資料とは別の道で渡す / hand over the key by another way: ayumi key show",
    ]
    for line in lines:
        context.screen.print(line, highlight=False, markup=False, soft_wrap=True)


@contextmanager
def _refusals(context: Context) -> Iterator[None]:
    try:
        with refusals(context):
            yield
    except RuleBroken as broken:
        about = [f"{name}: {value}" for name, value in broken.where.items()]
        context.fail("\n".join([broken.rule.ja, broken.rule.en, *about]))
    except FileExistsError as there:
        context.fail(
            f"すでにあります。上書きしません: {there}\n"
            "There is such a file already; it is not written over."
        )
    except OSError as error:
        context.fail(f"書き出せません / it cannot be written: {error.strerror}: {error.filename}")
