"""All kinds of sheets, in the order in which they are taken over: each refers to earlier ones."""

from application.documents.kind import Kind
from application.documents.kinds import (
    attendance,
    clients,
    commissions,
    consents,
    consultations,
    contracts,
    employments,
    evidence,
    expenditures,
    facts,
    hours,
    leads,
    mentorships,
    mock_participations,
    orders,
    sessions,
    skills,
    withholdings,
    workers,
)

KINDS: dict[str, Kind] = {
    module.KIND.name: module.KIND
    for module in (
        workers,
        evidence,
        skills,
        consents,
        clients,
        withholdings,
        orders,
        leads,
        commissions,
        mentorships,
        sessions,
        mock_participations,
        attendance,
        consultations,
        employments,
        contracts,
        hours,
        expenditures,
        facts,
    )
}
