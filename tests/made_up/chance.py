"""What is left to chance, the same for the same seed."""

from datetime import timedelta
from random import Random
from uuid import UUID

DAYS = tuple(timedelta(days=number) for number in range(1000))


class Chance(Random):
    """A source of chance that also makes ids, references and lengths of time."""

    def comes(self, share: float) -> bool:
        """Say yes in this share of all cases."""
        return self.random() < share

    def days(self, least: int, most: int) -> timedelta:
        """Give a length of time in days, fewer than a thousand, both ends included."""
        return DAYS[least + int(self.random() * (most - least + 1))]

    def thousands(self, least: int, most: int) -> int:
        """Give a round sum in yen; both ends are thousands of yen, and included."""
        return self.randint(least, most) * 1000

    def uuid(self) -> UUID:
        """Give an id that nobody has."""
        return UUID(int=self.getrandbits(128), version=4)

    def digest(self) -> str:
        """Give a SHA-256 of nothing that exists; as a sealed value, its ciphertext is nowhere."""
        return self.randbytes(32).hex()
