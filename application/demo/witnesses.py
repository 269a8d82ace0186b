"""The three municipalities as witnesses (架空), two of them required, and a handover on 1 April."""

from application.demo.teller import Teller
from application.recorded import Reason
from domain.witness import commands as c

APPOINTED = (
    (
        "203246",
        "witness/tateshina",
        "witness/tateshina+ab6d1eb6+BAlzJc8snjOQQ2611jZ1pmHfhkIzOMcMj/FtH6pubwki",
    ),
    (
        "202126",
        "witness/omachi",
        "witness/omachi+572fc4a9+BKpNkP9BL3F8e6zX3WlWj/NYCwp/kVqub9UMwz0KBB2k",
    ),
    (
        "152161",
        "witness/itoigawa",
        "witness/itoigawa+17327fd8+BN23Jxb1YH9pp5DUxjc32noeTKJRfmJHuW2oAZdcbMC/",
    ),
)
"""Keys of nobody: each private key is SHA-256 of `ayumi demo, no secret: <name> <1 or 2>`."""
HANDED_OVER = "witness/omachi+a94afb64+BPTaimDGIv7lHtvpa/OP7xhnDz6HFpefX+d12aydI9Jn"


def tell(teller: Teller) -> None:
    """Tell who was appointed, how many are required, and how a key passed on."""
    witnesses = teller.id_of("witness", c.WITNESSES)
    for code, name, key in APPOINTED:
        teller.tell(
            c.AppointWitness, "2024-06-03", reason=Reason.DECISION,
            municipality=code, name=name, key=key,
        )  # fmt: skip
    teller.tell(
        c.SetWitnessPolicy, "2024-06-03", reason=Reason.DECISION,
        witnesses_id=witnesses, required=2,
    )  # fmt: skip
    teller.tell(
        c.ChangeWitnessKey, "2025-04-01", by="clerk-omachi",
        witnesses_id=witnesses, municipality="202126", key=HANDED_OVER,
    )  # fmt: skip
