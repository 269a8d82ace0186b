"""A timestamp authority of the tests' own: certificates that are made up, and `openssl ts`.

    with served(authority.reply) as url:
        TimestampAuthority(url, authority.certificate).stamp(text)

`served` takes anything that gives a reply to a request, so that an authority can be a bad one.
"""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from tempfile import mkdtemp
from threading import Thread

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

CONFIGURATION = """
[ tsa ]
default_tsa = authority
[ authority ]
serial = serial
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
"""


class Authority:
    """An authority in a folder, with a certificate of its own that a root of its own has signed."""

    def __init__(self, folder: Path, name: str = "架空時刻認証局") -> None:
        """Make keys and certificates; nobody outside the tests knows them."""
        self._folder, self.name = folder, f"CN={name}"
        root_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
        root_name, own_name = _name(f"{name} root"), _name(name)
        root = _certificate(root_name, root_name, root_key, root_key, _ROOT)
        own = _certificate(own_name, root_name, key, root_key, _OWN)
        pems = [each.public_bytes(Encoding.PEM) for each in (own, root)]
        private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        self.certificates = [own, root]
        self.certificate = folder / "authority.pem"
        for file, content in {
            "tsa.pem": pems[0],
            "root.pem": pems[1],
            "authority.pem": b"".join(pems),
            "tsa.key": private,
            "serial": b"01",
            "tsa.cnf": CONFIGURATION.encode(),
        }.items():
            (folder / file).write_bytes(content)

    def query(self, text: str) -> bytes:
        """Give a request over a text."""
        (self._folder / "text").write_bytes(text.encode())
        return self._openssl("-query", "-data", "text", "-sha256", "-cert")

    def reply(self, request: bytes) -> bytes:
        """Answer a request; what it is not set up for is refused with a status."""
        (self._folder / "request").write_bytes(request)
        return self._openssl("-reply", "-config", "tsa.cnf", "-queryfile", "request")

    def stamped(self, text: str) -> bytes:
        """Give a reply over a text."""
        return self.reply(self.query(text))

    def _openssl(self, *arguments: str) -> bytes:
        openssl, out = shutil.which("openssl"), self._folder / "out"
        assert openssl, "the tests of timestamps need the command openssl"
        subprocess.run(
            [openssl, "ts", *arguments, "-out", "out"],
            cwd=self._folder,
            check=True,
            capture_output=True,
        )
        return out.read_bytes()


@cache
def authority(name: str = "架空時刻認証局") -> Authority:
    """Give an authority, made once in a run of the tests."""
    return Authority(Path(mkdtemp(prefix="ayumi-tsa-")), name)


@contextmanager
def served(reply: Callable[[bytes], bytes]) -> Iterator[str]:
    """Answer requests on this machine, and give the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.headers["Content-Type"] == "application/timestamp-query"
            content = reply(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def _name(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


_ROOT = (x509.BasicConstraints(ca=True, path_length=None),)
_OWN = (
    x509.BasicConstraints(ca=False, path_length=None),
    x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]),
)


def _certificate(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    signer: ec.EllipticCurvePrivateKey,
    extensions: tuple[x509.ExtensionType, ...],
) -> x509.Certificate:
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
    )
    for each in extensions:
        builder = builder.add_extension(each, critical=True)
    return builder.sign(signer, SHA256())
