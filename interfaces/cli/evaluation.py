"""The evaluator's desk: the token of the reading trail."""

import sys
from typing import Annotated
from uuid import UUID

import typer

from application.decision import NotFound
from application.evidence.trail import open_desk
from application.recorded import Entry
from domain.base.rule import RuleBroken
from interfaces.cli.context import ConsortiumName, Context
from interfaces.cli.handing import CLERK

ONCE = (
    "次の1行は評価者のトークンです。二度と示されず、どこにも保存されません。\n"
    "閲覧と記録のときは Ayumi-Evaluation の見出しに入れてください。\n"
    "The next line is the evaluator's token: it is not shown again, and is kept nowhere.\n"
    "Send it as the header Ayumi-Evaluation with what is read and recorded.\n"
    "このコマンドを動かした人は、トークンも鍵も見ています。評価者でない人が動かしたのなら、"
    "その人も閲覧の記録を読め、評価者の名で記録できます。"
    "評価者は両方を手元で作れます（docs/evaluator.md の7）。\n"
    "Whoever ran this command has seen both lines: if it was not the evaluator, that person too can"
    " read the trail, and record in the evaluator's name. The evaluator can make both at home"
    " (docs/evaluator.md, 7).\n"
)
PUBLISH = (
    "公表のとき、次の鍵を trail_key に入れると、閲覧の記録が誰にでも読めるようになります。"
    "それまでは秘密にしてください。\n"
    "Given as trail_key with the publication, the next key opens the trail to everybody;"
    " until then keep it secret.\n"
)


def add_to(cli: typer.Typer, context: Context) -> None:
    """Add these commands to the command line."""
    evaluations = typer.Typer(no_args_is_help=True, help="評価 / Evaluations.")
    cli.add_typer(evaluations, name="evaluation")

    @evaluations.callback()
    def evaluation() -> None:
        """評価者の閲覧の記録 / The evaluator's reading trail."""

    @evaluations.command()
    def token(
        evaluation: Annotated[UUID, typer.Argument(help="評価のID / the evaluation's id.")],
        actor: Annotated[str, typer.Option(help="記録する人 / who records it.")] = CLERK,
        consortium: ConsortiumName = None,
    ) -> None:
        """閲覧の記録を始め、評価者の鍵を一度だけ示す / Open the trail; the token is shown once."""
        with context.consortium(consortium) as found:
            try:
                made = open_desk(found, evaluation, Entry(actor=actor))
            except NotFound:
                context.fail("その評価はありません。 / There is no such evaluation.")
            except RuleBroken as broken:
                context.fail(f"{broken.rule.ja}\n{broken.rule.en}")
            typer.echo(ONCE + PUBLISH, err=True)
            sys.stdout.write(f"{made.written()}\n{found.trails.key(made)}\n")
