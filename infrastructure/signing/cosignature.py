"""The signatures of witnesses (cosignature/v1 of c2sp.org/tlog-cosignature)."""

from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from domain.witness.key import WitnessKey

TIME_SIZE = 8


@dataclass(frozen=True, slots=True)
class CosignatureVerifier:
    """The public key of a witness; its signature says when it was given, too."""

    key: WitnessKey

    @property
    def name(self) -> str:
        """Give the name of the witness."""
        return self.key.name

    @property
    def id(self) -> bytes:
        """Give the key's id."""
        return self.key.id

    def written(self) -> str:
        """Give the key as its line."""
        return self.key.line()

    def verifies(self, text: str, value: bytes) -> bool:
        """Say whether `value` is a time and the key's signature of both text and time."""
        seconds, signature = int.from_bytes(value[:TIME_SIZE]), value[TIME_SIZE:]
        message = f"cosignature/v1\ntime {seconds}\n{text}".encode()
        try:
            Ed25519PublicKey.from_public_bytes(self.key.public).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True
