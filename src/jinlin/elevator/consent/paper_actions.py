"""The three papers of a project written, for one door or for many at once; nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from jinlin.complex.rules.visits import VisitOutcome
from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.elevator.consent.ballots import Ballot
from jinlin.elevator.consent.doors import PaperDoor
from jinlin.elevator.consent.papers import NewAgreement, NewOpinion, NewVote, Visit, check_day
from jinlin.elevator.project.plans import PlanRow
from jinlin.elevator.project.projects import Project, adopted_plan, place_words
from jinlin.elevator.rules.answers import Opinion, SigningCapacity
from jinlin.store.check.proofs import file_columns
from jinlin.store.transaction.tx import Tx


def write_opinions(tx: Tx, project: Project, given: Sequence[tuple[PaperDoor, NewOpinion]]) -> None:
    """Write what doors say; what they said earlier in the same round stays on record behind it."""
    plan = adopted_plan(tx, project)
    visits = _write_visits(
        tx, [(door, new.visit, _came_of(new.answer), _purpose(project)) for door, new in given]
    )
    rounds = [new.round or project.round for _door, new in given]
    if (latest := max(rounds, default=project.round)) > project.round:
        tx.update("elevator_project", project.id, round=latest)
    tx.write_many(
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
            "project_id", "household_id", "round", "plan_id", "amount", "answer", "reason",
            "handling", "answered_on", "way", "visit_id", "file", "sha256", "user",
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
                *file_columns(new.file).values(),
                tx.user,
                tx.clock.stamp,
            )
            for (door, new), of, visit in zip(given, rounds, visits, strict=True)
        ],
    )  # fmt: skip
    _describe(
        tx,
        project,
        [door for door, _new in given],
        N_("Recorded what {home} says in the consultation of {project}"),
        N_("take back what {home} says in the consultation of {project}"),
        N_("Recorded what {count} doors say in the consultation of {project}"),
    )  # fmt: skip


def write_votes(
    tx: Tx, project: Project, ballot: Ballot, given: Sequence[tuple[PaperDoor, NewVote]]
) -> None:
    """Write votes; what a door voted before stays on record behind it."""
    visits = _write_visits(
        tx,
        [(door, new.visit, VisitOutcome.MET, _purpose(project)) for door, new in given],
    )
    tx.write_many(
        "UPDATE elevator_vote SET superseded_at = ? WHERE ballot_id = ? AND household_id = ?"
        " AND question = ? AND superseded_at IS NULL AND signer <> 'tenant'",
        [
            (tx.clock.stamp, ballot.id, door.id, question)
            for door, new in given
            if new.signature.signer is not SigningCapacity.TENANT
            for question in new.choices
        ],
    )
    tx.insert_many(
        "elevator_vote",
        (
            "ballot_id", "question", "household_id", "amount", "choice", "signer",
            "signed_name", "authority", "voted_on", "reason", "visit_id", "file", "sha256",
            "user", "recorded_at",
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
                new.reason,
                visit,
                *file_columns(new.file).values(),
                tx.user,
                tx.clock.stamp,
            )
            for (door, new), visit in zip(given, visits, strict=True)
            for question, choice in new.choices.items()
        ],
    )  # fmt: skip
    _describe(
        tx,
        project,
        [door for door, _new in given],
        N_("Recorded the vote of {home} in the ballot of {project}"),
        N_("take back the vote of {home} in the ballot of {project}"),
        N_("Recorded the votes of {count} doors in the ballot of {project}"),
    )  # fmt: skip


def write_agreements(
    tx: Tx, project: Project, plan: PlanRow, given: Sequence[tuple[PaperDoor, NewAgreement]]
) -> None:
    """Write signed agreements, each over the amount in force; earlier ones stay on record."""
    _write_visits(
        tx, [(door, new.visit, VisitOutcome.MET, _purpose(project)) for door, new in given]
    )
    tx.write_many(
        "UPDATE elevator_agreement SET superseded_at = ? WHERE project_id = ? AND household_id = ?"
        " AND superseded_at IS NULL",
        [(tx.clock.stamp, project.id, door.id) for door, _new in given],
    )
    tx.insert_many(
        "elevator_agreement",
        (
            "project_id", "household_id", "plan_id", "amount", "instalments", "signed_on",
            "signer", "signed_name", "authority", "file", "sha256", "user", "recorded_at",
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
                *file_columns(new.file).values(),
                tx.user,
                tx.clock.stamp,
            )
            for door, new in given
        ],
    )  # fmt: skip
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
    check_day(tx, project, Visit(on))
    if on.isoformat() < row["signed_on"]:
        raise RuleError(
            _("It was signed only on {day}.").format(day=row["signed_on"]),
            hint=_("Check the day: --date"),
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


def _came_of(answer: Opinion) -> VisitOutcome:
    return VisitOutcome.NOT_AT_HOME if answer is Opinion.NOT_REACHED else VisitOutcome.MET


def _purpose(project: Project) -> str:
    return _("{kind} of {place}").format(kind=project.kind.label, place=place_words(project))


def _write_visits(
    tx: Tx, made: Iterable[tuple[PaperDoor, Visit, VisitOutcome, str]]
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


_PLANNED: Final = """
    SELECT id FROM visit AS v WHERE next_on IS NOT NULL AND removed_at IS NULL AND (
        EXISTS (SELECT 1 FROM elevator_opinion AS o WHERE o.visit_id = v.id AND o.project_id = ?1)
        OR EXISTS (SELECT 1 FROM elevator_vote AS w JOIN elevator_ballot AS b ON b.id = w.ballot_id
                   WHERE w.visit_id = v.id AND b.project_id = ?1))"""


def call_off_visits(tx: Tx, project: Project) -> None:
    """Let no door be visited any more for what it says of a scheme: that is decided."""
    for row in tx.rows(_PLANNED, (project.id,)):
        tx.update("visit", row["id"], next_on=None)


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
