"""Whatever records a fact can be taken over from a sheet, but for what is listed here and why."""

from application.documents.registry import KINDS
from application.registry import AGGREGATE_OF
from domain.advice import commands as advice
from domain.asset import commands as asset
from domain.base.command import Annul, Command, Correct
from domain.base.matter import CloseMatter
from domain.client import commands as client
from domain.closing import commands as closing
from domain.commission import commands as commission
from domain.consortium import commands as consortium
from domain.corporation import commands as corporation
from domain.delegation import commands as delegation
from domain.dx_registration import commands as dx
from domain.evaluation import commands as evaluation
from domain.evidence import commands as evidence
from domain.export import commands as export
from domain.figure import commands as figure
from domain.grant import commands as grant
from domain.kpi import commands as kpi
from domain.meeting import commands as meeting
from domain.mentor import commands as mentor
from domain.mentorship import commands as mentorship
from domain.outcome import commands as outcome
from domain.person import commands as person
from domain.report import commands as report
from domain.statement import commands as statement
from domain.witness import commands as witness

NO_FACT = (Correct, Annul, CloseMatter)
"""What mends an entry or closes a matter needs the entry before one's eyes."""
BY_HAND: dict[str, tuple[type[Command], ...]] = {
    "sets what others count, limit or compare by; it comes once, from a decision": (
        asset.SetThresholds,
        mentor.SetMentorRequirement,
        outcome.DefineIndicator,
        figure.DefineFigure,
        figure.WithdrawFigure,
        grant.DefineGrantShare,
        grant.NameKpi,
        grant.NameProgramme,
        grant.SetTarget,
        grant.SetRelatedUrl,
    ),
    "comes as a plan or a vote of a few lines, each looked at against the paper": (
        grant.SubmitPlan,
        grant.SelectPlan,
        grant.AmendPlan,
        grant.SetBudgetLine,
        grant.ChangeBudgetLine,
        grant.TransferBudget,
        grant.CarryOverBudget,
        grant.SplitBudget,
    ),
    "happens a few times in the life of the consortium and of the corporation": (
        *(consortium.FormConsortium, consortium.RenameConsortium),
        *(consortium.ConcludeAgreement, consortium.AmendAgreement),
        *(consortium.InviteMember, consortium.JoinConsortium, consortium.DeclineInvitation),
        *(consortium.LeaveConsortium, consortium.RejoinConsortium, consortium.ShareCost),
        *(corporation.FoundCorporation, corporation.ChangeOfficers),
        *(corporation.TransferOperation, corporation.NovateContract),
        *(corporation.NovateEngagement, corporation.NovateCommission),
        *(dx.ConfirmDxRegistration, dx.EndDxRegistration),
        *(delegation.DelegateApproval, delegation.RevokeApproval),
        *(mentor.QualifyMentor, mentor.EndQualification),
        *(witness.AppointWitness, witness.ChangeWitnessKey),
        *(witness.RetireWitness, witness.SetWitnessPolicy),
    ),
    "closes or issues what the record then stands by; nobody does so by a list": (
        closing.CloseAccounts,
        kpi.CloseKpiYear,
        report.IssueReport,
        report.StateFigure,
        report.ReplaceReport,
        report.WithdrawReport,
        statement.StateValue,
    ),
    "is said in the record itself by whoever evaluates, or by what writes a file out": (
        *(evaluation.OpenEvaluation, evaluation.OpenDesk, evaluation.DrawSample),
        *(evaluation.ExamineFact, evaluation.AskQuestion, evaluation.AnswerQuestion),
        *(evaluation.PublishEvaluation, export.RecordExport),
    ),
    "names an entry of another record, which no sheet of the office knows": (
        evidence.ShowFact,
        meeting.CarryOutDecision,
        advice.CarryOutAdvice,
    ),
    "brings a file with it": (evidence.AttachFile, evidence.ReceiveImport),
    "says that two are one, or that somebody asked to be erased: a person decides": (
        *(person.JoinPersons, person.PartPersons),
        *(client.MergeClients, client.PartClients),
        *(client.AddContact, client.EndContact, client.EraseContact),
    ),
    "happens while work runs, and is refused once it is over, as it is on an office's sheet": (
        *(commission.SupplementTerms, commission.NoticeEnding),
        *(commission.AskConsideration, commission.AnswerConsideration, commission.NoteConduct),
        *(mentorship.DeclineProposal, mentorship.ReassignMentor),
        delegation.LogAssistance,
    ),
}
"""What is entered by itself, and why no sheet is asked for."""


def test_every_command_that_records_a_fact_has_a_sheet_or_a_reason() -> None:
    """Who adds a command decides which of the two it is."""
    asked = {command for kind in KINDS.values() for command in kind.asks_for}
    by_hand = {command for commands in BY_HAND.values() for command in commands}
    facts = {command for command in AGGREGATE_OF if not issubclass(command, NO_FACT)}
    assert facts - asked - by_hand == set(), "neither on a sheet nor with a reason"
    assert by_hand - facts == set(), "no command any more"
    assert asked & by_hand == set(), "a sheet asks for it: it needs no reason"


def test_a_command_is_listed_once() -> None:
    """Two reasons would be none."""
    commands = [command for several in BY_HAND.values() for command in several]
    assert len(commands) == len(set(commands))
