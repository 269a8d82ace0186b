"""The made-up corporation: founded, given the programme to run, and the town's contracts."""

from datetime import date

from application.recorded import Reason
from domain.base.orderer import Principal
from domain.corporation import commands as c
from domain.corporation import events as e
from tests.made_up.agenda import Life
from tests.made_up.desk import Desk
from tests.made_up.places import CODES, CORPORATION, GRANT, own
from tests.made_up.stream import Stream

FOUNDED = date(2025, 4, 1)


def life(desk: Desk, contracts: list[Stream]) -> Life:
    """Found it, transfer programmes to it, novate contracts, and put its record right."""
    chance = desk.chance
    yield FOUNDED
    corporation = desk.open(
        c.FoundCorporation, FOUNDED, why=Reason.DECISION, corporate_number=CORPORATION,
        name="架空振興公社", form=e.Form.ASSOCIATION, officers=5, has_employees=True,
        evidence=desk.paper(),
    )  # fmt: skip
    assert corporation is not None
    for programme in (GRANT, own(CODES[0])):
        desk.must(
            corporation, c.TransferOperation, FOUNDED, programme=programme, evidence=desk.paper(),
            from_kind=Principal.TOWN, from_code=CODES[0],
            to_kind=Principal.CORPORATION, to_code=CORPORATION, activities=(),
        )  # fmt: skip
    for contract in contracts:
        novation = desk.open(
            c.NovateContract, FOUNDED, corporation, contract, corporation_id=corporation.id,
            subject_id=contract.id, from_kind=Principal.TOWN, from_code=CODES[0],
            notified_on=FOUNDED - chance.days(10, 40), evidence=desk.paper(),
        )  # fmt: skip
        assert novation is not None
        desk.must(novation, c.CorrectNovation, desk.today, version=1,
                  now={"notified_on": FOUNDED - chance.days(41, 60)})  # fmt: skip
        if contract is contracts[-1]:
            desk.must(novation, c.VoidNovation, desk.today, version=1)
    for year in (2025, 2026):
        when = date(year, 6, 20)
        yield when
        desk.must(corporation, c.ChangeOfficers, when, officers=year - 2019, has_employees=True,
                  evidence=desk.paper())  # fmt: skip
        desk.must(corporation, c.CorrectCorporation, desk.today,
                  version=len(corporation.history), now={"has_employees": False})  # fmt: skip
    changed = len(corporation.history) - 1
    desk.must(corporation, c.VoidCorporationEntry, desk.today, version=changed)
