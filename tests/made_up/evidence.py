"""Made-up papers and files that show the facts."""

from datetime import date
from typing import Any

from domain.base.event import PaperKind
from domain.evidence import commands as c
from domain.evidence import events as e
from tests.made_up.desk import Desk
from tests.made_up.places import GRANT
from tests.made_up.residents import Residents
from tests.made_up.stream import Stream

KINDS = tuple(PaperKind)
SHOWN = ("fact", "expenditure", "commission")
"""The kinds of records to whose facts papers are put later."""


class Papers:
    """The register of evidence."""

    def __init__(self, desk: Desk, residents: Residents) -> None:
        """Begin with nothing."""
        self._desk = desk
        self._residents = residents
        self._registered = 0

    def register(self) -> None:
        """Register a paper or file."""
        desk, chance = self._desk, self._desk.chance
        self._registered += 1
        on = desk.happened()
        approved = chance.comes(0.3)
        concerns = self._residents.anyone() if chance.comes(0.2) else None
        paper = e.EvidenceRegistered(
            effective_on=on,
            programme=GRANT if chance.comes(0.8) else "common",
            number=f"E-{on.year}-{self._registered:06}",
            kind=chance.choice(KINDS),
            sha256=chance.digest() if chance.comes(0.6) else None,
            document_number=f"架企第{chance.randint(1, 9999)}号" if chance.comes(0.5) else None,
            received_on=on + chance.days(0, 5),
            approved_on=on + chance.days(1, 9) if approved else None,
            approval_number=f"決-{chance.randint(1, 9999)}" if approved else None,
            retained_until=date(on.year + 11, 3, 31) if chance.comes(0.7) else None,
            person_id=concerns.person_id if concerns else None,
            title=chance.digest(),
            file_name=chance.digest() if chance.comes(0.6) else None,
            kept_at=chance.digest() if chance.comes(0.3) else None,
        )
        item = desk.begin(c.RegisterEvidence, paper)
        desk.papers.append(item)
        if chance.comes(0.3):
            digest = paper.sha256 or chance.digest()
            scan = e.FileAttached(
                effective_on=desk.today,
                programme=paper.programme,
                sha256=digest,
                media_type="application/pdf",
                content=chance.digest(),
            )
            desk.say(item, scan)
        if chance.comes(0.4):
            self._put(item)
        if chance.comes(0.3):
            desk.rest(item)

    def _put(self, item: Stream) -> None:
        desk, chance = self._desk, self._desk.chance
        kinds = [kind for kind in SHOWN if desk.at_rest.get(kind)]
        if kinds:
            fact = chance.choice(desk.at_rest[chance.choice(kinds)])
            put: dict[str, Any] = {
                "shows": fact.id,
                "fact_version": chance.randint(1, len(fact.history)),
            }
            if desk.ask(item, c.ShowFact, desk.today, fact, programme=GRANT, **put):
                fact.relied_on = True
                desk.relied.append((fact.id, item.id))
