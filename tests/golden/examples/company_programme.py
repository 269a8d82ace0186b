"""One example of every event of the area company_programme."""

from domain.company_programme import events as e
from tests.golden.examples.shared import EVIDENCE, ONE, OTHER, example

OWN = "own:203246"
OFFER = {
    "title": "森の開発合宿",
    "host": "架空観光協会",
    "price": 12000,
    "safety": "火の使用は指定の場所のみ",
}

EXAMPLES = (
    example(e.CompanyProgrammeCreated, OWN, code="forest-camp", **OFFER),
    example(e.CompanyProgrammeRevised, OWN, **OFFER | {"price": 15000}),
    example(
        e.CompanyProgrammeRun,
        OWN,
        code="forest-camp",
        stay_id=ONE,
        client_id=OTHER,
        organisation="架空ソフト株式会社",
        heads=8,
        feedback=[0, 0, 1, 3, 3],
        evidence=EVIDENCE,
    ),
    example(e.CompanyProgrammeEnded, OWN, reason=e.EndReason.REPLACED),
    example(e.CompanyProgrammeCorrected, OWN, corrects=3, now={"heads": 9}),
    example(e.CompanyProgrammeEntryVoided, OWN, voids=4),
)
