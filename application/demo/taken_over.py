"""The same years, taken over from spreadsheets on one day in November 2026.

The sheets are those that a town would have kept: each kind as it stood at the end of a month. What
stands on no sheet (the plan, the members, what was found to be wrong) a clerk enters from papers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from application.demo.plan_r6_r8 import GRANT
from application.demo.story import story
from application.demo.teller import Teller, Told, day
from application.documents.exporting import export
from application.documents.importing import File, Imported, record
from application.documents.kind import Kind, Place
from application.documents.ports import Spreadsheets
from application.documents.preview import Preview, preview
from application.documents.registry import KINDS
from application.execute import execute
from application.recorded import JAPAN, Reason
from application.registry import AGGREGATE_OF
from application.service import Consortium
from domain.base.command import Annul, Command, Correct
from domain.base.followed import Followed
from domain.client.commands import AddContact, EndContact, EraseContact, MergeClients, PartClients
from domain.consent.commands import WithdrawConsent
from domain.evidence.commands import RegisterEvidence

ON = day("2026-11-20")
NINE = datetime.combine(ON, time(9), JAPAN)
MENDS = (Correct, Annul)
KEPT = tuple(
    day(text)
    for text in (
        *(f"2024-{month:02}-28" for month in range(5, 13)),
        *(f"2025-{month:02}-28" for month in range(1, 13)),
        "2026-03-28",
        "2026-06-28",
        "2026-11-19",
    )
)
"""The days whose versions of the sheets were kept."""
ON_NO_SHEET = {
    "activity",
    "asset",
    "award",
    "closing",
    "company_programme",
    "consortium",
    "dx_registration",
    "advice",
    "contract",
    "corporation",
    "delegation",
    "evidence",
    "figure",
    "grant",
    "meeting",
    "outcome",
    "mentor",
    "offsite_stay",
    "outreach",
    "person",
    "pilot",
    "publication",
    "report",
    "statement",
    "work_kind",
}
"""Of what this town kept no sheet, though it could have."""
IN_THE_RECORD = {"evaluation", "export"}
"""What was done in the record itself, and has no paper from before it."""
OF_NO_COLUMN = (
    *(Correct, Annul, AddContact, EndContact, EraseContact, MergeClients, PartClients),
    WithdrawConsent,
)
"""What the sheets of an area have no column for."""
HANDED_TO_NOBODY = {"mentoring-goals", "mock-supports"}
"""What mentors and supporters wrote down for themselves: nobody takes it over."""
PLANNED_ON_PAPER = {"mock-task", "training"}
"""What people take part in: a sheet says who did, not what it was."""
SAID_TO_BE_NEW = {"W-012": "W-012"}
"""One of the same name as another: the clerk takes them for two, and later learns better."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One spreadsheet that was taken over: what it held, and what came of it."""

    kind: Kind
    kept_on: date
    seen: Preview
    imported: Imported


def take_over(source: Consortium, target: Consortium, files: Spreadsheets) -> Iterator[Sheet]:
    """Keep the sheets in `source`, month by month, and take them over into `target` on one day."""
    kept = [
        (at, told)
        for at, told in story(Teller(source.log.namespace)).in_order()
        if _area(type(told.command)) not in IN_THE_RECORD
    ]
    papers = [
        told
        for _, told in story(Teller(target.log.namespace)).in_order()
        # Which entry of the record followed from what was said, no paper says.
        if _from_paper(type(told.command)) and not isinstance(told.command, Followed)
    ]
    sheets = [
        kind
        for kind in KINDS.values()
        if kind.name not in HANDED_TO_NOBODY and not all(map(_from_paper, kind.asks_for))
    ]
    clock = _Clock()
    contents: dict[str, bytes] = {}
    since = date.min
    for until in KEPT:
        for number, (at, told) in enumerate(kept):
            if since < told.entered_on <= until:
                key = f"kept|{number}"
                execute(source.log, source.vault, told.command, told.entry, key=key, at=at)
        for told in papers:
            if since < told.entered_on <= until:
                _enter(target, told, clock)
        for kind in sheets:
            content = _kept(source, kind, until, files)
            if content != contents.get(kind.name):
                contents[kind.name] = content
                yield _take_over(target, kind, until, content, files, clock)
        since = until


class _Clock:
    """The time of the one day on which everything is entered, a second later at each look."""

    def __init__(self) -> None:
        self._seconds = 0

    def now(self) -> datetime:
        self._seconds += 1
        return NINE + timedelta(seconds=self._seconds)


def _area(kind: type[Command]) -> str:
    return kind.__module__.split(".")[1]


def _from_paper(kind: type[Command]) -> bool:
    area = _area(kind)
    # Which entry of the record a paper shows, no paper says.
    if area == "evidence" and kind is not RegisterEvidence:
        return False
    planned = AGGREGATE_OF[kind].name in PLANNED_ON_PAPER
    return planned or area in ON_NO_SHEET or issubclass(kind, OF_NO_COLUMN)


def _enter(target: Consortium, told: Told, clock: _Clock) -> None:
    entry = told.entry.model_copy(update={"taken_over": True, "reason": Reason.TAKE_OVER})
    at = clock.now()
    key = f"taken-over|{at.isoformat()}"
    execute(target.log, target.vault, told.command, entry, key=key, at=at)


def _kept(source: Consortium, kind: Kind, until: date, files: Spreadsheets) -> bytes:
    held = export(source, kind, Place(namespace=source.log.namespace, today=until))
    return files.write_xlsx(held.title, held.header, held.rows, ())


def _take_over(  # noqa: PLR0913, PLR0917 - what one file is, and where it goes
    target: Consortium,
    kind: Kind,
    kept_on: date,
    content: bytes,
    files: Spreadsheets,
    clock: _Clock,
) -> Sheet:
    place = Place(
        namespace=target.log.namespace,
        today=ON,
        programme=GRANT,
        changes_from=kept_on.replace(day=1),
        same_person=SAID_TO_BE_NEW,
    )
    seen = preview(target, kind, files.read(content), place)
    file = File(name=f"{kind.name}-{kept_on:%Y-%m}.xlsx", content=content, received_on=ON)
    return Sheet(
        kind, kept_on, seen, record(target, seen, file, actor="secretariat", at=clock.now())
    )
