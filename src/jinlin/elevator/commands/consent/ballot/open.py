"""`jinlin elevator ballot open`."""

from __future__ import annotations

from typing import Annotated, Final, NamedTuple

from jinlin.core.call import Call
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay
from jinlin.elevator.commands import shared
from jinlin.elevator.commands.consent.ballot.shared import as_json
from jinlin.elevator.consent.ballots import Ballot, NewBallot, open_new, usual_matter
from jinlin.elevator.project.projects import Project, project
from jinlin.elevator.rules.answers import BallotQuestion
from jinlin.elevator.rules.stages import WorksKind
from jinlin.meeting.commands.kinds import OWNERS_SCOPE
from jinlin.meeting.rules.owners_matters import (
    OwnersMatter,
    OwnersScope,
    parse_matter,
    scopes,
)
from jinlin.meeting.rules.threshold import Threshold, parse_threshold
from jinlin.meeting.voting.owners_ballots import with_share
from jinlin.output.command.kind import AskedFor, WordKind, flag
from jinlin.output.command.kinds import PLANNED_DAY, TEXT
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


class OtherMatter(NamedTuple):
    """What a question is instead of the usual: another matter, or one with another share."""

    matter: OwnersMatter | None
    passing: Threshold | None


def _other_matter(text: str) -> OtherMatter:
    try:
        return OtherMatter(parse_matter(text), None)
    except NotFoundError:
        if not any(sign in text for sign in "/%分半"):
            raise
    return OtherMatter(None, parse_threshold(text))


MATTER: Final = WordKind("matter", N_("MATTER"), _other_matter)


def open_(
    call: Call,
    number: shared.Number = None,
    *,
    closes: Annotated[
        SaidDay,
        PLANNED_DAY.option(
            help=N_("The last day for votes."), asked=AskedFor(N_("The last day for votes"))
        ),
    ],
    scope: Annotated[
        OwnersScope | None, OWNERS_SCOPE.option(help=N_("entrance (本单元), building or complex."))
    ] = None,
    scope_source: Annotated[
        str | None, TEXT.option(help=N_("Where it is written who decides."))
    ] = None,
    fund: Annotated[
        bool | None,
        flag("--fund/--no-fund", help=N_("Ask about the maintenance fund too, apart.")),
    ] = None,
    scheme_needs: Annotated[
        OtherMatter | None, MATTER.option(help=N_("Another class of matter, or share: 过半数."))
    ] = None,
    fund_needs: Annotated[
        OtherMatter | None,
        MATTER.option(help=N_("The same for the fund, such as 筹集维修资金.")),
    ] = None,
    source: shared.Source = None,
    fresh: Annotated[bool, flag("--fresh", help=N_("Carry no earlier vote over."))] = False,
) -> None:
    with writing(call) as tx:
        found = project(tx, number)
        if fund is None:
            fund = fund_needs is not None or found.kind is WorksKind.REPLACEMENT
        needs = {BallotQuestion.SCHEME: scheme_needs}
        needs |= {BallotQuestion.FUND: fund_needs} if fund else {}
        new = NewBallot(
            closes_on=closes.on(tx.clock),
            matters={one: _matter(found, one, other, source) for one, other in needs.items()},
            scope=scope or scopes()["entrance"],
            scope_source=scope_source,
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
    found: Project, question: BallotQuestion, other: OtherMatter | None, source: str | None
) -> OwnersMatter:
    """Return which matter a question is: the usual one, another one, or with another share.

    Raises:
        UsageError: it is said that another share is enough, and not where that stands.
    """
    usual = usual_matter(question, found)
    if other is None:
        return usual
    if other.matter is not None:
        return other.matter
    passing = other.passing
    if passing is None or passing == usual.passing:
        return usual
    if source is None:
        raise UsageError(
            _("That {passing} is enough must stand somewhere.").format(passing=passing.words),
            hint=_("Say where: --source 街道2026年通知"),
        )
    return with_share(usual, passing, source)
