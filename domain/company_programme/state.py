"""What other areas may know of a programme for companies: whether it is offered on a day."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CompanyProgramme:
    """One programme, and from which days on it is offered.

    `latest` is the latest day on which it was revised or run.
    `disorderly` says that an entry lies on a day on which it was not offered: no command records
    such an entry, but a correction could bring it about.
    """

    programme: str
    code: str
    since: date
    until: date = date.max
    latest: date = date.min
    disorderly: bool = False

    def offered_on(self, day: date) -> bool:
        """Say whether it is offered on `day`."""
        return self.since <= day < self.until
