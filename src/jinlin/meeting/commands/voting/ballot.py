"""`jinlin meeting ballot`: what owners decide, by heads and area, from lists of doors."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from jinlin.complex.rules.address import parse_building, parse_entrance
from jinlin.core.call import Call
from jinlin.core.clock import Clock, parse_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.meeting.commands.options import Number
from jinlin.meeting.commands.voting import options
from jinlin.meeting.commands.voting.door_lists import read_batch
from jinlin.meeting.rules.heads_and_area import Clause, Silence
from jinlin.meeting.rules.meetings import parse_number
from jinlin.meeting.rules.owners_matters import OwnersMatter, parse_matter
from jinlin.meeting.rules.threshold import parse_threshold
from jinlin.meeting.voting.owners_ballots import OwnersQuestion, take_owners_vote, with_share
from jinlin.meeting.voting.owners_roll import Part, constituency_of, overlapping, parts
from jinlin.store.command.command import writing

_Lists: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar=_("FILE…"),
        help=_("Lists of doors with 表决意见; FILE:40/38 if 40 went out and 38 came back."),
    ),
]
_Matter: TypeAlias = Annotated[
    str,
    typer.Option(metavar=_("MATTER"), help=_("What is decided: jinlin meeting matters")),
]
_Silence: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar=_("AS"), help=_("Silence counts as: abstain, majority or for.")),
]
_Clause: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar=_("TEXT"), help=_("The clause that says so, word for word.")),
]
_Passing: TypeAlias = Annotated[
    str | None,
    typer.Option("--pass", metavar=_("SHARE"), help=_("Another share here, such as >=2/3.")),
]


def ballot(
    call: Call,
    number: Number,
    item: Annotated[int, typer.Argument(metavar=_("ITEM"), help=_("The item of the agenda."))],
    lists: _Lists,
    matter: _Matter,
    building: Annotated[
        str | None, typer.Option(metavar=_("BUILDING"), help=_("Only its owners decide."))
    ] = None,
    entrance: Annotated[
        str | None, typer.Option(metavar=_("ENTRANCE"), help=_("Only its owners decide."))
    ] = None,
    silence: _Silence = None,
    clause: _Clause = None,
    clause_since: Annotated[
        str | None, typer.Option(metavar=_("DATE"), help=_("When that clause was passed."))
    ] = None,
    passing: _Passing = None,
    source: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("Where that share stands."))
    ] = None,
    question: options.Subject = None,
    revise: options.Revise = None,
    reason: options.Reason = None,
) -> None:
    decided = _matter(matter, passing, clean(source or ""))
    with writing(call) as tx:
        of = constituency_of(
            tx,
            parse_building(building) if building else None,
            parse_entrance(entrance) if entrance else None,
        )
        roll = parts(tx, of)
        asked = options.question_of(
            tx, parse_number(number), item, subject=question, revise=revise, reason=reason
        )
        owners = OwnersQuestion(
            decided, of, clause=_clause(silence, clause, clause_since, tx.clock)
        )
        batches = [read_batch(text, roll) for text in lists]
        row = take_owners_vote(tx, parse_number(number), asked, owners, batches)
    options.say_vote(call, row)
    if decided.other_practice:
        call.tell(_("Elsewhere: {practice}.").format(practice=decided.other_practice))
    _tell_doubts(call, roll)


def _tell_doubts(call: Call, roll: list[Part]) -> None:
    """Say where the register may count heads or areas otherwise than the street office would."""
    if both := overlapping(roll):
        call.tell(
            _(
                "{count} people own one flat alone and another with somebody: counted as different"
                " heads. Ask the street office where it matters."
            ).format(count=both),
        )
    bases = {part.basis for part in roll}
    if len(bases) > 1 or None in bases:
        call.tell(
            _(
                "The areas do not all stand on one recorded basis; one vote has one:"
                " jinlin household list"
            ),
        )


def _matter(text: str, passing: str | None, source: str) -> OwnersMatter:
    matter = parse_matter(text)
    if passing is None:
        if source:
            raise UsageError(_("A source goes with a share."), hint=_("Name it too: --pass >=2/3"))
        return matter
    if not source:
        raise UsageError(
            _("Another share needs to say where it stands."),
            hint=_("For example: --source 议事规则第12条"),
        )
    return with_share(matter, parse_threshold(passing), source)


def _clause(
    silence: str | None, text: str | None, since: str | None, clock: Clock
) -> Clause | None:
    given = [silence, text, since]
    if not any(given):
        return None
    if silence is None or text is None or since is None:
        raise UsageError(
            _("A clause about silence needs what it says, since when, and what silence counts as."),
            hint=_("Give --clause, --clause-since and --silence, or none of them."),
        )
    return Clause(clean(text), parse_day(since, clock).isoformat(), Silence.read(silence))
