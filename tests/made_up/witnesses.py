"""The witnesses of a made-up log: three towns that co-sign it, and what becomes of their keys."""

from hashlib import sha256
from itertools import count
from typing import Any

from application.recorded import Reason
from domain.witness import commands as c
from domain.witness.key import WitnessKey
from tests.made_up.desk import Desk
from tests.made_up.stream import Stream


class Witnesses:
    """Three towns, of which two are required; nothing of it is left to chance."""

    def __init__(self, desk: Desk, members: list[Stream]) -> None:
        """Appoint them, and say how many are required."""
        self._desk = desk
        self._keys = count()
        self._codes = [town.state.code for town in members]
        for code, town in zip(self._codes, members, strict=True):
            who: dict[str, Any] = {
                "municipality": code,
                "name": _name(code),
                "key": self._key(code),
            }
            if town is members[0]:
                opened = desk.open(
                    c.AppointWitness, desk.today, town, why=Reason.DECISION, **who
                )  # fmt: skip
                assert opened is not None
                self._stream = opened
            else:
                desk.must(
                    self._stream, c.AppointWitness, desk.today, town, why=Reason.DECISION, **who
                )
        self._require(2)

    def hand_over(self) -> None:
        """Let the first town's key pass on; which one came in its place is put right."""
        first, desk = self._codes[0], self._desk
        desk.must(
            self._stream, c.ChangeWitnessKey, desk.today, why=Reason.ROUTINE,
            municipality=first, key=self._key(first),
        )  # fmt: skip
        self._mend(c.CorrectWitness, now={"key": self._key(first)})

    def retire(self) -> None:
        """Let the last town go; that fewer are required since is taken back."""
        self._desk.must(
            self._stream, c.RetireWitness, self._desk.today, why=Reason.DECISION,
            municipality=self._codes[-1],
        )  # fmt: skip
        self._require(1)
        self._mend(c.VoidWitnessEntry)

    def _require(self, required: int) -> None:
        self._desk.must(
            self._stream, c.SetWitnessPolicy, self._desk.today, why=Reason.DECISION,
            required=required,
        )  # fmt: skip

    def _mend(self, kind: type[c.CorrectWitness | c.VoidWitnessEntry], **what: object) -> None:
        self._desk.must(
            self._stream, kind, self._desk.today, why=Reason.MISTAKE,
            version=len(self._stream.history), **what,
        )  # fmt: skip

    def _key(self, code: str) -> str:
        return WitnessKey(_name(code), sha256(f"key {next(self._keys)}".encode()).digest()).line()


def _name(code: str) -> str:
    return f"witness/town-{code}"
