"""Timestamps of a third party (RFC 3161): that a text was there at a time, by another's word."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from application.refused import Refused
from domain.base.words import Label

NO_TIMESTAMP = Label(
    "第三者の時刻証明（RFC 3161）はありません。",
    "There is no timestamp of a third party (RFC 3161).",
)


@dataclass(frozen=True, slots=True)
class Timestamp:
    """What an authority attests of a text: from when on it was there; `reply` is its proof."""

    at: datetime
    authority: str
    reply: bytes


class Timestamper(Protocol):
    """A timestamp authority, known by its certificate."""

    def stamp(self, text: str) -> Timestamp:
        """Ask for a timestamp over the SHA-256 of a text; raises `TimestampRefused`."""


class TimestampRefused(Refused):
    """There is no timestamp, and nothing was kept."""


def said(timestamp: Timestamp | None) -> Label:
    """Say in a sentence who attests which time; or that nobody does."""
    if timestamp is None:
        return NO_TIMESTAMP
    at = f"{timestamp.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return Label(
        f"第三者の時刻証明（RFC 3161）：{at}、{timestamp.authority}。",
        f"Timestamp of a third party (RFC 3161): {at}, by {timestamp.authority}.",
    )
