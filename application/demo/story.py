"""The whole story, and how it is recorded."""

from collections.abc import Iterator

from application.demo import (
    advisers,
    contracts,
    corporation,
    equipment,
    evaluations,
    facts,
    grants,
    law,
    meetings,
    members,
    mentoring,
    mock_work,
    money,
    outcomes,
    outreach,
    papers,
    pay,
    pilots,
    plan,
    relations,
    reports,
    residents,
    stays,
    support,
    training,
    witnesses,
    work,
)
from application.demo.teller import Teller, Told
from application.execute import execute
from application.ports import Receipt
from application.service import Consortium
from domain.report.commands import StateFigure

CHAPTERS = (
    plan,
    members,
    residents,
    facts,
    work,
    law,
    relations,
    mentoring,
    mock_work,
    training,
    support,
    money,
    pilots,
    equipment,
    grants,
    papers,
    reports,
    contracts,
    meetings,
    advisers,
    outcomes,
    corporation,
    outreach,
    stays,
    pay,
    evaluations,
    witnesses,
)


def story(teller: Teller) -> Teller:
    """Tell all chapters."""
    for chapter in CHAPTERS:
        chapter.tell(teller)
    return teller


def record(consortium: Consortium) -> Iterator[tuple[Told, Receipt]]:
    """Record the story in a log with a simulated clock, through the commands; give each answer."""
    told = story(Teller(consortium.log.namespace)).in_order()
    for number, (at, one) in enumerate(told, start=1):
        key = f"demo|{number}"
        command = evaluations.read_from(consortium.log, one.command)
        if isinstance(command, StateFigure) and one.read_on:
            command = reports.read_from(consortium.log, command, one.read_on)
        yield one, execute(consortium.log, consortium.vault, command, one.entry, key=key, at=at)
