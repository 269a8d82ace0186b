"""What a standing order says of its next month."""

from dataclasses import dataclass, replace
from datetime import date

from domain.base.days import months_later
from domain.engagement import codes


@dataclass(frozen=True, slots=True)
class Standing:
    """A standing order: the terms of a month, the due day they were agreed with, months since."""

    amount: int
    tax: codes.TaxClass
    agreed_due: date
    months: int = 0

    @property
    def due_day(self) -> date:
        """Give the due day of the latest month."""
        return months_later(self.agreed_due, self.months)

    def next_due(self, day: date) -> date:
        """Give the due day of the next month that is not over on `day`."""
        later = self.months + 1
        while (due := months_later(self.agreed_due, later)) < day:
            later += 1
        return due

    def followed_by(self, amount: int, due_day: date) -> "Standing":
        """Give the terms after a month more."""
        agreed = self.agreed_due
        months = (due_day.year - agreed.year) * 12 + due_day.month - agreed.month
        return replace(self, amount=amount, months=months)
