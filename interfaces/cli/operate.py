"""Running the service: open, serve, doctor."""

import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from itertools import islice
from typing import Any

import typer
import uvicorn

from application.evidence.checkpoint import Signed
from application.evidence.desk import SigningRefused
from application.evidence.live_signer import signing
from application.evidence.signing import continued, signed_before
from application.evidence.soundness import faults
from application.evidence.witnesses import cosigned
from application.ports import ClockRefused, Indigestible
from application.registry import PROJECTIONS
from application.service import Consortium, Installation
from interfaces.cli.context import AsJson, ConsortiumName, Context
from interfaces.cli.projections import show_status, told_status
from interfaces.http.app import create_app

MOST_FAULTS = 20


def add_to(cli: typer.Typer, context: Context) -> None:
    """Add these commands to the command line."""

    @cli.command("open")
    def open_(name: str) -> None:
        """新しいコンソーシアムの記録を開く / Open the log of a new consortium."""
        with context.installation() as installation:
            try:
                consortium = installation.found(name)
            except (ClockRefused, ValueError) as refused:
                context.fail(f"{refused}.")
            context.screen.print(f"{consortium.log.origin}, clock: {consortium.log.clock}")

    @cli.command()
    def serve() -> None:
        """サービスを起動する / Serve every consortium over HTTP."""
        with context.installation() as installation:
            serve_all(context, installation)

    @cli.command()
    def doctor(consortium: ConsortiumName = None, as_json: AsJson = False) -> None:  # noqa: FBT002
        """点検 / Say what is known of a consortium's record, and what is wrong with it."""
        with context.consortium(consortium) as found:
            report = examine(found)
            context.say(report, as_json=as_json, to_people=lambda: _show(context, report))
            if report["wrong"]:
                raise typer.Exit(1)


def serve_all(context: Context, installation: Installation) -> None:
    """Serve every consortium until interrupted."""
    consortia = {name: installation.take_up(name) for name in installation.names()}
    with ExitStack() as running, _orderly_end():
        for consortium in consortia.values():
            running.enter_context(installation.projecting(consortium))
            running.enter_context(signing(consortium, context.settings.checkpoint_seconds))
        uvicorn.run(
            create_app(consortia),
            host=context.settings.host,
            port=context.settings.port,
            log_level="warning",
        )


@contextmanager
def _orderly_end() -> Iterator[None]:
    """End on SIGTERM as on Ctrl-C: what has been opened is closed before the process goes."""
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def examine(consortium: Consortium) -> dict[str, Any]:
    """Give what is known of a consortium's record, and in `wrong` what is not as it must be."""
    position, recorded_at = consortium.log.last()
    projections = told_status(consortium)
    stopped = [p for p in projections if p["error"]]
    signed, kept = _signed(consortium), consortium.checkpoints.last_kept()
    wrong = [
        *(f"{p['name']} stopped at {p['failed_at']}: {p['error']}" for p in stopped),
        *islice(faults(consortium.log), MOST_FAULTS),
        *_not_continued(consortium),
        *_untrue(consortium, position, {p["name"] for p in stopped}),
    ]
    return {
        "consortium": consortium.name,
        "origin": consortium.log.origin,
        "clock": consortium.log.clock,
        "position": position,
        "recorded_at": recorded_at.isoformat(),
        "signed": signed.checkpoint.size if signed else None,
        "signed_at": _iso(kept.signed_at),
        "cosigned_at": _iso(kept.cosigned_at),
        "witnesses": cosigned(consortium, signed).told(),
        "projections": projections,
        "wrong": wrong,
    }


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _signed(consortium: Consortium) -> Signed | None:
    try:
        return consortium.checkpoints.latest()
    except SigningRefused:
        # Nothing is known to be signed then; why is among what is wrong.
        return None


def _not_continued(consortium: Consortium) -> Iterator[str]:
    """Say why the record as it stands would not be signed, given what has been signed."""
    try:
        continued(consortium.log, signed_before(consortium))
    except SigningRefused as refused:
        yield refused.why.en


def _untrue(consortium: Consortium, position: int, stopped: set[str]) -> Iterator[str]:
    """Say which projections hold other rows than a fresh fold of the record."""
    going = [projection for name, projection in PROJECTIONS.items() if name not in stopped]
    try:
        for one in consortium.checker.check(going, position):
            if not one.right:
                yield (
                    f"{one.name} is not what the record says: {one.missing} rows are missing,"
                    f" {one.surplus} are too many; rebuild it"
                )
    except Indigestible as error:
        yield f"an event cannot be read: {error}"


def _show(context: Context, report: dict[str, Any]) -> None:
    clock = report["clock"]
    note = "模擬の時計 / simulated: not real times" if clock == "simulated" else "server"
    context.screen.print(f"[bold]{report['consortium']}[/bold]  {report['origin']}")
    context.screen.print(f"時計 / clock: {note}")
    context.screen.print(f"位置 / position: {report['position']} ({report['recorded_at']})")
    signed = report["signed"]
    upto = (
        "なし / not signed" if signed is None else f"位置 {signed} まで / up to position {signed}"
    )
    context.screen.print(f"署名 / signature: {upto} ({report['signed_at'] or '-'})")
    said, last = report["witnesses"]["said"], report["cosigned_at"] or "なし / none"
    context.screen.print(f"立会人 / witnesses: {said['ja']} {said['en']}", markup=False)
    context.screen.print(f"最後の副署 / last co-signature: {last}")
    none = report["witnesses"]["timestamp"]
    context.screen.print(f"{none['ja']} {none['en']}", markup=False)
    show_status(context, report["projections"])
    for wrong in report["wrong"]:
        context.screen.print(wrong, style="bold red", markup=False)
    if not report["wrong"]:
        context.screen.print("異常なし / nothing wrong", style="green")
