"""ayumi-verify: check a bundle without an account, a network or trust in whoever made it.

The exit codes are those of docs/bundle.md, section 4; 64 says that there is no verdict: arguments
were wrong, a file of the evaluator's own could not be read, or the program itself failed.
"""

import argparse
import json
import sys
import traceback
from importlib.resources import files
from pathlib import Path
from typing import Never

try:
    from cryptography.x509 import load_pem_x509_certificates
except ModuleNotFoundError as lacking:
    sys.stderr.write(f"パッケージ {lacking.name} が要ります / needed: pip install cryptography\n")
    # 1, with which Python would end, says that a bundle was altered.
    sys.exit(64)

from .archive import PAGE
from .check import check
from .note import keys
from .strict import Malformed
from .words import TONGUES, prose, unread

_NO_VERDICT = 64


class _Arguments(argparse.ArgumentParser):
    def error(self, message: str) -> Never:
        self.exit(_NO_VERDICT, f"{self.format_usage()}{self.prog}: {message}\n")


def _at_least_one(written: str) -> int:
    if not written.isdecimal() or int(written) < 1:
        said = f"1以上の整数ではない / not a whole number from 1 on: {written!r}"
        raise argparse.ArgumentTypeError(said)
    return int(written)


def main() -> None:
    """Check a bundle, say what was found, and exit with its code."""
    try:
        _main()
    except Exception:  # noqa: BLE001 - whatever it is: 1 would say that the bundle was altered
        traceback.print_exc()
        sys.exit(_NO_VERDICT)


def _main() -> None:
    parser = _Arguments("ayumi-verify", description=__doc__)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--key", type=Path, action="append", required=True, metavar="FILE")
    parser.add_argument("--previous", type=Path, metavar="CHECKPOINT")
    parser.add_argument("--witnesses", type=_at_least_one, metavar="K")
    parser.add_argument("--tsa-certificate", type=Path, metavar="FILE")
    parser.add_argument("--lang", choices=(*TONGUES, "both"), default="both")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    tongues = range(2) if given.lang == "both" else [TONGUES.index(given.lang)]
    try:
        previous = given.previous.read_bytes() if given.previous else None
        pem = given.tsa_certificate.read_bytes() if given.tsa_certificate else b""
        authority = load_pem_x509_certificates(pem) if given.tsa_certificate else []
        written = [(path.read_bytes(), str(path)) for path in given.key]
        with given.bundle.open("rb") as bundle:
            known = [key for each in written for key in keys(*each)]
            asked = {"previous": previous, "witnesses": given.witnesses}
            own = files(__package__).joinpath(PAGE)
            page = own.read_bytes() if own.is_file() else None
            report = check(bundle, known, **asked, authority=authority, page=page)
    except Malformed as broken:
        where, rule = broken.args
        said = "\n".join(unread(where, rule, each) for each in tongues)
        parser.exit(_NO_VERDICT, f"{said}\n")
    except (OSError, ValueError) as error:
        parser.error(str(error))
    said = "\n\n".join("\n".join(prose(report.told, report.besides, each)) for each in tongues)
    said = json.dumps(report.told, ensure_ascii=False) if given.json else said
    sys.stdout.buffer.write(said.encode(errors="backslashreplace") + b"\n")
    sys.exit(report.told["exit"])


if __name__ == "__main__":
    main()
