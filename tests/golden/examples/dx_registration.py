"""One example of every event of the area dx_registration."""

from domain.dx_registration import events as dx
from tests.golden.examples.shared import EVIDENCE, GRANT, example

FIRM = {"scheme": "kakuu-dx", "firm": "9999999999999", "municipality": "203246"}

EXAMPLES = (
    example(
        dx.DxRegistrationConfirmed,
        GRANT,
        **FIRM,
        scheme_name="架空DX登録制度",
        firm_name="架空商事株式会社",
        registration_number="DX-001",
        evidence=EVIDENCE,
    ),
    example(dx.DxRegistrationEnded, GRANT, **FIRM),
    example(dx.DxRegistrationCorrected, GRANT, corrects=1, now={"firm_name": "架空物産"}),
    example(dx.DxRegistrationVoided, GRANT, voids=2),
)
