"""What a user says of a door on the three papers, checked door by door."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from jinlin.core.errors import NotFoundError, RuleError, UsageError
from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.elevator.apportionment.household import Participation
from jinlin.elevator.consent.ballots import Ballot
from jinlin.elevator.consent.doors import PaperDoor, check_inside
from jinlin.elevator.project.projects import Project
from jinlin.elevator.rules.answers import (
    NEEDS_REASON,
    BallotQuestion,
    Choice,
    Opinion,
    SigningCapacity,
    Way,
    signed_for,
)
from jinlin.store.check.proofs import Proof
from jinlin.store.transaction.tx import Tx


class Visit(NamedTuple):
    """The visit on which a paper was brought to a door.

    Attributes:
        visitors: who went; people acting in a post. Nobody when there was no visit.
        next_on: when somebody goes again.
    """

    on: date
    visitors: tuple[str, ...] = ()
    next_on: date | None = None


class NewOpinion(NamedTuple):
    """What a door says in the consultation, as it is to be recorded.

    Attributes:
        handling: what is done about its reason.
        way: how the paper reached it.
        file: the scan.
        round: which round; None for the one that is on.
    """

    answer: Opinion
    visit: Visit
    reason: str | None = None
    handling: str | None = None
    way: Way = Way.IN_PERSON
    file: Proof | None = None
    round: int | None = None


class Signature(NamedTuple):
    """Who signed a paper, and by what right.

    Attributes:
        name: the names on it, between `、`; None when all registered owners signed.
        authority: the written authority of one who signs for others.
    """

    signer: SigningCapacity
    name: str | None = None
    authority: str | None = None


def signed_by(
    door: PaperDoor, names: Sequence[str], *, agent: str | None, authority: str | None
) -> Signature:
    """Return who signed for a door, and by what right; who votes for it on record needs no paper.

    Raises:
        RuleError: a signature or an authority is missing.
    """
    signer = signed_for(
        names,
        owners=door.owners,
        agent=agent,
        authority=authority,
        representative=door.representative,
    )
    if signer is SigningCapacity.AUTHORISED and authority is None:
        authority = door.authority or _("voting representative on record")
    return Signature(signer, agent or "、".join(names) or None, authority)


class NewVote(NamedTuple):
    """A ballot paper as it is to be recorded.

    Attributes:
        reason: why the door votes otherwise than before.
    """

    choices: Mapping[BallotQuestion, Choice]
    visit: Visit
    signature: Signature
    file: Proof | None = None
    reason: str | None = None


class NewAgreement(NamedTuple):
    """A payment agreement as it is to be recorded; `instalments` where the door has its own."""

    visit: Visit
    signature: Signature
    instalments: str | None = None
    file: Proof | None = None


def check_opinion(tx: Tx, project: Project, door: PaperDoor, new: NewOpinion) -> None:
    """Refuse what cannot be a door's answer.

    Raises:
        NotFoundError: the door is no party to the scheme.
        RuleError: a reason is missing, there is nothing to withdraw, the day or round is wrong.
    """
    check_inside(project, door)
    check_day(tx, project, new.visit)
    if new.answer in NEEDS_REASON and not new.reason:
        raise RuleError(
            _("“{answer}” needs the reason.").format(answer=new.answer.label),
            hint=_("Say it: --reason 担心采光"),
        )
    if new.answer is Opinion.WITHDRAWN and door.opinion is not Opinion.AGREE:
        raise RuleError(
            _("{home} has not agreed; there is nothing to withdraw.").format(home=door.label),
            hint=_("See: jinlin elevator consult show {home}").format(home=door.label),
        )
    if new.round is not None and not 1 <= new.round <= project.round + 1:
        raise RuleError(
            _("Round {round} has not begun; round {now} is on.").format(
                round=new.round, now=project.round
            ),
            hint=_("The next one is --round {next}.").format(next=project.round + 1),
        )


def check_vote(tx: Tx, project: Project, ballot: Ballot, door: PaperDoor, new: NewVote) -> None:
    """Refuse what cannot be a vote: each question apart, until the closing day.

    Raises:
        NotFoundError: the door does not take part in deciding.
        RuleError: the ballot is closed, does not ask that, or the day is wrong.
        UsageError: it changes a vote that was given, and the reason is missing.
    """
    _check_entitled(project, ballot, door)
    for question in new.choices:
        if question not in ballot.questions:
            raise RuleError(
                _("Ballot {round} does not ask about: {question}.").format(
                    round=ballot.round, question=question.label
                ),
                hint=_("Its questions: {questions}.").format(
                    questions=_(", ").join(q.label for q in ballot.questions)
                ),
            )
    check_day(tx, project, new.visit)
    on = new.visit.on.isoformat()
    if on < ballot.opened_on:
        raise RuleError(
            _("The ballot was opened only on {day}.").format(day=ballot.opened_on),
            hint=_("What was said before is consultation: jinlin elevator consult"),
        )
    late = door.scheme is not None or door.fund is not None or on > ballot.closes_on
    if ballot.ended_on is not None or (not ballot.is_open(tx.clock.today) and late):
        raise RuleError(
            _("The ballot closed on {day}: votes are neither given nor changed any more.").format(
                day=ballot.ended_on or ballot.closes_on
            ),
            hint=_("A paper handed in before that and not entered yet: give its day with --date."),
        )
    before = (
        None if new.signature.signer is SigningCapacity.TENANT else changed_vote(door, new.choices)
    )
    if before is not None and not new.reason:
        raise UsageError(
            _("{home} voted “{choice}” before; why it is another vote now is missing.").format(
                home=door.label, choice=before.label
            ),
            hint=_("Say it: --reason 户主改变了意见"),
        )


def changed_vote(door: PaperDoor, choices: Mapping[BallotQuestion, Choice]) -> Choice | None:
    """Return the vote that another one would take the place of; None where there is none."""
    given = door.votes
    changed = (given[question] for question, now in choices.items() if given[question] != now)
    return next((before for before in changed if before is not None), None)


def check_agreement(tx: Tx, project: Project, door: PaperDoor, new: NewAgreement) -> None:
    """Refuse what cannot be agreed: nothing is owed, or it is signed already.

    Raises:
        NotFoundError: the door is no party to the scheme.
        RuleError: no version is in force, the door pays nothing, it has signed this amount, or the
            day is wrong.
    """
    check_inside(project, door)
    check_day(tx, project, new.visit)
    if door.amount is None:
        raise RuleError(
            _("No version of the scheme is in force with {home} in it.").format(home=door.label),
            hint=_("Adopt one first: jinlin elevator adopt E1"),
        )
    if door.amount == 0 or door.status is not Participation.PAYS:
        raise RuleError(
            _("{home} pays nothing; there is nothing to agree on.").format(home=door.label),
            hint=_(
                "Its consent belongs to the consultation: jinlin elevator consult {home}"
            ).format(home=door.label),
        )
    if door.signed is not None and door.signed >= door.amount and new.file is None:
        raise RuleError(
            _("{home} signed over {amount} yuan on {day}; that holds.").format(
                home=door.label, amount=yuan(door.signed), day=door.signed_on
            ),
            hint=_(
                "To add the scan: --file. If it was withdrawn: jinlin elevator agreement withdraw"
            ),
        )


def _check_entitled(project: Project, ballot: Ballot, door: PaperDoor) -> None:
    if ballot.scope.code == "complex" or door.inside:
        return
    if ballot.scope.code == "building" and door.label.split("-")[0] == project.building:
        return
    raise NotFoundError(
        _("{home} does not take part in this ballot: {scope} of {place}.").format(
            home=door.label, scope=ballot.scope.name, place=project.place
        ),
        hint=_("An owner whom the works touch: jinlin elevator affected add {home}").format(
            home=door.label
        ),
    )


def check_day(tx: Tx, project: Project, visit: Visit) -> None:
    """Refuse a day on which nothing can have been signed, or a next visit by nobody.

    Raises:
        RuleError: the project was given up, or the day lies ahead or before its beginning.
    """
    if project.ended_on is not None:
        raise RuleError(
            _("{number} was given up on {day}.").format(number=project.label, day=project.ended_on),
            hint=_("Open a new one: jinlin elevator add"),
        )
    if visit.on > tx.clock.today:
        raise RuleError(
            _("{day} has not come yet.").format(day=visit.on),
            hint=_("A paper is recorded afterwards; plan the next visit with --next."),
        )
    if visit.on.isoformat() < project.started_on:
        raise RuleError(
            _("{number} began only on {day}.").format(number=project.label, day=project.started_on),
            hint=_("Check the day: --date"),
        )
    if visit.next_on is not None and not visit.visitors:
        raise RuleError(_("Who went is not said."), hint=_("Name them: --by 李华,王芳"))
