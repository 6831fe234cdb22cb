"""`jinlin elevator ballot`: open it, one door's vote, who has voted, end it, a filled sheet."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import _
from jinlin.elevator.commands import shared
from jinlin.elevator.commands.consent import signatures
from jinlin.elevator.consent.ballots import (
    Ballot,
    NewBallot,
    end_ballot,
    latest_ballot,
    open_new,
    usual_matter,
)
from jinlin.elevator.consent.doors import paper_door, paper_doors, project_of_door
from jinlin.elevator.consent.importing import entitled_ids
from jinlin.elevator.consent.paper_actions import write_votes
from jinlin.elevator.consent.papers import NewVote, changed_vote, check_vote
from jinlin.elevator.project.projects import Project, project
from jinlin.elevator.rules.answers import (
    Choice,
    Question,
    Signer,
)
from jinlin.elevator.rules.stages import WorksKind
from jinlin.meeting.rules.owners_matters import (
    Confidence,
    OwnersMatter,
    parse_matter,
    parse_scope,
    scopes,
)
from jinlin.meeting.rules.threshold import parse_threshold
from jinlin.output.command import import_options
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import done, show
from jinlin.store.check.proofs import proof_if_named
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader

MANY_FOR_ONE = 3
"""From so many doors on it is said that one agent signs for them (some places allow no more)."""


def open_(
    ctx: typer.Context,
    number: shared.Number = None,
    closes: Annotated[
        str | None, typer.Option(metavar=_("DATE"), help=_("The last day for votes."))
    ] = None,
    scope: Annotated[
        str | None,
        typer.Option(metavar=_("SCOPE"), help=_("entrance (本单元), building or complex.")),
    ] = None,
    scope_source: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("Where it stands who decides."))
    ] = None,
    fund: Annotated[
        bool | None,
        typer.Option("--fund/--no-fund", help=_("Ask about the maintenance fund too, apart.")),
    ] = None,
    scheme_needs: Annotated[
        str | None,
        typer.Option(metavar=_("MATTER"), help=_("Another class of matter, or share: 过半数.")),
    ] = None,
    fund_needs: Annotated[
        str | None,
        typer.Option(metavar=_("MATTER"), help=_("The same for the fund, such as 筹集维修资金.")),
    ] = None,
    source: shared.Source = None,
    fresh: Annotated[bool, typer.Option("--fresh", help=_("Carry no earlier vote over."))] = False,
) -> None:
    call = called(ctx)
    day = shared.asked(call, "--closes", _("The last day for votes"), closes)
    with writing(call) as tx:
        found = project(tx, number)
        asked: dict[Question, OwnersMatter] = {
            Question.SCHEME: _matter(found, Question.SCHEME, scheme_needs, source)
        }
        if fund is None:
            fund = fund_needs is not None or found.kind is WorksKind.REPLACEMENT
        if fund:
            asked[Question.FUND] = _matter(found, Question.FUND, fund_needs, source)
        closes_on = shared.planned_day(day, tx.clock) or tx.clock.today
        ballot = open_new(
            tx,
            found,
            NewBallot(
                closes_on=closes_on,
                matters=asked,
                scope=parse_scope(scope) if scope else scopes()["entrance"],
                scope_source=shared.kept(scope_source),
                fresh=fresh,
            ),
        )
        carried = tx.value("SELECT count(*) FROM elevator_vote WHERE ballot_id = ?", (ballot.id,))
    done(
        call,
        _("Ballot {round} of {project} is open until {day}.").format(
            round=ballot.round, project=found.label, day=ballot.closes_on
        ),
        number=str(ballot.round),
        data={**_as_json(found, ballot), "carried_over": carried},
    )
    for one in ballot.asked:
        call.tell(
            _("{question}: {passing}, {reason}. Source: {source}").format(
                question=one.question.label,
                passing=one.matter.passing.words,
                reason=one.matter.reason,
                source=one.matter.source,
            ),
        )
    if carried:
        call.tell(
            _("Votes carried over from doors that do not pay more: {count}.").format(count=carried),
        )


def record_(
    ctx: typer.Context,
    home: shared.Home = None,
    answer: Annotated[
        str | None,
        typer.Argument(metavar=_("ANSWER"), help=_("同意, 反对 or 弃权, on the scheme.")),
    ] = None,
    fund: Annotated[
        str | None,
        typer.Option(metavar=_("ANSWER"), help=_("Its vote on the use of the maintenance fund.")),
    ] = None,
    question: Annotated[
        str | None,
        typer.Option(metavar=_("QUESTION"), help=_("scheme or fund: what ANSWER is about.")),
    ] = None,
    signed: signatures.Signed = None,
    agent: signatures.Agent = None,
    authority: signatures.Authority = None,
    tenant: Annotated[
        str | None,
        typer.Option(metavar=_("NAME"), help=_("A tenant signed: kept as information, no vote.")),
    ] = None,
    by: signatures.By = None,
    on: shared.On = None,
    next_: signatures.Next = None,
    file: shared.File = None,
    reason: Annotated[
        str | None,
        typer.Option(metavar=_("TEXT"), help=_("Why it votes otherwise than before; needed then.")),
    ] = None,
    number: shared.Project = None,
) -> None:
    call = called(ctx)
    where = shared.asked(call, _("HOUSEHOLD"), _("Which household"), home)
    choices = _choices(
        shared.asked(call, _("ANSWER"), _("Its vote"), answer if answer or not fund else fund),
        question=question,
        fund=fund if answer else None,
        only_fund=answer is None,
    )
    proof = proof_if_named(call, file)
    if not reason and tenant is None and call.environment.interactive:
        with reading(call) as reader:
            found, place = project_of_door(reader, number, where)
            if changed_vote(paper_door(reader, found, place), choices) is not None:
                reason = shared.asked(call, "--reason", _("Why it is another vote now"), None)
    with writing(call) as tx:
        found, place = project_of_door(tx, number, where)
        ballot = _ballot(tx, found)
        door = paper_door(tx, found, place)
        new = NewVote(
            choices=choices,
            visit=signatures.visit_of(tx, by=by, on=on, next_=next_),
            signature=signatures.signature_of(
                door, signed=signed, agent=agent, authority=authority, tenant=tenant
            ),
            file=proof,
            reason=shared.kept(reason),
        )
        check_vote(tx, found, ballot, door, new)
        write_votes(tx, found, ballot, [(door, new)])
        signed_for = _doors_of_agent(tx, ballot, agent)
    said = _(", ").join(f"{which.label} {choice.label}" for which, choice in choices.items())
    done(
        call,
        _("{home}: {votes} (ballot {round} of {project}).").format(
            home=door.label, votes=said, round=ballot.round, project=found.label
        ),
        number=door.label,
        data={
            "project": found.label, "ballot": ballot.round, "household": door.label,
            "votes": {which.value: choice.value for which, choice in choices.items()},
            "signer": new.signature.signer.value, "voted_on": new.visit.on.isoformat(),
            "counted": new.signature.signer is not Signer.TENANT,
        },
    )  # fmt: skip
    if new.signature.signer is Signer.TENANT:
        call.tell(_("A tenant's signature is information; the owner's vote is still missing."))
    if signed_for >= MANY_FOR_ONE:
        call.tell(
            _("One agent signs for {count} doors; some places allow no more than {most}.").format(
                count=signed_for, most=MANY_FOR_ONE
            ),
        )


def list_(ctx: typer.Context, number: shared.Project = None) -> None:
    from jinlin.elevator.consent.listings import ballot_listing

    call = called(ctx)
    with reading(call) as reader:
        found = project(reader, number)
        ballot = _ballot(reader, found)
        doors = paper_doors(reader, found, ids=entitled_ids(reader, found, ballot))
    show(call, ballot_listing(call, found, ballot, doors))


def end_(ctx: typer.Context, number: shared.Number = None, reason: shared.Reason = None) -> None:
    call = called(ctx)
    why = shared.asked(call, "--reason", _("Why it ends before its day"), reason)
    with writing(call) as tx:
        found = project(tx, number)
        ballot = end_ballot(tx, found, reason=why)
    done(
        call,
        _("Ballot {round} of {project} has ended; its votes stay on record.").format(
            round=ballot.round, project=found.label
        ),
        number=str(ballot.round),
        data=_as_json(found, ballot),
    )


def import_(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar=_("FILE"), help=_("The filled sheet: xlsx, csv."))],
    number: shared.Project = None,
    source: import_options.Source = None,
    basis: import_options.Basis = None,
    map_: import_options.Map = None,
    sheet: import_options.Sheet = None,
    strict: import_options.Strict = False,
) -> None:
    from jinlin.elevator.commands.consent.imports import Options, take_sheet
    from jinlin.elevator.consent.importing import VOTE_FIELDS, import_votes

    options = Options(source, basis, map_, sheet, strict)
    take_sheet(called(ctx), file, number, VOTE_FIELDS, import_votes, options)


def _ballot(reader: Reader, found: Project) -> Ballot:
    ballot = latest_ballot(reader, found)
    if ballot is None:
        raise NotFoundError(
            _("No ballot of {project} was opened.").format(project=found.label),
            hint=_("Open one: jinlin elevator ballot open --closes 12-15"),
        )
    return ballot


def _choices(
    answer: str, *, question: str | None, fund: str | None, only_fund: bool
) -> dict[Question, Choice]:
    """Return what is voted on which question."""
    about = Question.read(question) if question else Question.SCHEME
    if only_fund:
        about = Question.FUND
    if fund is not None and about is Question.FUND:
        raise UsageError(
            _("The vote on the fund is said twice."), hint=_("Give --question or --fund.")
        )
    choices = {about: Choice.read(answer)}
    if fund is not None:
        choices[Question.FUND] = Choice.read(fund)
    return choices


def _matter(
    found: Project, question: Question, text: str | None, source: str | None
) -> OwnersMatter:
    """Return which matter a question is: the usual one, another one, or with another share.

    Raises:
        UsageError: it is said that another share is enough, and not where that stands.
        NotFoundError: there is no such matter.
    """
    usual = usual_matter(question, found)
    if text is None:
        return usual
    try:
        return parse_matter(text)
    except NotFoundError:
        if not any(sign in text for sign in "/%分半"):
            raise
    passing = parse_threshold(text)
    if passing == usual.passing:
        return usual
    where = shared.kept(source)
    if where is None:
        raise UsageError(
            _("That {passing} is enough must stand somewhere.").format(passing=passing.words),
            hint=_("Say where: --source 街道2026年通知"),
        )
    return usual._replace(passing=passing, source=where, confidence=Confidence.OWN)


def _doors_of_agent(reader: Reader, ballot: Ballot, agent: str | None) -> int:
    if not agent:
        return 0
    return int(
        reader.value(
            "SELECT count(DISTINCT household_id) FROM elevator_vote WHERE ballot_id = ?"
            " AND signer = 'agent' AND signed_name = ? AND superseded_at IS NULL",
            (ballot.id, shared.kept(agent)),
        )
    )


def _as_json(found: Project, ballot: Ballot) -> dict[str, object]:
    return {
        "project": found.label,
        "ballot": ballot.round,
        "plan": f"E{ballot.plan}",
        "scope": ballot.scope.code,
        "opened_on": ballot.opened_on,
        "closes_on": ballot.closes_on,
        "ended_on": ballot.ended_on,
        "questions": [
            {"question": one.question.value, "matter": one.matter.code, "source": one.matter.source}
            for one in ballot.asked
        ],
    }
