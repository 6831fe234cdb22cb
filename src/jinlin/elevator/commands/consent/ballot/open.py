"""`jinlin elevator ballot open`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import _
from jinlin.elevator.commands import shared
from jinlin.elevator.commands.consent.ballot.shared import as_json
from jinlin.elevator.consent.ballots import Ballot, NewBallot, open_new, usual_matter
from jinlin.elevator.project.projects import Project, project
from jinlin.elevator.rules.answers import BallotQuestion
from jinlin.elevator.rules.stages import WorksKind
from jinlin.meeting.rules.owners_matters import (
    Confidence,
    OwnersMatter,
    parse_matter,
    parse_scope,
    scopes,
)
from jinlin.meeting.rules.threshold import parse_threshold
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def open_(
    call: Call,
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
    day = shared.asked(call, "--closes", _("The last day for votes"), closes)
    with writing(call) as tx:
        found = project(tx, number)
        if fund is None:
            fund = fund_needs is not None or found.kind is WorksKind.REPLACEMENT
        needs = {BallotQuestion.SCHEME: scheme_needs}
        needs |= {BallotQuestion.FUND: fund_needs} if fund else {}
        new = NewBallot(
            closes_on=shared.planned_day(day, tx.clock) or tx.clock.today,
            matters={one: _matter(found, one, text, source) for one, text in needs.items()},
            scope=parse_scope(scope) if scope else scopes()["entrance"],
            scope_source=shared.kept(scope_source),
            fresh=fresh,
        )
        ballot = open_new(tx, found, new)
        carried = tx.value("SELECT count(*) FROM elevator_vote WHERE ballot_id = ?", (ballot.id,))
    done(
        call,
        _("Ballot {round} of {project} is open until {day}.").format(
            round=ballot.round, project=found.label, day=ballot.closes_on
        ),
        number=str(ballot.round),
        data={**as_json(found, ballot), "carried_over": carried},
    )
    _tell_matters(call, ballot)
    if carried:
        call.tell(
            _("Votes carried over from doors that do not pay more: {count}.").format(count=carried),
        )


def _tell_matters(call: Call, ballot: Ballot) -> None:
    """Say of each question which share it needs, and where that stands."""
    for one in ballot.asked:
        call.tell(
            _("{question}: {passing}, {reason}. Source: {source}").format(
                question=one.question.label,
                passing=one.matter.passing.words,
                reason=one.matter.reason,
                source=one.matter.source,
            ),
        )


def _matter(
    found: Project, question: BallotQuestion, text: str | None, source: str | None
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
