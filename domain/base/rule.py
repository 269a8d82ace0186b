"""Business rules: each has a stable code and says, in both languages, what to do."""

from dataclasses import dataclass
from typing import NoReturn


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule of the domain.

    `code` never changes: tests, the API (status 409) and the handbook name the rule by it.
    """

    code: str
    ja: str
    en: str

    def require(self, holds: object) -> None:
        """Raise `RuleBroken` unless `holds` is true."""
        if not holds:
            self.broken()

    def broken(self, **where: object) -> NoReturn:
        """Raise `RuleBroken`; `where` says which thing broke it, never a personal value."""
        raise RuleBroken(self, where)


class RuleBroken(Exception):  # noqa: N818 - a broken rule is an answer, not an error of the program
    """A command was refused because a rule of the domain forbids it."""

    def __init__(self, rule: Rule, where: dict[str, object] | None = None) -> None:
        """Keep the rule that was broken and what it was about."""
        super().__init__(f"{rule.code}: {rule.en}")
        self.rule = rule
        self.where = where or {}
