"""The closing of accounts: what its record accepts, and what its event makes of it."""

from dataclasses import dataclass
from datetime import date

from domain.base.command import Seen
from domain.closing import commands as c
from domain.closing import events as e
from domain.closing import rules
from domain.closing.accounts import Accounts, may_close_from


@dataclass(frozen=True, slots=True)
class Closing:
    """Accounts of a fiscal year that were closed."""

    accounts: Accounts
    fiscal_year: int
    on: date


def decide_opening(
    closing: Closing | None, command: c.CloseAccounts, _seen: Seen
) -> list[e.AccountsClosed]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.CLOSED_ALREADY.require(closing is None)
    event = e.AccountsClosed.model_validate(command.carried())
    sound(evolve(None, event))
    return [event]


def evolve(_closing: Closing | None, event: e.AccountsClosed) -> Closing:
    """Fold one effective event into the closing."""
    return Closing(event.accounts, event.fiscal_year, event.effective_on)


def sound(closing: Closing) -> None:
    """Raise the rule that a closing breaks."""
    first = may_close_from(closing.accounts, closing.fiscal_year)
    rules.CLOSED_TOO_EARLY.require(closing.on >= first)
