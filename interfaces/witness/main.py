"""The command `ayumi-witness`: what an officer runs, by hand or from a timer."""

import argparse
import math
import re
import sys
import threading
import time
from base64 import b64decode
from collections.abc import Sequence
from pathlib import Path

from interfaces.verifier.note import LOG, Key, keys
from interfaces.verifier.strict import NOT_SO, Malformed, json_of
from interfaces.witness.checkpoint import public
from interfaces.witness.judging import Offer, cosign
from interfaces.witness.memory import Memory
from interfaces.witness.service import Service
from interfaces.witness.words import Exit, Stopped

NAME = re.compile(r"witness/[a-z][a-z0-9-]{0,39}")
LEAST_SECONDS, EVERY_SECONDS = 1.0, 3600.0


def run() -> None:
    """Run the command line."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Do what is asked, and give the exit status."""
    asked = _parser().parse_args(arguments)
    memory = Memory(asked.state)
    try:
        match asked.command:
            case "new-key":
                _new_key(memory, asked)
            case "show":
                sys.stdout.write(f"{public(*memory.key()).line}\n")
            case "once":
                _once(memory, asked)
            case "run":
                return _run(memory, asked)
            case _:
                _sign(memory, asked)
    except Stopped as stopped:
        sys.stderr.write(f"{stopped}\n")
        return stopped.code
    except OSError as error:
        # A full disk, say: it is no refusal, and must not end with the status of one.
        sys.stderr.write(f"読み書きできません: {error}\nCannot be read or written: {error}\n")
        return Exit.USAGE
    return Exit.COSIGNED


def _new_key(memory: Memory, asked: argparse.Namespace) -> None:
    if not NAME.fullmatch(asked.name):
        raise Stopped(
            Exit.USAGE, "名前は witness/omachi の形です。", "A name is like witness/omachi."
        )
    with memory.alone():
        key = memory.make_key(asked.name, replace=asked.replace)
    sys.stderr.write(
        "次の1行を、記録とは別の道で事務局に渡してください。秘密鍵はこのフォルダーから出しません。\n"
        "Hand this line to the secretariat, by another way than the record; the private key stays"
        " in this folder.\n"
    )
    sys.stdout.write(f"{public(asked.name, key).line}\n")


def _once(memory: Memory, asked: argparse.Namespace) -> None:
    service, known = Service(asked.log), _log_keys(asked.log_key)
    memory.key()
    with memory.alone():
        note = cosign(memory, service.offer(), known, accept_epoch=asked.accept_epoch)
    sys.stdout.write(f"{service.hand_in(note)}\n")


def _run(memory: Memory, asked: argparse.Namespace) -> int:
    """Go on until a person has to decide; what was not reached is tried again."""
    while True:
        try:
            _once(memory, asked)
        except Stopped as stopped:
            if stopped.code not in {Exit.NOT_REACHED, Exit.IN_BETWEEN}:
                raise
            sys.stderr.write(f"{stopped}\n")
        sys.stdout.flush()
        # Only a person accepts an epoch, and only the one that they have looked at.
        asked.accept_epoch = False
        time.sleep(asked.every)


def _sign(memory: Memory, asked: argparse.Namespace) -> None:
    """Co-sign a file that was carried here, for a network that is closed."""

    def proof(first: int, second: int) -> Sequence[bytes]:
        try:
            told = json_of(asked.proof.read_bytes().decode())
            sizes: object = (told["from"]["size"], told["to"]["size"])
            path = [b64decode(each, validate=True) for each in told["proof"]]
        except (OSError, *NOT_SO):
            sizes, path = None, []
        if sizes != (first, second):
            raise Stopped(
                Exit.USAGE,
                f"--proof に evidence/consistency?from={first}&to={second} の答えを"
                "入れてください。",
                f"Give the answer of evidence/consistency?from={first}&to={second} as --proof.",
            )
        return path

    known = _log_keys(asked.log_key)
    memory.key()
    with memory.alone():
        offer = Offer(_read(asked.checkpoint), proof, _ends(asked.ends) if asked.ends else ())
        note = cosign(memory, offer, known, accept_epoch=asked.accept_epoch)
    sys.stdout.buffer.write(note)


def _ends(file: Path) -> Sequence[bytes]:
    try:
        return [each.encode() for each in json_of(_read(file).decode())["not_continued"]]
    except NOT_SO:
        raise Stopped(
            Exit.USAGE,
            f"evidence/checkpoint の答えではありません: {file}",
            f"It is no answer of evidence/checkpoint: {file}",
        ) from None


def _log_keys(file: Path) -> Sequence[Key]:
    try:
        found = [key for key in keys(_read(file), str(file)) if key.kind == LOG]
    except Malformed:
        found = []
    if not found:
        raise Stopped(
            Exit.USAGE,
            f"記録の公開鍵（ayumi key show の1行）がありません: {file}",
            f"There is no key of a log (the line of ayumi key show) in {file}.",
        )
    return found


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Stopped(Exit.USAGE, f"読めません: {error}", f"Cannot be read: {error}") from None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ayumi-witness",
        description="記録の立会人 / Witness a log: co-sign it only if it continues what was seen.",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    of = {
        "new-key": "鍵を作る / Make a key, and print its public line.",
        "show": "公開鍵の行 / Print the public line again.",
        "once": "一度確かめて署名する / Look at the log once, and co-sign.",
        "run": "繰り返す / The same again and again.",
        "sign": "運んできたファイルに署名する / Co-sign a file that was carried here.",
    }
    for name, says in of.items():
        command = commands.add_parser(name, help=says, description=says)
        command.add_argument("--state", type=Path, required=True, metavar="DIR")
        if name == "new-key":
            command.add_argument("--name", required=True, help="witness/omachi")
            command.add_argument("--replace", action="store_true", help="引継ぎ / handed over")
        elif name != "show":
            _add_signing(command, name)
    return parser


def _add_signing(command: argparse.ArgumentParser, name: str) -> None:
    command.add_argument("--log-key", type=Path, required=True, metavar="FILE")
    command.add_argument(
        "--accept-epoch",
        action="store_true",
        help="新しい期を認める / follow a new epoch, after a person looked at it",
    )
    if name == "sign":
        command.add_argument("checkpoint", type=Path, metavar="CHECKPOINT_FILE")
        command.add_argument("--proof", type=Path, metavar="FILE")
        command.add_argument("--ends", type=Path, metavar="FILE")
    else:
        command.add_argument("--log", required=True, metavar="URL")
    if name == "run":
        command.add_argument("--every", type=_seconds, default=EVERY_SECONDS, metavar="SECONDS")


def _seconds(text: str) -> float:
    """Read how long to wait; a service is not asked more than once in a second."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not LEAST_SECONDS <= seconds <= threading.TIMEOUT_MAX:
        raise argparse.ArgumentTypeError(f"1以上の秒数です。 / Seconds, 1 or more: {text}")
    return seconds
