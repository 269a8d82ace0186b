"""Refusals that are said to people as they are."""

from domain.base.words import Label


class Refused(Exception):  # noqa: N818 - an outcome
    """Something was not done; `why` says so in both languages, and what to do."""

    def __init__(self, why: Label) -> None:
        """Keep why."""
        super().__init__(f"{why.ja}\n{why.en}")
        self.why = why
