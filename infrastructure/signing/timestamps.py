"""Asking a timestamp authority over HTTP (RFC 3161), and believing only the one that was named.

The library `rfc3161-client` is an extra (`anchor`): who wants no timestamps needs none of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from http.client import HTTPException
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from cryptography.x509 import Certificate, load_pem_x509_certificates

from application.evidence.timestamps import Timestamp, TimestampRefused
from domain.base.words import Label

SECONDS = 30
LARGEST_REPLY = 1 << 16
"""As much as a bundle may hold (docs/bundle.md)."""
REQUEST, REPLY = "application/timestamp-query", "application/timestamp-reply"
_SET = ("AYUMI_TIMESTAMP_URL", "AYUMI_TIMESTAMP_CERTIFICATE")


@dataclass(frozen=True, slots=True)
class TimestampAuthority:
    """An authority at an address; `certificate` is a PEM file that says which one it has to be.

    The authority's own certificate stands first in it, the one that is trusted last; one that is
    both may stand there alone.
    """

    url: str | None
    certificate: Path | None

    def stamp(self, text: str) -> Timestamp:
        """Ask for a timestamp over the SHA-256 of a text; raises `TimestampRefused`."""
        try:
            import rfc3161_client as tsp  # noqa: PLC0415 - an extra, which need not be there
        except ImportError:
            raise TimestampRefused(NOT_INSTALLED) from None
        certificates = self._certificates()
        # With a nonce, so that an old reply is not taken for an answer.
        request = tsp.TimestampRequestBuilder(text.encode(), tsp.HashAlgorithm.SHA256).build()
        reply = self._answer(request.as_bytes())
        try:
            response = tsp.decode_timestamp_response(reply)
        except ValueError as error:
            raise TimestampRefused(_not_this(error)) from None
        if response.status != tsp.PKIStatus.GRANTED:
            raise TimestampRefused(_not_granted(response.status, response.status_string))
        verifier = tsp.VerifierBuilder.from_request(request).tsa_certificate(certificates[0])
        verifier = verifier.add_root_certificate(certificates[-1])
        try:
            for between in certificates[1:-1]:
                verifier = verifier.add_intermediate_certificate(between)
            verifier.build().verify(response, sha256(text.encode()).digest())
        except Exception as error:  # noqa: BLE001 - whatever it stumbles over is no timestamp
            raise TimestampRefused(_not_this(error)) from None
        at = response.tst_info.gen_time
        return Timestamp(at, certificates[0].subject.rfc4514_string(), reply)

    def _certificates(self) -> Sequence[Certificate]:
        given = (self.url, self.certificate)
        if self.url is None or self.certificate is None:
            missing = [name for name, value in zip(_SET, given, strict=True) if value is None]
            raise TimestampRefused(_not_set(missing))
        if urlsplit(self.url).scheme not in {"http", "https"}:
            raise TimestampRefused(_no_address(self.url))
        try:
            return load_pem_x509_certificates(self.certificate.read_bytes())
        except (OSError, ValueError) as error:
            raise TimestampRefused(_no_certificate(self.certificate, error)) from None

    def _answer(self, query: bytes) -> bytes:
        headers = {"Content-Type": REQUEST, "Accept": REPLY}
        request = Request(f"{self.url}", query, headers)  # noqa: S310 - of the web, see above
        try:
            with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 - of the web, see above
                reply: bytes = answer.read(LARGEST_REPLY + 1)
        except (OSError, HTTPException, ValueError) as error:
            raise TimestampRefused(_away(f"{self.url}", error)) from None
        if len(reply) > LARGEST_REPLY:
            raise TimestampRefused(_not_this("larger than 64 KiB"))
        return reply


NO_AUTHORITY = TimestampAuthority(None, None)
NOT_INSTALLED = Label(
    "時刻証明（RFC 3161）を求めるには rfc3161-client が要ります。"
    "pip install 'rfc3161-client>=1.0.9' を実行してください。",
    "Asking for a timestamp (RFC 3161) needs rfc3161-client: run"
    " pip install 'rfc3161-client>=1.0.9'.",
)


def _not_set(missing: Sequence[str]) -> Label:
    names = " / ".join(missing)
    return Label(
        f"時刻認証局が設定されていません。{names} を設定してください。",
        f"No timestamp authority is set: set {names}.",
    )


def _no_address(url: str) -> Label:
    return Label(
        f"AYUMI_TIMESTAMP_URL は http(s) のアドレスです: {url}",
        f"AYUMI_TIMESTAMP_URL is an address of the web: {url}",
    )


def _no_certificate(path: Path, error: object) -> Label:
    return Label(
        f"時刻認証局の証明書（PEM）が読めません: {path}",
        f"The timestamp authority's certificate (PEM) cannot be read: {path} ({error})",
    )


def _away(url: str, error: object) -> Label:
    return Label(
        f"時刻認証局に届きません: {url}。時間をおいてやり直してください。",
        f"The timestamp authority cannot be reached: {url} ({error}). Try again later.",
    )


def _not_granted(status: int, said: Sequence[str]) -> Label:
    why = f"{status} {'; '.join(said)}".strip()
    return Label(
        f"時刻認証局が時刻証明を出しませんでした（PKIStatus {why}）。",
        f"The timestamp authority gave no timestamp (PKIStatus {why}).",
    )


def _not_this(error: object) -> Label:
    return Label(
        "返ってきたものは、AYUMI_TIMESTAMP_CERTIFICATE の時刻認証局による、"
        "この記録確定点の時刻証明ではありません。アドレスと証明書を確かめてください。",
        "What came back is no timestamp of this checkpoint by the authority of"
        f" AYUMI_TIMESTAMP_CERTIFICATE ({error}). See whether address and certificate are right.",
    )
