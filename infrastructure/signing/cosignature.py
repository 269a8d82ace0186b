"""The signatures of witnesses (cosignature/v1 of c2sp.org/tlog-cosignature)."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from domain.witness.key import WitnessKey

TIME_SIZE = 8


def is_cosignature(key: WitnessKey, text: str, value: bytes) -> bool:
    """Say whether `value` is a time and the key's signature of both text and time."""
    seconds, signature = int.from_bytes(value[:TIME_SIZE]), value[TIME_SIZE:]
    message = f"cosignature/v1\ntime {seconds}\n{text}".encode()
    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
