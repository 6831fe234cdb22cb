"""What a user writes onto the three papers: checked door by door, written for many at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from jinlin.complex.visit_rules import Outcome
from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.money import yuan
from jinlin.elevator.answers import (
    NEEDS_REASON,
    OPINION_LABELS,
    QUESTION_LABELS,
    Choice,
    Opinion,
    Question,
    Signer,
    Way,
)
from jinlin.elevator.ballots import Ballot
from jinlin.elevator.household import Status
from jinlin.elevator.paper_doors import PaperDoor, check_inside
from jinlin.elevator.projects import Project, adopted_plan
from jinlin.elevator.queries import PlanRow
from jinlin.store.proofs import Proof
from jinlin.store.tx import Tx


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

    signer: Signer
    name: str | None = None
    authority: str | None = None


class NewVote(NamedTuple):
    """A ballot paper as it is to be recorded."""

    choices: Mapping[Question, Choice]
    visit: Visit
    signature: Signature
    file: Proof | None = None


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
    _check_day(tx, project, new.visit)
    if new.answer in NEEDS_REASON and not new.reason:
        raise RuleError(
            _("“{answer}” needs the reason.").format(answer=_(OPINION_LABELS[new.answer])),
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


def write_opinions(tx: Tx, project: Project, given: Sequence[tuple[PaperDoor, NewOpinion]]) -> None:
    """Write what doors say; what they said earlier in the same round stays on record behind it."""
    plan = adopted_plan(tx, project)
    visits = _write_visits(
        tx, [(door, new.visit, _came_of(new.answer), _purpose(project)) for door, new in given]
    )
    rounds = [new.round or project.round for _door, new in given]
    if (latest := max(rounds, default=project.round)) > project.round:
        tx.update("elevator_project", project.id, round=latest)
    tx.connection.executemany(
        "UPDATE elevator_opinion SET superseded_at = ? WHERE project_id = ? AND household_id = ?"
        " AND round = ? AND superseded_at IS NULL",
        [
            (tx.clock.stamp, project.id, door.id, of)
            for (door, _new), of in zip(given, rounds, strict=True)
        ],
    )
    tx.insert_many(
        "elevator_opinion",
        (
            "project_id",
            "household_id",
            "round",
            "plan_id",
            "amount",
            "answer",
            "reason",
            "handling",
            "answered_on",
            "way",
            "visit_id",
            "file",
            "sha256",
            "user",
            "recorded_at",
        ),
        [
            (
                project.id,
                door.id,
                of,
                plan.id if plan else None,
                door.amount,
                new.answer,
                new.reason,
                new.handling,
                new.visit.on.isoformat(),
                new.way,
                visit,
                *_file(new.file),
                tx.user,
                tx.clock.stamp,
            )
            for (door, new), of, visit in zip(given, rounds, visits, strict=True)
        ],
    )
    _describe(
        tx,
        project,
        [door for door, _new in given],
        N_("Recorded what {home} says in the consultation of {project}"),
        N_("take back what {home} says in the consultation of {project}"),
        N_("Recorded what {count} doors say in the consultation of {project}"),
    )  # fmt: skip


def check_vote(tx: Tx, project: Project, ballot: Ballot, door: PaperDoor, new: NewVote) -> None:
    """Refuse what cannot be a vote: each question apart, until the closing day.

    Raises:
        NotFoundError: the door does not take part in deciding.
        RuleError: the ballot is closed, does not ask that, or the day is wrong.
    """
    _check_entitled(project, ballot, door)
    for question in new.choices:
        if question not in ballot.questions:
            raise RuleError(
                _("Ballot {round} does not ask about: {question}.").format(
                    round=ballot.round, question=_(QUESTION_LABELS[question])
                ),
                hint=_("Its questions: {questions}.").format(
                    questions=_(", ").join(_(QUESTION_LABELS[q]) for q in ballot.questions)
                ),
            )
    _check_day(tx, project, new.visit)
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
            hint=_("A paper handed in before that and not entered yet: give its day with --on."),
        )


def write_votes(
    tx: Tx, project: Project, ballot: Ballot, given: Sequence[tuple[PaperDoor, NewVote]]
) -> None:
    """Write votes; what a door voted before stays on record behind it."""
    visits = _write_visits(
        tx,
        [(door, new.visit, Outcome.MET, _purpose(project)) for door, new in given],
    )
    tx.connection.executemany(
        "UPDATE elevator_vote SET superseded_at = ? WHERE ballot_id = ? AND household_id = ?"
        " AND question = ? AND superseded_at IS NULL AND signer <> 'tenant'",
        [
            (tx.clock.stamp, ballot.id, door.id, question)
            for door, new in given
            if new.signature.signer is not Signer.TENANT
            for question in new.choices
        ],
    )
    tx.insert_many(
        "elevator_vote",
        (
            "ballot_id",
            "question",
            "household_id",
            "amount",
            "choice",
            "signer",
            "signed_name",
            "authority",
            "voted_on",
            "visit_id",
            "file",
            "sha256",
            "user",
            "recorded_at",
        ),
        [
            (
                ballot.id,
                question,
                door.id,
                door.amount,
                choice,
                *new.signature,
                new.visit.on.isoformat(),
                visit,
                *_file(new.file),
                tx.user,
                tx.clock.stamp,
            )
            for (door, new), visit in zip(given, visits, strict=True)
            for question, choice in new.choices.items()
        ],
    )
    _describe(
        tx,
        project,
        [door for door, _new in given],
        N_("Recorded the vote of {home} in the ballot of {project}"),
        N_("take back the vote of {home} in the ballot of {project}"),
        N_("Recorded the votes of {count} doors in the ballot of {project}"),
    )  # fmt: skip


def check_agreement(tx: Tx, project: Project, door: PaperDoor, new: NewAgreement) -> None:
    """Refuse what cannot be agreed: nothing is owed, or it is signed already.

    Raises:
        NotFoundError: the door is no party to the scheme.
        RuleError: no version is in force, the door pays nothing, it has signed this amount, or the
            day is wrong.
    """
    check_inside(project, door)
    _check_day(tx, project, new.visit)
    if door.amount is None:
        raise RuleError(
            _("No version of the scheme is in force with {home} in it.").format(home=door.label),
            hint=_("Adopt one first: jinlin elevator adopt E1"),
        )
    if door.amount == 0 or door.status is not Status.PAYS:
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


def write_agreements(
    tx: Tx, project: Project, plan: PlanRow, given: Sequence[tuple[PaperDoor, NewAgreement]]
) -> None:
    """Write signed agreements, each over the amount in force; earlier ones stay on record."""
    _write_visits(tx, [(door, new.visit, Outcome.MET, _purpose(project)) for door, new in given])
    tx.connection.executemany(
        "UPDATE elevator_agreement SET superseded_at = ? WHERE project_id = ? AND household_id = ?"
        " AND superseded_at IS NULL",
        [(tx.clock.stamp, project.id, door.id) for door, _new in given],
    )
    tx.insert_many(
        "elevator_agreement",
        (
            "project_id",
            "household_id",
            "plan_id",
            "amount",
            "instalments",
            "signed_on",
            "signer",
            "signed_name",
            "authority",
            "file",
            "sha256",
            "user",
            "recorded_at",
        ),
        [
            (
                project.id,
                door.id,
                plan.id,
                door.amount,
                new.instalments,
                new.visit.on.isoformat(),
                *new.signature,
                *_file(new.file),
                tx.user,
                tx.clock.stamp,
            )
            for door, new in given
        ],
    )
    _describe(
        tx,
        project,
        [door for door, _new in given],
        N_("Recorded the payment agreement of {home} for {project}"),
        N_("take back the payment agreement of {home} for {project}"),
        N_("Recorded the payment agreements of {count} doors for {project}"),
    )  # fmt: skip


def withdraw_agreement(tx: Tx, project: Project, door: PaperDoor, *, on: date, reason: str) -> None:
    """Record that a door withdrew from its agreement; the agreement stays on record.

    Raises:
        NotFoundError: it signed none.
        RuleError: the day lies ahead, or before it signed.
    """
    row = tx.row(
        "SELECT id, signed_on FROM elevator_agreement WHERE project_id = ? AND household_id = ?"
        " AND superseded_at IS NULL AND withdrawn_on IS NULL",
        (project.id, door.id),
    )
    if row is None:
        raise NotFoundError(
            _("{home} has signed no payment agreement.").format(home=door.label),
            hint=_("See: jinlin elevator agreement list"),
        )
    _check_day(tx, project, Visit(on))
    if on.isoformat() < row["signed_on"]:
        raise RuleError(
            _("It was signed only on {day}.").format(day=row["signed_on"]),
            hint=_("Check the day: --on"),
        )
    tx.update("elevator_agreement", row["id"], withdrawn_on=on.isoformat(), withdrawn_reason=reason)
    _describe(
        tx,
        project,
        [door],
        N_("Recorded that {home} withdrew from its payment agreement for {project}"),
        N_("let the payment agreement of {home} for {project} hold again"),
        "",
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


def _check_day(tx: Tx, project: Project, visit: Visit) -> None:
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
            hint=_("Check the day: --on"),
        )
    if visit.next_on is not None and not visit.visitors:
        raise RuleError(_("Who went is not said."), hint=_("Name them: --by 李华,王芳"))


def _came_of(answer: Opinion) -> Outcome:
    return Outcome.NOT_AT_HOME if answer is Opinion.NOT_REACHED else Outcome.MET


def _purpose(project: Project) -> str:
    return _("Elevator {number}").format(number=project.label)


def _write_visits(
    tx: Tx, made: Iterable[tuple[PaperDoor, Visit, Outcome, str]]
) -> list[int | None]:
    """Write the visits on which papers were brought, and return the id of each."""
    following = tx.next_id("visit")
    ids: list[int | None] = []
    rows = []
    for door, visit, outcome, purpose in made:
        if not visit.visitors:
            ids.append(None)
            continue
        ids.append(following)
        rows.append(
            (
                following, door.id, visit.on.isoformat(), "、".join(visit.visitors), outcome,
                purpose, visit.next_on.isoformat() if visit.next_on else None, tx.user,
            )
        )  # fmt: skip
        following += 1
    columns = (
        "id", "household_id", "visited_on", "visitors", "outcome", "purpose", "next_on", "user",
    )  # fmt: skip
    tx.insert_many("visit", columns, rows)
    return ids


def _file(proof: Proof | None) -> tuple[str | None, str | None]:
    return (None, None) if proof is None else (proof.path, proof.sha256)


def _describe(
    tx: Tx, project: Project, doors: Sequence[PaperDoor], one: str, reverse: str, many: str
) -> None:
    words: dict[str, Value] = {"project": project.label, "count": len(doors)}
    if len(doors) == 1:
        words["home"] = doors[0].label
        tx.describe(Message(one, words), reverse=Message(reverse, words), subject=doors[0].label)
    elif doors:
        tx.describe(
            Message(many, words),
            reverse=Message(N_("take back the papers of {count} doors of {project}"), words),
            subject=project.label,
        )
