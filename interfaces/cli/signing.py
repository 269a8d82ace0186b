"""Signing the log: checkpoint, key, epoch."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from application.evidence.desk import NoKey, SigningKey, SigningRefused
from application.evidence.epochs import open_epoch
from application.evidence.note import Note
from application.evidence.signing import epoch_name, opening, sign, signer, stamp
from application.evidence.timestamps import TimestampRefused, said
from application.evidence.witnesses import cosigned
from application.service import Consortium
from interfaces.cli.context import ConsortiumName, Context
from interfaces.cli.handing import put_unrecorded

HAND_OVER = (
    "次の1行を、確かめる人（評価者・市町村）に、この記録とは別の道で渡してください。\n"
    "Hand this line to whoever is to verify (evaluators, municipalities), by another way than the"
    " record:"
)
KEEP = (
    "鍵と .signed ファイルの控えを、データベースとは別の場所に取ってください。\n"
    "Keep a copy of the key and of the .signed file, apart from the database."
)
SIGNED_ALL_THE_SAME = (
    "記録への署名は済んでいます。時刻証明は保存されていません。\n"
    "The record is signed all the same; no timestamp was kept."
)
Out = Annotated[
    Path | None, typer.Option("--out", help="書き出す先 / where to write it; else it is printed.")
]


def add_to(cli: typer.Typer, context: Context) -> None:
    """Add these commands to the command line."""
    keys = typer.Typer(no_args_is_help=True, help="署名鍵 / The key that signs.")
    epochs = typer.Typer(no_args_is_help=True, help="記録の期 / Epochs of the log.")
    cli.add_typer(keys, name="key")
    cli.add_typer(epochs, name="epoch")

    @cli.command()
    def checkpoint(
        out: Out = None,
        timestamp: Annotated[  # noqa: FBT002
            bool,
            typer.Option(
                "--timestamp",
                help="第三者の時刻証明を求める / ask a third party for its timestamp (RFC 3161).",
            ),
        ] = False,
        consortium: ConsortiumName = None,
    ) -> None:
        """いまの記録に署名する / Sign the log as it stands, and give the checkpoint."""
        with refusals(context), context.consortium(consortium) as found:
            signed = sign(found)
            if timestamp:
                stamp(found, signed)
            others = cosigned(found, signed)
            for each in (others.said(), said(others.timestamp)):
                typer.echo(f"{each.ja}\n{each.en}", err=True)
            _give(context, signed.note, out)

    @keys.command("new")
    def new_key(consortium: ConsortiumName = None) -> None:
        """鍵を作る / Make a key that nobody but its owner can read."""
        with refusals(context), context.consortium(consortium) as found:
            if found.desk is None:
                raise NoKey
            key = found.desk.create_key()
            context.screen.print(f"{KEEP}\n{HAND_OVER}", highlight=False, soft_wrap=True)
            sys.stdout.write(_public(found, key))

    @keys.command()
    def show(consortium: ConsortiumName = None) -> None:
        """確かめるための公開鍵 / Give the public key, to be handed to whoever is to verify."""
        with refusals(context), context.consortium(consortium) as found:
            _, key = signer(found)
            sys.stdout.write(_public(found, key))

    @epochs.command("new")
    def new_epoch(out: Out = None, consortium: ConsortiumName = None) -> None:
        """失われた記録の後で、新しい期を開く / Open a new epoch after a loss, and say so."""
        with refusals(context), context.consortium(consortium) as found:
            _give(context, open_epoch(found).note, out)


def _public(consortium: Consortium, key: SigningKey) -> str:
    log = consortium.log
    return f"{key.verifier(epoch_name(log, opening(log))).written()}\n"


def _give(context: Context, note: Note, out: Path | None) -> None:
    if out:
        put_unrecorded(context, out, note)
    else:
        # To the byte: what was signed is not wrapped or coloured.
        sys.stdout.write(note.written())


@contextmanager
def refusals(context: Context) -> Iterator[None]:
    """Say why nothing was signed, or why there is no timestamp of what was, and end."""
    try:
        yield
    except SigningRefused as refused:
        context.fail(str(refused))
    except TimestampRefused as refused:
        context.fail(f"{refused}\n{SIGNED_ALL_THE_SAME}")
