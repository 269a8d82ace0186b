"""An RFC 3161 timestamp; who gave it is checked where `rfc3161-client` is installed."""

from collections.abc import Sequence
from datetime import UTC
from hashlib import sha256
from importlib import import_module

from cryptography.x509 import Certificate


def time_of(reply: bytes, text: str, certificates: Sequence[Certificate]) -> str:
    """Give the time at which the text is attested, `wrong`, or `not checked`.

    The first certificate is the authority's own, the last the one that is trusted. Without either
    it is known only whether the reply speaks of the text: its SHA-256 stands in it.
    """
    digest = sha256(text.encode()).digest()
    if digest not in reply:
        return "wrong"
    try:
        library = import_module("rfc3161_client")
    except ImportError:
        return "not checked"
    if not certificates:
        return "not checked"
    builder = library.VerifierBuilder().tsa_certificate(certificates[0])
    builder = builder.add_root_certificate(certificates[-1])
    for between in certificates[1:-1]:
        builder = builder.add_intermediate_certificate(between)
    try:
        response = library.decode_timestamp_response(reply)
        builder.build().verify(response, digest)
    except Exception:  # noqa: BLE001 - whatever the library stumbles over is no timestamp
        return "wrong"
    return f"{response.tst_info.gen_time.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
