"""`jinlin elevator ballot record`."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.elevator.commands import shared
from jinlin.elevator.commands.consent.ballot.shared import ballot_meant
from jinlin.elevator.commands.consent.signatures import SignatureWords, VisitWords
from jinlin.elevator.commands.kinds import QUESTION
from jinlin.elevator.consent.ballots import Ballot
from jinlin.elevator.consent.doors import PaperDoor, paper_door, project_of_door
from jinlin.elevator.consent.paper_actions import write_votes
from jinlin.elevator.consent.papers import NewVote, changed_vote, check_vote
from jinlin.elevator.project.projects import Project
from jinlin.elevator.rules.answers import BallotQuestion, Choice, SigningCapacity
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import NAME, TEXT, choice
from jinlin.output.command.questions import ask
from jinlin.output.delivery.show import done
from jinlin.store.check.proofs import proof_if_named
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader

CHOICE: Final = choice(Choice, called=N_("ANSWER"))
MANY_FOR_ONE = 3
"""From so many doors on it is said that one agent signs for them (some places allow no more)."""


def record_(
    call: Call,
    home: shared.Home,
    answer: Annotated[
        Choice | None,
        CHOICE.argument(
            help=N_("同意, 反对 or 弃权, on the scheme."),
            asked=AskedFor(N_("Its vote"), where=lambda said: not said["fund"]),
        ),
    ] = None,
    fund: Annotated[
        Choice | None, CHOICE.option(help=N_("Its vote on the use of the maintenance fund."))
    ] = None,
    question: Annotated[
        BallotQuestion | None, QUESTION.option(help=N_("scheme or fund: what ANSWER is about."))
    ] = None,
    *,
    signatures: SignatureWords,
    tenant: Annotated[
        str | None, NAME.option(help=N_("A tenant signed: kept as information, no vote."))
    ] = None,
    visit: VisitWords,
    file: shared.File = None,
    reason: Annotated[
        str | None, TEXT.option(help=N_("Why it votes otherwise than before; needed then."))
    ] = None,
    number: shared.Project = None,
) -> None:
    choices = _choices(answer, question, fund)
    proof = proof_if_named(call, file)
    if not reason and tenant is None:
        reason = _reason_asked(call, number, home, choices)
    with writing(call) as tx:
        found, place = project_of_door(tx, number, home)
        ballot = ballot_meant(tx, found)
        door = paper_door(tx, found, place)
        new = NewVote(
            choices=choices,
            visit=visit.visit(tx),
            signature=signatures.signature(door, tenant),
            file=proof,
            reason=reason,
        )
        check_vote(tx, found, ballot, door, new)
        write_votes(tx, found, ballot, [(door, new)])
        signed_for = _doors_of_agent(tx, ballot, signatures.agent)
    _told(call, found, ballot, door, new)
    _tell_signer(call, new.signature.signer, signed_for)


def _told(call: Call, found: Project, ballot: Ballot, door: PaperDoor, new: NewVote) -> None:
    said = _(", ").join(f"{which.label} {choice.label}" for which, choice in new.choices.items())
    done(
        call,
        _("{home}: {votes} (ballot {round} of {project}).").format(
            home=door.label, votes=said, round=ballot.round, project=found.label
        ),
        number=door.label,
        data={
            "project": found.label, "ballot": ballot.round, "household": door.label,
            "votes": {which.value: choice.value for which, choice in new.choices.items()},
            "signer": new.signature.signer.value, "voted_on": new.visit.on.isoformat(),
            "counted": new.signature.signer is not SigningCapacity.TENANT,
        },
    )  # fmt: skip


def _reason_asked(
    call: Call, number: str | None, where: str, choices: dict[BallotQuestion, Choice]
) -> str | None:
    """Ask on a terminal why a door votes otherwise than before; None where it does not."""
    if not call.environment.interactive:
        return None
    with reading(call) as reader:
        found, place = project_of_door(reader, number, where)
        if changed_vote(paper_door(reader, found, place), choices) is None:
            return None
        return ask(call, TEXT, "--reason", _("Why it is another vote now"))


def _tell_signer(call: Call, signer: SigningCapacity, signed_for: int) -> None:
    """Say what a signature is worth: a tenant's nothing, one agent's for many doors in question."""
    if signer is SigningCapacity.TENANT:
        call.tell(_("A tenant's signature is information; the owner's vote is still missing."))
    if signed_for >= MANY_FOR_ONE:
        call.tell(
            _("One agent signs for {count} doors; some places allow no more than {most}.").format(
                count=signed_for, most=MANY_FOR_ONE
            ),
        )


def _choices(
    answer: Choice | None, question: BallotQuestion | None, fund: Choice | None
) -> dict[BallotQuestion, Choice]:
    """Return what is voted on which question."""
    if answer and fund and question is BallotQuestion.FUND:
        raise UsageError(
            _("The vote on the fund is said twice."), hint=_("Give --question or --fund.")
        )
    said = {question or BallotQuestion.SCHEME: answer}
    if fund:
        said[BallotQuestion.FUND] = fund
    return {about: choice for about, choice in said.items() if choice}


def _doors_of_agent(reader: Reader, ballot: Ballot, agent: str | None) -> int:
    if not agent:
        return 0
    return int(
        reader.value(
            "SELECT count(DISTINCT household_id) FROM elevator_vote WHERE ballot_id = ?"
            " AND signer = 'agent' AND signed_name = ? AND superseded_at IS NULL",
            (ballot.id, agent),
        )
    )
